import type { OperationSummary } from '../../contract/types'
import type { Reader, Writer } from '../handle'

export type OperationKind = 'do' | 'import' | 'undo' | 'redo'
export type OperationRow = OperationSummary & { kind: OperationKind }

/** What a change left: `before` and `after` are JSON images of the row, null where there was none. */
export type ChangeRow = { seq: number; table_name: string; key: string; before: string | null; after: string | null }

const columns = 'id, label, at, detail, kind'

/** The operation that undo takes back next. */
export const lastDone = (reader: Reader): OperationRow | null =>
  reader.get<OperationRow>(
    `SELECT ${columns} FROM op WHERE kind IN ('do', 'import') AND state = 'done' ORDER BY id DESC LIMIT 1`,
  ) ?? null

/** The operation that redo does again next: of those taken back the oldest, since undo goes backwards. */
export const lastUndone = (reader: Reader): OperationRow | null =>
  reader.get<OperationRow>(
    `SELECT ${columns} FROM op WHERE kind IN ('do', 'import') AND state = 'undone' ORDER BY id LIMIT 1`,
  ) ?? null

export const summaryOf = (row: OperationRow | null): OperationSummary | null =>
  row && { id: row.id, label: row.label, at: row.at, detail: row.detail }

/** @returns null for an operation that was forgotten, or is none of the researcher's */
export const doneById = (reader: Reader, id: number): OperationRow | null =>
  reader.get<OperationRow>(`SELECT ${columns} FROM op WHERE id = @id AND kind = 'do' AND state = 'done'`, { id }) ??
  null

/** When the library's work last changed, or null where it never did. */
export const lastOperationAt = (reader: Reader): string | null =>
  reader.get<{ at: string }>('SELECT at FROM op ORDER BY id DESC LIMIT 1')?.at ?? null

export const changesOf = (reader: Reader, op: number): ChangeRow[] =>
  reader.all<ChangeRow>('SELECT seq, table_name, key, before, after FROM change WHERE op = @op ORDER BY seq', { op })

export const hasChanges = (reader: Reader, op: number): boolean =>
  reader.get('SELECT 1 FROM change WHERE op = @op UNION ALL SELECT 1 FROM article WHERE import_op = @op LIMIT 1', {
    op,
  }) !== undefined

export const articlesOfImport = (reader: Reader, op: number): number[] =>
  reader.all<{ id: number }>('SELECT id FROM article WHERE import_op = @op', { op }).map((row) => row.id)

/** Opens an operation: from here on every change belongs to it. @returns its id */
export function beginOperation(
  writer: Writer,
  op: { label: string; detail: string; at: string; kind: OperationKind; reverses: number | null; images: boolean },
): number {
  const { id } = writer.run(
    'INSERT INTO op (label, detail, at, kind, reverses) VALUES (@label, @detail, @at, @kind, @reverses)',
    { label: op.label, detail: op.detail, at: op.at, kind: op.kind, reverses: op.reverses },
  )
  writer.run('UPDATE journal_state SET op = @id, images = @images', { id, images: op.images ? 1 : 0 })
  return id
}

/** Opens an import's operation again, which tells anew what it was done to. @returns whether it still stands */
export function reopenImport(writer: Writer, id: number, detail: string): boolean {
  const open = writer.run("UPDATE op SET detail = @detail WHERE id = @id AND kind = 'import' AND state = 'done'", {
    id,
    detail,
  })
  if (open.changes === 1) writer.run('UPDATE journal_state SET op = @id, images = 0', { id })
  return open.changes === 1
}

/** Opens an operation again. @returns whether it still stands */
export function reopenOperation(writer: Writer, id: number): boolean {
  if (!doneById(writer, id)) return false
  writer.run('UPDATE journal_state SET op = @id, images = 1', { id })
  return true
}

export function endOperation(writer: Writer): void {
  writer.run('UPDATE journal_state SET op = NULL, images = 1')
}

/** Forgets an operation that changed nothing. */
export function forgetOperation(writer: Writer, id: number): void {
  writer.run('DELETE FROM op WHERE id = @id', { id })
}

export function setState(writer: Writer, id: number, state: 'done' | 'undone' | 'discarded'): void {
  writer.run('UPDATE op SET state = @state WHERE id = @id', { id, state })
}

/** Work goes on from here: what was taken back before can't be done again. */
export function discardUndone(writer: Writer): void {
  writer.run("UPDATE op SET state = 'discarded' WHERE state = 'undone'")
}

/** Moves an import's articles to the trash, or back when `deletedAt` is null. */
export function setImportTrash(writer: Writer, op: number, deletedAt: string | null): void {
  writer.run('UPDATE article SET deleted_at = @deletedAt WHERE import_op = @op', { op, deletedAt })
}
