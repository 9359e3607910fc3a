import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/library'
import { collate, collateJson } from './collate'

let folder = ''
const library = ['--library', 'work.collate']

beforeEach(() => {
  folder = temporaryFolder()
  writeFileSync(
    join(folder, 'chronology.csv'),
    'Wann;Was\n11.3.2031;Gates close\n3/4/2031;Talks begin\nsoon;Nothing\n2031-05;\n',
  )
})

describe('add-events', () => {
  it('tells what would come of the rows, and adds nothing', async () => {
    writeFileSync(join(folder, 'a.txt'), 'A text of some words that make an article.')
    await collate(folder, ['import', 'a.txt', ...library])
    const ran = await collate(folder, ['add-events', 'chronology.csv', '--dry-run', ...library])
    expect(ran.out.split('\n')).toEqual([
      '2\tevent\t2031-03-11\tGates close',
      '3\trefused\tambiguous\t3/4/2031',
      '4\trefused\tnot-understood\tsoon',
      '5\trefused\tno-title\t',
      '',
    ])
    expect(ran.notes).toContain('1 events would come in')
    expect((await collateJson(folder, ['timeline', ...library])).documents).toEqual([[]])
  })

  it('adds what comes in, with order and columns as told, and writes the rest', async () => {
    const args = ['add-events', 'chronology.csv', '--order', 'month-first', '--columns', 'date=Wann,title=was']
    const { status, documents } = await collateJson(folder, [...args, '--refused', 'left.csv', ...library])
    expect(status).toBe(1)
    expect(documents).toMatchObject([{ added: 2, known: 0, refused: 2, columns: { date: 'Wann', title: 'Was' } }])
    const [events] = (await collateJson(folder, ['timeline', ...library])).documents
    expect(events).toMatchObject([
      { date: '2031-03-04', title: 'Talks begin', state: 'unsourced' },
      { date: '2031-03-11', title: 'Gates close' },
    ])
    expect(readFileSync(join(folder, 'left.csv'), 'utf8')).toContain('date not understood')
    const again = await collateJson(folder, [...args, ...library])
    expect(again.documents).toMatchObject([{ added: 0, known: 2, refused: 2 }])
  })

  it.each([
    [['--columns', 'when=Wann'], /when is none of/],
    [['--columns', 'date=Day'], /no column Day; there are Wann, Was/],
    [['--order', 'year-first'], /day-first or month-first/],
  ])('refuses %j and leaves no library behind', async (wrong, message) => {
    const ran = await collate(folder, ['add-events', 'chronology.csv', ...wrong, ...library])
    expect(ran.status).toBe(2)
    expect(ran.notes).toMatch(message)
    expect(existsSync(join(folder, 'work.collate'))).toBe(false)
  })

  it('says what is wrong with a file that is no table', async () => {
    writeFileSync(join(folder, 'prose.txt'), 'Only a sentence.')
    const ran = await collate(folder, ['add-events', 'prose.txt', ...library])
    expect(ran.status).toBe(3)
    expect(ran.notes).toContain('holds no table')
  })
})

describe('export timeline', () => {
  it('writes every format, never over a file that is there, and says what is lost', async () => {
    await collate(folder, ['add-events', 'chronology.csv', '--order', 'day-first', ...library])
    const endings = { csv: 'csv', json: 'json', timelinejs: 'js.json', icalendar: 'ics', markdown: 'md' }
    for (const [format, ending] of Object.entries(endings)) {
      const args = ['export', 'timeline', '--format', format, '--out', `t.${ending}`, ...library]
      expect((await collate(folder, args)).status).toBe(0)
      expect(readFileSync(join(folder, `t.${ending}`), 'utf8')).toContain('Gates close')
      const again = await collate(folder, args)
      expect(again.status).toBe(3)
      expect(again.notes).toContain('--replace')
      expect((await collate(folder, [...args, '--replace'])).status).toBe(0)
    }
  })

  it.each([
    [['export', 'timeline', '--out', 'x'], 2, /--format: one of csv/],
    [
      ['export', 'timeline', '--format', 'csv', '--out', 'x', '--timeline', 'Nowhere'],
      3,
      /no timeline called “Nowhere”/,
    ],
    [['export', 'timeline', '--format', 'csv', '--out', 'x', '--id', '1'], 2, /--id is not for it/],
    [['export', 'briefing', '--format', 'csv', '--out', 'x'], 2, /--format is not for it/],
  ])('%j is refused', async (args, status, message) => {
    await collate(folder, ['add-events', 'chronology.csv', ...library])
    const ran = await collate(folder, [...args, ...library])
    expect(ran.status).toBe(status)
    expect(ran.notes).toMatch(message)
    expect(existsSync(join(folder, 'x'))).toBe(false)
  })
})
