import type { SearchHit } from '../../contract/types'
import type { Reader, Writer } from '../handle'

/**
 * The documents of the full-text index: one per article, passage, tag and event that is not in the trash. They are
 * derived; `refreshDocuments` is the one way to change them.
 */
export type DocumentKind = SearchHit['kind']

/** What the id of a document is: that of its row times this number, plus the place of its kind in the list. */
export const kinds = ['article', 'passage', 'tag', 'event'] as const satisfies readonly DocumentKind[]
export const kindCount = kinds.length

/** SQL over a document's id: whether it is of a kind, and the id of its row. */
export const isOfKind = (documentId: string, kind: DocumentKind): string =>
  `${documentId} % ${kindCount} = ${kinds.indexOf(kind)}`
export const rowOf = (documentId: string): string => `${documentId} / ${kindCount}`

export const kindOfDocument = (documentId: number): DocumentKind => kinds[documentId % kindCount] ?? 'article'
export const rowOfDocument = (documentId: number): number => Math.floor(documentId / kindCount)

/** A document before folding. In an article's body the text comes first, then what else is known of it. */
export type SearchDocument = { title: string; body: string; textLength: number }

type TextRow = { id: number; title: string; body: string; more: string | null }

/**
 * Live rows of each kind as documents: `body`, in which hidden blocks are blank, and in `more` what is searched with it.
 * `@ids` is a JSON array.
 */
const sources: Readonly<Record<DocumentKind, string>> = {
  article: `SELECT a.id, coalesce(a.title, '') AS title,
      (SELECT coalesce(group_concat(CASE b.hidden WHEN 1 THEN blank_text(b.text) ELSE b.text END, char(10) ORDER BY b.position), '')
       FROM block b WHERE b.article_id = a.id AND b.version = a.version) AS body,
      concat_ws(char(10), nullif(a.note, ''), a.subtitle, a.byline) AS more
    FROM article a WHERE a.id IN (SELECT value FROM json_each(@ids)) AND a.deleted_at IS NULL`,
  passage: `SELECT p.id, '' AS title, p.quote AS body, p.note AS more
    FROM passage p JOIN article a ON a.id = p.article_id
    WHERE p.id IN (SELECT value FROM json_each(@ids)) AND p.deleted_at IS NULL AND a.deleted_at IS NULL`,
  tag: `SELECT id, name AS title, description AS body, '' AS more
    FROM tag WHERE id IN (SELECT value FROM json_each(@ids)) AND deleted_at IS NULL`,
  event: `SELECT e.id, e.title, e.description AS body, concat_ws(char(10), nullif(e.place, ''),
      (SELECT group_concat(name, char(10) ORDER BY position) FROM event_actor WHERE event_id = e.id)) AS more
    FROM event e WHERE e.id IN (SELECT value FROM json_each(@ids)) AND e.deleted_at IS NULL AND e.status <> 'dismissed'`,
}

/** Documents by id of their row; those of what is not there or in the trash are left out. */
export function documentsOf(reader: Reader, kind: DocumentKind, ids: readonly number[]): Map<number, SearchDocument> {
  const rows = reader.all<TextRow>(sources[kind], { ids: JSON.stringify(ids) })
  return new Map(
    rows.map(({ id, title, body, more }) => [
      id,
      { title, body: more ? `${body}\n${more}` : body, textLength: body.length },
    ]),
  )
}

/**
 * Brings the index up to date with the tables, in the same transaction as the change. Call it after every write to what
 * a document is made of, once for all ids: FTS5 writes out what it gathered whenever a statement begins. Documents of
 * what is gone or in the trash are removed. Articles take their passages with them.
 */
export function refreshDocuments(writer: Writer, kind: DocumentKind, ids: readonly number[]): void {
  if (ids.length === 0) return
  const params = { code: kinds.indexOf(kind), ids: JSON.stringify(ids) }
  writer.run(
    `DELETE FROM search_document WHERE id IN (SELECT value * ${kindCount} + @code FROM json_each(@ids))
       AND id NOT IN (SELECT id * ${kindCount} + @code FROM (${sources[kind]}))`,
    params,
  )
  writer.run(
    `INSERT INTO search_document (id, title, body)
     SELECT id * ${kindCount} + @code, fold_text(title),
       fold_text(body || CASE more WHEN '' THEN '' ELSE char(10) || more END)
     FROM (${sources[kind]}) WHERE true
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, body = excluded.body
     WHERE title <> excluded.title OR body <> excluded.body`,
    params,
  )
  if (kind === 'article') refreshDocuments(writer, 'passage', passagesOf(writer, params.ids))
}

const passagesOf = (reader: Reader, articleIds: string): number[] =>
  reader
    .all<{ id: number }>(
      `SELECT id FROM passage WHERE article_id IN (SELECT value FROM json_each(@articleIds)) AND deleted_at IS NULL`,
      { articleIds },
    )
    .map((row) => row.id)

/** Makes all documents and the index over them anew. */
export function rebuildSearchIndex(writer: Writer): void {
  for (const kind of kinds) {
    const rows = writer.all<{ id: number }>(
      `SELECT id FROM ${kind} UNION SELECT ${rowOf('id')} FROM search_document WHERE ${isOfKind('id', kind)} ORDER BY 1`,
    )
    refreshDocuments(
      writer,
      kind,
      rows.map((row) => row.id),
    )
  }
  writer.run("INSERT INTO search_index (search_index) VALUES ('rebuild')")
}
