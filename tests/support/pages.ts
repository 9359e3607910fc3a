import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { parse, serialize } from 'parse5'
import type { DomDocument } from '../../src-main/importing/formats/dom'
import { pageBlocks } from '../../src-main/importing/formats/html-blocks'

/** What is known of a page besides its text; null where nobody knows. */
export type PageMetadata = Record<'title' | 'byline' | 'publishedTime' | 'siteName' | 'lang', string | null>

/**
 * A page with what is right about it. `paragraphs` are its article's; `wanted` and `unwanted` are passages that its text
 * must have and must not have.
 */
export type Page = {
  name: string
  bytes: Buffer
  paragraphs: string[] | null
  wanted: string[]
  unwanted: string[]
  metadata: Partial<PageMetadata>
}

/** Which half of a fixed split a page belongs to, by a hash of its name (FNV-1a). */
export function halfOf(name: string): 'dev' | 'held-out' {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(name)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return (hash >>> 16) % 2 === 0 ? 'dev' : 'held-out'
}

/**
 * The pages of a folder: a folder each (`source.html`, and of `expected.html`, `expected-metadata.json`,
 * `segments.json` what there is), or a marked file each.
 */
export function readPages(folder: string): Page[] {
  const entries = existsSync(folder) ? readdirSync(folder).sort() : []
  return entries.flatMap((entry) => {
    const path = join(folder, entry)
    if (statSync(path).isDirectory()) return existsSync(join(path, 'source.html')) ? [readFolder(path, entry)] : []
    return entry.endsWith('.html') ? [markedPage(entry.replace(/\.html$/, ''), readFileSync(path, 'utf8'))] : []
  })
}

function readFolder(path: string, name: string): Page {
  const read = (file: string) => (existsSync(join(path, file)) ? readFileSync(join(path, file), 'utf8') : null)
  const expected = read('expected.html')
  const segments: { with?: string[]; without?: string[] } = JSON.parse(read('segments.json') ?? '{}')
  return {
    name,
    bytes: readFileSync(join(path, 'source.html')),
    paragraphs: expected === null ? null : paragraphsOf(expected),
    wanted: segments.with ?? [],
    unwanted: segments.without ?? [],
    metadata: JSON.parse(read('expected-metadata.json') ?? '{}'),
  }
}

const wantedMark = /⟦([^⟦⟧]*)⟧/gu
const unwantedMark = /⟪([^⟪⟫]*)⟫/gu

/** A page whose source has ⟦marks⟧ around the text of its article and ⟪others⟫ around what must be hidden. */
export function markedPage(name: string, source: string): Page {
  const marked = (pattern: RegExp) => [...source.matchAll(pattern)].flatMap((match) => paragraphsOf(match[1] ?? ''))
  const wanted = marked(wantedMark)
  const bytes = Buffer.from(source.replace(/[⟦⟧⟪⟫]/gu, ''))
  return { name, bytes, paragraphs: wanted, wanted, unwanted: marked(unwantedMark), metadata: {} }
}

/** A whole page's tree, as bare Readability needs it: linkedom finds nothing in a page without `<html>` and `<body>` tags. */
export const parsePage = (html: string): DomDocument =>
  parseHTML(serialize(parse(html))).document as unknown as DomDocument

/** The paragraphs of a piece of HTML. */
export const paragraphsOf = (html: string): string[] => pageBlocks(parsePage(html)).map((block) => block.text)

/** Words of a text in lower case; characters where a script does not divide words. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu) ?? []

type Counts = Map<string, number>

function shingles(text: string): Counts {
  const words = wordsOf(text)
  const counts: Counts = new Map()
  for (let at = 0; at === 0 || at + 4 <= words.length; at += 1) {
    const shingle = words.slice(at, at + 4).join(' ')
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

const total = (counts: Counts): number => [...counts.values()].reduce((sum, count) => sum + count, 0)

function common(a: Counts, b: Counts): number {
  let sum = 0
  for (const [shingle, count] of a) sum += Math.min(count, b.get(shingle) ?? 0)
  return sum
}

/** Harmonic mean of precision and recall over the sequences of four words, each counted as often as it stands. */
export function textF1(expected: string, found: string): number {
  const [a, b] = [shingles(expected), shingles(found)]
  return (2 * common(a, b)) / (total(a) + total(b))
}

/** Share of the expected paragraphs of which at least four fifths are in the text. */
export function paragraphsKept(expected: readonly string[], found: string): number {
  const all = shingles(found)
  const kept = expected.filter((paragraph) => {
    const own = shingles(paragraph)
    return wordsOf(paragraph).length < 4
      ? plain(found).includes(plain(paragraph))
      : common(own, all) >= total(own) * 0.8
  })
  return expected.length === 0 ? 1 : kept.length / expected.length
}

const plain = (text: string): string => wordsOf(text).join(' ')

export type SegmentCounts = { wanted: number; missed: number; wrong: number }

/** How many passages a text has that it must have, lacks, and has although it must not. */
export function countSegments(page: Page, found: string): SegmentCounts {
  const text = plain(found)
  const has = (segment: string) => text.includes(plain(segment))
  const wanted = page.wanted.filter(has).length
  return { wanted, missed: page.wanted.length - wanted, wrong: page.unwanted.filter(has).length }
}

/** Harmonic mean of precision and recall of the passages, over all pages. */
export function segmentF(counts: readonly SegmentCounts[]): number {
  const sum = (key: keyof SegmentCounts) => counts.reduce((all, one) => all + one[key], 0)
  return (2 * sum('wanted')) / (2 * sum('wanted') + sum('missed') + sum('wrong'))
}
