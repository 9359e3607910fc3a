import type { DayInterval } from '../../domain/edtf'
import type { Reader, Writer } from '../handle'

/** A word of an article by its hash; `weight` as it is stored. */
export type TermRecord = { hash: number; weight: number }

/** Puts the words that say most of what an article is about in place of what was known of it. */
export function replaceAffairTerms(writer: Writer, articleId: number, terms: readonly TermRecord[]): void {
  writer.run('DELETE FROM affair_term WHERE article_id = @articleId', { articleId })
  writer.run(
    `INSERT INTO affair_term (hash, article_id, weight)
     SELECT value ->> 'hash', @articleId, value ->> 'weight' FROM json_each(@terms) WHERE true
     ON CONFLICT (hash, article_id) DO NOTHING`,
    { articleId, terms: JSON.stringify(terms) },
  )
}

/** An article's words, the weightiest first. */
export const affairTermsOf = (reader: Reader, articleId: number): TermRecord[] =>
  reader.all<TermRecord>(
    'SELECT hash, weight FROM affair_term WHERE article_id = @articleId ORDER BY weight DESC, hash',
    { articleId },
  )

/** The latest `limit` articles with a word, those in the trash too. */
export const articlesWithTerm = (reader: Reader, hash: number, limit: number): { id: number; weight: number }[] =>
  reader.all<{ id: number; weight: number }>(
    `SELECT article_id AS id, weight FROM affair_term WHERE hash = @hash ORDER BY article_id DESC LIMIT @limit`,
    { hash, limit },
  )

/** What tells affairs apart besides words. */
type OutlineRecord = { language: string | null; published: DayInterval | null }
type OutlineRow = { language: string | null; earliest: string | null; latest: string | null }

const toOutline = ({ language, earliest, latest }: OutlineRow): OutlineRecord => ({
  language,
  published: earliest === null && latest === null ? null : { earliest, latest },
})

/** Words of all live articles, by article. */
export function* allAffairTerms(reader: Reader): Generator<TermRecord & OutlineRecord & { articleId: number }> {
  const rows = reader.iterate<TermRecord & OutlineRow & { articleId: number }>(
    `SELECT t.article_id AS articleId, t.hash, t.weight, a.language, a.published_earliest AS earliest,
       a.published_latest AS latest
     FROM affair_term t JOIN article a ON a.id = t.article_id AND a.deleted_at IS NULL
     ORDER BY t.article_id, t.weight DESC, t.hash`,
  )
  for (const row of rows) {
    const { articleId, hash, weight } = row
    yield { articleId, hash, weight, ...toOutline(row) }
  }
}

/** Null where the article is in the trash. */
export function affairOutline(reader: Reader, articleId: number): OutlineRecord | null {
  const row = reader.get<OutlineRow>(
    `SELECT language, published_earliest AS earliest, published_latest AS latest FROM article
     WHERE id = @articleId AND deleted_at IS NULL`,
    { articleId },
  )
  return row ? toOutline(row) : null
}
