import { type RelationKind, type SharedWording, seenFromOther } from '../../domain/relation'
import type { Reader, Writer } from '../handle'

/** What an article shares with another, seen from the one. */
export type RelationRecord = SharedWording & { articleId: number; otherId: number }

type RelationRow = {
  article_id: number
  other_id: number
  kind: string
  share: number
  other_share: number
  words: number
  spans: string
}

/** A stored relation has the article with the smaller id first. */
const toRecord = (row: RelationRow): RelationRecord => ({
  articleId: row.article_id,
  otherId: row.other_id,
  kind: row.kind as RelationKind,
  share: row.share,
  otherShare: row.other_share,
  words: row.words,
  spans: (JSON.parse(row.spans) as [number, number, number, number][]).map(([start, end, otherStart, otherEnd]) => ({
    start,
    end,
    otherStart,
    otherEnd,
  })),
})

/** The same relation, seen from the other article. */
const reversed = (relation: RelationRecord): RelationRecord => ({
  ...seenFromOther(relation),
  articleId: relation.otherId,
  otherId: relation.articleId,
})

const live = `JOIN article a ON a.id = r.article_id AND a.deleted_at IS NULL
  JOIN article o ON o.id = r.other_id AND o.deleted_at IS NULL`

/** Relations of a live article with other live ones, the closest first; at most `limit`. */
export const relationsOf = (reader: Reader, articleId: number, limit: number): RelationRecord[] =>
  reader
    .all<RelationRow>(
      `SELECT r.* FROM relation r ${live} WHERE r.article_id = @articleId OR r.other_id = @articleId
       ORDER BY max(r.share, r.other_share) DESC, r.words DESC, r.article_id, r.other_id LIMIT @limit`,
      { articleId, limit },
    )
    .map(toRecord)
    .map((relation) => (relation.articleId === articleId ? relation : reversed(relation)))

/** Relations between live articles, both of them among the ids; the article with the smaller id first. */
export const relationsAmong = (reader: Reader, articleIds: readonly number[]): RelationRecord[] =>
  reader
    .all<RelationRow>(
      `SELECT r.* FROM relation r ${live} WHERE r.article_id IN (SELECT value FROM json_each(@ids))
         AND r.other_id IN (SELECT value FROM json_each(@ids)) ORDER BY r.article_id, r.other_id`,
      { ids: JSON.stringify(articleIds) },
    )
    .map(toRecord)

/** Articles that share wording with one of the ids, those in the trash too, in order of id; at most `limit`. */
export const relatedIds = (reader: Reader, articleIds: readonly number[], limit: number): number[] =>
  reader
    .all<{ id: number }>(
      `SELECT other_id AS id FROM relation WHERE article_id IN (SELECT value FROM json_each(@ids))
       UNION SELECT article_id FROM relation WHERE other_id IN (SELECT value FROM json_each(@ids))
       ORDER BY id LIMIT @limit`,
      { ids: JSON.stringify(articleIds), limit },
    )
    .map((row) => row.id)

const trashed = 'SELECT id FROM article WHERE deleted_at IS NOT NULL'

/**
 * SQL for the ids of articles that are a copy of a live one, or have one that is a copy of theirs. The trash is small, so
 * it is what each relation is held against.
 */
export const copies = `SELECT article_id FROM relation WHERE kind <> 'shared-passages' AND other_id NOT IN (${trashed})
  UNION ALL SELECT other_id FROM relation WHERE kind <> 'shared-passages' AND article_id NOT IN (${trashed})`

/** All relations between live articles, the article with the smaller id first. */
export const allRelations = (reader: Reader): RelationRecord[] =>
  reader.all<RelationRow>(`SELECT r.* FROM relation r ${live} ORDER BY r.article_id, r.other_id`).map(toRecord)

/** Puts what was found of an article in place of what was known. */
export function replaceRelations(
  writer: Writer,
  articleId: number,
  found: readonly Omit<RelationRecord, 'articleId'>[],
): void {
  writer.run('DELETE FROM relation WHERE article_id = @articleId OR other_id = @articleId', { articleId })
  for (const one of found) {
    const relation = articleId < one.otherId ? { ...one, articleId } : reversed({ ...one, articleId })
    const { otherId, kind, share, otherShare, words, spans } = relation
    writer.run(
      `INSERT INTO relation (article_id, other_id, kind, share, other_share, words, spans)
       VALUES (@articleId, @otherId, @kind, @share, @otherShare, @words, @spans)`,
      {
        articleId: relation.articleId,
        otherId,
        kind,
        share,
        otherShare,
        words,
        spans: JSON.stringify(spans.map((span) => [span.start, span.end, span.otherStart, span.otherEnd])),
      },
    )
  }
}
