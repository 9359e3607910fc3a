import type { Event, Evidence } from '../contract/timeline-types'
import type { ServiceContext } from '../services/context'
import { eventHandlers } from '../services/event'
import { eventRows } from '../services/event-rows'
import { acceptConfident } from '../services/suggestion'
import { timelineHandlers } from '../services/timeline'
import { type Command, UsageError } from './command'
import { timelineNamed } from './export-timeline'
import { type ExitStatus, print, printJson } from './io'
import { libraryOption, withLibrary } from './library'

export const timelineCommand: Command = {
  name: 'timeline',
  usage: '--library L [--accept N] [--timeline NAME] [--json]',
  summary: 'Shows the events, in order of date or as a timeline has them.',
  details: [
    '--accept N       first accepts all suggested dates of confidence N or more, from 0 to 1, as one operation',
    '--timeline NAME  the events of that timeline; all without it',
    '--json           [{id,date,title,place,actors,state,origins,orphaned,resolution:{reason,date,holds},evidence:[{article,',
    '                 outlet,quote,asserted,date,derivation,stance,differs}]}]; state: unsourced, single-source,',
    '                 corroborated, conflicting; origins: how many sources are independent at most; orphaned: how many',
    '                 quotations do not count, since their words are no longer in the text; resolution: why a conflict is',
    '                 none, null where that was not said; differs: names and figures that no other source has',
  ],
  options: { ...libraryOption, accept: { type: 'string' }, timeline: { type: 'string' } },
  words: { least: 0, most: 0 },
  run: (given, io) => {
    const confidence = confidenceOf(given.text('accept'))
    return withLibrary(given, io, confidence === null ? 'read' : 'write', async (context): Promise<ExitStatus> => {
      if (confidence !== null) io.note(`${await acceptConfident(context, confidence)} suggestions accepted`)
      const events = shownEvents(context, timelineNamed(context, given.text('timeline')))
      if (given.flag('json')) await printJson(io, events.map(asJson))
      else for (const event of events) await print(io, asText(event))
      return 0
    })
  },
}

function confidenceOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0 && value <= 1)) throw new UsageError(`--accept: a number from 0 to 1: ${text}`)
  return value
}

/** The events of a timeline in its order, or all by date. */
function shownEvents(context: ServiceContext, timelineId: number | null): Event[] {
  const list = eventHandlers(context)['event.list']
  if (timelineId === null) return list({})
  const timelines = timelineHandlers(context, eventRows(context.library))['timeline.list']()
  const ids = timelines.find((timeline) => timeline.id === timelineId)?.eventIds ?? []
  const events = new Map(list({ ids }).map((event) => [event.id, event]))
  return ids.flatMap((id) => events.get(id) ?? [])
}

const asJson = ({ id, edtf, title, place, actors, state, resolution, evidence }: Event) => ({
  id,
  date: edtf,
  title,
  place,
  actors,
  state: state.kind,
  origins: state.origins,
  orphaned: state.orphaned,
  resolution: resolution && { reason: resolution.reason, date: resolution.edtf, holds: resolution.holds },
  evidence: evidence.map((one) => ({
    article: one.passage.articleId,
    outlet: one.passage.outlet,
    quote: one.passage.quote,
    asserted: one.asserted,
    date: one.edtf,
    derivation: one.derivation,
    stance: one.stance,
    differs: differences(one),
  })),
})

const differences = ({ passage, differing }: Evidence): string[] =>
  differing.map(({ start, end }) => passage.quote.slice(start, end))

const asText = (event: Event): string =>
  [
    [event.edtf ?? 'undated', event.title, stateText(event), ...placeText(event)].join('\t'),
    ...event.evidence.map((one) => `\t${sourceText(event, one)}: ${one.passage.quote.replace(/\s+/g, ' ')}`),
    ...(event.resolution?.holds ? [`\tresolved: ${event.resolution.reason.replace(/\s+/g, ' ')}`] : []),
  ].join('\n')

const stateText = ({ state }: Event): string =>
  [state.kind, ...(state.orphaned > 0 ? [`${state.orphaned} orphaned`] : [])].join('\t')

const placeText = ({ place, actors }: Event): string[] => [place, actors.join(', ')].filter((text) => text !== '')

/** Where the sources disagree, each with the day that it says. */
const sourceText = ({ state }: Event, { passage, edtf, stance }: Evidence): string => {
  const outlet = passage.outlet ?? 'outlet unknown'
  if (state.kind !== 'conflicting') return outlet
  return `${outlet} (${stance === 'supports' ? (edtf ?? 'undated') : stance})`
}
