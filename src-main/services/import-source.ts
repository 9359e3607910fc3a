import type { StagedSource } from '../contract/import-types'
import type { ExtractedBlock } from '../domain/article'
import { ExpectedError } from '../domain/error'
import type { Extract } from '../domain/extraction'
import { createByteReader, toExtract } from './import-bytes'
import type { ReviewStage } from './import-stage'

/** Members of one archive are kept for the next look up to this size. */
const keptBytes = 64 * 1024 * 1024

/** Shows rows of reviews beside the text of their originals. */
export function createSourceViews(extract: Extract) {
  const bytes = createByteReader(extract, keptBytes)
  return {
    /** @throws `import/not-an-article`, `import/changed` and what the file can't be read for */
    of: async (stage: ReviewStage, index: number, blocks: readonly ExtractedBlock[]): Promise<StagedSource> => {
      const file = stage.entries[index]?.file
      if (!file) throw new ExpectedError('import/not-an-article')
      const result = await extract({ ...toExtract(file, await bytes.read(file)), sourceOnly: true })
      if (!result.ok) throw new ExpectedError(result.error.code, result.error.params)
      const { lines, truncated } = result.value.source ?? { lines: [], truncated: false }
      return { lines: matchedLines(lines, blocks), truncated }
    },
  }
}

/** So many blocks around the last one are searched for a line's words. */
const mostAhead = 300

/** Shorter texts stand inside others by chance. */
const leastInside = 12

/**
 * Finds for each line the block that took it: the one with the same words, else one that holds the line's words or
 * whose words the line holds. Where several do, the nearest after the block of the line before counts.
 */
export function matchedLines(lines: readonly string[], blocks: readonly ExtractedBlock[]): StagedSource['lines'] {
  const words = blocks.map((block) => lettersOf(block.text))
  const places = new Map<string, number[]>()
  for (const [at, text] of words.entries()) places.set(text, [...(places.get(text) ?? []), at])
  let last = -1
  return lines.map((text) => {
    const wanted = lettersOf(text)
    const block = wanted === '' ? null : (nearest(places.get(wanted) ?? [], last) ?? inside(words, wanted, last))
    if (block !== null) last = block
    return { text, block }
  })
}

/** Letters and digits alone: markup and wrapping change the rest. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()

/** The first place from `last` on, else the last one before it. */
const nearest = (places: readonly number[], last: number): number | null =>
  places.find((at) => at >= last) ?? places.at(-1) ?? null

function inside(words: readonly string[], wanted: string, last: number): number | null {
  if (wanted.length < leastInside) return null
  const holds = (at: number) => {
    const text = words[at] ?? ''
    return text.includes(wanted) || (text.length >= leastInside && wanted.includes(text))
  }
  for (let at = Math.max(0, last); at < Math.min(words.length, last + mostAhead); at += 1) if (holds(at)) return at
  for (let at = last - 1; at >= Math.max(0, last - mostAhead); at -= 1) if (holds(at)) return at
  return null
}
