import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/library'
import { editedWire, wire } from '../support/wire'
import { collate, collateJson } from './collate'

const herald = `Ferry service to Orsund will stop on Monday, the harbour board said in Velda.
"We have no crew left for the winter timetable," harbour master Ilva Brandt told Lagoon TV on Friday.
Fishermen from three villages founded the company in 1921.`
const observer = `The harbour board of Velda is to end its ferry service to Orsund from Monday.
"We have no crew left in Velda for the winter timetable," harbour master Ilva Brandt told Lagoon TV.
Teachers asked parents to arrange cars.`
const weather = 'Snow fell on the mountain roads north of Tarn during the night, and two lorries slid into a ditch.'

const record = (...texts: string[]): string =>
  JSON.stringify({ id: 'set', articles: texts.map((text, i) => ({ id: `article ${i}`, text, language: 'en' })) })

type Place = { article: string; start: number; end: number; text: string }
type Pair = { a: Place; b: Place; score: number; kind: string; likely: boolean; differences: Place[] }

describe('collate compare', () => {
  it('pairs what two articles tell, with the words of a quotation that only one has', async () => {
    const { status, documents } = await collateJson('.', ['compare', '-', '--likely'], record(herald, observer))
    expect(status).toBe(0)
    const [{ id, pairs, onlyHere }] = documents
    expect(id).toBe('set')
    expect(pairs.map(({ kind, a, b }: Pair) => [kind, a.text.slice(0, 16), b.text.slice(0, 16)])).toEqual([
      ['same-statement', 'Ferry service to', 'The harbour boar'],
      ['quotation', '"We have no crew', '"We have no crew'],
    ])
    const [place] = pairs[1].differences
    expect(place).toMatchObject({ article: 'article 1', text: 'in Velda' })
    expect(observer.slice(place.start, place.end)).toBe('in Velda')
    expect(onlyHere.map(({ article, text }: Place) => [article, text])).toEqual([
      ['article 0', herald.split('\n')[2]],
      ['article 1', observer.split('\n')[2]],
    ])
  })

  it('gives less likely pairs too unless only likely ones are asked for', async () => {
    const input = record(herald, observer)
    const all: Pair[] = (await collateJson('.', ['compare', '-'], input)).documents[0].pairs
    const likely: Pair[] = (await collateJson('.', ['compare', '-', '--likely'], input)).documents[0].pairs
    expect(all.length).toBeGreaterThan(likely.length)
    expect(all.filter((pair) => pair.likely)).toEqual(likely)
  })

  it('puts articles together that carry one wire, or name one source for what they tell', async () => {
    const input = [record(wire, editedWire, weather), record(herald, observer, weather)].join('\n')
    const { documents } = await collateJson('.', ['compare', '-'], input)
    expect(documents.map(({ origins }) => origins)).toEqual([
      [['article 0', 'article 1'], ['article 2']],
      [['article 0', 'article 1'], ['article 2']],
    ])
  })

  it('compares the articles of files, which keep their names', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'herald.txt'), `Ferry to stop\n\n${herald.replaceAll('\n', '\n\n')}`)
    writeFileSync(join(folder, 'observer.txt'), `No more ferry\n\n${observer.replaceAll('\n', '\n\n')}`)
    const { status, documents } = await collateJson(folder, ['compare', 'herald.txt', 'observer.txt', '--likely'])
    expect(status).toBe(0)
    const quotation = documents[0].pairs.find(({ kind }: Pair) => kind === 'quotation')
    expect(quotation).toMatchObject({ a: { article: 'herald.txt' }, b: { article: 'observer.txt' } })
    const { out } = await collate(folder, ['compare', 'herald.txt', 'observer.txt', '--likely'])
    expect(out).toContain('quotation\t')
    expect(out).toContain('  only in observer.txt: in Velda\n')
    expect(out).toContain('only here\n  herald.txt: Fishermen from three villages founded the company in 1921.\n')
  })

  it('says what it can’t compare, and compares the rest', async () => {
    const input = `no object\n{"id":1,"articles":[{"id":"a"}]}\n${record(herald, '')}\n${record()}\n`
    const { status, documents, notes } = await collateJson('.', ['compare', '-'], input)
    expect(status).toBe(1)
    expect(notes).toMatch(/line 1: .*\nline 2: /)
    expect(documents).toHaveLength(2)
    expect(documents[0]).toMatchObject({ pairs: [], onlyHere: [] })
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'alone.txt'), herald)
    const alone = await collate(folder, ['compare', 'alone.txt', 'missing.txt'])
    expect(alone.status).toBe(3)
    expect(alone.notes).toContain('fewer than two articles')
    expect((await collate('.', ['compare', '-', 'alone.txt'])).status).toBe(2)
  })

  it('claims nothing across scripts', async () => {
    const arabic = 'قالت سلطات الميناء إن خدمة العبارات ستتوقف يوم الاثنين بسبب نقص الطواقم في فيلدا.'
    const input = JSON.stringify({ id: 1, articles: [herald, arabic].map((text, id) => ({ id, text })) })
    const { documents } = await collateJson('.', ['compare', '-'], input)
    expect(documents[0]).toEqual({ id: 1, pairs: [], onlyHere: [], origins: [[0], [1]] })
  })
})
