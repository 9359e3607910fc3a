/** A stretch of a paragraph, at an offset of the article's text, with the passages that cover it, longest first. */
export type Stretch<P> = { start: number; text: string; passages: P[] }

/**
 * Cuts a paragraph where passages begin and end.
 * @param start offset of the paragraph in the article's text
 * @param passages spans in the same text; they may overlap and reach beyond the paragraph
 */
export function stretches<P extends { start: number; end: number }>(
  text: string,
  start: number,
  passages: readonly P[],
): Stretch<P>[] {
  const end = start + text.length
  const here = passages
    .filter((p) => p.start < end && p.end > start)
    .sort((a, b) => b.end - b.start - (a.end - a.start))
  const cuts = new Set([start, end])
  for (const p of here) {
    cuts.add(Math.max(start, p.start))
    cuts.add(Math.min(end, p.end))
  }
  const points = [...cuts].sort((a, b) => a - b)
  return points.slice(0, -1).map((from, i) => {
    const to = points[i + 1] ?? end
    return {
      start: from,
      text: text.slice(from - start, to - start),
      passages: here.filter((p) => p.start <= from && p.end >= to),
    }
  })
}
