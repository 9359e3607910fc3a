import { decodeFile } from '../decode'
import { type BibliographyEntry, personInOrder, readEntries } from './bibliography'
import type { FormatReader } from './parsed'
import type { RecordField } from './record'

/** Values by tag, in the order of the file. */
type RisRecord = Map<string, string[]>

/** Reads a bibliography in RIS, as Zotero, EndNote and newspaper databases export it. */
export const readRisFile: FormatReader = (file) =>
  readEntries(risRecords(decodeFile(file, 'text').text).map(entryOf), 'application/x-research-info-systems')

const tagLine = /^\s{0,3}([A-Z][A-Z0-9]) {0,2}- ?(.*)$/

/** Records end with ER; one that lacks its end is closed by the next one's type. */
function risRecords(text: string): RisRecord[] {
  const records: RisRecord[] = []
  let record: RisRecord | null = null
  for (const { tag, lines } of taggedValues(text)) {
    if (tag === 'TY') {
      record = new Map()
      records.push(record)
    }
    if (tag === 'ER') record = null
    const values = record?.get(tag) ?? []
    values.push(joined(lines))
    record?.set(tag, values)
  }
  return records
}

/** Lines without a tag go on with the value before them. */
function taggedValues(text: string): { tag: string; lines: string[] }[] {
  const values: { tag: string; lines: string[] }[] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, tag, value = ''] = tagLine.exec(line) ?? []
    if (tag) values.push({ tag, lines: [value.trim()] })
    else if (line.trim() !== '') values.at(-1)?.lines.push(line.trim())
  }
  return values
}

/** A line after the end of a sentence begins a paragraph. */
const joined = (lines: readonly string[]): string =>
  lines
    .map((line, index) => `${line}${index === lines.length - 1 ? '' : /[.!?]["”»)]?$/.test(line) ? '\n' : ' '}`)
    .join('')

function entryOf(record: RisRecord): BibliographyEntry {
  const values = (...tags: string[]): RecordField[] =>
    tags.flatMap((tag) => (record.get(tag) ?? []).map((text) => ({ text, at: `RIS ${tag}` })))
  const authors = values('AU', 'A1', 'A2')
  const first = authors[0]
  const people = authors.filter(({ at }) => at === first?.at).map(({ text }) => personInOrder(text ?? ''))
  return {
    key: record.get('ID')?.[0] ?? record.get('T1')?.[0] ?? record.get('TI')?.[0] ?? '',
    attachments: ['L1', 'L2', 'L4'].flatMap((tag) => record.get(tag) ?? []).flatMap((value) => value.split(/;\s*/)),
    abstract: [...(record.get('AB') ?? []), ...(record.get('N2') ?? [])].reduce(
      (a, b) => (b.length > a.length ? b : a),
      '',
    ),
    record: {
      title: values('TI', 'T1', 'CT'),
      byline: first ? [{ text: people.join(', '), at: first.at }] : [],
      outlet: values('T2', 'JF', 'JO', 'JA', 'BT', 'T3', 'PB'),
      section: values('SE'),
      published: values('DA', 'PY', 'Y1'),
      language: values('LA'),
      url: values('UR', 'L2'),
    },
  }
}
