import { createHash } from 'node:crypto'
import type { ExtractedArticle } from '../../src-main/domain/extraction'
import { unknownValue } from '../../src-main/domain/origin'
import type { ToAdd } from '../../src-main/services/import-add'

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const words =
  'harbour ferry bridge convoy river island drivers minister closed opened said never waited north port'.split(' ')

/** An invented text of that many paragraphs. */
export function generatedText(random: () => number, paragraphs: number): string {
  const word = () => words[Math.floor(random() * words.length)] ?? ''
  const sentence = () => `The ${Array.from({ length: 8 + Math.floor(random() * 20) }, word).join(' ')}.`
  const paragraph = () => Array.from({ length: 1 + Math.floor(random() * 4) }, sentence).join(' ')
  return Array.from({ length: paragraphs }, paragraph).join('\n\n')
}

/** A text file as extraction would hand it over: one paragraph per block, the title given. */
export function extractedText(text: string, title: string | null, fileName: string): ToAdd {
  const bytes = Buffer.from(text)
  const unknown = { ...unknownValue }
  const metadata: ExtractedArticle['metadata'] = {
    title: title === null ? unknown : { value: title, origin: 'file', confidence: 'certain', evidence: null },
    subtitle: unknown,
    byline: unknown,
    outlet: unknown,
    published: unknown,
    section: unknown,
    updated: unknown,
    language: unknown,
    url: unknown,
  }
  const blocks = text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({
      kind: 'paragraph' as const,
      text: paragraph.trim(),
      hidden: false,
      reason: null,
      line: null,
    }))
  return {
    file: { bytes, fileName, sha256: createHash('sha256').update(bytes).digest('hex') },
    extracted: { mediaType: 'text/plain', part: null, metadata, blocks, partial: null },
  }
}
