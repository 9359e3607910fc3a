import type { Selector } from '../../domain/passage'
import type { Params, Reader, Writer } from '../handle'
import { type PlaceRecord, type PlaceRow, placeColumns, placeMoved, placeValues, toPlace } from './place'

/** A live passage of an article that is not in the trash. */
export type PassageRecord = PlaceRecord & { id: number; note: string; createdAt: string }

type PassageRow = PlaceRow & { id: number; note: string; created_at: string }

const toRecord = (row: PassageRow): PassageRecord => ({
  ...toPlace(row),
  id: row.id,
  note: row.note,
  createdAt: row.created_at,
})

const columns = `p.id, p.article_id, p.version, p.start_offset, p.end_offset, p.quote, p.prefix, p.suffix, p.note,
  p.created_at`
const live = `FROM passage p JOIN article a ON a.id = p.article_id AND a.deleted_at IS NULL
  WHERE p.deleted_at IS NULL`
const order = 'ORDER BY p.article_id, p.start_offset, p.end_offset, p.id'

const records = (reader: Reader, condition: string, params: Params): PassageRecord[] =>
  reader.all<PassageRow>(`SELECT ${columns} ${live} ${condition} ${order}`, params).map(toRecord)

/** @returns null where the passage or its article is in the trash or was never there. */
export const passageById = (reader: Reader, id: number): PassageRecord | null =>
  records(reader, 'AND p.id = :id', { id })[0] ?? null

/** The live passage of exactly this span of an article's current text. */
export const passageBySpan = (reader: Reader, articleId: number, start: number, end: number): PassageRecord | null =>
  records(
    reader,
    `AND p.article_id = :articleId AND p.version = a.version AND p.start_offset = :start AND p.end_offset = :end`,
    { articleId, start, end },
  )[0] ?? null

/** All live passages, by article and offset. */
export const allPassages = (reader: Reader): PassageRecord[] => records(reader, '', {})

export const passagesByIds = (reader: Reader, ids: readonly number[]): PassageRecord[] =>
  records(reader, 'AND p.id IN (SELECT value FROM json_each(:ids))', { ids: JSON.stringify(ids) })

export const passagesOfArticle = (reader: Reader, articleId: number): PassageRecord[] =>
  records(reader, 'AND p.article_id = :articleId', { articleId })

/** Passages that carry at least one of the tags. */
export const passagesWithTags = (reader: Reader, tagIds: readonly number[]): PassageRecord[] =>
  records(
    reader,
    `AND p.id IN (SELECT passage_id FROM passage_tag WHERE tag_id IN (SELECT value FROM json_each(:tagIds)))`,
    { tagIds: JSON.stringify(tagIds) },
  )

/** @returns live tags by passage, in the order in which the tags were made. */
export function tagsOfPassages(reader: Reader, ids: readonly number[]): Map<number, number[]> {
  const rows = reader.all<{ passage_id: number; tag_id: number }>(
    `SELECT l.passage_id, l.tag_id FROM passage_tag l JOIN tag t ON t.id = l.tag_id AND t.deleted_at IS NULL
     WHERE l.passage_id IN (SELECT value FROM json_each(:ids)) ORDER BY l.passage_id, l.tag_id`,
    { ids: JSON.stringify(ids) },
  )
  const tags = new Map<number, number[]>()
  for (const row of rows) tags.set(row.passage_id, [...(tags.get(row.passage_id) ?? []), row.tag_id])
  return tags
}

/** @returns the id of the new passage. */
export const insertPassage = (writer: Writer, passage: Omit<PassageRecord, 'id'>): number =>
  writer.run(`INSERT INTO passage (${placeColumns}, note, created_at) VALUES (${placeValues}, @note, @createdAt)`, {
    ...passage,
  }).id

export const updatePassageNote = (writer: Writer, id: number, note: string): void => {
  writer.run('UPDATE passage SET note = :note WHERE id = :id', { id, note })
}

/** Moves a passage to where its words stand in a text version. */
export const movePassage = (writer: Writer, id: number, version: number, selector: Selector): void => {
  writer.run(`UPDATE passage SET ${placeMoved} WHERE id = @id`, { id, version, ...selector })
}

/** Puts a passage in the trash; its tags and evidence rows stay, unseen. */
export const trashPassage = (writer: Writer, id: number, at: string): void => {
  writer.run('UPDATE passage SET deleted_at = :at WHERE id = :id', { id, at })
}

export function tagPassage(writer: Writer, id: number, add: readonly number[], remove: readonly number[]): void {
  for (const tagId of add) {
    writer.run('INSERT INTO passage_tag (passage_id, tag_id) VALUES (:id, :tagId) ON CONFLICT DO NOTHING', {
      id,
      tagId,
    })
  }
  for (const tagId of remove) {
    writer.run('DELETE FROM passage_tag WHERE passage_id = :id AND tag_id = :tagId', { id, tagId })
  }
}

/** Passages among the ids that are in the trash, themselves or with their article. */
export const trashedQuotes = (
  reader: Reader,
  ids: readonly number[],
): { id: number; articleId: number; quote: string }[] =>
  reader.all(
    `SELECT p.id, p.article_id AS articleId, p.quote FROM passage p JOIN article a ON a.id = p.article_id
     WHERE p.id IN (SELECT value FROM json_each(:ids)) AND (p.deleted_at IS NOT NULL OR a.deleted_at IS NOT NULL)
     ORDER BY p.id`,
    { ids: JSON.stringify(ids) },
  )

/** Live passages without a live tag, by article and offset. */
export const untaggedPassages = (reader: Reader): PassageRecord[] =>
  records(
    reader,
    `AND NOT EXISTS (SELECT 1 FROM passage_tag l JOIN tag t ON t.id = l.tag_id AND t.deleted_at IS NULL
       WHERE l.passage_id = p.id)`,
    {},
  )
