import { type RefObject, useLayoutEffect } from 'react'
import { blockNodes, rangesIn } from './dom-text'
import type { Span } from './spans'

/** A span to show under a name that `highlights.css` styles. */
export type Shown = Span & { name: string }

/** What lies under the others where they overlap: what articles share, under tags and what is in hand. */
const depths: Readonly<Record<string, number>> = {
  'told-elsewhere': -4,
  shared: -3,
  'shared-active': -2,
  date: -1,
  differs: -1,
}

/**
 * How far beyond the pane's edges spans are highlighted, as shares of its height: when a text opens; when scrolling comes as
 * near to a block that isn't; and how far it is gone on with then.
 */
const margins = { first: 0.2, wanting: 0.5, ahead: 1 } as const

/** How long marks that are wanted out of sight may wait for an idle moment, in milliseconds. */
const idleMs = 100

/** The page's highlight of a name, which all panes share. */
function highlightOf(name: string): Highlight {
  const shared = CSS.highlights.get(name) ?? new Highlight()
  shared.priority = depths[name] ?? 0
  CSS.highlights.set(name, shared)
  return shared
}

/** Ranges to show, by the block that they are in. */
type ByBlock = Map<Element, { name: string; highlight: Highlight; range: Range }[]>

function byBlock(root: Element, shown: readonly Shown[]): ByBlock {
  const blocks = blockNodes(root)
  const found: ByBlock = new Map()
  for (const span of shown) {
    const highlight = highlightOf(span.name)
    for (const range of rangesIn(blocks, span)) {
      const block = range.startContainer.parentElement ?? root
      const known = found.get(block)
      if (known) known.push({ name: span.name, highlight, range })
      else found.set(block, [{ name: span.name, highlight, range }])
    }
  }
  return found
}

/** Those of the blocks that are in sight of the element that scrolls them, or nearly. */
function nearBlocks(blocks: readonly Element[], scroller: Element | null): Element[] {
  const frame = blocks.length > 0 && scroller?.getBoundingClientRect()
  if (!frame) return []
  const more = frame.height * margins.first
  return blocks.filter((block) => {
    const { top, bottom } = block.getBoundingClientRect()
    return bottom > frame.top - more && top < frame.bottom + more
  })
}

/** Names a highlight on a block, whose styles then have it. A name stays: taking it away would cost another style. */
function markWith(name: string, block: Element): void {
  const marks = block.getAttribute('data-marks') ?? ''
  if (!marks.split(' ').includes(name)) block.setAttribute('data-marks', `${marks} ${name}`.trim())
}

/**
 * Shows spans of an article by the CSS Custom Highlight API: the text's elements stay as they are. Blocks far out of sight
 * are left out, and added many at once: a highlight that gets or loses a range has all highlighted text painted anew.
 * @param key changes when the blocks on the page do
 */
export function useHighlights(root: RefObject<HTMLElement | null>, shown: readonly Shown[], key: unknown): void {
  const wanted = JSON.stringify(shown)
  // biome-ignore lint/correctness/useExhaustiveDependencies: ranges are made anew when the blocks change
  useLayoutEffect(() => {
    const element = root.current
    if (!element) return
    const found = byBlock(element, JSON.parse(wanted) as Shown[])
    const marked = new Set<Element>()
    const show = (block: Element, isNear: boolean): void => {
      if (marked.has(block) === isNear) return
      for (const { name, highlight, range } of found.get(block) ?? []) {
        if (!isNear) highlight.delete(range)
        else {
          markWith(name, block)
          highlight.add(range)
        }
      }
      if (isNear) marked.add(block)
      else marked.delete(block)
    }
    const stop = watchNear([...found.keys()], element.parentElement, marked, (near) => {
      for (const block of found.keys()) show(block, near.has(block))
    })
    // All panes are looked at before the first mark is set, which would make each of them find its styles anew.
    const near = nearBlocks([...found.keys()], element.parentElement)
    const frame = requestAnimationFrame(() => {
      for (const block of near) show(block, true)
    })
    return () => {
      cancelAnimationFrame(frame)
      stop()
      for (const block of marked) show(block, false)
    }
  }, [root, wanted, key])
}

/**
 * Tells which blocks are to be marked when one comes near that isn't: at once where it is in sight, when there is time where
 * it isn't yet. @param renew gets all that are near. @returns a function that stops
 */
function watchNear(
  blocks: readonly Element[],
  scroller: Element | null,
  marked: ReadonlySet<Element>,
  renew: (near: ReadonlySet<Element>) => void,
): () => void {
  const near = new Set<Element>()
  let idle = 0
  const margin = (share: number) => ({ root: scroller, rootMargin: `${share * 100}% 0px` })
  const learn = (seen: readonly IntersectionObserverEntry[]): void => {
    for (const { target, isIntersecting } of seen) {
      if (isIntersecting) near.add(target)
      else near.delete(target)
    }
  }
  const ahead = new IntersectionObserver(learn, margin(margins.ahead))
  const goOn = (): void => {
    cancelIdleCallback(idle)
    // Which observer is told first is not certain.
    learn(ahead.takeRecords())
    renew(near)
  }
  const wanting = new IntersectionObserver((seen) => {
    const missing = seen.filter(({ target, isIntersecting }) => isIntersecting && !marked.has(target))
    if (missing.length === 0) return
    cancelIdleCallback(idle)
    const { top = 0, bottom = 0 } = scroller?.getBoundingClientRect() ?? {}
    const isInSight = missing.some((one) => one.boundingClientRect.bottom > top && one.boundingClientRect.top < bottom)
    if (isInSight) goOn()
    else idle = requestIdleCallback(goOn, { timeout: idleMs })
  }, margin(margins.wanting))
  for (const block of blocks) {
    ahead.observe(block)
    wanting.observe(block)
  }
  return () => {
    cancelIdleCallback(idle)
    ahead.disconnect()
    wanting.disconnect()
  }
}
