import { describe, expect, test } from 'vitest'
import type { EventRow } from '../../src-main/contract/timeline-types'
import { edtfInterval } from '../../src-main/domain/edtf'
import { withChanges } from '../../src-renderer/data/event-rows'
import { columnsAt } from '../../src-renderer/features/timeline/columns'
import { filteredEvents, noFilter, wordsOf } from '../../src-renderer/features/timeline/event-filter'
import { placeAfterStep, sameDays, sortedEvents } from '../../src-renderer/features/timeline/event-order'
import { inOrder, noMarks, ranged, toggled } from '../../src-renderer/features/timeline/marks'

type Given = Partial<Pick<EventRow, 'title' | 'place' | 'actors' | 'tagIds' | 'orders'>> & {
  edtf?: string
  outlets?: string[]
  kind?: EventRow['state']['kind']
}

const row = (id: number, { edtf, outlets = [], kind = 'single-source', ...given }: Given = {}): EventRow => ({
  id,
  title: `Event ${id}`,
  edtf: edtf ?? null,
  interval: edtf === undefined ? null : edtfInterval(edtf),
  dateOrigin: 'evidence',
  status: 'accepted',
  place: '',
  actors: [],
  sequence: null,
  orders: [],
  state: { kind, articles: 1, outlets: 1, origins: 1, unknownOutlets: 0, agree: 1, orphaned: 0, conflicts: [] },
  resolution: null,
  tagIds: [],
  evidence: outlets.map((outlet, i) => ({
    id: id * 100 + i,
    articleId: i + 1,
    passageId: i + 1,
    outlet: outlet === '' ? null : outlet,
    asserted: 'on Monday',
    edtf: edtf ?? null,
    asWritten: false,
    stance: 'supports',
    quote: `the sluice of ${outlet}`,
    orphaned: false,
  })),
  ...given,
})

const ids = (events: readonly EventRow[]): number[] => events.map((event) => event.id)
const tagName = (id: number): string => ({ 1: 'Flood', 2: 'Lock' })[id] ?? ''

describe('columns', () => {
  test('fill the table, and give way where it is narrow, the event and its date never', () => {
    expect(columnsAt(1200).map((column) => column.name)).toHaveLength(8)
    expect(columnsAt(720).map((column) => column.name)).toEqual(['asWritten', 'resolved', 'event', 'state', 'evidence'])
    expect(columnsAt(200).map((column) => column.name)).toEqual(['resolved', 'event'])
    for (const width of [400, 720, 1000, 1600]) {
      const taken = columnsAt(width).reduce((sum, column) => sum + column.width, 0)
      expect(Math.round(taken)).toBe(width)
    }
  })
})

describe('sorting', () => {
  const events = [
    row(1, { edtf: '2030-05-01', title: 'beta 10', tagIds: [2] }),
    row(2, { edtf: '2030-05', title: 'Alpha', kind: 'conflicting', tagIds: [1] }),
    row(3, { edtf: '2030-06-01', title: 'beta 9', kind: 'corroborated' }),
    row(4, { title: 'zulu' }),
  ]
  const sorted = (by: Parameters<typeof sortedEvents>[1]['by'], descending = false): number[] =>
    ids(sortedEvents(events, { by, descending }, (id) => id, tagName))

  test('by date keeps undated events last in both directions', () => {
    expect(sorted('resolved')).toEqual([1, 2, 3, 4])
    expect(sorted('resolved', true)).toEqual([3, 2, 1, 4])
  })

  test('by title counts numbers as numbers and no case', () => {
    expect(sorted('event')).toEqual([2, 3, 1, 4])
  })

  test('by tag leaves events without one at the end', () => {
    expect(sorted('tags')).toEqual([2, 1, 3, 4])
    expect(sorted('tags', true)).toEqual([1, 2, 3, 4])
  })

  test('by state puts what asks for attention first, equal ones in their order', () => {
    expect(sorted('state')).toEqual([2, 1, 4, 3])
    expect(sorted('state', true)).toEqual([3, 1, 4, 2])
  })
})

describe('the filter', () => {
  const events = [
    row(1, { edtf: '2030-05-01', outlets: ['The Sarn Post'], tagIds: [3], place: 'Hask' }),
    row(2, { outlets: [''], actors: ['Marit Oster'] }),
  ]
  const left = (filter: Partial<typeof noFilter>): number[] =>
    ids(
      filteredEvents(
        events,
        { ...noFilter, ...filter },
        (event) => wordsOf(event, tagName),
        (id) => new Set(id === 1 ? [1, 3] : [id]),
      ),
    )

  test('looks for every word in what the table shows', () => {
    expect(left({ text: 'HASK sluice' })).toEqual([1])
    expect(left({ text: 'oster' })).toEqual([2])
    expect(left({ text: 'hask oster' })).toEqual([])
  })

  test('takes tags with those below them, unknown outlets, and undated events', () => {
    expect(left({ tagId: 1 })).toEqual([1])
    expect(left({ outlet: '' })).toEqual([2])
    expect(left({ undated: true })).toEqual([2])
    expect(left({ undated: true, outlet: 'The Sarn Post' })).toEqual([])
  })
})

describe('events chosen together', () => {
  const order = [1, 2, 3, 4, 5]

  test('a range goes on from where it began, in both directions', () => {
    const first = ranged(noMarks, order, 3, 4)
    expect(first.ids).toEqual([3, 4])
    expect(ranged(first, order, 4, 1).ids).toEqual([1, 2, 3])
  })

  test('one that the table does not show is left out', () => {
    const marks = toggled(toggled(noMarks, 5), 2)
    expect(inOrder(marks, order)).toEqual([2, 5])
    expect(inOrder(marks, [1, 2])).toEqual([2])
    expect(toggled(marks, 5).ids).toEqual([2])
  })
})

describe('moving one place', () => {
  const list = [{ id: 1 }, { id: 2 }, { id: 3 }]

  test('says what the event then stands before', () => {
    expect(placeAfterStep(list, 2, -1)).toBe(1)
    expect(placeAfterStep(list, 1, 1)).toBe(3)
    expect(placeAfterStep(list, 2, 1)).toBeNull()
    expect(placeAfterStep(list, 3, 1)).toBeUndefined()
    expect(placeAfterStep(list, 9, 1)).toBeUndefined()
  })

  test('is possible among events of the very same days', () => {
    const events = [
      row(1, { edtf: '2030-05-01' }),
      row(2, { edtf: '2030-05-01~' }),
      row(3, { edtf: '2030-05' }),
      row(4),
    ]
    expect(ids(sameDays(events, row(1, { edtf: '2030-05-01' })))).toEqual([1, 2])
    expect(sameDays(events, row(4))).toEqual([])
  })
})

describe('rows after a change', () => {
  test('what did not change is the same object, what is gone is left out', () => {
    const [first, second, third] = [row(1), row(2), row(3)]
    const before = withChanges(null, { version: 1, order: [1, 2, 3], rows: [first, second, third], isWhole: true })
    const changed = row(2, { title: 'Other' })
    const after = withChanges(before, { version: 2, order: [3, 2], rows: [changed], isWhole: false })
    expect(after.rows).toEqual([third, changed])
    expect(after.rows[0]).toBe(third)
    expect(after.version).toBe(2)
  })

  test('a whole answer forgets what was known', () => {
    const before = withChanges(null, { version: 1, order: [1], rows: [row(1)], isWhole: true })
    expect(
      withChanges(before, { version: 1, order: [2], rows: [row(2)], isWhole: true }).rows.map((r) => r.id),
    ).toEqual([2])
  })
})
