import { stringify } from 'csv-stringify/sync'
import { stateLabel } from '../words'
import type { Chronology, ChronologyEvent } from './chronology'
import { datesAsWritten, evidenceLine, oneLine } from './evidence-words'

/** The columns of the table, in order; reading a table back goes by these names. */
export const csvColumns = [
  'date',
  'earliest',
  'latest',
  'date as written',
  'title',
  'description',
  'place',
  'actors',
  'tags',
  'state',
  'resolution',
  'evidence',
  'id',
] as const

/** Between the values of one cell. */
export const valueSeparator = '; '

/**
 * A timeline as a table (RFC 4180): UTF-8 with a byte order mark, without which spreadsheets take it for another
 * encoding; cells that one would run as a formula get an apostrophe in front. A row per event, a line per piece of evidence.
 */
export const writeCsv = ({ events }: Chronology): string =>
  stringify([[...csvColumns], ...events.map(cells)], { bom: true, record_delimiter: '\r\n', escape_formulas: true })

const cells = (event: ChronologyEvent): string[] => [
  event.edtf ?? '',
  event.interval?.earliest ?? '',
  event.interval?.latest ?? '',
  datesAsWritten(event).join(valueSeparator),
  oneLine(event.title),
  event.description,
  event.place,
  event.actors.join(valueSeparator),
  event.tags.join(valueSeparator),
  stateLabel(event.state),
  event.resolution ?? '',
  event.evidence.map(evidenceLine).join('\n'),
  event.uid,
]
