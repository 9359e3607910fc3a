import type { Span } from '../spans'
import type { Hit } from './find-text'

/** Above tags and links, whatever was made first. */
const priority = { hit: 1, current: 2 }

/** Blocks and hits are in order: the index of the first that is not before something. */
function firstIndex<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && isBefore(item)) low = middle + 1
    else high = middle
  }
  return low
}

const startOf = (block: HTMLElement): number => Number(block.dataset.start)

function rangeIn(block: HTMLElement, { start, end }: Span): Range | null {
  const node = block.firstChild
  if (!(node instanceof Text)) return null
  const from = start - startOf(block)
  if (from < 0 || end - startOf(block) > node.length) return null
  const range = document.createRange()
  range.setStart(node, from)
  range.setEnd(node, end - startOf(block))
  return range
}

const blocksOf = (root: Element): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-start]')]

/** The block that holds an offset. */
const blockAt = (blocks: readonly HTMLElement[], offset: number): HTMLElement | undefined =>
  blocks[firstIndex(blocks, (block) => startOf(block) <= offset) - 1]

/** Ranges of the hits that are on the screen, or less than a screen away from it. A long text has too many for all. */
export function rangesInSight(root: Element, hits: readonly Hit[]): Range[] {
  const frame = root.parentElement?.getBoundingClientRect()
  if (!frame || hits.length === 0) return []
  const blocks = blocksOf(root)
  const from = firstIndex(blocks, (block) => block.getBoundingClientRect().bottom < frame.top - frame.height)
  const to = firstIndex(blocks, (block) => block.getBoundingClientRect().top < frame.bottom + frame.height)
  return blocks.slice(from, to).flatMap((block) => {
    const start = startOf(block)
    const end = start + (block.textContent?.length ?? 0)
    const first = firstIndex(hits, (hit) => hit.start < start)
    const last = firstIndex(hits, (hit) => hit.start < end)
    return hits.slice(first, last).flatMap((hit) => rangeIn(block, hit) ?? [])
  })
}

export function rangeOfHit(root: Element, hit: Hit): Range | null {
  const block = blockAt(blocksOf(root), hit.start)
  return block ? rangeIn(block, hit) : null
}

/** Shows hits, and the one in hand. Both lists empty: shows none. */
export function paint(hits: readonly Range[], current: readonly Range[]): void {
  const put = (name: string, ranges: readonly Range[], above: number): void => {
    const highlight = new Highlight(...ranges)
    highlight.priority = above
    CSS.highlights.set(name, highlight)
  }
  put('find', hits, priority.hit)
  put('find-current', current, priority.current)
}

/** Scrolls a hit into the pane's upper half, unless it can be seen. */
export function reveal(root: Element, hit: Hit): void {
  const box = root.parentElement
  const rect = rangeOfHit(root, hit)?.getBoundingClientRect()
  if (!box || !rect) return
  const frame = box.getBoundingClientRect()
  if (rect.top >= frame.top && rect.bottom <= frame.bottom) return
  box.scrollTop += rect.top - frame.top - frame.height / 3
}
