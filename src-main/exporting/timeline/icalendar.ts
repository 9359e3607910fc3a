import ICAL from 'ical.js'
import { dateText } from '../../domain/date-text'
import { addDays } from '../../domain/edtf'
import { stateLabel } from '../words'
import { type Chronology, type ChronologyEvent, countLosses, type WrittenTimeline } from './chronology'
import { evidenceLine } from './evidence-words'

// Lines have 75 octets at most; the library does not count the space in front of a line that goes on.
ICAL.foldLength = 74

/**
 * A timeline as a calendar of whole days (RFC 5545). Calendars know firm days only: a vague date fills the days that it
 * allows and is written in the description; an open one stands at its known end; events without a date are left out.
 */
export function writeICalendar({ name, events }: Chronology): WrittenTimeline {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//Collate//Timeline//EN')
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  calendar.addPropertyWithValue('x-wr-calname', inText(name))
  for (const event of events) {
    const days = daysOf(event)
    if (days) calendar.addSubcomponent(toComponent(event, days))
  }
  const losses = countLosses(events, {
    undated: (event) => daysOf(event) === null,
    vague: ({ edtf }) => edtf !== null && /[?~%X]/.test(edtf),
    open: (event) => daysOf(event) !== null && (event.interval?.earliest === null || event.interval?.latest === null),
    state: ({ state }) => state.kind === 'conflicting',
    evidence: ({ evidence }) => evidence.length > 0,
    actors: ({ actors }) => actors.length > 0,
  })
  return { text: `${calendar.toString()}\r\n`, losses }
}

type Days = { first: string; last: string }

function daysOf({ interval }: ChronologyEvent): Days | null {
  const first = interval?.earliest ?? interval?.latest ?? null
  const last = interval?.latest ?? first
  return first === null || last === null ? null : { first, last }
}

function toComponent(event: ChronologyEvent, { first, last }: Days): ICAL.Component {
  const component = new ICAL.Component('vevent')
  component.addPropertyWithValue('uid', event.uid)
  component.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(new Date(event.createdAt), true))
  component.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(first))
  // The day after the last one.
  component.addPropertyWithValue('dtend', ICAL.Time.fromDateString(addDays(last, 1)))
  component.addPropertyWithValue('summary', inText(event.title))
  component.addPropertyWithValue('description', inText(description(event)))
  if (event.place !== '') component.addPropertyWithValue('location', inText(event.place))
  if (event.tags.length > 0) {
    const categories = new ICAL.Property('categories', component)
    categories.setValues(event.tags.map(inText))
    component.addProperty(categories)
  }
  component.addPropertyWithValue('transp', 'TRANSPARENT')
  component.addPropertyWithValue('x-collate-edtf', event.edtf ?? '')
  return component
}

const description = (event: ChronologyEvent): string =>
  [
    event.description,
    event.edtf === null ? '' : `${dateText(event.edtf)} (${event.edtf})`,
    event.actors.join('; '),
    event.resolution === null ? stateLabel(event.state) : `${stateLabel(event.state)}. ${event.resolution}`,
    ...event.evidence.map(evidenceLine),
  ]
    .filter((line) => line !== '')
    .join('\n')

/** Control characters are not allowed in a calendar's text; line feeds are written as `\n` by the library. */
const inText = (text: string): string =>
  [...text.replace(/\r\n?|[\u2028\u2029]/g, '\n')].filter((c) => c === '\n' || c === '\t' || !isControl(c)).join('')

const isControl = (character: string): boolean => character < ' ' || character === '\u007f'
