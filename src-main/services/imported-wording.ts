import { hasSameWords } from '../domain/anchor'
import { blockStarts } from '../domain/article'
import type { Reader } from '../library/handle'
import { blocksOfArticle } from '../library/queries/block'
import { textVersions } from '../library/queries/text-version'
import { textHistory } from './text-history'

type Span = { start: number; end: number }
type Corrected = Span & { imported: string }

/**
 * Begins to tell what paragraphs said before the researcher corrected them; each article is looked at once.
 * @returns what the paragraphs that a passage of a current text stands in said as they were read from the original, a line
 * each; null where no word of them was corrected
 */
export function importedWordings(reader: Reader): (passage: Span & { articleId: number }) => string | null {
  const known = new Map<number, readonly Corrected[]>()
  return ({ articleId, start, end }) => {
    const corrected = known.get(articleId) ?? correctedBlocks(reader, articleId)
    known.set(articleId, corrected)
    const touched = corrected.filter((block) => block.start < end && block.end > start)
    return touched.length === 0 ? null : touched.map((block) => block.imported).join('\n')
  }
}

/** Blocks of an article whose words were corrected since they were read, with their offsets in the text. */
function correctedBlocks(reader: Reader, articleId: number): Corrected[] {
  if (!textVersions(reader, articleId).some(({ cause }) => cause === 'correction')) return []
  const earlier = new Map(textHistory(reader, articleId).changed.map((block) => [block.blockId, block.earlier]))
  const blocks = blocksOfArticle(reader, articleId)
  const starts = blockStarts(blocks)
  return blocks.flatMap(({ id, text }, index) => {
    const wordings = earlier.get(id) ?? []
    // Latest first; what came before the original was read again is not what was corrected.
    const read = wordings.findIndex(({ cause }) => cause === 'extraction')
    const since = read < 0 ? wordings : wordings.slice(0, read)
    const imported = since.at(-1)?.text ?? ''
    const isCorrected = since.some(({ cause }) => cause === 'correction') && !hasSameWords(imported, text)
    const start = starts[index] ?? 0
    return isCorrected && imported !== '' ? [{ start, end: start + text.length, imported }] : []
  })
}
