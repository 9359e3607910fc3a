import type { Reader, Writer } from '../handle'

/** Puts an article's sample of hashes in place of what was known of it. */
export function replaceFingerprint(writer: Writer, articleId: number, hashes: readonly number[]): void {
  writer.run('DELETE FROM fingerprint WHERE article_id = @articleId', { articleId })
  writer.run('INSERT INTO fingerprint (hash, article_id) SELECT value, @articleId FROM json_each(@hashes)', {
    articleId,
    hashes: JSON.stringify(hashes),
  })
}

export const fingerprintOf = (reader: Reader, articleId: number): number[] =>
  reader
    .all<{ hash: number }>('SELECT hash FROM fingerprint WHERE article_id = @articleId', { articleId })
    .map((row) => row.hash)

/** The first `limit` articles with a hash, those in the trash too. */
export const articlesWithHash = (reader: Reader, hash: number, limit: number): number[] =>
  reader
    .all<{ id: number }>(
      'SELECT article_id AS id FROM fingerprint WHERE hash = @hash ORDER BY article_id LIMIT @limit',
      { hash, limit },
    )
    .map((row) => row.id)
