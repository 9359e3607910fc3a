import type { List, ListItem, PhrasingContent, RootContent, Table, TableRow } from 'mdast'
import { dateText } from '../../domain/date-text'
import type { Note, NoteEvent, NoteEvidence } from '../note'
import { noteWords, stateLabel } from '../words'
import { type Footnotes, oneLine } from './footnotes'

/** The events as a table, and after it, for each event in conflict, which source says what. */
export function timelineNodes(events: readonly NoteEvent[], note: Note, footnotes: Footnotes): RootContent[] {
  if (events.length === 0) return []
  const rows = events.map((event) => eventRow(event, footnotes))
  const table: Table = {
    type: 'table',
    align: noteWords.columns.map(() => 'left'),
    children: [row(noteWords.columns.map((column) => [text(column)])), ...rows],
  }
  const conflicting = events.filter((event) => event.state.kind === 'conflicting')
  return [table, ...conflicting.flatMap((event) => conflictNodes(event, note, footnotes))]
}

const text = (value: string): PhrasingContent => ({ type: 'text', value })

const row = (cells: PhrasingContent[][]): TableRow => ({
  type: 'tableRow',
  children: cells.map((children) => ({ type: 'tableCell', children })),
})

function eventRow(event: NoteEvent, footnotes: Footnotes): TableRow {
  const description = oneLine(event.description)
  const title: PhrasingContent[] = [{ type: 'strong', children: [text(oneLine(event.title))] }]
  return row([
    dateWords(event.edtf, noteWords.undated),
    description === '' ? title : [...title, text(` ${description}`)],
    [text(stateLabel(event.state))],
    references(event, footnotes),
  ])
}

/** With spaces between: shown raised and next to each other, the numbers would read as one. */
const references = (event: NoteEvent, footnotes: Footnotes): PhrasingContent[] =>
  event.evidence
    .flatMap((evidence) => footnotes.cite(evidence.passageId) ?? [])
    .flatMap((reference, index) => (index === 0 ? [reference] : [text(' '), reference]))

/** A date as people read it, with its EDTF as machine text where that says it differently. */
function dateWords(edtf: string | null, unknown: string): PhrasingContent[] {
  if (edtf === null) return [text(unknown)]
  const words = dateText(edtf)
  return words === edtf ? [text(words)] : [text(`${words} `), { type: 'inlineCode', value: edtf }]
}

function conflictNodes(event: NoteEvent, note: Note, footnotes: Footnotes): RootContent[] {
  const items = event.evidence.flatMap((evidence) => conflictItem(evidence, note, footnotes) ?? [])
  const list: List = { type: 'list', ordered: false, spread: false, children: items }
  return [
    { type: 'paragraph', children: [text(`${noteWords.sourcesDiffer}: ${oneLine(event.title)}`)] },
    ...(items.length > 0 ? [list] : []),
  ]
}

function conflictItem(evidence: NoteEvidence, note: Note, footnotes: Footnotes): ListItem | null {
  const reference = footnotes.cite(evidence.passageId)
  const passage = note.passages.get(evidence.passageId)
  // What its article no longer says is no side of a conflict.
  if (reference === null || !passage?.holds) return null
  const outlet = note.articles.get(passage.articleId)?.outlet ?? null
  const asserted = oneLine(evidence.asserted)
  const says = evidence.stance === 'disputes' ? [text(noteWords.disputes)] : dateWords(evidence.edtf, noteWords.noDate)
  const written = asserted === '' ? [] : [text(`, ${noteWords.asWritten} “${asserted}”`)]
  const children = [text(`${oneLine(outlet ?? noteWords.outletUnknown)}: `), ...says, ...written, reference]
  return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] }
}
