type Span = { start: number; end: number }
type Piece = { text: string; match: boolean }

/** UTF-16 units that a snippet shows, and how many of them at most stand before its first match. */
const snippetLength = 240
const leadLength = 60

/**
 * The part of a text with the most matches, cut between words.
 * @param matches in order, not overlapping
 * @returns its pieces with runs of white space as one space, and the offset of the first match that it shows
 */
export function snippetOf(text: string, matches: readonly Span[]): { pieces: Piece[]; start: number | null } {
  const densest = densestMatch(matches)
  const from = densest ? wordStart(text, Math.max(0, densest.start - leadLength), densest.start) : 0
  const to = wordEnd(text, Math.min(text.length, from + snippetLength), densest?.end ?? 0)
  const shown = matches.filter((match) => match.start >= from && match.end <= to)
  const pieces: Piece[] = from > 0 ? [{ text: '…', match: false }] : []
  let at = from
  for (const match of shown) {
    pieces.push(
      { text: text.slice(at, match.start), match: false },
      { text: text.slice(match.start, match.end), match: true },
    )
    at = match.end
  }
  pieces.push({ text: text.slice(at, to), match: false }, { text: to < text.length ? '…' : '', match: false })
  return {
    pieces: joined(pieces.map((piece) => ({ ...piece, text: piece.text.replace(/\s+/g, ' ') }))),
    start: shown[0]?.start ?? null,
  }
}

/** The match from which a snippet would show the most matches; of equals the first. */
function densestMatch(matches: readonly Span[]): Span | null {
  let best: { match: Span; count: number } | null = null
  let end = 0
  for (const [index, match] of matches.entries()) {
    while (end < matches.length && (matches[end]?.end ?? 0) <= match.start + snippetLength - leadLength) end += 1
    if (!best || end - index > best.count) best = { match, count: end - index }
  }
  return best?.match ?? null
}

/** The first beginning of a word at or after `from`, at the latest `limit`. */
function wordStart(text: string, from: number, limit: number): number {
  if (from === 0 || /\s/.test(text.charAt(from - 1))) return from
  const gap = text.slice(from, limit).search(/\s\S/)
  return gap < 0 ? limit : from + gap + 1
}

/** The last end of a word at or before `to`, at the earliest `limit`. */
function wordEnd(text: string, to: number, limit: number): number {
  if (to >= text.length) return text.length
  const last = Math.max(text.lastIndexOf(' ', to), text.lastIndexOf('\n', to))
  return last > limit ? last : Math.max(limit, to)
}

/** Without empty pieces, neighbours of one kind as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (last && last.match === piece.match) last.text += piece.text
    else if (piece.text !== '') result.push({ ...piece })
  }
  return result
}
