import type { SearchHit } from '../../contract/types'
import type { Reader, Writer } from '../handle'
import { foldText } from '../search-text'

/**
 * The documents of the full-text index: one per article, passage, tag and event that is not in the trash. They are
 * derived; `refreshDocuments` is the one way to change them.
 */
export type DocumentKind = SearchHit['kind']

/** A document before folding. In an article's body the text comes first, then what else is known of it. */
export type SearchDocument = { title: string; body: string; textLength: number }

type TextRow = { title: string | null; body: string; more: string | null }

const sources: Readonly<Record<DocumentKind, string>> = {
  article: `SELECT a.title,
      (SELECT coalesce(group_concat(b.text, char(10) ORDER BY b.position), '')
       FROM block b WHERE b.article_id = a.id AND b.version = a.version) AS body,
      concat_ws(char(10), nullif(a.note, ''), a.subtitle, a.byline) AS more
    FROM article a WHERE a.id = @id AND a.deleted_at IS NULL`,
  passage: `SELECT NULL AS title, p.quote AS body, nullif(p.note, '') AS more
    FROM passage p JOIN article a ON a.id = p.article_id
    WHERE p.id = @id AND p.deleted_at IS NULL AND a.deleted_at IS NULL`,
  tag: 'SELECT name AS title, description AS body, NULL AS more FROM tag WHERE id = @id AND deleted_at IS NULL',
  event: `SELECT title, description AS body, NULL AS more
    FROM event WHERE id = @id AND deleted_at IS NULL AND status <> 'dismissed'`,
}

/** @returns null for what is not there or in the trash */
export function documentOf(reader: Reader, kind: DocumentKind, id: number): SearchDocument | null {
  const row = reader.get<TextRow>(sources[kind], { id })
  if (!row) return null
  const body = row.more ? `${row.body}\n${row.more}` : row.body
  return { title: row.title ?? '', body, textLength: row.body.length }
}

/**
 * Brings the index up to date with the tables, in the same transaction as the change. Call it after every write to what
 * a document is made of; documents of what is gone or in the trash are removed. Articles take their passages with them.
 */
export function refreshDocuments(writer: Writer, kind: DocumentKind, ids: readonly number[]): void {
  for (const id of ids) refreshDocument(writer, kind, id)
  if (kind !== 'article') return
  for (const id of ids) {
    for (const passage of passagesOf(writer, id)) refreshDocument(writer, 'passage', passage)
  }
}

const passagesOf = (reader: Reader, articleId: number): number[] =>
  reader
    .all<{ id: number }>('SELECT id FROM passage WHERE article_id = @articleId AND deleted_at IS NULL', { articleId })
    .map((row) => row.id)

function refreshDocument(writer: Writer, kind: DocumentKind, id: number): void {
  const document = documentOf(writer, kind, id)
  if (!document) {
    writer.run('DELETE FROM search_document WHERE kind = @kind AND ref_id = @id', { kind, id })
    return
  }
  writer.run(
    `INSERT INTO search_document (kind, ref_id, title, body) VALUES (@kind, @id, @title, @body)
     ON CONFLICT (kind, ref_id) DO UPDATE SET title = excluded.title, body = excluded.body
     WHERE title <> excluded.title OR body <> excluded.body`,
    { kind, id, title: foldText(document.title), body: foldText(document.body) },
  )
}

/** Makes all documents and the index over them anew. */
export function rebuildSearchIndex(writer: Writer): void {
  const gone = writer.all<{ kind: DocumentKind; ref_id: number }>('SELECT kind, ref_id FROM search_document')
  for (const { kind, ref_id } of gone) refreshDocument(writer, kind, ref_id)
  for (const kind of Object.keys(sources) as DocumentKind[]) {
    const rows = writer.all<{ id: number }>(`SELECT id FROM ${kind} WHERE deleted_at IS NULL ORDER BY id`)
    for (const { id } of rows) refreshDocument(writer, kind, id)
  }
  writer.run("INSERT INTO search_index (search_index) VALUES ('rebuild')")
}
