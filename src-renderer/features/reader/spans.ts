/** A stretch of an article's text: UTF-16 offsets, `start` < `end`. */
export type Span = { start: number; end: number }

/** A passage's line in one of its tags, on a lane of its own where passages overlap. */
export type Mark<T> = Span & { lane: number; item: T }

/**
 * Gives marks lanes so that none overlaps another of its lane; earlier and longer ones come first.
 * @param items in any order
 */
export function intoLanes<T extends Span>(items: readonly T[]): Mark<T>[] {
  const laneEnds: number[] = []
  return [...items]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((item) => {
      const free = laneEnds.findIndex((end) => end <= item.start)
      const lane = free < 0 ? laneEnds.length : free
      laneEnds[lane] = item.end
      return { start: item.start, end: item.end, lane, item }
    })
}

/** The passages that cover an offset, shortest first. */
export const coveringAt = <T extends Span>(items: readonly T[], offset: number): T[] =>
  items.filter((p) => p.start <= offset && offset < p.end).sort((a, b) => a.end - a.start - (b.end - b.start))

const abbreviation =
  /(?:^|[\s("“])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Maj|Col|Lt|Sgt|Capt|Sen|Rep|Gov|Prof|St|No|vs|U\.S|U\.N|U\.K)\.\s*$/u

/**
 * Sentences of a paragraph as offsets into it, for moving a selection by sentence. Pieces that end in an abbreviation are
 * joined with what follows.
 */
export function sentencesOf(text: string, language: string | null): Span[] {
  const pieces = [...new Intl.Segmenter(language ?? undefined, { granularity: 'sentence' }).segment(text)]
  const spans: Span[] = []
  let open = 0
  for (const [i, piece] of pieces.entries()) {
    const end = piece.index + piece.segment.length
    if (i < pieces.length - 1 && abbreviation.test(text.slice(open, end))) continue
    const trimmed = text.slice(open, end).trimEnd().length
    if (trimmed > 0) spans.push({ start: open, end: open + trimmed })
    open = end
  }
  return spans
}

/**
 * A selection whose end moves to the end of the next or the last unit (sentences or paragraphs).
 * @param units of the whole article, in order
 * @param from where a selection begins while there is none
 * @returns the new span, or null where nothing is left of it
 */
export function extendByEnd(span: Span | null, units: readonly Span[], step: 1 | -1, from: number): Span | null {
  if (!span) return step === 1 ? (units.find((u) => u.end > from) ?? null) : null
  const unit =
    step === 1 ? units.find((u) => u.end > span.end) : units.findLast((u) => u.end < span.end && u.end > span.start)
  if (unit) return { start: span.start, end: unit.end }
  return step === 1 ? span : null
}

/** The sentence before or after the one at a span or offset. */
export function neighbourSentence(
  span: Span | null,
  sentences: readonly Span[],
  step: 1 | -1,
  from: number,
): Span | null {
  if (!span) return sentences.find((s) => s.end > from) ?? null
  return step === 1
    ? (sentences.find((s) => s.start >= span.end) ?? span)
    : (sentences.findLast((s) => s.end <= span.start) ?? span)
}
