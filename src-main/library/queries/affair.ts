import type { DayInterval } from '../../domain/edtf'
import type { Reader, Writer } from '../handle'

/** A word of an article by its hash of 32 bits; `weight` from 0 to 1. */
export type TermRecord = { hash: number; weight: number }

/** An article as it is compared with others of its affair. */
export type AffairRecord = { terms: TermRecord[]; language: string | null; published: DayInterval | null }

type AffairRow = { terms: Uint8Array; language: string | null; earliest: string | null; latest: string | null }

/**
 * Puts the words that say most of what an article is about, the weightiest first, in place of what was known of it.
 * @param indexed by so many of them the article is found
 */
export function replaceAffair(writer: Writer, articleId: number, terms: readonly TermRecord[], indexed: number): void {
  writer.run('DELETE FROM affair_index WHERE rowid = @articleId', { articleId })
  writer.run(
    `INSERT INTO affair (article_id, terms) VALUES (@articleId, @terms)
     ON CONFLICT (article_id) DO UPDATE SET terms = excluded.terms`,
    { articleId, terms: packed(terms) },
  )
  writer.run('INSERT INTO affair_index (rowid, terms) VALUES (@articleId, @words)', {
    articleId,
    words: terms
      .slice(0, indexed)
      .map(({ hash }) => wordOf(hash))
      .join(' '),
  })
}

/** @returns null where the article is in the trash, or its words are not known */
export function affairOf(reader: Reader, articleId: number): AffairRecord | null {
  const row = reader.get<AffairRow>(`${affairs} AND t.article_id = @articleId`, { articleId })
  return row ? toRecord(row) : null
}

/** All live articles whose words are known, by id. */
export function* allAffairs(reader: Reader): Generator<AffairRecord & { id: number }> {
  for (const row of reader.iterate<AffairRow & { id: number }>(`${affairs} ORDER BY t.article_id`)) {
    yield { id: row.id, ...toRecord(row) }
  }
}

const affairs = `SELECT t.article_id AS id, t.terms, a.language, a.published_earliest AS earliest,
    a.published_latest AS latest
  FROM affair t JOIN article a ON a.id = t.article_id WHERE a.deleted_at IS NULL`

/** The latest `limit` articles that are found by a word, those in the trash too. */
export const articlesWithTerm = (reader: Reader, hash: number, limit: number): number[] =>
  reader
    .all<{ id: number }>(
      `SELECT rowid AS id FROM affair_index WHERE affair_index MATCH @word ORDER BY rowid DESC LIMIT @limit`,
      { word: `"${wordOf(hash)}"`, limit },
    )
    .map(({ id }) => id)

const wordOf = (hash: number): string => hash.toString(36)

const toRecord = ({ terms, language, earliest, latest }: AffairRow): AffairRecord => ({
  terms: unpacked(terms),
  language,
  published: earliest === null && latest === null ? null : { earliest, latest },
})

/** A term is its hash in four bytes and its weight in two, little-endian. */
const termBytes = 6
const wholeWeight = 0xffff

function packed(terms: readonly TermRecord[]): Uint8Array {
  const bytes = new Uint8Array(terms.length * termBytes)
  const view = new DataView(bytes.buffer)
  for (const [i, { hash, weight }] of terms.entries()) {
    view.setUint32(i * termBytes, hash, true)
    view.setUint16(i * termBytes + 4, Math.round(weight * wholeWeight), true)
  }
  return bytes
}

function unpacked(bytes: Uint8Array): TermRecord[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: bytes.byteLength / termBytes }, (_, i) => ({
    hash: view.getUint32(i * termBytes, true),
    weight: view.getUint16(i * termBytes + 4, true) / wholeWeight,
  }))
}
