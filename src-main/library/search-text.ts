import { foldedLetters, foldLetter } from '../domain/letters'

/**
 * Text as the full-text index sees it. FTS5's `unicode61 remove_diacritics 2` folds case and Latin diacritics by itself;
 * this does what it doesn't: spelling variants of Arabic, vowel points of Hebrew and Arabic, letters with strokes and
 * ligatures, full-width forms; and it parts Chinese and Japanese text into characters, so that a phrase finds a substring.
 * Foldings may change lengths, so {@link FoldedText} leads offsets back to the original.
 */
export type FoldedText = {
  text: string
  /** @returns the UTF-16 offset in the original of an offset in `text` */
  original: (folded: number) => number
}

/** Presentation forms of Arabic and Hebrew, Latin ligatures, full-width and half-width forms. */
const compatibility = '\\ufb00-\\ufdff\\ufe70-\\ufefe\\uff01-\\uffee'
const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'

const foldable = new RegExp(`[${foldedLetters}${compatibility}${unspaced}]`, 'gu')
const isUnspaced = new RegExp(`[${unspaced}]`, 'u')

function foldCharacter(character: string): string {
  const letter = foldLetter(character)
  if (letter !== character) return letter
  const plain = character.normalize('NFKC')
  if (plain !== character) return foldText(plain)
  return isUnspaced.test(character) ? ` ${character} ` : character
}

/** @returns the text to index, or to look up in the index */
export const foldText = (text: string): string => text.replace(foldable, foldCharacter)

/** As {@link foldText}, with the way back. */
export function foldWithOffsets(text: string): FoldedText {
  // Between two entries offsets run level; an entry is where a piece begins, in folded and original text.
  const foldedAt: number[] = [0]
  const originalAt: number[] = [0]
  let folded = ''
  let done = 0
  for (const match of text.matchAll(foldable)) {
    const piece = foldCharacter(match[0])
    folded += text.slice(done, match.index)
    done = match.index + match[0].length
    if (piece.length === match[0].length) {
      folded += piece
      continue
    }
    for (let i = 0; i < piece.length; i += 1) {
      foldedAt.push(folded.length + i)
      // A closing space stands after the character; a match that ends before it ends with the character.
      const isAfter = i > 0 && i === piece.length - 1 && piece[i] === ' '
      originalAt.push(isAfter ? done : match.index)
    }
    folded += piece
    foldedAt.push(folded.length)
    originalAt.push(done)
  }
  folded += text.slice(done)
  return { text: folded, original: (offset) => backwards(foldedAt, originalAt, offset) }
}

function backwards(foldedAt: readonly number[], originalAt: readonly number[], offset: number): number {
  let low = 0
  let high = foldedAt.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((foldedAt[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return (originalAt[low] ?? 0) + offset - (foldedAt[low] ?? 0)
}
