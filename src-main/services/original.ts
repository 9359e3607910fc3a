import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { Handlers, Input } from '../contract/methods'
import type { ExportedOriginal, OriginalComparison } from '../contract/original-types'
import type { ArticleText } from '../contract/types'
import { ExpectedError } from '../domain/error'
import type { ExtractedArticle } from '../domain/extraction'
import { replacedText } from '../domain/text-edit'
import { writeFileSafely } from '../exporting/write-file'
import type { Reader } from '../library/handle'
import { type ArticleRecord, updateArticle } from '../library/queries/article'
import { type BlockRecord, blocksOfArticle } from '../library/queries/block'
import { originalsByIds } from '../library/queries/original'
import { originalBytes } from '../library/queries/original-bytes'
import { refreshDocuments } from '../library/queries/search'
import { articleTextView, importNumbers, namedArticles, requireArticle } from './article-view'
import type { ServiceContext } from './context'
import { reassertEvidence } from './evidence'
import { changedOrders } from './evidence-orders'
import { metadataChanges, textChanges, withDecisions } from './original-changes'
import { applyRules, reapplyRules } from './rule-apply'
import { type NextText, reanchored, writeNextText } from './text-version'

export const originalHandlers = (context: ServiceContext) => {
  const { reader } = context.library
  return {
    'original.compare': async ({ articleId }) => comparison(reader, await readAnew(context, articleId)),
    'original.take': async (wanted) => take(context, wanted, await readAnew(context, wanted.articleId)),
    'original.export': ({ articleId, path, replace }) => exportOriginal(reader, articleId, path, replace),
  } satisfies Handlers<'original.compare' | 'original.take' | 'original.export'>
}

/** An article, and its original as it is read today. */
type ReadAnew = { record: ArticleRecord; stored: BlockRecord[]; fresh: ExtractedArticle; next: NextText }

/** Extracts an article's original again. @throws `article/not-found`, and the `import/…` code of a refusal */
async function readAnew({ library, extract }: ServiceContext, articleId: number): Promise<ReadAnew> {
  const { reader } = library
  const before = requireArticle(reader, articleId)
  const { fileName, bytes } = storedFile(reader, before)
  const result = await extract({ fileName, bytes })
  if (!result.ok) throw new ExpectedError(result.error.code, result.error.params)
  const fresh = result.value.articles.find((article) => article.part === before.part)
  if (!fresh) throw new ExpectedError('import/not-an-article')
  // Looked up again: it may have been changed while its original was read.
  const record = requireArticle(reader, articleId)
  const stored = blocksOfArticle(reader, articleId)
  const decided = withDecisions(applyRules(reader, record.metadata.outlet.value, fresh.blocks), stored)
  const numbers = importNumbers(decided)
  const blocks = decided.map((block, index) => ({ ...block, number: numbers[index] ?? null }))
  return { record, stored, fresh, next: { blocks, change: replacedText(stored, blocks) } }
}

function storedFile(reader: Reader, article: ArticleRecord) {
  const info = originalsByIds(reader, [article.originalId]).get(article.originalId)
  const bytes = originalBytes(reader, article.originalId)
  if (!info || !bytes) throw new Error(`article ${article.id} has no original`)
  return { ...info, bytes }
}

function comparison(reader: Reader, { record, stored, fresh, next }: ReadAnew): OriginalComparison {
  return {
    articleId: record.id,
    version: record.version,
    metadata: metadataChanges(record.metadata, fresh.metadata),
    text: textChanges(stored, next.blocks),
    orphaned: reanchored(reader, record, next.change).orphaned.length,
  }
}

/** @throws `text/version-changed` where the text is no longer the one that was compared */
function take(
  { library, clock }: ServiceContext,
  wanted: Input<'original.take'>,
  { record, stored, fresh, next }: ReadAnew,
): ArticleText {
  if (record.version !== wanted.version) throw new ExpectedError('text/version-changed')
  const changes = metadataChanges(record.metadata, fresh.metadata).filter(({ field }) => wanted.fields.includes(field))
  const newText = wanted.text && textChanges(stored, next.blocks).length > 0
  const outlets = [record.metadata.outlet.value, fresh.metadata.outlet.value]
  const otherwiseRead = changedOrders(library.reader, changes.length > 0 ? outlets : [])
  return library.operation('original.take', named(record), (writer) => {
    if (newText) writeNextText(writer, record, next, { cause: 'extraction', at: clock() })
    if (changes.length > 0) {
      const values = Object.fromEntries(changes.map(({ field, after }) => [field, after]))
      const changed = requireArticle(writer, record.id)
      updateArticle(writer, { ...changed, metadata: { ...changed.metadata, ...values } })
      refreshDocuments(writer, 'article', [record.id])
      reapplyRules(writer, [record.id])
      reassertEvidence(writer, [...new Set([record.id, ...otherwiseRead(writer)])])
    }
    return articleTextView(writer, record.id)
  })
}

const named = ({ metadata, standIn }: ArticleRecord): string =>
  namedArticles([{ title: metadata.title.value, standIn }])

/**
 * Writes an original byte for byte, and its hash beside it.
 * @throws `article/not-found`, `original/damaged` where the bytes are no longer those that were imported, and the codes
 * of `writeFileSafely`
 */
export function exportOriginal(reader: Reader, articleId: number, path: string, replace: boolean): ExportedOriginal {
  const { bytes, sha256, fileName } = storedFile(reader, requireArticle(reader, articleId))
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new ExpectedError('original/damaged', { file: fileName })
  }
  const hashPath = `${path}.sha256`
  // Looked at first, so that a refusal leaves neither of the two.
  if (!replace && existsSync(hashPath)) throw new ExpectedError('export/exists', { file: basename(hashPath) })
  writeFileSafely(path, bytes, { replace })
  writeFileSafely(hashPath, new TextEncoder().encode(`${sha256}  ${basename(path)}\n`), { replace })
  return { file: path, sha256, bytes: bytes.length }
}
