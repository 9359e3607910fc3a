import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Item, Layout } from '../../src-renderer/features/timeline/drawing/layout'
import { layoutOf } from '../../src-renderer/features/timeline/drawing/layout'
import { levelOf, seenIn } from '../../src-renderer/features/timeline/drawing/level'
import {
  type DrawnEvent,
  type DrawnEvidence,
  type Lanes,
  type Mark,
  marksOf,
  withoutPlace,
} from '../../src-renderer/features/timeline/drawing/marks'
import { comesApart, itemOfEvent, movedTo } from '../../src-renderer/features/timeline/drawing/moves'
import { shortened } from '../../src-renderer/features/timeline/drawing/words'

const evidence = (outlet: string | null, edtf: string | null, asWritten = true): DrawnEvidence => ({
  articleId: 1,
  outlet,
  edtf,
  asWritten,
  stance: 'supports',
  counts: true,
})

const event = (id: number, edtf: string | null, more: Partial<DrawnEvent> = {}): DrawnEvent => ({
  id,
  title: `Event ${id}`,
  edtf,
  sequence: null,
  orders: [],
  state: { kind: 'single-source', origins: 1 },
  isResolved: false,
  isByHand: false,
  evidence: [],
  ...more,
})

const oneLane: Lanes = {
  lanes: [{ key: 'all', name: 'All' }],
  perOutlet: false,
  of: () => ['all'],
  ofSuggestion: () => ['all'],
}

const byOutlet: Lanes = {
  lanes: ['courier', 'herald', 'post'].map((key) => ({ key, name: key })),
  perOutlet: true,
  of: ({ evidence: some }) => [...new Set(some.map(({ outlet }) => outlet?.toLowerCase() ?? ''))],
  ofSuggestion: ({ outlets }) => outlets.map((outlet) => outlet?.toLowerCase() ?? ''),
}

const words = ({ title, sign }: Mark) => {
  const width = (title + sign).length * 6
  return { text: title + sign, width, short: { text: title.slice(0, 6) + sign, width: Math.min(width, 42) } }
}

const drawn = (events: readonly DrawnEvent[], pxPerDay: number, rows = [4, 2], lanes = oneLane): Layout =>
  layoutOf(marksOf(events, [], [], lanes), pxPerDay, rows, words)

const days = (count: number, from = 1): DrawnEvent[] =>
  Array.from({ length: count }, (_, i) => event(i + 1, `2024-05-${String(from + i).padStart(2, '0')}`))

describe('marks', () => {
  it('are filled where a source writes the date so, hollow where it was worked out', () => {
    const written = event(1, '2024-05-07', { evidence: [evidence('Post', '2024-05-07', true)] })
    const derived = event(2, '2024-05-07', { evidence: [evidence('Post', '2024-05-07', false)] })
    const entered = event(3, '2024-05-07')
    expect(marksOf([written, derived, entered], [], [], oneLane).map(({ isHollow }) => isHollow)).toEqual([
      false,
      true,
      true,
    ])
  })

  it('stand at the day that each outlet gives', () => {
    const conflict = event(1, '2024-05-07', {
      state: { kind: 'conflicting', origins: 0 },
      evidence: [
        evidence('Herald', '2024-05-07'),
        evidence('Post', '2024-05-08'),
        evidence('Post', '2024-05-08', false),
      ],
    })
    const marks = marksOf([conflict], [], [], byOutlet)
    expect(marks.map(({ lane, edtf, tone, sign }) => [lane, edtf, tone, sign])).toEqual([
      [1, '2024-05-07', 'conflict', ' ≠'],
      [2, '2024-05-08', 'conflict', ' ≠'],
    ])
  })

  it('of an event that was dated by hand stand in an outlet’s lane where that says, and tell the other date', () => {
    const dated = { isByHand: true, evidence: [evidence('Herald', '2024-05-07'), evidence('Post', '2024-05-09')] }
    const marks = marksOf([event(1, '2024-05-09', dated)], [], [], byOutlet)
    expect(marks.map(({ lane, edtf, byHand }) => [lane, edtf, byHand])).toEqual([
      [1, '2024-05-07', '2024-05-09'],
      [2, '2024-05-09', null],
    ])
    const [own] = marksOf([event(1, '2024-05-09', dated)], [], [], oneLane)
    expect([own?.edtf, own?.byHand]).toEqual(['2024-05-09', null])
  })

  it('leave out what only mentions an event, and words that are gone', () => {
    const quiet = event(1, '2024-05-07', {
      evidence: [
        { ...evidence('Herald', '2024-05-09'), stance: 'mentions' },
        { ...evidence('Post', '2024-05-10'), counts: false },
      ],
    })
    expect(marksOf([quiet], [], [], byOutlet).map(({ edtf }) => edtf)).toEqual(['2024-05-07', '2024-05-07'])
  })

  it('stand by their order where they have no date: with another, or open towards one side', () => {
    const dated = event(1, '2024-05-07')
    const same = event(2, null, { orders: [{ relation: 'same-moment', eventId: 1 }] })
    const after = event(3, null, { orders: [{ relation: 'after', eventId: 1 }] })
    const before = event(4, null, { orders: [{ relation: 'before', eventId: 2 }] })
    const nowhere = event(5, null)
    const circle = event(6, null, { orders: [{ relation: 'after', eventId: 6 }] })
    const all = [dated, same, after, before, nowhere, circle]
    const marks = marksOf(all, [], [], oneLane)
    const dates = new Map(marks.map(({ id, edtf, span }) => [id, [edtf, span.start, span.end]]))
    expect(dates.get(2)).toEqual(['2024-05-07', 'known', 'known'])
    expect(dates.get(3)).toEqual(['2024-05-07/..', 'soft', 'open'])
    expect(dates.get(4)).toEqual(['../2024-05-07', 'open', 'soft'])
    expect(withoutPlace(all, marks)).toBe(2)
  })
})

