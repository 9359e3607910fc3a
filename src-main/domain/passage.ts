/** Characters of context kept on each side of a quotation (W3C TextQuoteSelector). */
export const contextLength = 48

/**
 * Position and quote selectors of a span (W3C Web Annotation: TextPositionSelector, TextQuoteSelector). `start` and
 * `end` are UTF-16 offsets into the article's text; `quote` is exactly the text between them.
 */
export type Selector = { start: number; end: number; quote: string; prefix: string; suffix: string }

/** @returns the selector of a span of `text`; `start` < `end`, both inside the text. */
export const selectorOf = (text: string, start: number, end: number): Selector => ({
  start,
  end,
  quote: text.slice(start, end),
  prefix: withoutHalves(text.slice(Math.max(0, start - contextLength), start)),
  suffix: withoutHalves(text.slice(end, end + contextLength)),
})

/** Leaves out half of a surrogate pair at either end, which no file could hold. */
const withoutHalves = (text: string): string => text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')

/** Shrinks a span to the text without white space at its ends; null where nothing is left. */
export function trimSpan(text: string, start: number, end: number): { start: number; end: number } | null {
  let from = Math.max(0, Math.min(start, end))
  let to = Math.min(text.length, Math.max(start, end))
  while (from < to && /\s/.test(text.charAt(from))) from += 1
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1
  return from < to ? { start: from, end: to } : null
}
