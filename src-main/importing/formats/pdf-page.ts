import { directionOf } from '../../domain/article'
import { hasText } from './parsed'

/**
 * A run of text as a PDF places it. Points, from the page's left and upper edge; `y` is the baseline; `angle` is null for
 * upright text.
 */
export type Piece = { text: string; x0: number; x1: number; y: number; size: number; font: string; upright: boolean }

/** Pieces on one baseline with no wide gap between them. */
export type Segment = Piece & { rtl: boolean }

/** Segments on about the same height, from left to right. */
export type Row = { y: number; size: number; segments: Segment[] }

export type Page = { number: number; width: number; height: number; rtl: boolean; rows: Row[]; turned: string[] }

/** A gap wider than this many times the size of the letters parts segments. */
const widestSpace = 1
/** The same between the words of a line that is stretched to the width of a narrow column. */
const widestStretch = 6
/** A gap wider than this many times the size of the letters is a space. */
const narrowestSpace = 0.14

/** Orders the pieces of a page into rows; text that does not stand upright is set aside. */
export function readPage(number: number, width: number, height: number, pieces: readonly Piece[]): Page {
  const upright = pieces.filter((piece) => piece.upright && isVisible(piece))
  const rtl = directionOfMost(upright.map((piece) => piece.text).join(' ')) === 'rtl'
  const turned = pieces.filter((piece) => !piece.upright && hasText(piece.text)).map((piece) => piece.text.trim())
  return { number, width, height, rtl, rows: rowsOf(upright), turned }
}

/** Places an Arabic vowel sign right after its letter in the direction of reading, wherever over it the sign is drawn. */
function besideLetter(piece: Piece, all: readonly Piece[]): Piece {
  if (!isMark(piece)) return piece
  const middle = (piece.x0 + piece.x1) / 2
  const letter = all.find((one) => !isMark(one) && hasText(one.text) && one.x0 <= middle && middle <= one.x1)
  return letter && isRtl(letter) ? { ...piece, x0: letter.x0 - 0.01, x1: letter.x0 } : piece
}

/** Some programs draw a colon or a bracket by itself, at the place that the text around it leaves free. */
function withStrays(pieces: readonly Piece[]): Piece[] {
  const strays = pieces.filter((piece) => /^[\p{P}\p{S}]{1,2}$/u.test(piece.text))
  return pieces.flatMap((piece) => {
    if (strays.includes(piece) && pieces.some((other) => isAround(other, piece))) return []
    return [strays.filter((stray) => isAround(piece, stray)).reduce(withStray, piece)]
  })
}

const isAround = (piece: Piece, stray: Piece): boolean =>
  piece !== stray && /\s/.test(piece.text) && piece.x0 < stray.x0 - stray.size && piece.x1 > stray.x1 + stray.size

/** Puts a sign at the end of the word beside which it is drawn. */
function withStray(piece: Piece, stray: Piece): Piece {
  const way = isRtl(piece) ? piece.x1 - stray.x1 : stray.x0 - piece.x0
  const wanted = (way / (piece.x1 - piece.x0)) * piece.text.length
  const ends = [...piece.text.matchAll(/(?=\s|$)/g)].map((match) => match.index)
  const at = ends.reduce((best, end) => (Math.abs(end - wanted) < Math.abs(best - wanted) ? end : best), 0)
  return { ...piece, text: piece.text.slice(0, at) + stray.text + piece.text.slice(at) }
}

/** A vowel sign that is drawn by itself belongs to the letter at its place. */
const isMark = (piece: Piece): boolean => /^\p{M}+$/u.test(piece.text)

/** A point or stroke without width is a vowel sign whose letter the file does not tell. */
const isVisible = (piece: Piece): boolean =>
  piece.text !== '' && (piece.x1 - piece.x0 > 0.01 || piece.text.length > 1 || isMark(piece))

/** @param text of a page or line, words of several scripts */
export function directionOfMost(text: string): 'ltr' | 'rtl' {
  let balance = 0
  for (const word of text.match(/\p{L}+/gu) ?? []) balance += directionOf(word) === 'rtl' ? word.length : -word.length
  return balance > 0 ? 'rtl' : 'ltr'
}

function rowsOf(pieces: readonly Piece[]): Row[] {
  const sorted = [...pieces].sort((a, b) => a.y - b.y)
  const groups: { y: number; size: number; pieces: Piece[] }[] = []
  for (const piece of sorted) {
    const last = groups.at(-1)
    if (isMark(piece)) continue
    const reach = last ? 0.42 * Math.min(Math.max(last.size, piece.size), last.size * 1.5) : 0
    if (last && piece.y - last.y < reach && !last.pieces.some((other) => isUnder(piece, other))) {
      last.pieces.push(piece)
      last.size = Math.max(last.size, hasText(piece.text) ? piece.size : 0)
    } else {
      groups.push({ y: piece.y, size: piece.size, pieces: [piece] })
    }
  }
  for (const mark of sorted.filter(isMark)) {
    const below = groups.find((group) => Math.abs(group.y - mark.y) < mark.size)
    below?.pieces.push(mark)
  }
  return groups.flatMap((group) => {
    const segments = segmentsOf(group.pieces)
    return segments.length > 0 ? [rowOf(segments)] : []
  })
}

/** Two lines of a column are near each other where large letters in the column beside it reach over both. */
function isUnder(piece: Piece, other: Piece): boolean {
  const size = Math.min(piece.size, other.size)
  const shared = Math.min(piece.x1, other.x1) - Math.max(piece.x0, other.x0)
  return piece.y - other.y > 0.5 * size && shared > size && hasText(piece.text) && hasText(other.text)
}

