import type { Writer } from './handle'
import type { ChangeRow } from './queries/operation'
import { type DocumentKind, refreshDocuments } from './queries/search'

/** Refreshes the search documents of the rows that undo or redo wrote, and of the given articles. */
export function refreshTouched(writer: Writer, changes: readonly ChangeRow[], articleIds: readonly number[]): void {
  const touched: Record<DocumentKind, Set<number>> = {
    article: new Set(articleIds),
    passage: new Set(),
    tag: new Set(),
    event: new Set(),
  }
  for (const change of changes) {
    if (change.table_name === 'block') touched.article.add(articleOf(change))
    if (change.table_name === 'event_actor') touched.event.add(rowOf<{ event_id: number }>(change).event_id)
    if (!(change.table_name in touched)) continue
    const [id] = JSON.parse(change.key) as [number]
    touched[change.table_name as DocumentKind].add(id)
  }
  for (const kind of Object.keys(touched) as DocumentKind[]) refreshDocuments(writer, kind, [...touched[kind]])
}

const articleOf = (change: ChangeRow): number => rowOf<{ article_id: number }>(change).article_id

const rowOf = <Row>({ before, after }: ChangeRow): Row => JSON.parse(after ?? before ?? '{}') as Row
