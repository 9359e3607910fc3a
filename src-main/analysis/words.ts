import { atOnce } from './steps'
import { isCommonWord } from './terms'

/**
 * A word of a text as wording is compared: `key` is the word without case, accents and vowel points; offsets in UTF-16
 * units. `weight` tells how much the choice of the word says about where a text was taken from, from 0 to 1; `paragraph`
 * counts from 0.
 */
export type Word = {
  key: string
  start: number
  end: number
  isQuoted: boolean
  weight: number
  paragraph: number
}

/** Whoever tells of an affair has to use its names and figures, and any sentence is held together by common words. */
const weights = { content: 1, opening: 0.5, withoutCase: 0.65, common: 0.35, character: 0.35, name: 0.1 }

/** Scripts that put no space between words are compared character by character. */
const character =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]'
/** A straight quotation mark between letters abbreviates in Hebrew. */
const token = new RegExp(
  `${character}\\p{M}*|(?:(?!${character})[\\p{L}\\p{N}])(?:(?!${character})[\\p{L}\\p{M}\\p{N}])*(?:['’"״][\\p{L}]+)*|["“”„«»「」『』]|\\n`,
  'gu',
)
const isCharacter = new RegExp(`^${character}`, 'u')

/** Single marks are apostrophes elsewhere: one that opens a quotation stands before a word, one that closes it behind. */
const singleMark = /(?<opening>(?<![\p{L}\p{N}'’])['‘](?=\p{L}))|(?<=[\p{L}\p{N}.,!?…])['’](?![\p{L}\p{N}])|\n/gu

/** Marks further apart, in UTF-16 units, hardly belong together. */
const longestInSingleMarks = 1000

/** So many UTF-16 units are read in a step, unless a paragraph is longer. */
const stepLength = 4000

/** As {@link wordsOf}, in steps between which other work can be done. */
export function* wordSteps(text: string): Generator<undefined, Word[]> {
  const words: Word[] = []
  let paragraphs = 0
  for (let start = 0; start < text.length; ) {
    const lineEnd = text.indexOf('\n', start + stepLength)
    const end = lineEnd < 0 ? text.length : lineEnd + 1
    const piece = text.slice(start, end)
    for (const word of wordsOf(piece)) {
      word.start += start
      word.end += start
      word.paragraph += paragraphs
      words.push(word)
    }
    paragraphs += piece.split('\n').length - 1
    start = end
    yield
  }
  return words
}

/** The words of a text in order. A quotation ends with its paragraph at the latest; line feeds end paragraphs. */
export function wordsOf(text: string): Word[] {
  const words = inDoubleMarks(text)
  let opened: number | null = null
  let next = 0
  for (const { 0: mark, index, groups } of text.matchAll(singleMark)) {
    if (groups?.opening !== undefined) opened ??= index
    else {
      if (opened !== null && mark !== '\n' && index - opened <= longestInSingleMarks) {
        next = quote(words, next, opened, index)
      }
      opened = null
    }
  }
  return words
}

/** Marks the words between two offsets, looking from a word on. @returns the first word behind them */
function quote(words: readonly Word[], from: number, start: number, end: number): number {
  let at = from
  for (let word = words[at]; word && word.start < end; at += 1, word = words[at]) {
    if (word.start >= start) word.isQuoted = true
  }
  return at
}

function inDoubleMarks(text: string): Word[] {
  const words: Word[] = []
  let isQuoted = false
  let first = 0
  let paragraph = 0
  for (const match of text.matchAll(token)) {
    const [piece] = match
    const { index: start } = match
    const end = start + piece.length
    if (piece === '\n') {
      isQuoted = false
      first = words.length
      paragraph += 1
    } else if (isMark(piece)) {
      const opens: boolean = !isQuoted && (opensQuotation(piece, text, start) || words.length === first)
      // A mark that can only close tells that the paragraph began inside a quotation.
      if (!isQuoted && !opens) {
        for (const word of words.slice(first)) word.isQuoted = true
        first = words.length
      }
      isQuoted = opens
    } else {
      words.push({ key: keyOf(piece), start, end, isQuoted, weight: weightOf(piece, text, start), paragraph })
    }
  }
  return words
}

const isMark = (piece: string): boolean => /^["“”„«»「」『』]$/.test(piece)

/** By what stands beside it: which marks open and which close differs by language. */
function opensQuotation(mark: string, text: string, at: number): boolean {
  if (/[„「『]/.test(mark)) return true
  if (/[」』]/.test(mark)) return false
  const before = text.charAt(at - 1)
  const follows = /[\p{L}\p{N}]/u.test(text.charAt(at + 1))
  if (/[\p{L}\p{N}.,!?…،؟]/u.test(before)) return follows && !/[\p{L}\p{N}.!?…؟]/u.test(before)
  return follows || /["“«]/.test(mark)
}

const keyOf = (word: string): string => {
  const lower = word.toLowerCase()
  if (/^[a-z\d']*$/.test(lower)) return lower
  const plain = lower
    .replace(/[’״"]/g, "'")
    .normalize('NFKD')
    .replace(/[\p{M}ـ]/gu, '')
  return plain === '' ? lower : plain
}

function weightOf(word: string, text: string, start: number): number {
  if (/\d/.test(word)) return weights.name
  if (isCharacter.test(word)) return weights.character
  const lower = word.toLowerCase()
  if (word.length <= 3 || isCommonWord(lower)) return weights.common
  if (lower === word) return lower.toUpperCase() === word ? weights.withoutCase : weights.content
  return /(?:^|[.!?…:\n]["“”„«»\s]*|^["“”„«»\s]+)$/u.test(text.slice(Math.max(0, start - 4), start))
    ? weights.opening
    : weights.name
}

/** Words per shingle. Fewer words in a row agree by chance in texts of one affair. */
export const shingleLength = 6

/**
 * A number for each run of {@link shingleLength} words, of 53 bits: equal runs have equal ones, in every version and on
 * every machine. Element `i` is that of the run beginning at word `i`.
 */
export const shingles = (words: readonly Word[]): Float64Array => atOnce(shingleSteps(words))

/** Words that are looked at in a step. */
const wordsOfStep = 4000

/** As {@link shingles}, in steps between which other work can be done. */
export function* shingleSteps(words: readonly Word[]): Generator<undefined, Float64Array> {
  const first = new Uint32Array(words.length)
  const second = new Uint32Array(words.length)
  for (const [i, { key }] of words.entries()) {
    first[i] = hashOf(key, 0x811c9dc5)
    second[i] = hashOf(key, 0x9e3779b1)
    if (i % wordsOfStep === 0) yield
  }
  const found = new Float64Array(Math.max(0, words.length - shingleLength + 1))
  for (let i = 0; i < found.length; i += 1) {
    let high = 0
    let low = 0
    for (let k = i; k < i + shingleLength; k += 1) {
      high = mixed(Math.imul(high, 31) + (first[k] ?? 0))
      low = mixed(Math.imul(low, 37) + (second[k] ?? 0))
    }
    found[i] = (high >>> 11) * 2 ** 32 + (low >>> 0)
    if (i % wordsOfStep === 0) yield
  }
  return found
}

/** A number of 53 bits for a word: equal words have equal ones, in every version and on every machine. */
export const wordHash = (word: string): number =>
  (hashOf(word, 0x811c9dc5) >>> 11) * 2 ** 32 + (hashOf(word, 0x9e3779b1) >>> 0)

/** FNV-1a over UTF-16 units, from a seed. */
function hashOf(text: string, seed: number): number {
  let hash = seed
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mixed(hash)
}

/** Spreads the bits of a 32-bit number (the last steps of MurmurHash 3). */
function mixed(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
