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

/** Names the panes beyond the next one that have a passage which the next one hasn't; `to` has the surest place of each. */
export type FarStub = Point & { key: string; from: InPane; to: InPane[]; isRight: boolean; isActive: boolean }

export type Drawing = { edges: Edge[]; ribbons: Ribbon[]; stubs: Stub[]; far: FarStub[] }

export const edgeWidth = 3
const nodeSize = 18
const stubHeight = 26
/** How far a stub may stand from its passage where there are many, in pixels. */
const furthest = 78
/** More than these between two panes tell nothing to the eye. */
const mostRibbons = 60

/** What lies in a gutter already. */
type Taken = { y: number; size: number }[]

/** A pane that is folded to a spine. */
export type FoldedPane = { pane: number; articleId: number }

/** What connectors are drawn of. */
export type Scene = {
  /** Those that are open, from left to right. */
  panes: readonly PaneSight[]
  /** Folded ones on the left of these, and on the right. */
  before: readonly FoldedPane[]
  after: readonly FoldedPane[]
  /** Those that are drawn: no guesses. */
  links: readonly PassageLink[]
  /** The passage in hand, whose links are drawn as shapes. */
  active: LinkPlace | null
}

/** The connectors between neighbouring panes, for what is on the screen. Panes further apart are named beside the passage. */
export function connectors(scene: Scene): Drawing {
  const all = Array.from({ length: scene.panes.length + 1 }, (_, gutter) => connectorsIn(gutter, scene))
  return {
    edges: all.flatMap(({ edges }) => edges),
    ribbons: all.flatMap(({ ribbons }) => ribbons),
    stubs: all.flatMap(({ stubs }) => stubs),
    far: all.flatMap(({ far }) => far),
  }
}

/**
 * What stands in a gutter; it depends on the panes beside it alone.
 * @param gutter from 0 at the left of the first pane to their number at the right of the last: there folded panes are named
 */
export function connectorsIn(gutter: number, { panes, before, after, links, active }: Scene): Drawing {
  const [left, right] = [panes[gutter - 1], panes[gutter]]
  const drawing: Drawing = { edges: [], ribbons: [], stubs: [], far: [] }
  const edges = new Map<string, Edge>()
  const keep = (edge: Edge): void => {
    const known = edges.get(edge.key)
    if (!known || edge.isActive) edges.set(edge.key, edge)
  }
  const taken: Taken = []
  if (left && right && left.articleId !== right.articleId) {
    const seen = links.flatMap((link) => seenBetween(left, right, link, active))
    const shown = seen.sort(activeFirst).slice(0, mostRibbons)
    for (const one of shown) edgesOf(one, left, right).forEach(keep)
    const ribbons = shown.flatMap((one) => (one.a.isSeen && one.b.isSeen ? [ribbonOf(one, left, right)] : []))
    drawing.ribbons.push(...ribbons.map((ribbon) => withRoom(ribbon, taken)))
    drawing.stubs.push(...stubsOf(shown, left, right, taken))
  }
  const far = [
    ...(left ? farOf(left, [...panes.slice(gutter + 1), ...after], right, links, active) : []),
    ...(right ? farOf(right, [...before, ...panes.slice(0, Math.max(0, gutter - 1))], left, links, active) : []),
  ]
  for (const one of far.sort(activeFirst)) {
    const { edge, stub } = farStub(one, { left, right, taken })
    keep(edge)
    if (stub) drawing.far.push(stub)
  }
  return { ...drawing, edges: [...edges.values()] }
}

/** Half the space between a pane and a spine, in pixels (`.panes` in reader.css). */
const halfSpineGap = 6

const activeFirst = (one: { isActive: boolean }, two: { isActive: boolean }): number =>
  Number(two.isActive) - Number(one.isActive)

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
function withRoom(ribbon: Ribbon, taken: Taken): Ribbon {
  const { node } = ribbon
  if (!node) return ribbon
  if (isTaken(node.y, nodeSize, taken)) return { ...ribbon, node: null }
  taken.push({ y: node.y, size: nodeSize })
  return ribbon
}

const isTaken = (y: number, size: number, taken: Readonly<Taken>): boolean =>
  taken.some((other) => Math.abs(other.y - y) < (other.size + size) / 2)

