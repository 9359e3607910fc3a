import { describe, expect, test } from 'vitest'
import type { ChronologyEvent } from '../../../src-main/exporting/timeline/chronology'
import { writeTimelineJs } from '../../../src-main/exporting/timeline/timeline-js'
import { chronology, corroborated, event, evidence, hostile } from './chronology'

type Slide = { start_date: object; end_date?: object; display_date: string; text: { headline: string; text: string } }

const slidesOf = (...events: ChronologyEvent[]): Slide[] =>
  JSON.parse(writeTimelineJs(chronology(...events)).text).events

describe('a timeline for TimelineJS', () => {
  test.each([
    ['2031-03-11', { year: 2031, month: 3, day: 11 }, undefined, '11 March 2031'],
    ['2031-03-11T09:30', { year: 2031, month: 3, day: 11 }, undefined, '11 March 2031'],
    ['2031-03', { year: 2031, month: 3 }, undefined, 'March 2031'],
    ['1979', { year: 1979 }, undefined, '1979'],
    ['197X', { year: 1970 }, { year: 1979 }, '1970s'],
    ['18XX', { year: 1800 }, { year: 1899 }, '19th century'],
    ['2031-22', { year: 2031, month: 6 }, { year: 2031, month: 8 }, 'summer 2031'],
    ['2031-03-06/2031-03-09', { year: 2031, month: 3, day: 6 }, { year: 2031, month: 3, day: 9 }, '6–9 March 2031'],
    ['2031-03/2031-05', { year: 2031, month: 3 }, { year: 2031, month: 5 }, 'March – May 2031'],
    ['2031-03-11/..', { year: 2031, month: 3, day: 11 }, undefined, 'from 11 March 2031'],
    ['../2031-03-11', { year: 2031, month: 3, day: 11 }, undefined, 'until 11 March 2031'],
    ['2031-03~', { year: 2031, month: 3 }, undefined, 'about March 2031'],
  ])('draws %s no more exactly than it is known', (edtf, start, end, shown) => {
    const [slide] = slidesOf(event({ edtf }))
    expect(slide?.start_date).toMatchObject(start)
    expect(Object.keys(slide?.start_date ?? {}).sort()).toEqual([...Object.keys(start), 'display_date'].sort())
    if (end === undefined) expect(slide?.end_date).toBeUndefined()
    else expect(slide?.end_date).toMatchObject(end)
    expect(slide?.display_date).toBe(shown)
  })

  test('holds no markup of its texts', () => {
    const written = writeTimelineJs(
      chronology(
        event({
          title: hostile,
          description: hostile,
          place: hostile,
          actors: [hostile],
          tags: [hostile],
          evidence: [evidence({ quote: hostile, outlet: hostile })],
          resolution: hostile,
        }),
      ),
    ).text
    expect(written.replace(/<\/?p>/g, '')).not.toMatch(/[<>]/)
    expect(written).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quoted&quot;')
  })

  test('tells what the format has no place for, with how many events it concerns', () => {
    const conflicting = { ...corroborated, kind: 'conflicting' as const }
    const { text, losses } = writeTimelineJs(
      chronology(
        event({ edtf: null }),
        event({ edtf: '2031?' }),
        event({ edtf: '2031/..', state: conflicting }),
        event({ evidence: [evidence()] }),
      ),
    )
    expect(JSON.parse(text).events).toHaveLength(3)
    expect(losses).toEqual([
      { what: 'undated', events: 1 },
      { what: 'vague', events: 1 },
      { what: 'open', events: 1 },
      { what: 'state', events: 1 },
      { what: 'evidence', events: 1 },
    ])
    expect(writeTimelineJs(chronology(event())).losses).toEqual([])
  })
})
