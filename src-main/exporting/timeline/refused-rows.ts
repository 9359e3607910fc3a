import { stringify } from 'csv-stringify/sync'
import type { RefusedRow } from '../../domain/event-table'

const reasons: Readonly<Record<RefusedRow['reason'], string>> = {
  'no-title': 'no title',
  'not-understood': 'date not understood',
  ambiguous: 'day and month can be read both ways',
  'ends-before-start': 'ends before it begins',
  unreadable: 'not read as a row',
}

/** Rows of a table that are no events, as they were, with their place and the reason in front: to be mended and read again. */
export const writeRefusedRows = (
  columns: readonly string[],
  rows: readonly { number: number; cells: readonly string[]; reason: RefusedRow['reason'] }[],
): string =>
  stringify(
    [
      ['row', 'reason', ...columns],
      ...rows.map(({ number, cells, reason }) => [String(number), reasons[reason], ...cells]),
    ],
    { bom: true, record_delimiter: '\r\n', escape_formulas: true },
  )
