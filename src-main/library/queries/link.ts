import type { LinkDecision, LinkKind } from '../../domain/alignment'
import type { Selector } from '../../domain/passage'
import type { Reader, Writer } from '../handle'
import { type PlaceRecord, type PlaceRow, placeColumns, placeMoved, placeValues, toPlace } from './place'

/** What the researcher said of two places; both articles are live. */
export type LinkRecord = { id: number; kind: LinkKind; decision: LinkDecision; ends: [PlaceRecord, PlaceRecord] }

type EndRow = PlaceRow & { link_id: number; side: number; kind: string; decision: string }

/** Rows of live links whose articles are live, an end each. */
const live = `SELECT e.*, l.kind, l.decision FROM link l JOIN link_end e ON e.link_id = l.id
    JOIN article a ON a.id = e.article_id AND a.deleted_at IS NULL
  WHERE l.deleted_at IS NULL`

/** Live links that have an end in one of the articles, oldest first. */
export const linksOf = (reader: Reader, articleIds: readonly number[]): LinkRecord[] =>
  toRecords(
    reader.all<EndRow>(
      `${live} AND l.id IN (SELECT link_id FROM link_end WHERE article_id IN (SELECT value FROM json_each(@ids)))
       ORDER BY l.id, e.side`,
      { ids: JSON.stringify(articleIds) },
    ),
  )

/** @returns null where the link was deleted, was never there, or one of its articles is in the trash */
export const linkById = (reader: Reader, id: number): LinkRecord | null =>
  toRecords(reader.all<EndRow>(`${live} AND l.id = @id ORDER BY e.side`, { id }))[0] ?? null

/** A link of which one article is in the trash has one row only, and is left out. */
function toRecords(rows: readonly EndRow[]): LinkRecord[] {
  return rows.flatMap((row, i) => {
    const next = rows[i + 1]
    if (row.side !== 0 || next?.link_id !== row.link_id) return []
    const { link_id: id, kind, decision } = row
    return [{ id, kind: kind as LinkKind, decision: decision as LinkDecision, ends: [toPlace(row), toPlace(next)] }]
  })
}

/** @returns the id of the new link */
export function insertLink(writer: Writer, link: Omit<LinkRecord, 'id'>, at: string): number {
  const { id } = writer.run('INSERT INTO link (kind, decision, created_at) VALUES (@kind, @decision, @at)', {
    kind: link.kind,
    decision: link.decision,
    at,
  })
  for (const [side, end] of link.ends.entries()) {
    writer.run(`INSERT INTO link_end (link_id, side, ${placeColumns}) VALUES (@id, @side, ${placeValues})`, {
      id,
      side,
      ...end,
    })
  }
  return id
}

export const updateLinkDecision = (writer: Writer, id: number, decision: LinkDecision): void => {
  writer.run('UPDATE link SET decision = @decision WHERE id = @id', { id, decision })
}

/** Moves the ends of a link that lie in an article to where their words stand in a text version. */
export const moveLinkEnd = (writer: Writer, id: number, side: number, version: number, selector: Selector): void => {
  writer.run(`UPDATE link_end SET ${placeMoved} WHERE link_id = @id AND side = @side`, {
    id,
    side,
    version,
    ...selector,
  })
}

export const trashLink = (writer: Writer, id: number, at: string): void => {
  writer.run('UPDATE link SET deleted_at = @at WHERE id = @id', { id, at })
}
