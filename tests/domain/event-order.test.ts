import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edtfInterval } from '../../src-main/domain/edtf'
import { type EventOrder, eventRelations } from '../../src-main/domain/event'
import { inOrder, isCircular, type OrderedEvent } from '../../src-main/domain/event-order'

type Said = [EventOrder['relation'], number]

const event = (id: number, edtf: string | null, said: Said[] = [], sequence: number | null = null): OrderedEvent => ({
  id,
  interval: edtf === null ? null : edtfInterval(edtf),
  sequence,
  orders: said.map(([relation, eventId]) => ({ relation, eventId })),
})

const ids = (...events: OrderedEvent[]) => inOrder(events).map(({ id }) => id)

describe('the order of events', () => {
  it('is by earliest day, exact before vague, undated last', () => {
    expect(
      ids(event(1, null), event(2, '2024'), event(3, '2024-01'), event(4, '2024-01-01'), event(5, '2023-12')),
    ).toEqual([5, 4, 3, 2, 1])
  })

  it('within the same days is as arranged, then as they were made', () => {
    const day = '2024-05-07'
    expect(ids(event(1, day), event(2, day, [], 2), event(3, day), event(4, day, [], 1))).toEqual([4, 2, 1, 3])
  })

  it('puts undated events next to the one that they name', () => {
    const dated = [event(1, '2024-05-01'), event(2, '2024-05-02'), event(3, '2024-05-03')]
    expect(ids(...dated, event(4, null, [['before', 2]]), event(5, null, [['after', 2]]))).toEqual([1, 4, 2, 5, 3])
    expect(ids(...dated, event(4, null, [['same-moment', 1]]), event(5, null))).toEqual([1, 4, 2, 3, 5])
  })

  it('puts one that comes between two after the first, and follows chains', () => {
    const dated = [event(1, '2024-05-01'), event(2, '2024-05-09')]
    expect(
      ids(
        ...dated,
        event(3, null, [
          ['before', 2],
          ['after', 1],
        ]),
        event(4, null, [['after', 3]]),
      ),
    ).toEqual([1, 3, 4, 2])
    expect(
      ids(
        ...dated,
        event(5, null, [['before', 6]]),
        event(6, null, [
          ['before', 2],
          ['after', 5],
        ]),
      ),
    ).toEqual([1, 5, 6, 2])
  })

  it('leaves the place of a dated event to its date', () => {
    expect(ids(event(1, '2024-05-01', [['after', 2]]), event(2, '2024-05-02'))).toEqual([1, 2])
  })

  it('has each event once, whatever was said', () => {
    const anyEvent = fc.record({
      edtf: fc.constantFrom(null, null, '2024', '2024-05', '2024-05-07'),
      said: fc.array(fc.tuple(fc.constantFrom(...eventRelations), fc.integer({ min: 1, max: 12 })), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 12 }), (drawn) => {
        const events = drawn.map(({ edtf, said }, at) => event(at + 1, edtf, said))
        expect(ids(...events).toSorted((a, b) => a - b)).toEqual(events.map(({ id }) => id))
      }),
    )
  })

  it('is found for long chains', () => {
    const count = 20_000
    const chain = Array.from({ length: count }, (_, i) =>
      event(i + 1, i === 0 ? '2024' : null, i === 0 ? [] : [['after', i]]),
    )
    expect(ids(...chain.slice(0, 400)).at(-1)).toBe(400)
    expect(isCircular(new Map(chain.map(({ id, orders }) => [id, orders])))).toBe(false)
  })
})

describe('what was said of the order', () => {
  const circular = (said: Record<number, Said[]>) =>
    isCircular(
      new Map(
        Object.entries(said).map(([id, orders]) => [
          Number(id),
          orders.map(([relation, eventId]) => ({ relation, eventId })),
        ]),
      ),
    )

  it('is circular where an event would come before itself', () => {
    expect(circular({ 1: [['before', 2]], 2: [['before', 3]], 3: [['before', 1]] })).toBe(true)
    expect(circular({ 1: [['after', 2]], 2: [['after', 1]] })).toBe(true)
    expect(circular({ 1: [['before', 2]], 3: [['same-moment', 1]], 2: [['before', 3]] })).toBe(true)
    expect(circular({ 1: [['same-moment', 2]], 2: [['before', 1]] })).toBe(true)
  })

  it('is not where the same is said twice, or by two ways', () => {
    expect(circular({ 1: [['before', 2]], 2: [['after', 1]] })).toBe(false)
    expect(
      circular({
        1: [
          ['before', 2],
          ['before', 3],
        ],
        2: [['before', 4]],
        3: [['before', 4]],
      }),
    ).toBe(false)
    expect(circular({ 1: [['same-moment', 2]], 2: [['same-moment', 1]] })).toBe(false)
  })
})