describe('what is drawn', () => {
  it('shows a month as a stretch, and a day as one only where its hours can be seen', () => {
    const shapes = (pxPerDay: number): string[] =>
      drawn([event(1, '2024-05'), event(2, '2024-06-20')], pxPerDay).items.map(({ shape }) => shape)
    expect(shapes(0.1)).toContain('dot')
    expect(shapes(10)).toEqual(['span', 'dot'])
    expect(shapes(400)).toEqual(['span', 'span'])
  })

  it('counts what has no room, and takes it apart nearer by', () => {
    const many = Array.from({ length: 30 }, (_, i) => event(i + 1, `2024-05-${String(1 + (i % 3)).padStart(2, '0')}`))
    const far = drawn(many, 1)
    expect(far.items.map(({ shape, marks }) => [shape, marks.length])).toEqual([['cluster', 30]])
    expect(far.items[0] && comesApart(far.items[0])).toBe(true)
    expect(drawn(many, 170).items.every(({ shape }) => shape === 'dot')).toBe(true)
  })

  it('puts events of one day beside each other where they have no room above', () => {
    const { items } = drawn([event(1, '2024-05-07'), event(2, '2024-05-07')], 60, [1, 2])
    expect(items.map(({ shape }) => shape)).toEqual(['dot', 'dot'])
    expect((items[1]?.at ?? 0) - (items[0]?.at ?? 0)).toBe(15)
  })

  it('joins one event across lanes by an upright stem, with its state in its label', () => {
    const agreed = event(1, '2024-05-07', {
      state: { kind: 'corroborated', origins: 3 },
      evidence: ['Courier', 'Herald', 'Post'].map((outlet) => evidence(outlet, '2024-05-07')),
    })
    const other = event(2, '2024-05-07', { evidence: [evidence('Herald', '2024-05-07')] })
    const { stems } = drawn([agreed, other], 60, [1, 1, 1, 2], byOutlet)
    expect(stems.map(({ id, label, points }) => [id, label?.text, new Set(points.map(({ at }) => at)).size])).toEqual([
      [1, 'Event 1 ✓3', 1],
    ])
  })

  it('gives labels rows in which they have room', () => {
    const { items } = drawn(days(4), 20)
    expect(items.map(({ label }) => label?.text)).toEqual(['Event 1', 'Event 2', 'Event 3', 'Event 4'])
  })

  it('is the same for the same events in another order', () => {
    const events = [...days(12), event(20, '2024'), event(21, '2024-05~'), event(22, '2024-05-03/..')]
    expect(drawn([...events].reverse(), 7)).toEqual(drawn(events, 7))
  })
})

