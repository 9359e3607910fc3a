import type { EventState } from '../domain/event'
import type { NoteArticle } from './note'

/** The English of written notes. */
export const noteWords = {
  defaultTitle: 'Briefing',
  timeline: 'Timeline',
  otherPassages: 'Passages without a tag',
  sources: 'Sources',
  columns: ['Date', 'Event', 'State', 'Evidence'],
  undated: 'undated',
  outletUnknown: 'outlet unknown',
  untitled: 'untitled',
  paragraph: (label: string): string => `¶${label}`,
  changed: 'no longer found in the stored text',
  corrected: (imported: string): string => `paragraph corrected by the researcher; as imported: “${imported}”`,
  asWritten: 'as written',
  sourcesDiffer: 'What the sources say',
  noDate: 'no date',
  disputes: 'disputes it',
} as const

/** What an article is called in a heading. */
export const sourceName = ({ outlet, title, standIn }: Pick<NoteArticle, 'outlet' | 'title' | 'standIn'>): string =>
  `${outlet ?? noteWords.outletUnknown}: ${title ?? standIn}`

/** The state of an event as the timeline's table names it, and how much of its evidence does not count. */
export const stateLabel = (state: EventState): string =>
  [stateWords(state), ...(state.orphaned > 0 ? [orphanedWords(state.orphaned)] : [])].join('; ')

const orphanedWords = (quotations: number): string =>
  quotations === 1 ? `1 quotation ${noteWords.changed}` : `${quotations} quotations ${noteWords.changed}`

function stateWords(state: EventState): string {
  if (state.kind === 'unsourced') return 'unsourced'
  if (state.kind === 'conflicting') return `conflicting: ${conflictWords(state)}`
  const agreed = state.agree >= 2 ? [`date agreed by ${state.agree}`] : []
  const unknown = state.unknownOutlets > 0 ? [unknownOutlets(state.unknownOutlets)] : []
  const known =
    state.kind === 'corroborated'
      ? [`corroborated by at most ${state.origins} independent origins`]
      : state.outlets > 0 || state.unknownOutlets === 0
        ? ['single source']
        : []
  return [...known, ...unknown, ...agreed].join('; ')
}

const unknownOutlets = (articles: number): string =>
  articles === 1 ? '1 article, outlet unknown' : `${articles} articles, outlets unknown`

function conflictWords(state: EventState): string {
  const reasons = new Set(state.conflicts.map((conflict) => conflict.reason))
  if (reasons.size === 2) return 'dates differ, and a source disputes it'
  return reasons.has('disputes') ? 'a source disputes it' : 'dates differ'
}
