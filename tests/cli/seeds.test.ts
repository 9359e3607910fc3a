import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodesOf, parseNote, wordsOf } from '../exporting/note'
import { temporaryFolder } from '../support/library'
import { seedFiles } from '../support/seeds'
import { collate, collateJson } from './collate'

/** Publication days of the articles that don't give theirs, as worked out by hand. */
const published: Readonly<Record<string, string>> = {
  '000': '2024-05-16',
  '001': '2024-05-16',
  '002': '2024-05-16',
  '003': '2024-02-08',
}

type Imported = { file: string; article: number; title: string | null; published: string | null }
type TimelineEvent = { date: string | null; state: string; evidence: { article: number; quote: string }[] }

const numberOf = (file: string): string => basename(file).slice(0, 3)
const library = ['--library', 'L.collate']

describe.skipIf(seedFiles().length === 0)('the job on real articles', () => {
  async function imported(folder: string): Promise<Map<string, number>> {
    const { documents } = await collateJson(folder, ['import', ...seedFiles(), ...library])
    const articles = new Map<string, number>()
    for (const { file, article } of documents[0].imported as Imported[]) articles.set(numberOf(file), article)
    for (const [number, day] of Object.entries(published)) {
      await collate(folder, ['set', String(articles.get(number)), ...library, '--published', day])
    }
    return articles
  }

  it('gives the capture of the crossing evidence from three articles, and keeps what else was of that day apart', async () => {
    const folder = temporaryFolder()
    const articles = await imported(folder)
    expect(articles.size).toBe(5)
    const { documents } = await collateJson(folder, ['timeline', ...library, '--accept', '0.5'])
    const events = documents[0] as TimelineEvent[]
    const ofDay = events.filter((event) => event.date === '2024-05-07')
    const capture = ofDay.find((event) => event.evidence.length >= 3)
    const sources = (event: TimelineEvent | undefined) => event?.evidence.map((one) => one.article).sort()
    expect(sources(capture)).toEqual(['000', '002', '004'].map((number) => articles.get(number)).sort())
    const truck = ofDay.find((event) => event.evidence.some((one) => one.quote.includes('aid truck')))
    expect(truck).toBeDefined()
    expect(truck).not.toBe(capture)
    expect(sources(truck)).toEqual([articles.get('004')])
  })

  it('writes a note that parses, each quotation word for word in its article and with a footnote', async () => {
    const folder = temporaryFolder()
    await imported(folder)
    await collate(folder, ['timeline', ...library, '--accept', '0.5'])
    const { documents } = await collateJson(folder, ['export', 'briefing', ...library, '--out', 'note.md'])
    expect(documents[0]).toMatchObject({ unsourced: 0, stale: 0 })
    const root = parseNote(readFileSync(join(folder, 'note.md'), 'utf8'))
    const originals = seedFiles().map((file) => readFileSync(file, 'utf8').replace(/\r\n?/g, '\n'))
    const quotes = nodesOf(root, 'blockquote')
    expect(quotes.length).toBe(documents[0].quotes)
    expect(quotes.length).toBeGreaterThan(15)
    for (const quote of quotes) {
      expect(
        originals.some((text) => text.includes(wordsOf(quote))),
        wordsOf(quote),
      ).toBe(true)
      expect(nodesOf(quote, 'footnoteReference')).toHaveLength(1)
    }
    expect(nodesOf(root, 'footnoteDefinition')).toHaveLength(quotes.length)
  })

  it('comes back undone, operation by operation', async () => {
    const folder = temporaryFolder()
    await imported(folder)
    await collate(folder, ['timeline', ...library, '--accept', '0.5'])
    for (let operation = 0; operation < 6; operation += 1) {
      expect((await collate(folder, ['undo', ...library])).status).toBe(0)
    }
    expect((await collate(folder, ['undo', ...library])).status).toBe(3)
    expect((await collateJson(folder, ['search', 'crossing', ...library])).documents).toEqual([[]])
    for (let operation = 0; operation < 6; operation += 1) await collate(folder, ['undo', ...library, '--redo'])
    const { documents } = await collateJson(folder, ['timeline', ...library])
    expect(documents[0].length).toBeGreaterThan(10)
  })
})
