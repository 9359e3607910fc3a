import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { frameOf, middleOfRow, scrolledTo, unscrolled } from '../../src-renderer/features/timeline/drawing/frame'
import { itemAt } from '../../src-renderer/features/timeline/drawing/hit'
import { layoutOf } from '../../src-renderer/features/timeline/drawing/layout'
import { levelOf, seenIn } from '../../src-renderer/features/timeline/drawing/level'
import type { Lanes, Mark } from '../../src-renderer/features/timeline/drawing/marks'
import { marksOf } from '../../src-renderer/features/timeline/drawing/marks'
import { sceneOf } from '../../src-renderer/features/timeline/drawing/scene'
import type { Colour, Palette } from '../../src-renderer/features/timeline/drawing/shapes'
import { escaped, svgOf } from '../../src-renderer/features/timeline/drawing/svg'
import { axisOf } from '../../src-renderer/features/timeline/drawing/ticks'
import { fitted, xOf } from '../../src-renderer/features/timeline/drawing/view'

const colours: Colour[] = [
  'page',
  'chrome',
  'line',
  'line-strong',
  'ink',
  'ink-2',
  'ink-3',
  'ok',
  'conflict',
  'straw',
  'straw-line',
  'trace',
  'trace-soft',
]
const palette = Object.fromEntries(colours.map((colour, i) => [colour, `#00000${i.toString(16)}`])) as Palette

const lanes: Lanes = {
  lanes: [
    { key: 'a', name: 'Herald & Post' },
    { key: 'b', name: 'الصدى' },
  ],
  perOutlet: false,
  of: ({ id }) => [id % 2 === 0 ? 'a' : 'b'],
  ofSuggestion: () => ['a'],
}

const words = ({ title }: Mark) => ({ text: title, width: 60, short: { text: title, width: 60 } })

const event = (id: number, edtf: string, title: string) => ({
  id,
  title,
  edtf,
  sequence: null,
  orders: [],
  state: { kind: 'single-source' as const, origins: 1 },
  isResolved: false,
  isByHand: false,
  evidence: [],
})

const hostile = '</text><script>alert(1)</script>"\u0007'

function picture() {
  const marks = marksOf(
    [event(1, '2024-05-07', hostile), event(2, '2024-05-10/..', 'Later'), event(3, '2024-05-03/2024-05-20', 'حدث')],
    [{ key: 's', title: 'Suggested', edtf: '2024-05-12', outlets: [null] }],
    [{ articleId: 9, title: 'Report', outlet: 'Herald', edtf: '2024-05-15' }],
    lanes,
  )
  const frame = frameOf({ width: 900, height: 300 }, { lanes: 2, hasStems: true, hasPublications: true })
  const view = fitted({ from: 19840, to: 19870 }, frame.width - frame.gutter)
  const layout = seenIn(layoutOf(marks, levelOf(view.pxPerDay), frame.rows, words), view)
  const axis = axisOf(view, { locale: 'en-GB', beforeChrist: String })
  const shapes = sceneOf({
    frame,
    layout,
    view,
    axis,
    laneNames: lanes.lanes.map(({ name }) => name),
    publishedName: 'Published',
    scroll: 0,
    chosen: 1,
    focused: layout.items[0]?.key ?? null,
  })
  return { frame, view, layout, shapes }
}

const svg = (): string =>
  svgOf({ width: 900, height: 300, shapes: picture().shapes, palette, title: 'A & B', description: '3 events' })

describe('a drawing as SVG', () => {
  it('is XML, with a title and what it shows, and its text as text', () => {
    expect(XMLValidator.validate(svg())).toBe(true)
    const parsed = new XMLParser({ ignoreAttributes: false, processEntities: { enabled: true } }).parse(svg())
    expect(parsed.svg.desc['#text']).toBe('3 events')
    expect(svg()).toContain('<title id="title">A &#38; B</title>')
    expect(svg()).toContain('>Herald &#38; Post<')
    expect(svg()).toContain('font-family="Inter Variable')
  })

  it('makes nothing of markup in a title, and leaves out what XML refuses', () => {
    expect(svg()).not.toMatch(/<script|onload|href|style=/)
    expect(svg()).toContain('&#60;script&#62;')
    expect(escaped('a\u0000b\ud800c\ufffe')).toBe('abc')
  })

  it('sets text from right to left where it runs so, at the place that the layout gave it', () => {
    expect(svg()).toMatch(/text-anchor="end" direction="rtl">الصدى</)
  })

  it('is the same for the same drawing', () => {
    expect(svg()).toBe(svg())
  })
})

describe('the frame', () => {
  it('scrolls lanes that have no room, and shows all of them in a file', () => {
    const many = frameOf({ width: 900, height: 300 }, { lanes: 20, hasStems: true, hasPublications: true })
    expect(many.lanesHeight).toBeGreaterThan(many.region.height)
    expect(unscrolled(many).region.height).toBe(many.lanesHeight)
    const last = scrolledTo(many, 19, 0)
    expect(middleOfRow(many, 19, 0, last)).toBeLessThan(many.region.top + many.region.height)
    expect(scrolledTo(many, 19, last)).toBe(last)
    expect(scrolledTo(many, 0, last)).toBe(0)
  })

  it('gives lanes rows as high as a mark', () => {
    const one = frameOf({ width: 900, height: 300 }, { lanes: 1, hasStems: false, hasPublications: false })
    expect(one.rows[0]).toBeGreaterThan(5)
    expect(one.lanesHeight).toBe(one.region.height)
  })
})

describe('the pointer', () => {
  it('finds the mark under it and its label, and nothing beside them', () => {
    const { frame, view, layout } = picture()
    const later = layout.items.find(({ marks }) => marks[0]?.title === 'Later')
    if (!later) throw new Error('missing')
    const y = middleOfRow(frame, later.lane, later.row, 0)
    const x = frame.gutter + xOf(view, later.at / layout.pxPerDay)
    expect(itemAt(layout, frame, view, 0, { x, y })).toBe(later)
    expect(itemAt(layout, frame, view, 0, { x: x + 11, y: y + 8 })).toBe(later)
    const label = later.label
    if (!label) throw new Error('has no label')
    const labelX = frame.gutter + label.x - view.left * view.pxPerDay
    expect(itemAt(layout, frame, view, 0, { x: labelX + (label.anchor === 'end' ? -20 : 20), y })).toBe(later)
    expect(itemAt(layout, frame, view, 0, { x: 40, y })).toBeNull()
  })
})
