import { useMemo } from 'react'
import type { EventRow, Publication } from '../../../../src-main/contract/timeline-types'
import type { Suggestion } from '../../../../src-main/contract/types'
import type { LaneKind } from '../../../../src-main/domain/timeline'
import { useAnswer } from '../../../data/queries'
import { useText } from '../../../i18n/i18n'
import { type LaneWords, lanesFor } from './lanes'
import { type DrawnEvent, type DrawnSuggestion, type Lanes, type Mark, marksOf, withoutPlace } from './marks'
import { type Extent, firstExtent, wholeExtent } from './view'

/** What is drawn. `first`: what of it is shown first. */
export type Content = {
  marks: readonly Mark[]
  lanes: Lanes
  hasPublications: boolean
  withoutDate: number
  whole: Extent
  first: Extent
}

export type ContentProps = {
  events: readonly EventRow[]
  suggestions: readonly Suggestion[]
  laneKind: LaneKind
  /** The lane of all events. */
  laneName: string
  tagName: (tagId: number) => string
}

const noPublications: readonly Publication[] = []

/** Events, suggestions, and the publication of the events' articles as marks. Null where nothing of it has a date. */
export function useContent(props: ContentProps): Content | null {
  const { events, suggestions, laneKind, laneName, tagName } = props
  const publications = useAnswer('timeline.publications', {}).data ?? noPublications
  const words = useLaneWords(laneName, tagName)
  return useMemo(() => {
    const dated = suggestions.flatMap(drawnSuggestion)
    const lanes = lanesFor(laneKind, events, dated, words)
    const articles = new Set(events.flatMap(({ evidence }) => evidence.map(({ articleId }) => articleId)))
    const published = publications.filter(({ articleId }) => articles.has(articleId))
    const drawn = events.map(drawnEvent)
    const marks = marksOf(drawn, dated, published, lanes)
    const told = marks.filter(({ kind }) => kind !== 'publication').map(({ span }) => span)
    const whole = wholeExtent(marks.map(({ span }) => span))
    const first = firstExtent(told)
    if (!whole || !first) return null
    return {
      marks,
      lanes,
      hasPublications: published.length > 0,
      withoutDate: withoutPlace(drawn, marks),
      whole,
      first,
    }
  }, [events, suggestions, laneKind, publications, words])
}

const drawnEvent = (event: EventRow): DrawnEvent => ({
  ...event,
  isResolved: event.resolution?.holds ?? false,
  isByHand: event.dateOrigin === 'researcher' || (event.resolution?.holds === true && event.resolution.edtf !== null),
  evidence: event.evidence.map(({ orphaned, ...one }) => ({ ...one, counts: !orphaned })),
})

const drawnSuggestion = ({ key, title, edtf, items }: Suggestion): DrawnSuggestion[] =>
  edtf === null ? [] : [{ key, title, edtf, outlets: [...new Set(items.map(({ outlet }) => outlet))] }]

function useLaneWords(laneName: string, tagName: (tagId: number) => string): LaneWords {
  const t = useText()
  return useMemo(
    () => ({
      all: laneName,
      noOutlet: t('drawing.noOutlet'),
      noTag: t('drawing.noTag'),
      noActor: t('drawing.noActor'),
      suggested: t('drawing.suggested'),
      state: (kind) => t(`timeline.state.${kind}`, { count: '' }).trim(),
      tag: tagName,
    }),
    [t, laneName, tagName],
  )
}
