import { type Selector, selectorOf } from './passage'
import type { KeptSpan, TextChange } from './text-edit'

const unspaced = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]'
const betweenUnspaced = new RegExp(`(?<=${unspaced})\\s+(?=${unspaced})`, 'gu')

/** Whether two texts have the same words: only white space may differ, as where paragraphs were merged or split. */
export const hasSameWords = (a: string, b: string): boolean => a === b || spaced(a) === spaced(b)

const spaced = (text: string): string => text.replace(betweenUnspaced, '').replace(/\s+/g, ' ')

/** Where an offset's character stands now, or null where it is gone. */
export function newOffset(kept: readonly KeptSpan[], offset: number): number | null {
  const span = kept.find(({ from, length }) => offset >= from && offset < from + length)
  return span ? span.to + offset - span.from : null
}

/** Where an offset stands now, or the nearest character before it that is still there. */
export function nearestOffset(kept: readonly KeptSpan[], offset: number): number {
  const exact = newOffset(kept, offset)
  if (exact !== null) return exact
  let nearest: KeptSpan | null = null
  for (const span of kept) if (span.from <= offset && (nearest === null || span.from > nearest.from)) nearest = span
  return nearest ? nearest.to + nearest.length : 0
}

/**
 * Where a passage stands after its text was changed. In order: where its words were, if they still stand there;
 * otherwise its exact quotation in what is new in the text, by the likeness of what stands around it, then by the
 * distance. A quotation that stood elsewhere in the old text already is another place, and is never taken.
 * @param isOrphan the passage was not found in `change.before` either, so its offsets mean nothing: then it takes the
 * one place that is likest, and none where two are alike
 * @returns null where its words are nowhere, or not at one place: it is orphaned
 */
export function anchored(passage: Selector, change: TextChange, isOrphan = false): Selector | null {
  if (!isOrphan) {
    const held = heldPlace(passage, change)
    if (held) return held
  }
  const places = newPlaces(passage.quote, change)
  const expected = isOrphan ? 0 : nearestOffset(change.kept, passage.start)
  const ranked = places
    .map((start) => ({
      start,
      likeness: likeness(passage, change.after, start),
      distance: Math.abs(start - expected),
    }))
    .sort((a, b) => b.likeness - a.likeness || a.distance - b.distance || a.start - b.start)
  const [best, second] = ranked
  if (!best || (isOrphan && second && second.likeness === best.likeness)) return null
  return selectorOf(change.after, best.start, best.start + passage.quote.length)
}

function heldPlace({ start, end, quote }: Selector, { before, after, kept }: TextChange): Selector | null {
  if (before.slice(start, end) !== quote) return null
  const from = newOffset(kept, start)
  const last = newOffset(kept, end - 1)
  if (from === null || last === null || last < from) return null
  return hasSameWords(after.slice(from, last + 1), quote) ? selectorOf(after, from, last + 1) : null
}

/** Places of a quotation in the new text that are not all old text: those stood there before, as other places. */
function newPlaces(quote: string, { after, kept }: TextChange): number[] {
  const places: number[] = []
  if (quote === '') return places
  for (let at = after.indexOf(quote); at >= 0; at = after.indexOf(quote, at + 1)) {
    const end = at + quote.length
    if (!kept.some(({ to, length }) => to <= at && to + length >= end)) places.push(at)
  }
  return places
}

/** How many characters around a place are as around the passage. */
function likeness({ quote, prefix, suffix }: Selector, text: string, start: number): number {
  const end = start + quote.length
  let before = 0
  while (before < prefix.length && prefix.at(-1 - before) === text[start - 1 - before]) before += 1
  let behind = 0
  while (behind < suffix.length && suffix[behind] === text[end + behind]) behind += 1
  return before + behind
}
