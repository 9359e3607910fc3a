import type { LinkDecision, LinkKind } from '../../domain/alignment'
import type { Selector } from '../../domain/passage'
import type { Reader, Writer } from '../handle'

/** One place of a link. `version` is the text version that its offsets belong to. */
export type LinkEndRecord = Selector & { articleId: number; version: number }

/** What the researcher said of two places; both articles are live. */
export type LinkRecord = { id: number; kind: LinkKind; decision: LinkDecision; ends: [LinkEndRecord, LinkEndRecord] }

type EndRow = {
  link_id: number
  side: number
  kind: string
  decision: string
  article_id: number
  version: number
  start_offset: number
  end_offset: number
  quote: string
  prefix: string
  suffix: string
}

const toEnd = (row: EndRow): LinkEndRecord => ({
  articleId: row.article_id,
  version: row.version,
  start: row.start_offset,
  end: row.end_offset,
  quote: row.quote,
  prefix: row.prefix,
  suffix: row.suffix,
})

/** Live links that have an end in one of the articles, oldest first. */
export function linksOf(reader: Reader, articleIds: readonly number[]): LinkRecord[] {
  const rows = reader.all<EndRow>(
    `SELECT e.*, l.kind, l.decision FROM link l JOIN link_end e ON e.link_id = l.id
       JOIN article a ON a.id = e.article_id AND a.deleted_at IS NULL
     WHERE l.deleted_at IS NULL AND l.id IN
       (SELECT link_id FROM link_end WHERE article_id IN (SELECT value FROM json_each(@ids)))
     ORDER BY l.id, e.side`,
    { ids: JSON.stringify(articleIds) },
  )
  return toRecords(rows)
}

/** @returns null where the link was deleted, was never there, or one of its articles is in the trash */
export function linkById(reader: Reader, id: number): LinkRecord | null {
  const rows = reader.all<EndRow>(
    `SELECT e.*, l.kind, l.decision FROM link l JOIN link_end e ON e.link_id = l.id
       JOIN article a ON a.id = e.article_id AND a.deleted_at IS NULL
     WHERE l.deleted_at IS NULL AND l.id = @id ORDER BY e.side`,
    { id },
  )
  return toRecords(rows)[0] ?? null
}

/** A link of which one article is in the trash has one row only, and is left out. */
function toRecords(rows: readonly EndRow[]): LinkRecord[] {
  return rows.flatMap((row, i) => {
    const next = rows[i + 1]
    if (row.side !== 0 || next?.link_id !== row.link_id) return []
    const { link_id: id, kind, decision } = row
    return [{ id, kind: kind as LinkKind, decision: decision as LinkDecision, ends: [toEnd(row), toEnd(next)] }]
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
    writer.run(
      `INSERT INTO link_end (link_id, side, article_id, version, start_offset, end_offset, quote, prefix, suffix)
       VALUES (@id, @side, @articleId, @version, @start, @end, @quote, @prefix, @suffix)`,
      { id, side, ...end },
    )
  }
  return id
}

export const updateLinkDecision = (writer: Writer, id: number, decision: LinkDecision): void => {
  writer.run('UPDATE link SET decision = @decision WHERE id = @id', { id, decision })
}

/** Moves the ends of a link that lie in an article to where their words stand in a text version. */
export const moveLinkEnd = (writer: Writer, id: number, side: number, version: number, selector: Selector): void => {
  writer.run(
    `UPDATE link_end SET version = @version, start_offset = @start, end_offset = @end, quote = @quote,
       prefix = @prefix, suffix = @suffix WHERE link_id = @id AND side = @side`,
    { id, side, version, ...selector },
  )
}

export const trashLink = (writer: Writer, id: number, at: string): void => {
  writer.run('UPDATE link SET deleted_at = @at WHERE id = @id', { id, at })
}
