import { dateText } from '../../domain/date-text'
import { type EdtfDate, parseEdtf } from '../../domain/edtf'
import { stateLabel } from '../words'
import { type Chronology, type ChronologyEvent, countLosses, type WrittenTimeline } from './chronology'
import { evidenceLine } from './evidence-words'

/** Source: TimelineJS, "JSON data format", https://timeline.knightlab.com/docs/json-format.html */
type SlideDate = { year: number; month?: number; day?: number; display_date?: string }

/**
 * A timeline in TimelineJS's format. That draws points and spans with firm ends only: a vague or open date is drawn at its
 * first known day and written as it is known; events without a date are left out; state and evidence become text.
 * TimelineJS sets texts as HTML, so all of them are escaped.
 */
export function writeTimelineJs({ name, events }: Chronology): WrittenTimeline {
  const slides = events.flatMap((event) => slide(event) ?? [])
  const text = `${JSON.stringify({ title: { text: { headline: escaped(name) } }, events: slides, scale: 'human' }, null, 2)}\n`
  const losses = countLosses(events, {
    undated: (event) => datesOf(event) === null,
    vague: isVague,
    open: isOpen,
    state: ({ state }) => state.kind === 'conflicting',
    evidence: ({ evidence }) => evidence.length > 0,
  })
  return { text, losses }
}

function slide(event: ChronologyEvent) {
  const dates = datesOf(event)
  if (!dates || event.edtf === null) return null
  const shown = dateText(event.edtf)
  return {
    unique_id: event.uid,
    start_date: { ...dates.start, display_date: shown },
    ...(dates.end ? { end_date: { ...dates.end, display_date: ' ' } } : {}),
    display_date: escaped(shown),
    text: { headline: escaped(event.title), text: body(event) },
    ...(event.tags[0] === undefined ? {} : { group: escaped(event.tags[0]) }),
  }
}

const paragraph = (text: string): string => (text === '' ? '' : `<p>${escaped(text)}</p>`)

const body = (event: ChronologyEvent): string =>
  [
    paragraph(event.description),
    paragraph(event.place),
    paragraph(event.actors.join('; ')),
    paragraph(event.resolution === null ? stateLabel(event.state) : `${stateLabel(event.state)}. ${event.resolution}`),
    ...event.evidence.map((evidence) => paragraph(evidenceLine(evidence))),
  ].join('')

/** First and, where it is another, last known date; null where no date is known. */
function datesOf({ edtf, interval }: ChronologyEvent): { start: SlideDate; end: SlideDate | null } | null {
  const parsed = edtf === null ? null : parseEdtf(edtf)
  if (!parsed || !interval) return null
  if (parsed.kind === 'interval') {
    const [start, end] = [parsed.start, parsed.end].flatMap((one) => (typeof one === 'string' ? [] : [one]))
    if (!start) return null
    return { start: slideDate(start), end: end ? slideDate(end, 'latest') : null }
  }
  const { date } = parsed
  const isWhole = date.precision === 'day' || date.precision === 'month' || date.precision === 'year'
  return { start: slideDate(date), end: isWhole ? null : slideDate(date, 'latest') }
}

function slideDate(date: EdtfDate, edge: 'earliest' | 'latest' = 'earliest'): SlideDate {
  const [year = 0, month = 1, day = 1] = date.interval[edge].split('-').map(Number)
  if (date.precision === 'day') return { year, month, day }
  if (date.precision === 'month' || date.precision === 'season') return { year, month }
  return { year }
}

const isVague = ({ edtf }: ChronologyEvent): boolean => edtf !== null && /[?~%X]/.test(edtf)

const isOpen = ({ edtf, interval }: ChronologyEvent): boolean =>
  edtf !== null && (interval?.earliest === null || interval?.latest === null)

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
