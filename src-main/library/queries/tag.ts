import type { TagColour } from '../../domain/tag'
import type { Reader, Writer } from '../handle'

/** A live tag. */
export type TagRecord = {
  id: number
  parentId: number | null
  name: string
  colour: TagColour
  description: string
  shortcut: string | null
}

type TagRow = {
  id: number
  parent_id: number | null
  name: string
  colour: string
  description: string
  shortcut: string | null
}

const toRecord = (row: TagRow): TagRecord => ({
  id: row.id,
  parentId: row.parent_id,
  name: row.name,
  colour: row.colour as TagColour,
  description: row.description,
  shortcut: row.shortcut,
})

const columns = 'id, parent_id, name, colour, description, shortcut'

/** All live tags, in the order in which they were made. */
export const allTags = (reader: Reader): TagRecord[] =>
  reader.all<TagRow>(`SELECT ${columns} FROM tag WHERE deleted_at IS NULL ORDER BY id`).map(toRecord)

export function tagById(reader: Reader, id: number): TagRecord | null {
  const row = reader.get<TagRow>(`SELECT ${columns} FROM tag WHERE id = :id AND deleted_at IS NULL`, { id })
  return row ? toRecord(row) : null
}

/** The live tag of that name, in any case of its ASCII letters, under a parent (null: at the top). */
export function tagByName(reader: Reader, parentId: number | null, name: string): TagRecord | null {
  const row = reader.get<TagRow>(
    `SELECT ${columns} FROM tag
     WHERE coalesce(parent_id, 0) = :parent AND name = :name COLLATE NOCASE AND deleted_at IS NULL`,
    { parent: parentId ?? 0, name },
  )
  return row ? toRecord(row) : null
}

/** How many tags were ever made, those in the trash too: the next colour follows from it. */
export const tagsEverMade = (reader: Reader): number =>
  reader.get<{ count: number }>('SELECT count(*) AS count FROM tag')?.count ?? 0

type CountRow = { tag_id: number; count: number }
const toCounts = (rows: CountRow[]): Map<number, number> => new Map(rows.map((row) => [row.tag_id, row.count]))

/** Live passages of live articles by tag. */
export const passagesByTag = (reader: Reader): Map<number, number> =>
  toCounts(
    reader.all<CountRow>(
      `SELECT l.tag_id, count(*) AS count FROM passage_tag l
       JOIN passage p ON p.id = l.passage_id AND p.deleted_at IS NULL
       JOIN article a ON a.id = p.article_id AND a.deleted_at IS NULL GROUP BY l.tag_id`,
    ),
  )

/** Live articles by tag. */
export const articlesByTag = (reader: Reader): Map<number, number> =>
  toCounts(
    reader.all<CountRow>(
      `SELECT l.tag_id, count(*) AS count FROM article_tag l
       JOIN article a ON a.id = l.article_id AND a.deleted_at IS NULL GROUP BY l.tag_id`,
    ),
  )

/** @returns the id of the new tag. */
export const insertTag = (
  writer: Writer,
  tag: { parentId: number | null; name: string; colour: TagColour; createdAt: string },
): number =>
  writer.run('INSERT INTO tag (parent_id, name, colour, created_at) VALUES (:parentId, :name, :colour, :createdAt)', {
    parentId: tag.parentId,
    name: tag.name,
    colour: tag.colour,
    createdAt: tag.createdAt,
  }).id

export const updateTag = (writer: Writer, tag: TagRecord): void => {
  writer.run(
    `UPDATE tag SET parent_id = :parentId, name = :name, colour = :colour, description = :description,
       shortcut = :shortcut WHERE id = :id`,
    {
      id: tag.id,
      parentId: tag.parentId,
      name: tag.name,
      colour: tag.colour,
      description: tag.description,
      shortcut: tag.shortcut,
    },
  )
}

/** Takes a shortcut from the tag that has it. */
export const releaseShortcut = (writer: Writer, shortcut: string): void => {
  writer.run('UPDATE tag SET shortcut = NULL WHERE shortcut = :shortcut AND deleted_at IS NULL', { shortcut })
}

/** Puts tags in the trash; their links to articles, passages and events stay, unseen. */
export const trashTags = (writer: Writer, ids: readonly number[], at: string): void => {
  writer.run('UPDATE tag SET deleted_at = :at WHERE id IN (SELECT value FROM json_each(:ids))', {
    ids: JSON.stringify(ids),
    at,
  })
}
