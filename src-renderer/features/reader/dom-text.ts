import type { Span } from './spans'

/**
 * Between the article's text and the page: each block is one element with `data-start` (its offset) and a single text
 * node, so an offset is a block's start plus an offset in its node.
 */
const blockSelector = '[data-start]'

const textNodeOf = (element: Element): Text | null => {
  const node = element.firstChild
  return node instanceof Text ? node : null
}

/** The offset in the article's text of a point in the page, or null outside of its blocks. */
export function offsetAt(root: Element, node: Node, offset: number): number | null {
  const element = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(blockSelector)
  if (!element || !root.contains(element)) return null
  const start = Number(element.dataset.start)
  if (node instanceof Text) return start + offset
  return start + (offset === 0 ? 0 : (textNodeOf(element)?.length ?? 0))
}

/** The span of the page's selection that was begun inside `root`, or null. Where it ends outside it is clipped. */
export function selectedSpan(root: Element): Span | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || !root.contains(selection.anchorNode)) return null
  const range = selection.getRangeAt(0)
  const blocks = [...root.querySelectorAll<HTMLElement>(blockSelector)].filter((b) => range.intersectsNode(b))
  const first = blocks[0]
  const last = blocks.at(-1)
  if (!first || !last) return null
  const start = offsetAt(root, range.startContainer, range.startOffset) ?? Number(first.dataset.start)
  const end =
    offsetAt(root, range.endContainer, range.endOffset) ?? Number(last.dataset.start) + (textNodeOf(last)?.length ?? 0)
  return start < end ? { start, end } : null
}

/** A block on the page: its offset and the node that holds its text. */
export type BlockNode = { element: HTMLElement; start: number; node: Text }

/** The blocks of a pane's text, in order. */
export const blockNodes = (root: Element): BlockNode[] =>
  [...root.querySelectorAll<HTMLElement>(blockSelector)].flatMap((element) => {
    const node = textNodeOf(element)
    return node ? [{ element, start: Number(element.dataset.start), node }] : []
  })

/** One range per block that a span touches: highlights and rectangles are made of them. */
export function rangesIn(blocks: readonly BlockNode[], span: Span): Range[] {
  const ranges: Range[] = []
  for (let i = firstAfter(blocks, span.start); i < blocks.length; i += 1) {
    const block = blocks[i]
    if (!block || block.start >= span.end) break
    const from = Math.max(0, span.start - block.start)
    const to = Math.min(block.node.length, span.end - block.start)
    if (from >= to) continue
    const range = document.createRange()
    range.setStart(block.node, from)
    range.setEnd(block.node, to)
    ranges.push(range)
  }
  return ranges
}

/** The first block that ends after an offset, by halving: texts have thousands of them. */
function firstAfter(blocks: readonly BlockNode[], offset: number): number {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const block = blocks[middle]
    if (block && block.start + block.node.length > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** The ranges of one span; of many of a text, `blockNodes` are asked for once. */
export const rangesOf = (root: Element, span: Span): Range[] => rangesIn(blockNodes(root), span)

/** Selects a span in the page. */
export function selectSpan(root: Element, span: Span): void {
  const ranges = rangesOf(root, span)
  const first = ranges[0]
  const last = ranges.at(-1)
  if (!first || !last) return
  document.getSelection()?.setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset)
}

/** The offset in the article's text under a point of the window. */
export function offsetFromPoint(root: Element, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint?.(x, y)
  return caret ? offsetAt(root, caret.offsetNode, caret.offset) : null
}
