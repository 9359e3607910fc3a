import type { Chronology, ChronologyEvent } from './chronology'

/** The name by which a reader knows the format, and the version of its shape. */
export const timelineFormat = { format: 'collate-timeline', version: 1 } as const

/**
 * A timeline with all that is known of its events: EDTF dates with the days that they allow, place, actors, tags, state,
 * and evidence with quotation, place, date as written and stance. Keys are always there; what is not known is null or empty.
 */
export const writeJson = ({ name, events }: Chronology): string =>
  `${JSON.stringify({ ...timelineFormat, name, events: events.map(toJson) }, null, 2)}\n`

const toJson = (event: ChronologyEvent) => ({
  id: event.uid,
  title: event.title,
  description: event.description,
  date: event.edtf,
  earliest: event.interval?.earliest ?? null,
  latest: event.interval?.latest ?? null,
  place: event.place,
  actors: event.actors,
  tags: event.tags,
  state: event.state.kind,
  origins: event.state.origins,
  resolution: event.resolution,
  evidence: event.evidence.map(({ outlet, title, published, url, paragraph, quote, asserted, edtf, stance }) => ({
    outlet,
    title,
    published,
    url,
    paragraph,
    quote,
    asserted,
    date: edtf,
    stance,
  })),
})
