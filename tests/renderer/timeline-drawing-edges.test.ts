import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameOf } from '../../src-renderer/features/timeline/drawing/frame'
import { itemAt } from '../../src-renderer/features/timeline/drawing/hit'
import { type Item, type Label, type Layout, layoutOf } from '../../src-renderer/features/timeline/drawing/layout'
import { levelOf, seenIn } from '../../src-renderer/features/timeline/drawing/level'
import { type DrawnEvent, type Lanes, type Mark, marksOf } from '../../src-renderer/features/timeline/drawing/marks'
import { axisOf } from '../../src-renderer/features/timeline/drawing/ticks'
import { fitted, type View } from '../../src-renderer/features/timeline/drawing/view'

const lanes: Lanes = {
  lanes: ['courier', 'herald'].map((key) => ({ key, name: key })),
  perOutlet: true,
  of: ({ evidence }) => evidence.map(({ outlet }) => outlet ?? ''),
  ofSuggestion: () => [],
}

const words = ({ title, sign }: Mark) => {
  const text = title + sign
  return { text, width: text.length * 6, short: { text: text.slice(0, 8), width: Math.min(8, text.length) * 6 } }
}

/** An event that so many of the outlets tell. */
const event = (id: number, edtf: string, outlets: readonly string[], title = `What happened ${id}`): DrawnEvent => ({
  id,
  title,
  edtf,
  sequence: null,
  orders: [],
  state: { kind: 'corroborated', origins: outlets.length },
  isResolved: false,
  isByHand: false,
  evidence: outlets.map((outlet, i) => ({
    articleId: i + 1,
    outlet,
    edtf,
    asWritten: true,
    stance: 'supports',
    counts: true,
  })),
})

const both = ['courier', 'herald']
const rows = [2, 2, 1]

const dayOf = (date: string): number => Date.parse(date) / 86_400_000

const seen = (events: readonly DrawnEvent[], view: View): Layout =>
  seenIn(layoutOf(marksOf(events, [], [], lanes), levelOf(view.pxPerDay), rows, words), view)

const viewOf = (from: string, to: string, width = 600): View => fitted({ from: dayOf(from), to: dayOf(to) }, width)

/** From where to where a label stands, in pixels from the view's left edge. */
function reachOf({ anchor, x, width }: Label, view: View): [number, number] {
  const left = x - view.left * view.pxPerDay - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2)
  return [left, left + width]
}

const labelOf = (layout: Layout, id: number): Label | null =>
  layout.stems.find((stem) => stem.id === id)?.label ??
  layout.items.find(({ marks }) => marks.length === 1 && marks[0]?.id === id)?.label ??
  null

describe('a label at the edge of the drawing', () => {
  it('slides in over its stem, at the left and at the right', () => {
    const view = viewOf('2024-05-01', '2024-05-31')
    const layout = seen([event(1, '2024-05-02', both), event(2, '2024-05-30', both, 'حدث في آخر الشهر')], view)
    const [first, last] = [labelOf(layout, 1), labelOf(layout, 2)]
    if (!first || !last) throw new Error('has no label')
    expect(reachOf(first, view)[0]).toBeCloseTo(0)
    expect(reachOf(last, view)[1]).toBeCloseTo(600)
    const x = (date: string) => (dayOf(date) + 0.5 - view.left) * view.pxPerDay
    expect(reachOf(first, view)[1]).toBeGreaterThan(x('2024-05-02'))
    expect(reachOf(last, view)[0]).toBeLessThan(x('2024-05-30'))
  })

  it('is pointed at where it is drawn', () => {
    const view = viewOf('2024-05-01', '2024-05-31')
    const layout = seen([event(1, '2024-05-01', both)], view)
    const label = labelOf(layout, 1)
    if (!label) throw new Error('has no label')
    const frame = frameOf({ width: 744, height: 300 }, { lanes: 2, hasStems: true, hasPublications: false })
    const place = { x: frame.gutter + reachOf(label, view)[1] - 2, y: frame.axis + 10 }
    expect(itemAt(layout, frame, view, 0, place)?.marks[0]?.id).toBe(1)
  })

  it('makes room for the next one, or is left out where there is none', () => {
    const view = viewOf('2024-05-01', '2024-05-31')
    const near = seen([event(1, '2024-05-01', both), event(2, '2024-05-08', both)], view)
    const [first, second] = [labelOf(near, 1), labelOf(near, 2)]
    if (!first || !second) throw new Error('has no label')
    expect(reachOf(second, view)[0]).toBeGreaterThan(reachOf(first, view)[1])
  })

  it('goes to the other side of a mark that is in one lane', () => {
    const view = viewOf('2024-05-01', '2024-05-31')
    const label = labelOf(seen([event(1, '2024-05-29', ['courier'])], view), 1)
    expect(label?.anchor).toBe('end')
    expect(label && reachOf(label, view)[1]).toBeLessThan(600)
  })

  it('is left out where its mark is out of sight', () => {
    const view = viewOf('2024-05-03', '2024-05-31')
    const layout = seen([event(1, '2024-05-02', both), event(2, '2024-05-02', ['courier'])], view)
    expect([labelOf(layout, 1), labelOf(layout, 2)]).toEqual([null, null])
  })

  it('is whole and apart from the others in any view', () => {
    const anyEvent = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom(both, ['courier'], ['herald']))
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 25 }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        fc.double({ min: 2, max: 300, noNaN: true }),
        (some, left, pxPerDay) => {
          const view = { left: dayOf('2024-05-01') + left, pxPerDay, width: 500 }
          const layout = seen(
            some.map(([day, outlets], i) =>
              event(i + 1, `2024-0${day > 30 ? 6 : 5}-${`0${(day % 30) + 1}`.slice(-2)}`, outlets),
            ),
            view,
          )
          const rowOf = (item: Item): string => `${item.lane} ${item.row}`
          const labels = [
            ...layout.stems.flatMap(({ label }) => (label ? [{ row: 'stems', reach: reachOf(label, view) }] : [])),
            ...layout.items.flatMap((item) =>
              item.label && !item.label.isInside ? [{ row: rowOf(item), reach: reachOf(item.label, view) }] : [],
            ),
          ]
          for (const { row, reach } of labels) {
            expect(reach[0]).toBeGreaterThanOrEqual(-0.01)
            expect(reach[1]).toBeLessThanOrEqual(500.01)
            const others = labels.filter((other) => other.row === row && other.reach !== reach)
            expect(others.every((other) => other.reach[1] <= reach[0] || other.reach[0] >= reach[1])).toBe(true)
          }
        },
      ),
      { seed: 7, numRuns: 200 },
    )
  })

  it('is whole on the axis', () => {
    for (let width = 300; width < 420; width += 7) {
      const view = viewOf('1985-03-01', '2036-02-01', width)
      const { ticks } = axisOf(view, { locale: 'en-GB', beforeChrist: String })
      const shown = ticks.filter(({ label }) => label !== '')
      expect(shown.length).toBeGreaterThan(2)
      for (const { label, labelX } of shown) expect(labelX + label.length * 6).toBeLessThanOrEqual(width)
    }
  })
})
