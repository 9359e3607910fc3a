import { hasBetween, labelGap, reachOf } from './labels'
import { type Item, type Label, type Layout, type Stem, stemsThrough } from './layout'

/** A stretch of a layout's places, in pixels. */
type Stretch = { from: number; to: number }

/**
 * The layout with whole labels only: those over stems slide in from an edge, others stand at the other side of their mark
 * where there is room. What would be cut all the same, or belongs to a mark that is out of sight, is left out.
 */
export function withWholeLabels(layout: Layout, edges: Stretch): Layout {
  const stems = slidIn(layout.stems, edges)
  const through = stemsThrough(stems, layout.lanes.length)
  const changed = new Map<Item, Item>()
  for (const [lane, items] of layout.lanes.entries()) {
    for (const item of items) {
      const { label } = item
      if (!label || isWhole(item, label, edges)) continue
      const turned = label.isInside ? null : turnedOver(item, label)
      const others = items.filter((other) => other !== item && other.row === item.row)
      const fits =
        turned !== null && isWhole(item, turned, edges) && hasRoom(turned, others, changed, through[lane] ?? [])
      changed.set(item, { ...item, label: fits ? turned : null })
    }
  }
  const now = (item: Item): Item => changed.get(item) ?? item
  return {
    ...layout,
    items: layout.items.map(now),
    lanes: layout.lanes.map((items) => items.map(now)),
    stems: stems.map((stem) => ({ ...stem, points: stem.points.map(now) })),
  }
}

/** The label within a span follows what can be seen of it, which has to be long enough. */
function isWhole(item: Item, label: Label, { from, to }: Stretch): boolean {
  if (label.isInside) return Math.min(item.to, to) - Math.max(item.from, from) >= label.width + 16
  const [start, end] = reachOf(label)
  return start >= from && end <= to
}

const turnedOver = (item: Item, label: Label): Label =>
  label.anchor === 'start'
    ? { ...label, anchor: 'end', x: item.start - labelGap }
    : { ...label, anchor: 'start', x: item.end + labelGap }

function hasRoom(
  label: Label,
  others: readonly Item[],
  changed: ReadonlyMap<Item, Item>,
  stems: readonly number[],
): boolean {
  const [start, end] = reachOf(label)
  const isFree = (from: number, to: number): boolean => to + labelGap <= start || from - labelGap >= end
  const isClear = (other: Item): boolean => {
    const theirs = (changed.get(other) ?? other).label
    return isFree(other.start, other.end) && (theirs === null || isFree(...reachOf(theirs)))
  }
  return others.every(isClear) && !hasBetween(stems, start, end)
}

/** The least distance between the labels of two stems. */
const between = 12

type Named = { stem: Stem; label: Label }

/** A label stays over its stem: the outermost one is left out where they have no room beside each other. */
function slidIn(stems: readonly Stem[], { from, to }: Stretch): Stem[] {
  const named = stems
    .flatMap((stem): Named[] => (stem.label ? [{ stem, label: stem.label }] : []))
    .filter(({ label }) => label.x >= from && label.x <= to)
    .sort((a, b) => a.label.x - b.label.x)
  const fromLeft = pushed(named, from, 1)
  const fromRight = pushed(fromLeft.reverse(), to, -1).reverse()
  const apart = fromRight.filter(({ label }, i) => {
    const before = fromRight[i - 1]
    return !before || reachOf(before.label)[1] < reachOf(label)[0]
  })
  const labels = new Map(apart.map(({ stem, label }) => [stem, label]))
  return stems.map((stem) => ({ ...stem, label: labels.get(stem) ?? null }))
}

/** Moves labels away from an edge. @param side 1 where they follow the edge to the right, -1 to the left */
function pushed(named: readonly Named[], edge: number, side: 1 | -1): Named[] {
  for (const first of named.keys()) {
    let free = edge
    const moved = named.slice(first).map(({ stem, label }): Named => {
      const nearest = free + (side * label.width) / 2
      const x = side === 1 ? Math.max(label.x, nearest) : Math.min(label.x, nearest)
      free = x + side * (label.width / 2 + between)
      return { stem, label: { ...label, x } }
    })
    if (moved.every(({ stem, label }) => Math.abs(label.x - (stem.label?.x ?? 0)) <= label.width / 2)) return moved
  }
  return []
}