const anyEdtf = fc.oneof(
  fc.integer({ min: 1, max: 28 }).map((d) => `2024-05-${String(d).padStart(2, '0')}`),
  fc.integer({ min: 1, max: 28 }).map((d) => `2024-06-${String(d).padStart(2, '0')}~`),
  fc.constantFrom('2024-05', '2024', '2024-05-03/..', '../2024-05-20', '2024-05-02/2024-05-09', '202X'),
)

const reachOf = ({ label }: Item): [number, number] | null => {
  if (!label) return null
  const from =
    label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - label.width : label.x - label.width / 2
  return [from, from + label.width]
}

describe('labels', () => {
  it('never meet each other or a mark of their row, at any level', () => {
    fc.assert(
      fc.property(
        fc.array(anyEdtf, { maxLength: 60 }),
        fc.double({ min: 0.05, max: 900, noNaN: true }),
        (dates, px) => {
          const { lanes } = drawn(
            dates.map((edtf, i) => event(i + 1, edtf)),
            px,
            [3, 2],
          )
          for (const item of lanes.flat()) {
            const reach = reachOf(item)
            if (!reach) continue
            for (const other of lanes[item.lane] ?? []) {
              if (other === item || other.row !== item.row) continue
              const theirs = reachOf(other)
              expect(theirs === null || theirs[1] <= reach[0] || theirs[0] >= reach[1]).toBe(true)
              expect(other.at <= reach[0] || other.at >= reach[1]).toBe(true)
            }
          }
        },
      ),
      { seed: 5, numRuns: 150 },
    )
  })

  it('lose no event, however far away', () => {
    fc.assert(
      fc.property(
        fc.array(anyEdtf, { maxLength: 60 }),
        fc.double({ min: 0.05, max: 900, noNaN: true }),
        (dates, px) => {
          const { items } = drawn(
            dates.map((edtf, i) => event(i + 1, edtf)),
            px,
            [2, 2],
          )
          expect(items.flatMap(({ marks }) => marks.map(({ id }) => id)).sort()).toEqual(
            dates.map((_, i) => i + 1).sort(),
          )
        },
      ),
      { seed: 6, numRuns: 100 },
    )
  })

  it('stand at their days in a view nearer than the level that they were laid out for', () => {
    const level = levelOf(61)
    const { items } = seenIn(drawn(days(3), level), { left: 19_800, pxPerDay: 61, width: 5000 })
    expect(level).toBeLessThanOrEqual(61)
    expect(items.map(({ at }) => Math.round((at / 61) * 100) / 100)).toEqual(
      [1, 2, 3].map((n) => Date.UTC(2024, 4, n, 12) / 86_400_000),
    )
  })

  it('are cut between letters, with an ellipsis', () => {
    const measure = (text: string): number => text.length * 6
    expect(shortened('short', 60, measure)).toBe('short')
    expect(shortened('a long name of an event', 60, measure)).toBe('a long na…')
    expect(shortened('👩‍🚒👩‍🚒👩‍🚒👩‍🚒👩‍🚒', 30, measure)).not.toMatch(/[\ud800-\udbff]…$/)
  })
})

describe('arrow keys', () => {
  const layout = drawn(days(5), 20)

  it('go through events in time, and stay at the ends', () => {
    const at = (id: number) => itemOfEvent(layout, id)
    expect(movedTo(layout, at(2), 'next')).toBe(at(3))
    expect(movedTo(layout, at(2), 'previous')).toBe(at(1))
    expect(movedTo(layout, at(5), 'next')).toBe(at(5))
    expect(movedTo(layout, at(3), 'first')).toBe(at(1))
    expect(movedTo(layout, at(3), 'last')).toBe(at(5))
  })

  it('go to the nearest of the next lane, and past what one event has in several', () => {
    const told = event(1, '2024-05-07', {
      evidence: ['Courier', 'Herald', 'Post'].map((outlet) => evidence(outlet, '2024-05-07')),
    })
    const later = event(2, '2024-05-20', { evidence: [evidence('Post', '2024-05-20')] })
    const lanes = drawn([told, later], 20, [1, 1, 1, 2], byOutlet)
    const first = itemOfEvent(lanes, 1)
    expect(first?.lane).toBe(0)
    expect(movedTo(lanes, first, 'down')?.lane).toBe(1)
    expect(movedTo(lanes, first, 'next')?.marks[0]?.id).toBe(2)
    expect(movedTo(lanes, itemOfEvent(lanes, 2), 'previous')).toBe(first)
  })
})
