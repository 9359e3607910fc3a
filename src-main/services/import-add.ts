import type { AddedArticles } from '../contract/import-types'
import { type ExtractedBlock, standInTitle } from '../domain/article'
import type { ExtractedArticle } from '../domain/extraction'
import type { Reader, Writer } from '../library/handle'
import { insertArticle, type NewArticle } from '../library/queries/article'
import { insertBlocks } from '../library/queries/block'
import { insertOriginal, type NewOriginal, originalsByHashes } from '../library/queries/original'
import { refreshDocuments } from '../library/queries/search'
import { type ArticleEdits, edited } from './article-edits'
import { bodyWords, importNumbers, namedArticles } from './article-view'
import type { ServiceContext } from './context'

/** An extracted file, with what the researcher changed in the review. */
export type ToAdd = {
  file: Pick<NewOriginal, 'bytes' | 'fileName' | 'sha256'>
  extracted: ExtractedArticle
  edits?: ArticleEdits | undefined
  /** Blocks by position whose visibility was changed. */
  blocks?: readonly { index: number; hidden: boolean }[] | undefined
}

type Prepared = { original: NewOriginal; article: Omit<NewArticle, 'originalId'>; blocks: ExtractedBlock[] }

/**
 * Adds articles as one operation. Bytes that a live article of the library has already are skipped.
 * @throws `date/not-understood`, before anything is written
 */
export function addArticles({ library, clock }: ServiceContext, items: readonly ToAdd[]): AddedArticles {
  const at = clock()
  const prepared = items.map((item) => prepare(item, at))
  const detail = namedArticles(
    prepared.map(({ article }) => ({ title: article.metadata.title.value, standIn: article.standIn })),
  )
  return library.importOperation('import.add', detail, (writer, operation) => {
    const fresh = withoutKnown(writer, prepared)
    const articleIds = fresh.map((item) => add(writer, item, operation))
    refreshDocuments(writer, 'article', articleIds)
    return { articleIds, skipped: items.length - articleIds.length }
  })
}

function prepare({ file, extracted, edits, blocks: changes = [] }: ToAdd, at: string): Prepared {
  const { metadata, status, note } = edited({ metadata: extracted.metadata, status: 'to-read', note: '' }, edits ?? {})
  const blocks = withVisibility(extracted.blocks, changes)
  return {
    original: { ...file, mediaType: extracted.mediaType, importedAt: at },
    article: {
      metadata,
      status,
      note,
      standIn: standInTitle(blocks),
      words: bodyWords(blocks),
      addedAt: at,
      part: extracted.part,
    },
    blocks,
  }
}

function withVisibility(blocks: readonly ExtractedBlock[], changes: NonNullable<ToAdd['blocks']>): ExtractedBlock[] {
  const hidden = new Map(changes.map((change) => [change.index, change.hidden]))
  return blocks.map((block, index) => {
    const wanted = hidden.get(index) ?? block.hidden
    return wanted === block.hidden ? block : { ...block, hidden: wanted, reason: wanted ? 'researcher' : null }
  })
}

type Fresh = Prepared & { originalId: number | null }

/** Those whose bytes no live article has, each once; `originalId` is that of the bytes where they are kept already. */
function withoutKnown(reader: Reader, items: readonly Prepared[]): Fresh[] {
  const known = originalsByHashes(
    reader,
    items.map((item) => item.original.sha256),
  )
  const added = new Set<string>()
  return items.flatMap((item) => {
    const { sha256 } = item.original
    const original = known.get(sha256)
    if (original?.hasArticle || added.has(sha256)) return []
    added.add(sha256)
    return [{ ...item, originalId: original?.id ?? null }]
  })
}

/** @returns the new article's id */
function add(writer: Writer, item: Fresh, operation: number): number {
  const originalId = item.originalId ?? insertOriginal(writer, item.original)
  const id = insertArticle(writer, { ...item.article, originalId }, operation)
  insertBlocks(writer, id, item.blocks, importNumbers(item.blocks))
  return id
}