/** @param segments at least one */
export function rowOf(segments: readonly Segment[]): Row {
  const longest = segments.reduce((a, b) => (b.text.length > a.text.length ? b : a))
  return { y: longest.y, size: longest.size, segments: [...segments] }
}

function segmentsOf(pieces: readonly Piece[]): Segment[] {
  const sorted = withStrays(pieces.map((piece) => besideLetter(piece, pieces))).sort(
    (a, b) => a.x0 - b.x0 || a.x1 - b.x1,
  )
  const stretched = stretchedSpaces(sorted.filter((piece) => hasText(piece.text)))
  const runs: Piece[][] = []
  let last: Piece | null = null
  for (const piece of sorted) {
    const space = !hasText(piece.text)
    const run = runs.at(-1)
    // Large letters may stand near a column of small ones.
    const widest = widestSpace * Math.min(last?.size ?? piece.size, piece.size)
    if (run && last && (piece.x0 - last.x1 <= widest || stretched.has(space ? last.x1 : piece.x0))) run.push(piece)
    else if (!space) runs.push([piece])
    if (!space) last = last && last.x1 > piece.x1 ? { ...piece, x1: last.x1 } : piece
  }
  return runs.map(joinPieces).filter((segment) => hasText(segment.text))
}

/**
 * Where the spaces of a line begin and end that was stretched to the width of its column: those beside each other are
 * equally wide, as cells of a table seldom are.
 * @param words from left to right
 */
function stretchedSpaces(words: readonly Piece[]): ReadonlySet<number> {
  const edges = new Set<number>()
  for (const [index, third] of words.entries()) {
    const [first, second] = [words[index - 2], words[index - 1]]
    if (!first || !second) continue
    const three = [first, second, third]
    const [gap, next] = [second.x0 - first.x1, third.x0 - second.x1]
    const isEven = gap > 0 && gap < widestStretch * second.size && Math.abs(gap - next) < 0.03 * second.size
    const areWords = three.every((one) => !/\S\s\S/.test(one.text)) && three.some((one) => /\p{L}/u.test(one.text))
    if (isEven && areWords) for (const edge of [first.x1, second.x0, second.x1, third.x0]) edges.add(edge)
  }
  return edges
}

function joinPieces(pieces: readonly Piece[]): Segment {
  const shown = pieces.filter((piece) => hasText(piece.text))
  const rtl = directionOfMost(pieces.map((piece) => piece.text).join('')) === 'rtl'
  const longest = shown.reduce((a, b) => (b.text.length > a.text.length ? b : a), shown[0] as Piece)
  return {
    text: textInOrder(pieces, rtl),
    x0: Math.min(...shown.map((piece) => piece.x0)),
    x1: Math.max(...shown.map((piece) => piece.x1)),
    y: longest.y,
    size: longest.size,
    font: longest.font,
    upright: true,
    rtl,
  }
}

/** The pieces in the order in which they are read; those of the other direction keep theirs. */
function textInOrder(sorted: readonly Piece[], rtl: boolean): string {
  const words = rtl ? inRightToLeft(sorted) : inLeftToRight(sorted)
  let text = ''
  let before: Piece | null = null
  for (const piece of words) {
    if (!hasText(piece.text)) {
      // Where the pen went back to draw a vowel sign, there seems to be a space without width.
      if (piece.x1 - piece.x0 > 0.02 * piece.size) text += ' '
      continue
    }
    if (isMark(piece)) {
      text += piece.text
      continue
    }
    const gap = before === null ? 0 : Math.max(piece.x0 - before.x1, before.x0 - piece.x1)
    if (gap > narrowestSpace * piece.size) text += ' '
    text += piece.text
    before = piece
  }
  // Ligatures and presentation forms stand for the letters that they are made of.
  return text
    .replace(/[\ufb00-\ufb06\ufb1d-\ufdff\ufe70-\ufefc]+/g, (form) => form.normalize('NFKC'))
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}

const isRtl = (piece: Piece): boolean => directionOf(piece.text) === 'rtl'
const isLtr = (piece: Piece): boolean => !isRtl(piece) && /[\p{L}\p{N}]/u.test(piece.text)

const inLeftToRight = (pieces: readonly Piece[]): Piece[] => turnRuns(pieces, isRtl, isLtr)
const inRightToLeft = (pieces: readonly Piece[]): Piece[] =>
  turnRuns([...pieces].reverse(), isLtr, isRtl).map((piece, index, all) =>
    brackets.has(piece.text) && !(isLtr(all[index - 1] ?? piece) && isLtr(all[index + 1] ?? piece))
      ? { ...piece, text: brackets.get(piece.text) ?? piece.text }
      : piece,
  )

/** Brackets by themselves look the way they are drawn, which is the other way round in text from right to left. */
const brackets: ReadonlyMap<string, string> = new Map(
  ['«»', '()', '[]', '{}', '‹›'].flatMap(([open = '', close = '']) => [
    [open, close],
    [close, open],
  ]),
)

/** Turns each run of foreign pieces round; what is neither, such as a space, goes with a run that it stands in. */
function turnRuns(
  pieces: readonly Piece[],
  isForeign: (piece: Piece) => boolean,
  isOwn: (piece: Piece) => boolean,
): Piece[] {
  const ordered: Piece[] = []
  let at = 0
  while (at < pieces.length) {
    const piece = pieces[at] as Piece
    if (!isForeign(piece)) {
      ordered.push(piece)
      at += 1
      continue
    }
    const stop = pieces.findIndex((other, index) => index > at && isOwn(other))
    const last = pieces.findLastIndex((other, index) => index < (stop < 0 ? pieces.length : stop) && isForeign(other))
    ordered.push(...pieces.slice(at, last + 1).reverse())
    at = last + 1
  }
  return ordered
}
