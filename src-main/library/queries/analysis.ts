import type { Params, Reader, Writer } from '../handle'

/**
 * Which analyses of an article are up to date. Triggers forget those of an article whose text, visibility, date or
 * language changes.
 */
export type AnalysisKind = 'fingerprint' | 'wording' | 'affair' | 'source'

/** Live articles that were never analysed in that way, or by another version of the method. */
export const staleArticles = (
  reader: Reader,
  kind: AnalysisKind,
  methodVersion: number,
  ids: readonly number[] | null,
): number[] =>
  reader
    .all<{ id: number }>(
      `SELECT a.id FROM article a LEFT JOIN analysis n ON n.article_id = a.id AND n.kind = @kind
       WHERE a.deleted_at IS NULL AND n.method_version IS NOT @methodVersion
         ${ids === null ? '' : 'AND a.id IN (SELECT value FROM json_each(@ids))'} ORDER BY a.id`,
      { kind, methodVersion, ...(ids === null ? {} : { ids: JSON.stringify(ids) }) } satisfies Params,
    )
    .map((row) => row.id)

/** Those of the ids whose analysis is up to date, articles in the trash too. */
export const analysedArticles = (
  reader: Reader,
  kind: AnalysisKind,
  methodVersion: number,
  ids: readonly number[],
): Set<number> =>
  new Set(
    reader
      .all<{ id: number }>(
        `SELECT article_id AS id FROM analysis WHERE kind = @kind AND method_version = @methodVersion
           AND article_id IN (SELECT value FROM json_each(@ids))`,
        { kind, methodVersion, ids: JSON.stringify(ids) },
      )
      .map((row) => row.id),
  )

export function markAnalysed(writer: Writer, articleId: number, kind: AnalysisKind, methodVersion: number): void {
  writer.run(
    `INSERT INTO analysis (article_id, kind, method_version, input_key) VALUES (@articleId, @kind, @methodVersion, '')
     ON CONFLICT (article_id, kind) DO UPDATE SET method_version = excluded.method_version`,
    { articleId, kind, methodVersion },
  )
}
