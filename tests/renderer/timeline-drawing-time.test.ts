import { describe, expect, it } from 'vitest'
import { spanOf } from '../../src-renderer/features/timeline/drawing/span'
import { axisOf, pxPerDayFor, stepFor } from '../../src-renderer/features/timeline/drawing/ticks'
import {
  between,
  centred,
  dayAt,
  firstExtent,
  fitted,
  mostPxPerDay,
  nearestDay,
  scaleOf,
  type View,
  wholeExtent,
  within,
  xOf,
  zoomed,
} from '../../src-renderer/features/timeline/drawing/view'

const words = { locale: 'en-GB', beforeChrist: (year: number) => `${year} BC` }

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000

const viewOf = (from: string, to: string, width = 900): View => fitted({ from: day(from), to: day(to) }, width)

const labels = (view: View): string[] =>
  axisOf(view, words)
    .ticks.map(({ label }) => label)
    .filter((label) => label !== '')

describe('where a date stands in time', () => {
  it('is a day, a month, a year, a decade or a century long, never a point that nobody gave', () => {
    const length = (edtf: string): number => {
      const span = spanOf(edtf)
      return span ? Math.round(span.to - span.from) : 0
    }
    expect(['2024-05-07', '2024-02', '2023-21', '2024', '195X', '18XX'].map(length)).toEqual([
      1, 29, 92, 366, 3652, 36524,
    ])
  })

  it('has ends as its date has: known, about there, reaching on', () => {
    expect(spanOf('2024-05-07~')).toMatchObject({ start: 'soft', end: 'soft' })
    expect(spanOf('2024-05-07/..')).toMatchObject({ start: 'known', end: 'open', unit: 'day' })
    expect(spanOf('../2024-05')).toMatchObject({ start: 'open', end: 'known' })
    expect(spanOf('/2024-05-07')).toMatchObject({ start: 'soft', end: 'known' })
    expect(spanOf('2024-05-06?/2024-05-09')).toMatchObject({ start: 'soft', end: 'known', unit: 'longer' })
  })

  it('keeps the hour of the place, and a part of the day', () => {
    const at = spanOf('2024-05-07T18:30+03:00')
    expect(at?.unit).toBe('moment')
    expect(at?.from).toBeCloseTo(day('2024-05-07') + 18.5 / 24, 6)
    const morning = spanOf('2024-05-07T06:00/2024-05-07T12:00')
    expect((morning?.to ?? 0) - (morning?.from ?? 0)).toBeCloseTo(0.25, 2)
  })

  it('is nowhere for what is no date', () => {
    expect(spanOf('32 May')).toBeNull()
    expect(spanOf('')).toBeNull()
  })

  it('takes the years of the first century for what they are', () => {
    expect(spanOf('0050')?.from).toBe(day('0050-01-01'))
    expect(labels(viewOf('0040-01-01', '0060-01-01'))).toContain('50')
  })
})

