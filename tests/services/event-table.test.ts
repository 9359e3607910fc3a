import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { type ErrorCode, ExpectedError } from '../../src-main/domain/error'
import { temporaryFolder } from '../support/library'
import { type TestServices, testServices } from '../support/services'

const stageOf = async ({ ask }: TestServices, content: string, fileName = 'chronology.csv'): Promise<number> => {
  const path = join(temporaryFolder(), fileName)
  writeFileSync(path, content)
  return (await ask['eventTable.stage']({ path })).stageId
}

const readAll = ({ ask }: TestServices, stageId: number, more: object = {}) =>
  ask['eventTable.read']({ stageId, only: 'all', offset: 0, limit: 1000, ...more })

const eventsOf = async ({ ask }: TestServices) =>
  (await ask['event.list']({})).map(({ title, edtf, place }) => [edtf, title, place])

const codeOf = async (work: Promise<unknown>): Promise<ErrorCode | null> => {
  try {
    await work
    return null
  } catch (error) {
    if (error instanceof ExpectedError) return error.code
    throw error
  }
}

const chronology = [
  'Date;Event;Where;Who;Tags',
  '11 March 2031;Gates close;Sarn;River council;Gates / East, Water',
  'March 2031;Talks begin;;Osmera, River council;Water',
  ';Border forces on alert;;;',
  '32 May 2031;Nothing;;;',
  '2031-03-14;;Sarn;;',
].join('\n')

