import { createStore, type StoreApi } from 'zustand'
import { type BlockNode, blockNodes } from './dom-text'
import type { Span } from './spans'

/** Where a block stands in its pane's text: its offset and length there, and pixels from the text's beginning. */
export type BlockBox = { start: number; length: number; top: number; bottom: number }

/** The offsets at a pane's upper and lower edge, to about a line. They change with every frame of scrolling. */
export type Sight = StoreApi<Span>

export const createSight = (start: number): Sight => createStore<Span>(() => ({ start, end: start }))

/** Space above a place that counts as out of sight still, in pixels: what is scrolled to stands so far below the edge. */
export const headroom = 16

/** Half a line, in pixels: a paragraph of which less is left at the upper edge is read, as its last line is. */
const halfLine = 12

/** Measures the blocks of a text. Scrolling changes nothing of it. @param box the element that scrolls */
export function blockBoxes(root: HTMLElement, box: HTMLElement): BlockBox[] {
  const origin = box.getBoundingClientRect().top - box.scrollTop
  return blockNodes(root).map(({ element, start, node }) => {
    const { top, bottom } = element.getBoundingClientRect()
    return { start, length: node.length, top: top - origin, bottom: bottom - origin }
  })
}

/** What of a text is in sight. @param height of the pane, in pixels */
export function spanInSight(blocks: readonly BlockBox[], scrollTop: number, height: number): Span {
  const upper = scrollTop + headroom
  const lower = scrollTop + height
  const first = blocks[countBefore(blocks, ({ bottom }) => bottom <= upper + halfLine)]
  const last = blocks[countBefore(blocks, ({ top }) => top < lower) - 1] ?? first
  const start = scrollTop <= headroom || !first ? 0 : offsetAtHeight(first, upper)
  return { start, end: Math.max(start, last ? offsetAtHeight(last, lower) : 0) }
}

/** How many blocks at the beginning fit, where those that do come first. By halving: texts have thousands of them. */
function countBefore(blocks: readonly BlockBox[], fits: (block: BlockBox) => boolean): number {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const block = blocks[middle]
    if (block && fits(block)) low = middle + 1
    else high = middle
  }
  return low
}

function offsetAtHeight({ start, length, top, bottom }: BlockBox, y: number): number {
  const share = Math.min(1, Math.max(0, (y - top) / Math.max(1, bottom - top)))
  return start + Math.floor(share * length)
}

/** A line of a text: the offset that it begins at, and its upper edge in the window, in pixels. */
export type Line = { offset: number; top: number }

/** The first line whose middle is below a height of the window, or null. Reads the layout: for when scrolling rests. */
export function firstLineBelow(blocks: readonly BlockNode[], height: number): Line | null {
  const at = blocks.findIndex(({ element }) => element.getBoundingClientRect().bottom > height)
  for (const { start, node } of at < 0 ? [] : blocks.slice(at, at + 2)) {
    const index = firstBelow(node, height)
    if (index < node.length) return { offset: start + index, top: rectAt(node, index).top }
  }
  return null
}

/** The first character whose middle is below a height of the window, by halving; the text's length where none is. */
function firstBelow(node: Text, height: number): number {
  let [low, high] = [0, node.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const { top, bottom } = rectAt(node, middle)
    if ((top + bottom) / 2 > height) high = middle
    else low = middle + 1
  }
  return low
}

function rectAt(node: Text, index: number): DOMRect {
  const range = document.createRange()
  range.setStart(node, index)
  range.setEnd(node, index + 1)
  return range.getBoundingClientRect()
}
