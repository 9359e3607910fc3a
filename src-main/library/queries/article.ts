import { type ArticleMetadata, type ArticleStatus, type MetadataField, metadataFields } from '../../domain/article'
import { edtfInterval } from '../../domain/edtf'
import { type Sourced, unknownValue } from '../../domain/origin'
import type { Params, Reader, Writer } from '../handle'

/** An article of the library; `version` is that of its text. */
export type ArticleRecord = {
  id: number
  originalId: number
  version: number
  metadata: ArticleMetadata
  standIn: string
  status: ArticleStatus
  note: string
  words: number
  addedAt: string
  /** Which article of its original it is; null where the original is one article. */
  part: string | null
}

type MetadataColumns = Record<MetadataField, string | null>

type ArticleRow = MetadataColumns & {
  id: number
  original_id: number
  version: number
  origins: string
  stand_in: string
  status: string
  note: string
  words: number
  added_at: string
  part: string | null
}

/** Fields that a later schema added are missing from older rows. */
type StoredOrigins = Partial<Record<MetadataField, Omit<Sourced, 'value'>>>

const toRecord = (row: ArticleRow): ArticleRecord => ({
  id: row.id,
  originalId: row.original_id,
  version: row.version,
  metadata: toMetadata(row, JSON.parse(row.origins) as StoredOrigins),
  standIn: row.stand_in,
  status: row.status as ArticleStatus,
  note: row.note,
  words: row.words,
  addedAt: row.added_at,
  part: row.part,
})

const perField = <T>(of: (field: MetadataField) => T): Record<MetadataField, T> =>
  Object.fromEntries(metadataFields.map((field) => [field, of(field)])) as Record<MetadataField, T>

const toMetadata = (row: MetadataColumns, origins: StoredOrigins): ArticleMetadata =>
  perField((field) => ({ ...(origins[field] ?? unknownValue), value: row[field] }))

/** Columns that follow from the metadata. */
function metadataParams(metadata: ArticleMetadata): Params {
  const interval = metadata.published.value === null ? null : edtfInterval(metadata.published.value)
  return {
    ...perField((field) => metadata[field].value),
    earliest: interval?.earliest ?? null,
    latest: interval?.latest ?? null,
    origins: JSON.stringify(perField((field) => withoutValue(metadata[field]))),
  }
}

const withoutValue = ({ value: _, ...rest }: Sourced): Omit<Sourced, 'value'> => rest

const columns = `id, original_id, version, ${metadataFields.join(', ')}, origins, stand_in, status, note, words, added_at, part`

/** The live articles among the ids, in the order of the ids. */
export function articlesByIds(reader: Reader, ids: readonly number[]): ArticleRecord[] {
  const rows = reader.all<ArticleRow>(
    `SELECT ${columns} FROM article WHERE id IN (SELECT value FROM json_each(@ids)) AND deleted_at IS NULL`,
    { ids: JSON.stringify(ids) },
  )
  const byId = new Map(rows.map((row) => [row.id, toRecord(row)]))
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
}

/** @returns null where the article is in the trash or was never there */
export const articleById = (reader: Reader, id: number): ArticleRecord | null => articlesByIds(reader, [id])[0] ?? null

/** Numbers of live and of trashed articles. */
export function articleCounts(reader: Reader): { live: number; trashed: number } {
  const live = reader.get<{ n: number }>('SELECT count(*) AS n FROM article WHERE deleted_at IS NULL')?.n ?? 0
  const all = reader.get<{ n: number }>('SELECT count(*) AS n FROM article')?.n ?? 0
  return { live, trashed: all - live }
}

/** @returns live tags by article */
export function tagsOfArticles(reader: Reader, ids: readonly number[]): Map<number, number[]> {
  const rows = reader.all<{ article_id: number; tag_id: number }>(
    `SELECT l.article_id, l.tag_id FROM article_tag l JOIN tag t ON t.id = l.tag_id AND t.deleted_at IS NULL
     WHERE l.article_id IN (SELECT value FROM json_each(@ids)) ORDER BY l.tag_id`,
    { ids: JSON.stringify(ids) },
  )
  const tags = new Map<number, number[]>()
  for (const row of rows) tags.set(row.article_id, [...(tags.get(row.article_id) ?? []), row.tag_id])
  return tags
}

export type NewArticle = Pick<
  ArticleRecord,
  'originalId' | 'metadata' | 'standIn' | 'status' | 'note' | 'words' | 'addedAt' | 'part'
>

/** @returns the id of the new article, whose text is version 1 */
export const insertArticle = (writer: Writer, article: NewArticle, importOperation: number): number =>
  writer.run(
    `INSERT INTO article (original_id, import_op, ${metadataFields.join(', ')}, published_earliest, published_latest,
       origins, stand_in, status, note, words, added_at, part)
     VALUES (@originalId, @importOperation, ${metadataFields.map((field) => `@${field}`).join(', ')}, @earliest,
       @latest, @origins, @standIn, @status, @note, @words, @addedAt, @part)`,
    {
      ...metadataParams(article.metadata),
      originalId: article.originalId,
      importOperation,
      standIn: article.standIn,
      status: article.status,
      note: article.note,
      words: article.words,
      addedAt: article.addedAt,
      part: article.part,
    },
  ).id

/** Writes what may change of an article. */
export function updateArticle(
  writer: Writer,
  article: Pick<ArticleRecord, 'id' | 'metadata' | 'status' | 'note' | 'words'>,
): void {
  writer.run(
    `UPDATE article SET ${metadataFields.map((field) => `${field} = @${field}`).join(', ')},
       published_earliest = @earliest, published_latest = @latest, origins = @origins, status = @status, note = @note,
       words = @words
     WHERE id = @id`,
    {
      ...metadataParams(article.metadata),
      id: article.id,
      status: article.status,
      note: article.note,
      words: article.words,
    },
  )
}

/** @returns how many went into the trash */
export const trashArticles = (writer: Writer, ids: readonly number[], at: string): number =>
  writer.run(
    'UPDATE article SET deleted_at = @at WHERE id IN (SELECT value FROM json_each(@ids)) AND deleted_at IS NULL',
    { ids: JSON.stringify(ids), at },
  ).changes

/** @returns whether a tag was added or removed */
export function tagArticle(
  writer: Writer,
  id: number,
  tags: { add: readonly number[]; remove: readonly number[] },
): boolean {
  let changes = 0
  for (const tagId of tags.add) {
    changes += writer.run('INSERT INTO article_tag (article_id, tag_id) VALUES (@id, @tagId) ON CONFLICT DO NOTHING', {
      id,
      tagId,
    }).changes
  }
  for (const tagId of tags.remove) {
    changes += writer.run('DELETE FROM article_tag WHERE article_id = @id AND tag_id = @tagId', { id, tagId }).changes
  }
  return changes > 0
}
