import type { LinkPlace, PassageLink } from '../../../../src-main/contract/reading-types'
import type { InPane } from './hand'
import { isSamePlace, keyOfPlace, type Sign, signOf } from './shared'

/** Where a place stands in its pane's text, in pixels from the text's beginning. */
export type Extent = { top: number; bottom: number }

/** A pane as connectors see it. Edges are pixels of the panes' own box; `scrollTop` is how far its text is scrolled. */
export type PaneSight = {
  pane: number
  articleId: number
  left: number
  right: number
  top: number
  bottom: number
  scrollTop: number
  extents: ReadonlyMap<string, Extent>
}

type Point = { x: number; y: number }

/** The line at a pane's edge beside a linked passage. */
export type Edge = { key: string; x: number; y: number; height: number; isActive: boolean }
/** A curve between two passages on the screen. That of the passage in hand is a shape from first line to last. */
export type Ribbon = {
  key: string
  line: string
  shape: string | null
  isActive: boolean
  node: (Point & { sign: Sign }) | null
}
/** What stands for a counterpart that is out of sight, beside the passage that it belongs to. */
export type Stub = Point & { key: string; from: InPane; to: InPane; isBelow: boolean; isActive: boolean }

export type Drawing = { edges: Edge[]; ribbons: Ribbon[]; stubs: Stub[] }

export const edgeWidth = 3
const nodeSize = 18
const stubHeight = 26
/** How far a stub may stand from its passage where there are many, in pixels. */
const furthest = 78
/** More than these between two panes tell nothing to the eye. */
const mostRibbons = 60

/**
 * The connectors between neighbouring panes, for what is on the screen.
 * @param panes from left to right
 * @param links those that are drawn: no guesses
 * @param active the passage in hand, whose links are drawn as shapes
 */
export function connectors(
  panes: readonly PaneSight[],
  links: readonly PassageLink[],
  active: LinkPlace | null,
): Drawing {
  const drawing: Drawing = { edges: [], ribbons: [], stubs: [] }
  const edges = new Map<string, Edge>()
  for (const [i, left] of panes.slice(0, -1).entries()) {
    const right = panes[i + 1]
    if (!right || left.articleId === right.articleId) continue
    const seen = links.flatMap((link) => seenBetween(left, right, link, active))
    const shown = seen.sort((one, two) => Number(two.isActive) - Number(one.isActive)).slice(0, mostRibbons)
    for (const one of shown) {
      for (const edge of edgesOf(one, left, right)) {
        const known = edges.get(edge.key)
        if (!known || edge.isActive) edges.set(edge.key, edge)
      }
    }
    const ribbons = shown.flatMap((one) => (one.a.isSeen && one.b.isSeen ? [ribbonOf(one, left, right)] : []))
    const taken: { y: number; size: number }[] = []
    drawing.ribbons.push(...ribbons.map((ribbon) => withRoom(ribbon, taken)))
    drawing.stubs.push(...stubsOf(shown, left, right, taken))
  }
  return { ...drawing, edges: [...edges.values()] }
}

type End = { place: LinkPlace; top: number; bottom: number; isSeen: boolean; isBelow: boolean }
type Seen = { key: string; link: PassageLink; a: End; b: End; isActive: boolean }

/** A link of two panes where at least one end is in sight; `a` is the left one's. */
function seenBetween(left: PaneSight, right: PaneSight, link: PassageLink, active: LinkPlace | null): Seen[] {
  const [one, two] = link.a.articleId === left.articleId ? [link.a, link.b] : [link.b, link.a]
  if (one.articleId !== left.articleId || two.articleId !== right.articleId) return []
  const a = endIn(left, one)
  const b = endIn(right, two)
  if (!a || !b || !(a.isSeen || b.isSeen)) return []
  const isActive = active !== null && (isSamePlace(one, active) || isSamePlace(two, active))
  return [{ key: `${left.pane}-${right.pane} ${keyOfPlace(one)} ${keyOfPlace(two)}`, link, a, b, isActive }]
}

