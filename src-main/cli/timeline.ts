import type { Event } from '../contract/types'
import { eventHandlers } from '../services/event'
import { acceptConfident } from '../services/suggestion'
import { type Command, UsageError } from './command'
import { type ExitStatus, print, printJson } from './io'
import { libraryOption, withLibrary } from './library'

export const timelineCommand: Command = {
  name: 'timeline',
  usage: '--library L [--accept N] [--json]',
  summary: 'Shows the events, in order of date.',
  details: [
    '--accept N  first accepts all suggested dates of confidence N or more, from 0 to 1, as one operation',
    '--json      [{date,title,state,origins,orphaned,evidence:[{article,outlet,quote,asserted,derivation,stance}]}]; state:',
    '            unsourced, single-source, corroborated, conflicting; origins: how many sources are independent at most;',
    '            orphaned: how many quotations do not count, since their words are no longer in the text',
  ],
  options: { ...libraryOption, accept: { type: 'string' } },
  words: { least: 0, most: 0 },
  run: (given, io) => {
    const confidence = confidenceOf(given.text('accept'))
    return withLibrary(given, io, confidence === null ? 'read' : 'write', async (context): Promise<ExitStatus> => {
      if (confidence !== null) io.note(`${await acceptConfident(context, confidence)} suggestions accepted`)
      const events = eventHandlers(context)['event.list']({})
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

const asJson = ({ edtf, title, state, evidence }: Event) => ({
  date: edtf,
  title,
  state: state.kind,
  origins: state.origins,
  orphaned: state.orphaned,
  evidence: evidence.map(({ passage, asserted, derivation, stance }) => ({
    article: passage.articleId,
    outlet: passage.outlet,
    quote: passage.quote,
    asserted,
    derivation,
    stance,
  })),
})

const asText = ({ edtf, title, state, evidence }: Event): string =>
  [
    [edtf ?? 'undated', title, state.kind, ...(state.orphaned > 0 ? [`${state.orphaned} orphaned`] : [])].join('\t'),
    ...evidence.map(({ passage }) => `\t${passage.outlet ?? 'outlet unknown'}: ${passage.quote.replace(/\s+/g, ' ')}`),
  ].join('\n')
