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

/** Adds ranges to the page's highlight of a name, which all panes share. @returns a function that takes them out */
function highlight(name: string, ranges: readonly Range[]): () => void {
  const shared = CSS.highlights.get(name) ?? new Highlight()
  shared.priority = depths[name] ?? 0
  CSS.highlights.set(name, shared)
  for (const range of ranges) shared.add(range)
  return () => {
    for (const range of ranges) shared.delete(range)
  }
}

/**
 * Shows spans of an article by the CSS Custom Highlight API: the text's elements stay as they are.
 * @param key changes when the blocks on the page do
 */
export function useHighlights(root: RefObject<HTMLElement | null>, shown: readonly Shown[], key: unknown): void {
  const wanted = JSON.stringify(shown)
  // biome-ignore lint/correctness/useExhaustiveDependencies: ranges are made anew when the blocks change
  useLayoutEffect(() => {
    const element = root.current
    if (!element) return
    const blocks = blockNodes(element)
    const undo = (JSON.parse(wanted) as Shown[]).map((span) => highlight(span.name, rangesIn(blocks, span)))
    return () => {
      for (const take of undo) take()
    }
  }, [root, wanted, key])
}
