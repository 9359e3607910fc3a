import { standInTitle } from '../domain/article'
import type { ExtractedArticle } from '../domain/extraction'
import type { Reader, Writer } from '../library/handle'
import { insertArticle, type NewArticle } from '../library/queries/article'
import { insertBlocks, type NewBlock } from '../library/queries/block'
import { insertOriginal, type NewOriginal } from '../library/queries/original'
import { refreshDocuments } from '../library/queries/search'
import { storedFiles } from '../library/queries/stored-file'
import { type ArticleEdits, edited } from './article-edits'
import { bodyWords, importNumbers, namedArticles } from './article-view'
import type { ServiceContext } from './context'
import { withOrdersShown } from './evidence-orders'
import { applyRules } from './rule-apply'

/** An extracted article, with what the researcher changed in the review. */
export type ToAdd = {
  file: Pick<NewOriginal, 'bytes' | 'fileName' | 'sha256'>
  extracted: ExtractedArticle
  edits?: ArticleEdits | undefined
  /** Blocks by position whose visibility was changed. */
  blocks?: readonly { index: number; hidden: boolean }[] | undefined
}

type Prepared = { original: NewOriginal; article: Omit<NewArticle, 'originalId'>; blocks: NewBlock[] }

type Named = Parameters<typeof namedArticles>[0][number]

/** An import that has begun: its operation, and the articles that it was to add so far. */
export type Begun = { operation: number; named: readonly Named[] }

/** `ids` has the new article of each item, null for those that the library had. */
export type Added = { ids: (number | null)[]; articleIds: number[]; skipped: number }

/**
 * Adds articles as one operation. What the library has already, the same part of the same bytes in a live article, is
 * skipped.
 * @throws `date/not-understood`, before anything is written
 */
export const addArticles = (context: ServiceContext, items: readonly ToAdd[]): Added =>
  addMore(context, items, null)?.added ?? nothing

const nothing: Added = { ids: [], articleIds: [], skipped: 0 }

/**
 * Adds articles as an operation, or as more of one.
 * @param begun the import to go on with
 * @returns what was added, and how to go on; `begun` is null where nothing was new yet. Null, and nothing added, where
 * the import was taken back meanwhile
 * @throws `date/not-understood`, before anything is written
 */
export function addMore(
  { library, clock }: ServiceContext,
  items: readonly ToAdd[],
  begun: Begun | null,
): { added: Added; begun: Begun | null } | null {
  const at = clock()
  const prepared = items.map((item) => prepare(library.reader, item, at))
  const named = [...(begun?.named ?? []), ...prepared.map(nameOf)]
  const work = (writer: Writer, operation: number) => {
    const ids = addNew(writer, prepared, operation)
    const articleIds = ids.filter((id) => id !== null)
    refreshDocuments(writer, 'article', articleIds)
    const added = { ids, articleIds, skipped: ids.length - articleIds.length }
    return { added, begun: begun || articleIds.length > 0 ? { operation, named } : null }
  }
  const detail = namedArticles(named)
  const outlets = prepared.map(({ article }) => article.metadata.outlet.value)
  return withOrdersShown(library, { outlets, named: detail }, () =>
    begun
      ? library.continueImport(begun.operation, detail, (writer) => work(writer, begun.operation))
      : library.importOperation('import.add', detail, work),
  )
}

const nameOf = ({ article }: Prepared): Named => ({ title: article.metadata.title.value, standIn: article.standIn })

function prepare(reader: Reader, { file, extracted, edits, blocks: changes = [] }: ToAdd, at: string): Prepared {
  const { metadata, status, note } = edited({ metadata: extracted.metadata, status: 'to-read', note: '' }, edits ?? {})
  const blocks = withVisibility(applyRules(reader, metadata.outlet.value, extracted.blocks), changes)
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

/** A block that was restored from a rule keeps it, so that the rule does not hide it again. */
function withVisibility(blocks: readonly NewBlock[], changes: NonNullable<ToAdd['blocks']>): NewBlock[] {
  const hidden = new Map(changes.map((change) => [change.index, change.hidden]))
  return blocks.map((block, index) => {
    const wanted = hidden.get(index) ?? block.hidden
    return wanted === block.hidden ? block : { ...block, hidden: wanted, reason: wanted ? 'researcher' : null }
  })
}

/** Adds those that no live article has, each once, and the bytes where they are not kept yet. */
function addNew(writer: Writer, items: readonly Prepared[], operation: number): (number | null)[] {
  const hashes = [...new Set(items.map((item) => item.original.sha256))]
  const known = storedFiles(writer, hashes)
  const originals = new Map([...known].map(([sha256, { originalId }]) => [sha256, originalId]))
  const parts = new Map(hashes.map((sha256) => [sha256, new Set(known.get(sha256)?.articles.keys())]))
  return items.map((item) => {
    const { original, article } = item
    const taken = parts.get(original.sha256)
    if (taken?.has(article.part)) return null
    taken?.add(article.part)
    const originalId = originals.get(original.sha256) ?? insertOriginal(writer, original)
    originals.set(original.sha256, originalId)
    return add(writer, item, originalId, operation)
  })
}

/** @returns the new article's id */
function add(writer: Writer, item: Prepared, originalId: number, operation: number): number {
  const id = insertArticle(writer, { ...item.article, originalId }, operation)
  insertBlocks(writer, id, item.blocks, importNumbers(item.blocks))
  return id
}
