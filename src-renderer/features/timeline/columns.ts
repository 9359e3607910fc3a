/** The table's columns, in their order. */
export const columns = ['asWritten', 'resolved', 'event', 'place', 'actors', 'tags', 'state', 'evidence'] as const
export type Column = (typeof columns)[number]

/** Columns whose cells are edited in the table. */
export const editableColumns = ['resolved', 'event', 'place', 'actors', 'tags'] as const satisfies readonly Column[]
export type EditableColumn = (typeof editableColumns)[number]

export const isEditable = (column: Column): column is EditableColumn =>
  editableColumns.some((editable) => editable === column)

/** Widths in CSS pixels below which a column is of no use, and its share of what is left over. */
const measures: Readonly<Record<Column, { least: number; share: number }>> = {
  asWritten: { least: 104, share: 1 },
  resolved: { least: 120, share: 0 },
  event: { least: 200, share: 5 },
  place: { least: 96, share: 1 },
  actors: { least: 110, share: 1 },
  tags: { least: 96, share: 1 },
  state: { least: 140, share: 0 },
  evidence: { least: 140, share: 3 },
}

/** Columns in the order in which they give way where the table is narrow. */
const giveWay: readonly Column[] = ['tags', 'actors', 'place', 'asWritten', 'evidence', 'state']

/** A column that has room, and its width in CSS pixels. */
export type ShownColumn = { name: Column; width: number }

/** @returns the columns that have room, as wide together as the table. @param width of the table, in CSS pixels */
export function columnsAt(width: number): ShownColumn[] {
  const gone = new Set<Column>()
  const shown = (): Column[] => columns.filter((column) => !gone.has(column))
  const taken = (): number => shown().reduce((sum, column) => sum + measures[column].least, 0)
  for (const column of giveWay) if (taken() > width) gone.add(column)
  const spare = Math.max(0, width - taken())
  const shares = shown().reduce((sum, column) => sum + measures[column].share, 0)
  return shown().map((name) => ({ name, width: measures[name].least + (spare * measures[name].share) / shares }))
}