describe('a table of events', () => {
  it('tells of each row what comes of it, before anything is added', async () => {
    const services = testServices()
    const table = await readAll(services, await stageOf(services, chronology))
    expect(table).toMatchObject({
      fileName: 'chronology.csv',
      columns: ['Date', 'Event', 'Where', 'Who', 'Tags'],
      holds: { date: 0, title: 1, place: 2, actors: 3, tags: 4 },
      ready: 3,
      known: 0,
      refused: 2,
      ambiguous: 0,
    })
    expect(
      table.rows.map(({ number, outcome }) => [number, outcome.kind === 'event' ? outcome.event.edtf : outcome.reason]),
    ).toEqual([
      [2, '2031-03-11'],
      [3, '2031-03'],
      [4, null],
      [5, 'not-understood'],
      [6, 'no-title'],
    ])
    expect(await eventsOf(services)).toEqual([])
  })

  it('is added with place, actors and tags as one operation, which undo takes back', async () => {
    const services = testServices()
    const { ask } = services
    const stageId = await stageOf(services, chronology)
    expect(await ask['eventTable.add']({ stageId })).toMatchObject({ known: 0, refused: 2 })
    expect(await eventsOf(services)).toEqual([
      ['2031-03', 'Talks begin', ''],
      ['2031-03-11', 'Gates close', 'Sarn'],
      [null, 'Border forces on alert', ''],
    ])
    const [, gates] = await ask['event.list']({})
    const tags = await ask['tag.list']({})
    expect(gates).toMatchObject({ actors: ['River council'], dateOrigin: 'researcher', state: { kind: 'unsourced' } })
    expect(gates?.tagIds.map((id) => tags.find((tag) => tag.id === id)?.name).sort()).toEqual(['East', 'Water'])
    expect((await ask['search.query']({ query: 'alert', limit: 5, offset: 0 })).hits.map(({ kind }) => kind)).toEqual([
      'event',
    ])
    await ask['library.undo']({})
    expect(await eventsOf(services)).toEqual([])
    expect(await ask['tag.list']({})).toEqual([])
  })

  it('adds nothing twice, in one table or when it is read again, and says so', async () => {
    const services = testServices()
    const { ask } = services
    const twice = 'date,title\n2031,Gates close\n2031,gates close\n'
    const stageId = await stageOf(services, twice)
    expect(await ask['eventTable.add']({ stageId })).toMatchObject({ eventIds: [expect.any(Number)], known: 1 })
    expect(await readAll(services, stageId)).toMatchObject({ ready: 0, known: 2 })
    expect(await ask['eventTable.add']({ stageId })).toEqual({ eventIds: [], known: 2, refused: 0 })
    expect(await eventsOf(services)).toHaveLength(1)
  })

  it('takes other columns, and an order of day and month, when told to', async () => {
    const services = testServices()
    const stageId = await stageOf(services, 'a,b\n3/4/2031,Gates close\n4/5/2031,Gates open\n')
    const unsure = await readAll(services, stageId, { holds: { date: 0, title: 1 } })
    expect(unsure).toMatchObject({ ready: 0, ambiguous: 2, order: null, orderIsGiven: false })
    const { rows } = await readAll(services, stageId, { holds: { date: 0, title: 1 }, order: 'day-first' })
    expect(rows.map(({ outcome }) => outcome.kind === 'event' && outcome.event.edtf)).toEqual([
      '2031-04-03',
      '2031-05-04',
    ])
    const { rows: swapped } = await readAll(services, stageId, { holds: { title: 0 } })
    expect(swapped[0]?.outcome).toMatchObject({ event: { title: '3/4/2031', edtf: null } })
  })

  it('writes the rows that do not come in, with the reasons, so that they can be mended and read again', async () => {
    const services = testServices()
    const { ask } = services
    const stageId = await stageOf(services, chronology.replace('Nothing', '=cmd()'))
    const path = join(temporaryFolder(), 'left.csv')
    expect(await ask['eventTable.exportRefused']({ stageId, path, replace: false })).toEqual({ file: path, rows: 2 })
    expect(parse(readFileSync(path, 'utf8'), { bom: true })).toEqual([
      ['row', 'reason', 'Date', 'Event', 'Where', 'Who', 'Tags'],
      ['5', 'date not understood', '32 May 2031', "'=cmd()", '', '', ''],
      ['6', 'no title', '2031-03-14', '', 'Sarn', '', ''],
    ])
    expect(
      await codeOf(Promise.resolve().then(() => ask['eventTable.exportRefused']({ stageId, path, replace: false }))),
    ).toBe('export/exists')
  })

  it('comes a page at a time, all rows or the refused ones', async () => {
    const services = testServices()
    const { ask } = services
    const stageId = await stageOf(services, chronology)
    const page = await ask['eventTable.read']({ stageId, only: 'refused', offset: 1, limit: 1 })
    expect(page.rows.map(({ number }) => number)).toEqual([6])
    expect(page).toMatchObject({ ready: 3, refused: 2 })
  })

  it('counts lines that are no rows among those that do not come in', async () => {
    const services = testServices()
    const { ask } = services
    const stageId = await stageOf(services, '{"date":"2031","title":"One"}\nbroken\n', 'list.ndjson')
    expect(await readAll(services, stageId)).toMatchObject({ ready: 1, refused: 1 })
    expect(await ask['eventTable.add']({ stageId })).toMatchObject({ known: 0, refused: 1 })
  })

  it.each([
    ['prose.txt', 'Nothing but a sentence.', 'import/not-a-table'],
    ['empty.csv', '', 'import/empty-file'],
  ])('refuses %s', async (fileName, content, code) => {
    expect(await codeOf(stageOf(testServices(), content, fileName))).toBe(code)
  })

  it('says when it is gone, or was closed', async () => {
    const services = testServices()
    expect(await codeOf(Promise.resolve(services.ask['eventTable.stage']({ path: '/nowhere/x.csv' })))).toBe(
      'import/vanished',
    )
    const stageId = await stageOf(services, chronology)
    await services.ask['eventTable.close']({ stageId })
    expect(await codeOf(Promise.resolve(readAll(services, stageId)))).toBe('import/stage-not-found')
  })

  it('of 20,000 rows is added whole, while other calls are answered', async () => {
    const services = testServices()
    const { ask } = services
    const rows = Array.from({ length: 20_000 }, (_, i) => `2031-03-${String((i % 28) + 1).padStart(2, '0')},Event ${i}`)
    const stageId = await stageOf(services, ['date,title', ...rows].join('\n'))
    let answered = 0
    const adding = Promise.resolve(ask['eventTable.add']({ stageId })).finally(() => {
      answered = -answered
    })
    while (answered >= 0 && answered < 3) {
      await ask['tag.list']({})
      answered += 1
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    expect(answered).toBe(3)
    expect((await adding)?.eventIds).toHaveLength(20_000)
  })
})

describe('what is left behind', () => {
  it('is nothing where writing the refused rows fails', async () => {
    const services = testServices()
    const stageId = await stageOf(services, chronology)
    const path = join(temporaryFolder(), 'missing', 'left.csv')
    expect(
      await codeOf(
        Promise.resolve().then(() => services.ask['eventTable.exportRefused']({ stageId, path, replace: false })),
      ),
    ).toBe('export/folder-missing')
    expect(existsSync(path)).toBe(false)
  })
})