describe('the axis', () => {
  it.each([
    ['hours', '2024-05-06', '2024-05-08', ['6 May', '03:00', '06:00'], '6 May 2024'],
    ['days', '2024-05-04', '2024-05-17', ['Sat 4', 'Sun 5'], 'May 2024'],
    ['weeks', '2024-05-01', '2024-07-01', ['6 May', '13 May'], 'April 2024'],
    ['months', '2024-01-01', '2025-01-01', ['Jan 2024', 'Feb'], '2024'],
    ['years', '2010-01-01', '2024-01-01', ['2010', '2011'], ''],
    ['centuries', '1000-01-01', '2000-01-01', ['1000', '1100'], ''],
  ])('names %s', (_, from, to, expected, context) => {
    const view = viewOf(from, to)
    const axis = axisOf(view, words)
    expect(labels(view)).toEqual(expect.arrayContaining(expected))
    if (context !== 'April 2024') expect(axis.context).toBe(context)
  })

  it('says where a month, a year or a day begins', () => {
    const strong = (view: View): string[] => axisOf(view, words).ticks.flatMap((t) => (t.isStrong ? [t.label] : []))
    expect(strong(viewOf('2024-04-28', '2024-05-08'))).toEqual(['Wed 1 May'])
    expect(strong(viewOf('2023-07-01', '2024-06-30', 1200))).toEqual(['Jan 2024'])
  })

  it('never puts one label on another, at any level', () => {
    const whole = fitted({ from: day('0900-01-01'), to: day('2100-01-01') }, 900)
    for (let view = whole; view.pxPerDay < mostPxPerDay; view = zoomed(view, 1.37)) {
      const { ticks } = axisOf(view, words)
      const shown = ticks.filter(({ label }) => label !== '')
      const spans = shown.map(({ label, labelX, anchor }) => {
        const width = label.length * 6
        return anchor === 'middle' ? [labelX - width / 2, labelX + width / 2] : [labelX, labelX + width]
      })
      for (const [i, [start = 0]] of spans.entries()) {
        expect(i === 0 || start >= (spans[i - 1]?.[1] ?? 0), `${shown[i]?.label} at ${view.pxPerDay}`).toBe(true)
      }
      expect(ticks.length).toBeGreaterThan(2)
    }
  })

  it('ends a month with its last day, in leap years too', () => {
    const { ticks } = axisOf(viewOf('2024-02-01', '2025-02-01', 900), words)
    const [february, march] = [ticks[0], ticks[1]]
    const view = viewOf('2024-02-01', '2025-02-01', 900)
    expect(dayAt(view, march?.x ?? 0) - dayAt(view, february?.x ?? 0)).toBeCloseTo(29, 6)
  })

  it('has a level for each button', () => {
    for (const unit of ['day', 'week', 'month', 'year'] as const) expect(stepFor(pxPerDayFor(unit)).unit).toBe(unit)
  })
})

describe('the view', () => {
  const view = viewOf('2024-05-01', '2024-05-31', 900)

  it('keeps the moment under the pointer while it comes nearer', () => {
    expect(dayAt(zoomed(view, 3, 300), 300)).toBeCloseTo(dayAt(view, 300), 6)
  })

  it('is the scale of moments that an axis has', () => {
    expect(
      scaleOf(view)
        .invert(xOf(view, day('2024-05-11')))
        .toISOString(),
    ).toBe('2024-05-11T00:00:00.000Z')
  })

  it('shows nothing beside what there is, and no hour larger than it is worth', () => {
    const whole = { from: day('2024-01-01'), to: day('2025-01-01') }
    expect(within(zoomed(view, 1e-4), whole).left).toBeCloseTo(whole.from, 6)
    expect(within(zoomed(view, 1e9), whole).pxPerDay).toBe(mostPxPerDay)
    expect(within({ ...view, left: day('2030-01-01') }, whole).left).toBeLessThan(whole.to)
  })

  it('goes from one stretch to another without losing either end', () => {
    const to = centred(view, day('2024-05-20'), 400)
    expect(between(view, to, 0).left).toBeCloseTo(view.left, 6)
    expect(between(view, to, 1).left).toBeCloseTo(to.left, 6)
    expect(between(view, { ...view, left: view.left + 10 }, 0.5).left).toBeCloseTo(view.left + 5, 6)
  })

  it('begins another level at what stands nearest to its middle', () => {
    const on = (iso: string) => ({ span: { from: day(iso), to: day(iso) + 1 } })
    expect(nearestDay(view, [on('2024-05-03'), on('2024-05-20'), on('2024-06-30')])).toBe(day('2024-05-20') + 0.5)
    expect(nearestDay(view, [])).toBeNull()
  })

  it('begins with everything, or with where nearly all stands', () => {
    const spans = (days: readonly string[]) => days.map((d) => ({ from: day(d), to: day(d) + 1 }))
    expect(wholeExtent([])).toBeNull()
    const one = wholeExtent(spans(['2024-05-07']))
    expect((one?.to ?? 0) - (one?.from ?? 0)).toBeGreaterThanOrEqual(14)
    const near = ['2024-05-01', '2024-05-03', '2024-05-05', '2024-05-07', '2024-05-08', '2024-05-09', '2024-05-12']
    const first = firstExtent(spans(['1979-01-01', ...near, ...near]))
    expect(first?.from).toBeGreaterThan(day('2024-01-01'))
    expect(firstExtent(spans(near))).toEqual(wholeExtent(spans(near)))
  })
})
