import type { LinkPlace } from '../../../../src-main/contract/reading-types'
import { blockNodes, rangesIn } from '../dom-text'
import type { Extent, PaneSight } from './connectors'
import type { InPane } from './hand'
import { commonHeight, type Levelled, scrollFor } from './level'
import { keyOfPlace } from './shared'

/** The element that scrolls a pane's text, and the text. */
type PaneParts = { scroller: HTMLElement; doc: HTMLElement }

export function partsOf(pane: number): PaneParts | null {
  const doc = document.querySelector<HTMLElement>(`[data-pane-text="${pane}"]`)
  const scroller = doc?.parentElement
  return doc && scroller ? { doc, scroller } : null
}

/** A pane as it was measured, but for how far it is scrolled. */
export type Measured = PaneSight & PaneParts

/** More places than these are measured by their share of a paragraph: to about a line. */
const mostMeasured = 600

/**
 * Measures where shared passages stand. Reads the layout once; scrolling changes nothing of it.
 * @param box what the edges are told relative to
 */
export function measure(pane: number, places: readonly LinkPlace[], articleId: number, box: DOMRect): Measured | null {
  const parts = partsOf(pane)
  if (!parts) return null
  const { scroller, doc } = parts
  const frame = scroller.getBoundingClientRect()
  const page = (scroller.closest('[data-pane]') ?? scroller).getBoundingClientRect()
  const origin = frame.top - scroller.scrollTop
  return {
    ...parts,
    pane,
    articleId,
    left: page.left - box.left,
    right: page.right - box.left,
    top: frame.top - box.top,
    bottom: frame.bottom - box.top,
    scrollTop: scroller.scrollTop,
    extents: extentsOf(doc, places, origin),
  }
}

function extentsOf(doc: HTMLElement, places: readonly LinkPlace[], origin: number): Map<string, Extent> {
  const blocks = blockNodes(doc)
  const exact = places.length <= mostMeasured
  const boxes = exact ? [] : blocks.map(({ element }) => element.getBoundingClientRect())
  return new Map(
    places.flatMap((place) => {
      const extent = exact ? exactExtent(rangesIn(blocks, place), origin) : roughExtent(blocks, boxes, place, origin)
      return extent ? [[keyOfPlace(place), extent] as const] : []
    }),
  )
}

function exactExtent(ranges: readonly Range[], origin: number): Extent | null {
  const first = ranges[0]?.getBoundingClientRect()
  const last = ranges.at(-1)?.getBoundingClientRect()
  return first && last ? { top: first.top - origin, bottom: last.bottom - origin } : null
}

function roughExtent(
  blocks: ReturnType<typeof blockNodes>,
  boxes: readonly DOMRect[],
  place: LinkPlace,
  origin: number,
): Extent | null {
  const at = blocks.findIndex(({ start, node }) => start <= place.start && place.start < start + node.length)
  const [block, box] = [blocks[at], boxes[at]]
  if (!block || !box) return null
  const share = (offset: number): number => Math.min(1, (offset - block.start) / block.node.length)
  const line = Math.min(box.height, 24)
  const top = box.top - origin + Math.min(share(place.start) * box.height, box.height - line)
  return { top, bottom: Math.max(top + line, box.top - origin + share(place.end) * box.height) }
}

/** A place's first line, as levelling sees it. */
function levelledOf({ pane, place }: InPane): (Levelled & PaneParts) | null {
  const parts = partsOf(pane)
  if (!parts) return null
  const { scroller, doc } = parts
  const [range] = rangesIn(blockNodes(doc), { start: place.start, end: place.start + 1 })
  if (!range) return null
  const frame = scroller.getBoundingClientRect()
  return {
    ...parts,
    top: range.getBoundingClientRect().top - frame.top + scroller.scrollTop,
    frame: frame.top,
    height: scroller.clientHeight,
    longest: scroller.scrollHeight - scroller.clientHeight,
  }
}

/** How far below a pane's upper edge a passage comes to stand that was out of sight, as a share of its height. */
const reading = 0.25

/**
 * Brings the counterparts of a passage level with it.
 * @param mayMove its own pane may scroll, as far as it takes to show it and to be level; else its text stays
 */
export function bringLevel(inHand: InPane, others: readonly InPane[], mayMove: boolean): void {
  const own = levelledOf(inHand)
  if (!own) return
  const rest = others.flatMap((other) => levelledOf(other) ?? [])
  const now = own.frame + own.top - own.scroller.scrollTop
  const isSeen = now >= own.frame && now <= own.frame + own.height * 0.8
  const wanted = isSeen ? now : own.frame + own.height * reading
  const height = mayMove ? commonHeight([own, ...rest], wanted) : now
  if (mayMove) own.scroller.scrollTop = scrollFor(own, height)
  for (const one of rest) one.scroller.scrollTop = scrollFor(one, height)
}

/** Where the first line of a place is in the window, or null where it isn't on the page. */
export function firstLineOf({ pane, place }: InPane): DOMRect | null {
  const doc = partsOf(pane)?.doc
  const [range] = doc ? rangesIn(blockNodes(doc), place) : []
  return range?.getClientRects()[0] ?? null
}
