import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { type TimelineFormat, timelineFormatNames } from '../../src-main/domain/timeline-file'
import { addArticle } from '../support/articles'
import { temporaryFolder } from '../support/library'
import { type TestServices, testServices } from '../support/services'

const text = 'Workers closed the swing bridge on 7 March 2023. It opened in April 2023.'

async function withEvents() {
  const services = testServices()
  const { ask, library } = services
  const articleId = addArticle(library, { text, language: 'en', outlet: 'The Gazette', published: '2023-03-09' })
  await ask['article.set']({ ids: [articleId], edits: { url: 'https://gazette.example/bridge' } })
  const first = await ask['event.create']({ title: 'Bridge closed', evidence: [{ articleId, start: 0, end: 48 }] })
  const second = await ask['event.create']({
    title: 'Bridge opens',
    evidence: [{ articleId, start: 49, end: text.length }],
  })
  const third = await ask['event.create']({ title: 'Undated talks' })
  await ask['event.set']({ id: first.id, place: 'Sund', actors: ['Harbour office'] })
  return { ...services, ids: [first.id, second.id, third.id] as const }
}

async function written({ ask }: Pick<TestServices, 'ask'>, format: TimelineFormat, timelineId: number | null = null) {
  const path = join(temporaryFolder(), 'timeline')
  const answer = await ask['timeline.export']({ timelineId, format, path, replace: false })
  return { text: readFileSync(path, 'utf8'), answer }
}

describe('a timeline as a file', () => {
  it('has all events in order of date, with their evidence and its place', async () => {
    const services = await withEvents()
    const rows: Record<string, string>[] = parse((await written(services, 'csv')).text, { bom: true, columns: true })
    expect(rows.map(({ date, title }) => [date, title])).toEqual([
      ['2023-03-07', 'Bridge closed'],
      ['2023-04', 'Bridge opens'],
      ['', 'Undated talks'],
    ])
    expect(rows[0]).toMatchObject({
      place: 'Sund',
      actors: 'Harbour office',
      'date as written': '7 March 2023',
      evidence: 'The Gazette, 9 March 2023, ¶1: “Workers closed the swing bridge on 7 March 2023.”',
    })
    const json = JSON.parse((await written(services, 'json')).text)
    expect(json.events[0].evidence[0]).toMatchObject({ outlet: 'The Gazette', url: 'https://gazette.example/bridge' })
  })

  it('has the events of a chosen timeline, in its reading order', async () => {
    const services = await withEvents()
    const { ask, ids } = services
    const timeline = await ask['timeline.create']({ name: 'Bridge', choice: { kind: 'hand' } })
    await ask['timeline.choose']({ id: timeline.id, add: [ids[0], ids[1]], remove: [] })
    await ask['timeline.move']({ id: timeline.id, eventId: ids[1], before: ids[0] })
    const { text: json, answer } = await written(services, 'json', timeline.id)
    expect(JSON.parse(json)).toMatchObject({
      name: 'Bridge',
      events: [{ title: 'Bridge opens' }, { title: 'Bridge closed' }],
    })
    expect(answer.events).toBe(2)
  })

  it('as a note leads each event to a footnote', async () => {
    const { text: markdown } = await written(await withEvents(), 'markdown')
    expect(markdown).toContain('Bridge closed')
    expect(markdown).toMatch(/^\[\^1\]: .*The Gazette/m)
  })

  it('tells what the format has no place for', async () => {
    const services = await withEvents()
    expect((await written(services, 'timelinejs')).answer.losses).toEqual([
      { what: 'undated', events: 1 },
      { what: 'evidence', events: 2 },
    ])
    expect((await written(services, 'json')).answer.losses).toEqual([])
  })

  it.each(timelineFormatNames)('is the same, byte for byte, written again as %s', async (format) => {
    const services = await withEvents()
    const [one, two] = [await written(services, format), await written(services, format)]
    expect(two.text).toBe(one.text)
    expect(two.answer.sha256).toBe(one.answer.sha256)
  })

  it('read again as a table gives the same events, which are there already', async () => {
    const services = await withEvents()
    for (const format of ['csv', 'json'] as const) {
      const path = join(temporaryFolder(), `timeline.${format}`)
      await services.ask['timeline.export']({ timelineId: null, format, path, replace: false })
      const { stageId } = await services.ask['eventTable.stage']({ path })
      const table = await services.ask['eventTable.read']({ stageId, only: 'all', offset: 0, limit: 10 })
      expect(table).toMatchObject({ ready: 0, known: 3, refused: 0 })
      const other = testServices()
      const staged = await other.ask['eventTable.stage']({ path })
      await other.ask['eventTable.add']({ stageId: staged.stageId })
      expect((await other.ask['event.list']({}))[0]).toMatchObject({
        title: 'Bridge closed',
        edtf: '2023-03-07',
        place: 'Sund',
        actors: ['Harbour office'],
      })
    }
  })

  it('is refused where nothing is in it', async () => {
    const { ask } = testServices()
    const path = join(temporaryFolder(), 'timeline.csv')
    const exporting = Promise.resolve().then(() =>
      ask['timeline.export']({ timelineId: null, format: 'csv', path, replace: false }),
    )
    await expect(exporting).rejects.toMatchObject({ code: 'timeline/empty' })
  })
})
