import type { Layout } from '../../contract/reading-types'
import type { Reader, Writer } from '../handle'

/** Panes kept under a name, in order. */
export type LayoutRecord = Layout

type LayoutRow = { id: number; name: string; panes: string }

const toRecord = ({ id, name, panes }: LayoutRow): LayoutRecord => ({ id, name, panes: JSON.parse(panes) })

/** All layouts by name. */
export const allLayouts = (reader: Reader): LayoutRecord[] =>
  reader
    .all<LayoutRow>('SELECT id, name, panes FROM layout WHERE deleted_at IS NULL ORDER BY name COLLATE NOCASE, id')
    .map(toRecord)

/** @returns null where the layout was deleted or was never there */
export function layoutById(reader: Reader, id: number): LayoutRecord | null {
  const row = reader.get<LayoutRow>('SELECT id, name, panes FROM layout WHERE deleted_at IS NULL AND id = @id', { id })
  return row ? toRecord(row) : null
}

/** The case of its name makes no difference. */
export function layoutByName(reader: Reader, name: string): LayoutRecord | null {
  const row = reader.get<LayoutRow>(
    'SELECT id, name, panes FROM layout WHERE deleted_at IS NULL AND name = @name COLLATE NOCASE',
    { name },
  )
  return row ? toRecord(row) : null
}

/** @returns the id of the new layout */
export const insertLayout = (writer: Writer, { name, panes }: Omit<LayoutRecord, 'id'>, at: string): number =>
  writer.run('INSERT INTO layout (name, panes, created_at) VALUES (@name, @panes, @at)', {
    name,
    panes: JSON.stringify(panes),
    at,
  }).id

export const updateLayout = (writer: Writer, { id, name, panes }: LayoutRecord): void => {
  writer.run('UPDATE layout SET name = @name, panes = @panes WHERE id = @id', {
    id,
    name,
    panes: JSON.stringify(panes),
  })
}

export const trashLayout = (writer: Writer, id: number, at: string): void => {
  writer.run('UPDATE layout SET deleted_at = @at WHERE id = @id', { id, at })
}
