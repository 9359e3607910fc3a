import { foldLetter } from '../../../../src-main/domain/letters'
import type { Span } from '../spans'

/** A text as it is compared, with where each of its units stands in the original. No list: it stands where it stood. */
type Folded = { text: string; at: { starts: readonly number[]; ends: readonly number[] } | null }

/** A block's text folded, and the offset that it begins at in its article. */
export type FoldedBlock = Folded & { offset: number }

const signs: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  ς: 'σ',
}

const plain = /^[\x21-\x7e]*(?: [\x21-\x7e]+)* ?$/
const space = /\s/u
const mark = /[\u0300-\u036f]/gu
const latin = /^[a-z]/u

/** One character as it is compared: case, diacritics of Latin letters and forms of Arabic ones don't count. */
function foldCharacter(character: string): string {
  if (space.test(character)) return ' '
  const sign = signs[character]
  if (sign !== undefined) return sign
  let folded = ''
  for (const piece of character.normalize('NFKC')) {
    const lower = foldLetter(piece).toLowerCase()
    const parts = lower.normalize('NFD')
    folded += latin.test(parts) ? parts.replace(mark, '') : lower.replace(mark, '')
  }
  return folded
}

/** @param known characters folded so far */
function fold(text: string, known: Map<string, string>): Folded {
  if (plain.test(text)) return { text: text.toLowerCase(), at: null }
  const starts: number[] = []
  const ends: number[] = []
  const pieces: string[] = []
  let before = ''
  let start = 0
  for (const character of text) {
    const end = start + character.length
    let piece = known.get(character)
    if (piece === undefined) {
      piece = foldCharacter(character)
      known.set(character, piece)
    }
    const goesOn = piece === '' || (piece === ' ' && before === ' ')
    // What leaves nothing belongs to what is before it, so that a match includes its vowel signs.
    if (goesOn && ends.length > 0) ends[ends.length - 1] = end
    if (!goesOn) {
      for (let i = 0; i < piece.length; i += 1) {
        starts.push(start)
        ends.push(end)
      }
      pieces.push(piece)
      before = piece
    }
    start = end
  }
  return { text: pieces.join(''), at: { starts, ends } }
}

/** Blocks made ready to be searched. */
export function foldBlocks(blocks: readonly { text: string; start: number }[]): FoldedBlock[] {
  const known = new Map<string, string>()
  return blocks.map((block) => ({ ...fold(block.text, known), offset: block.start }))
}

/** Where a query occurs, as spans of the article's text, in order and without overlaps; none of a query of spaces alone. */
export function findIn(blocks: readonly FoldedBlock[], query: string): Span[] {
  const wanted = fold(query, new Map()).text
  if (wanted.trim() === '') return []
  return blocks.flatMap(({ text, at, offset }) => {
    const found: Span[] = []
    for (let i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + wanted.length)) {
      const last = i + wanted.length - 1
      found.push({ start: offset + (at?.starts[i] ?? i), end: offset + (at?.ends[last] ?? last + 1) })
    }
    return found
  })
}

/** A place where what is looked for occurs, in a pane by its id. */
export type Hit = Span & { pane: number }

/** The hit to begin with: the first in the pane in hand from where it is read, or the first of all. */
export function firstHit(hits: readonly Hit[], pane: number | null, from: number): Hit | null {
  const here = hits.filter((hit) => hit.pane === pane)
  return here.find((hit) => hit.start >= from) ?? here[0] ?? hits[0] ?? null
}

/** The hit after or before one, beginning again at the other end. */
export function neighbourHit(hits: readonly Hit[], current: Hit | null, step: 1 | -1): Hit | null {
  const at = hits.findIndex((hit) => hit.pane === current?.pane && hit.start === current.start)
  if (at < 0) return (step === 1 ? hits[0] : hits.at(-1)) ?? null
  return hits[(at + step + hits.length) % hits.length] ?? null
}
