import { edtfInterval } from '../../../src-main/domain/edtf'
import type { EventState } from '../../../src-main/domain/event'
import type { Chronology, ChronologyEvent, ChronologyEvidence } from '../../../src-main/exporting/timeline/chronology'

export const corroborated: EventState = {
  kind: 'corroborated',
  articles: 2,
  outlets: 2,
  origins: 2,
  unknownOutlets: 0,
  agree: 2,
  orphaned: 0,
  conflicts: [],
}

export const evidence = (given: Partial<ChronologyEvidence> = {}): ChronologyEvidence => ({
  outlet: 'Sarn Courier',
  title: 'Gates close',
  published: '2031-03-12',
  url: 'https://courier.example/gates',
  paragraph: '3',
  quote: 'The gates closed on Tuesday.',
  asserted: 'on Tuesday',
  edtf: '2031-03-11',
  stance: 'supports',
  ...given,
})

let made = 0

/** An event of the timeline; `edtf` gives its days. */
export function event(given: Partial<ChronologyEvent> = {}): ChronologyEvent {
  made += 1
  const edtf = given.edtf === undefined ? '2031-03-11' : given.edtf
  return {
    uid: `event-${made}`,
    createdAt: '2031-06-01T10:20:30.400Z',
    title: 'The gates close',
    description: '',
    interval: edtf === null ? null : edtfInterval(edtf),
    place: '',
    actors: [],
    tags: [],
    state: corroborated,
    resolution: null,
    evidence: [],
    ...given,
    edtf,
  }
}

export const chronology = (...events: ChronologyEvent[]): Chronology => ({ name: 'Gates', events })

export const hostile = '<img src=x onerror=alert(1)> & "quoted" \'one\' </script>'
