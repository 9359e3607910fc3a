import { withWholeLabels } from './edges'
import { dotRadius, type Item, type Label, type Layout, type Stem } from './layout'
import type { View } from './view'

/** Levels in which a day becomes twice as wide. */
const perDoubling = 4

/**
 * The level that a view is laid out for: the next one as far or farther. What has room there has room in the view too, and
 * marks come apart at levels, not with every turn of the wheel.
 */
export const levelOf = (pxPerDay: number): number =>
  2 ** (Math.floor(Math.log2(pxPerDay) * perDoubling + 1e-9) / perDoubling)

/** Room kept beside a view, in pixels: labels of marks outside it reach in. */
const margin = 240

/** Of a layout, what a view as near as its level or nearer shows, at the places that it has in it, with whole labels. */
export function seenIn(layout: Layout, view: View): Layout {
  const ratio = view.pxPerDay / layout.pxPerDay
  const left = view.left * view.pxPerDay
  const [from, to] = [left - margin, left + view.width + margin]
  const isSeen = (item: Item): boolean => item.end * ratio > from && item.start * ratio < to
  const scaled = new Map<Item, Item>()
  const nearer = (item: Item): Item => {
    const known = scaled.get(item) ?? scaledItem(item, ratio)
    scaled.set(item, known)
    return known
  }
  const seen = {
    pxPerDay: view.pxPerDay,
    items: layout.items.filter(isSeen).map(nearer),
    lanes: layout.lanes.map((items) => items.filter(isSeen).map(nearer)),
    stems: layout.stems.filter(({ points }) => points.some(isSeen)).map((stem) => scaledStem(stem, nearer)),
  }
  return withWholeLabels(seen, { from: left, to: left + view.width })
}

function scaledItem(item: Item, ratio: number): Item {
  const at = (item.at - item.offset) * ratio + item.offset
  const isLong = item.shape === 'span' || (item.shape === 'cluster' && item.end - item.start > 8 * dotRadius)
  const [first, last] = isLong ? [item.from, item.to] : [item.at, item.at]
  const start = (isLong ? item.from * ratio : at) + item.start - first
  const end = (isLong ? item.to * ratio : at) + item.end - last
  const scaled = { ...item, at, from: item.from * ratio, to: item.to * ratio, start, end }
  return { ...scaled, label: item.label && scaledLabel(item.label, item, scaled) }
}

/** A label keeps its distance from the end that it stands at. */
function scaledLabel(label: Label, before: Item, after: Item): Label {
  if (label.isInside) return { ...label, x: (after.from + after.to) / 2 }
  const edge = label.anchor === 'start' ? after.end - before.end : after.start - before.start
  return { ...label, x: label.x + edge }
}

function scaledStem(stem: Stem, nearer: (item: Item) => Item): Stem {
  const points = stem.points.map(nearer)
  return { ...stem, points, label: stem.label && { ...stem.label, x: points[0]?.at ?? stem.label.x } }
}