/** An end of a link in its pane, clipped to what is seen. Lines that are hidden have no extent, and no end. */
function endIn(pane: PaneSight, place: LinkPlace): End | null {
  const extent = pane.extents.get(keyOfPlace(place))
  if (!extent) return null
  const top = pane.top + extent.top - pane.scrollTop
  const bottom = pane.top + extent.bottom - pane.scrollTop
  // A line's edge that peeps out is not seen.
  const isSeen = bottom > pane.top + 6 && top < pane.bottom - 6
  return {
    place,
    top: Math.max(pane.top, Math.min(pane.bottom, top)),
    bottom: Math.max(pane.top, Math.min(pane.bottom, bottom)),
    isSeen,
    isBelow: top >= pane.bottom - 6,
  }
}

const middle = ({ top, bottom }: Pick<End, 'top' | 'bottom'>): number => (top + bottom) / 2

function edgesOf({ a, b, isActive }: Seen, left: PaneSight, right: PaneSight): Edge[] {
  const edge = (pane: PaneSight, end: End, side: string, x: number): Edge[] =>
    end.isSeen
      ? [{ key: `${pane.pane}${side} ${keyOfPlace(end.place)}`, x, y: end.top, height: end.bottom - end.top, isActive }]
      : []
  return [...edge(left, a, 'right', left.right - edgeWidth), ...edge(right, b, 'left', right.left)]
}

const round = (value: number): number => Math.round(value * 10) / 10

function ribbonOf({ key, link, a, b, isActive }: Seen, left: PaneSight, right: PaneSight): Ribbon {
  const x1 = round(left.right)
  const x2 = round(right.left)
  const mid = round((x1 + x2) / 2)
  const curve = (y1: number, y2: number): string =>
    `M${x1} ${round(y1)}C${mid} ${round(y1)} ${mid} ${round(y2)} ${x2} ${round(y2)}`
  const back = `V${round(b.bottom)}C${mid} ${round(b.bottom)} ${mid} ${round(a.bottom)} ${x1} ${round(a.bottom)}Z`
  return {
    key,
    line: isActive ? `${curve(a.top, b.top)}${curve(a.bottom, b.bottom)}` : curve(middle(a), middle(b)),
    shape: isActive ? `${curve(a.top, b.top)}${back}` : null,
    isActive,
    node: { x: mid, y: round((middle(a) + middle(b)) / 2), sign: signOf(link) },
  }
}

/** Leaves out a node that would lie on another one. */
function withRoom(ribbon: Ribbon, taken: { y: number; size: number }[]): Ribbon {
  const { node } = ribbon
  if (!node) return ribbon
  if (isTaken(node.y, nodeSize, taken)) return { ...ribbon, node: null }
  taken.push({ y: node.y, size: nodeSize })
  return ribbon
}

const isTaken = (y: number, size: number, taken: readonly { y: number; size: number }[]): boolean =>
  taken.some((other) => Math.abs(other.y - y) < (other.size + size) / 2)

/** A stub beside each passage whose counterpart is out of sight: at its height, or as near as others leave room. */
function stubsOf(
  shown: readonly Seen[],
  left: PaneSight,
  right: PaneSight,
  taken: { y: number; size: number }[],
): Stub[] {
  const x = round((left.right + right.left) / 2)
  return shown.flatMap(({ key, a, b, isActive }): Stub[] => {
    if (a.isSeen === b.isSeen) return []
    const [from, to] = a.isSeen ? [a, b] : [b, a]
    const [fromPane, toPane] = a.isSeen ? [left.pane, right.pane] : [right.pane, left.pane]
    const wanted = middle(from)
    const lowest = Math.min(left.bottom, right.bottom) - stubHeight / 2 - 2
    const steps = Array.from({ length: Math.floor(furthest / 6) + 1 }, (_, i) => [
      wanted + i * 6,
      wanted - i * 6,
    ]).flat()
    const y = steps.find((at) => at <= lowest && at >= left.top + stubHeight / 2 && !isTaken(at, stubHeight, taken))
    if (y === undefined) return []
    taken.push({ y, size: stubHeight })
    return [
      {
        key,
        x,
        y: round(y),
        from: { pane: fromPane, place: from.place },
        to: { pane: toPane, place: to.place },
        isBelow: to.isBelow,
        isActive,
      },
    ]
  })
}