/** Takes a place for a stub in a gutter: at the height wanted, or as near as others leave room; null where there is none. */
function placeFor(wanted: number, beside: readonly PaneSight[], taken: Taken): number | null {
  const lowest = Math.min(...beside.map((pane) => pane.bottom)) - stubHeight / 2 - 2
  const highest = Math.min(...beside.map((pane) => pane.top)) + stubHeight / 2
  const steps = Array.from({ length: Math.floor(furthest / 6) + 1 }, (_, i) => [wanted + i * 6, wanted - i * 6]).flat()
  const y = steps.find((at) => at <= lowest && at >= highest && !isTaken(at, stubHeight, taken))
  if (y === undefined) return null
  taken.push({ y, size: stubHeight })
  return round(y)
}

/** A stub beside each passage whose counterpart is out of sight: at its height, or as near as others leave room. */
function stubsOf(shown: readonly Seen[], left: PaneSight, right: PaneSight, taken: Taken): Stub[] {
  const x = round((left.right + right.left) / 2)
  return shown.flatMap(({ key, a, b, isActive }): Stub[] => {
    if (a.isSeen === b.isSeen) return []
    const [from, to] = a.isSeen ? [a, b] : [b, a]
    const [fromPane, toPane] = a.isSeen ? [left.pane, right.pane] : [right.pane, left.pane]
    const y = placeFor(middle(from), [left, right], taken)
    if (y === null) return []
    return [
      {
        key,
        x,
        y,
        from: { pane: fromPane, place: from.place },
        to: { pane: toPane, place: to.place },
        isBelow: to.isBelow,
        isActive,
      },
    ]
  })
}

/** A passage in sight that panes beyond the next one have, and the next one hasn't. */
type Far = { pane: PaneSight; end: End; to: (InPane & { score: number })[]; isActive: boolean }

function farOf(
  pane: PaneSight,
  beyond: readonly FoldedPane[],
  next: PaneSight | undefined,
  links: readonly PassageLink[],
  active: LinkPlace | null,
): Far[] {
  const found = new Map<string, Far | null>()
  const targets = beyond.filter(({ articleId }) => articleId !== pane.articleId && articleId !== next?.articleId)
  if (targets.length === 0) return []
  for (const link of links) {
    const [own, other] = link.a.articleId === pane.articleId ? [link.a, link.b] : [link.b, link.a]
    if (own.articleId !== pane.articleId) continue
    const key = keyOfPlace(own)
    if (other.articleId === next?.articleId) found.set(key, null)
    const target = targets.find(({ articleId }) => articleId === other.articleId)
    const end = target && found.get(key) !== null ? endIn(pane, own) : null
    if (!target || !end?.isSeen) continue
    const known = found.get(key) ?? { pane, end, to: [], isActive: false }
    const isActive = known.isActive || (active !== null && (isSamePlace(own, active) || isSamePlace(other, active)))
    const rival = known.to.find((one) => one.pane === target.pane)
    const surer = rival && rival.score >= link.score ? rival : { pane: target.pane, place: other, score: link.score }
    found.set(key, { ...known, isActive, to: [...known.to.filter((one) => one !== rival), surer] })
  }
  return [...found.values()].filter((far) => far !== null).slice(0, mostRibbons)
}

function farStub(
  { pane, end, to, isActive }: Far,
  { left, right, taken }: { left: PaneSight | undefined; right: PaneSight | undefined; taken: Taken },
): { edge: Edge; stub: FarStub | null } {
  const isRight = pane === left
  const side = isRight ? 'right' : 'left'
  const key = `${pane.pane}${side} ${keyOfPlace(end.place)}`
  const edgeX = isRight ? pane.right - edgeWidth : pane.left
  const edge = { key, x: edgeX, y: end.top, height: end.bottom - end.top, isActive }
  const next = isRight ? right : left
  const beside = isRight ? pane.right + halfSpineGap : pane.left - halfSpineGap
  const x = next ? round(((left ?? next).right + (right ?? next).left) / 2) : beside
  const y = placeFor(middle(end), next ? [pane, next] : [pane], taken)
  const from = { pane: pane.pane, place: end.place }
  return { edge, stub: y === null ? null : { key: `far ${key}`, x, y, from, to, isRight, isActive } }
}
