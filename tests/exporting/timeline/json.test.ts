import { expect, test } from 'vitest'
import { writeJson } from '../../../src-main/exporting/timeline/json'
import { chronology, event, evidence, hostile } from './chronology'

test('a timeline as JSON names its format and has every key of every event', () => {
  const given = event({ edtf: null, description: hostile, evidence: [evidence({ outlet: null })] })
  expect(JSON.parse(writeJson(chronology(given)))).toEqual({
    format: 'collate-timeline',
    version: 1,
    name: 'Gates',
    events: [
      {
        id: given.uid,
        title: 'The gates close',
        description: hostile,
        date: null,
        earliest: null,
        latest: null,
        place: '',
        actors: [],
        tags: [],
        state: 'corroborated',
        origins: 2,
        resolution: null,
        evidence: [
          {
            outlet: null,
            title: 'Gates close',
            published: '2031-03-12',
            url: 'https://courier.example/gates',
            paragraph: '3',
            quote: 'The gates closed on Tuesday.',
            asserted: 'on Tuesday',
            date: '2031-03-11',
            stance: 'supports',
          },
        ],
      },
    ],
  })
})

test('the same events give the same bytes', () => {
  const events = [event(), event({ edtf: '2031' })]
  expect(writeJson(chronology(...events))).toBe(writeJson(chronology(...structuredClone(events))))
})
