import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { PassageLink } from '../../src-main/contract/reading-types'
import { extractFile } from '../../src-main/importing/extract'
import { openLibrary } from '../../src-main/library/open'
import { addArticles } from '../../src-main/services/import-add'
import { fixedClock } from '../support/library'
import { testServices } from '../support/services'

const herald = `Ferry service stopped after a dispute over wages
By Ilse Marten
The Harbour Gazette
3 April 2031

Ferry service to Orsund will stop on Monday, the harbour board said in Velda.

"We have no crew left for the winter timetable and no money to hire one," harbour master Ilva Brandt told reporters in Velda on Friday.

Fishermen from three villages founded the company in 1921.
`

const observer = `Last ferry to Orsund leaves on Sunday
By Arne Holm
The Velda Observer
4 April 2031

The harbour board of Velda is to end its ferry service to Orsund from Monday.

"We have no crew left in Velda for the winter timetable and no money to hire one," said harbour master Ilva Brandt.

Teachers asked parents to arrange cars.
`

/** Two imported articles; what an older extraction left out of the first one's text is there when its original is read anew. */
async function opened() {
  let services = testServices()
  const import_ = async (text: string, fileName: string, isOlder: boolean): Promise<number> => {
    const bytes = Buffer.from(text)
    const [extracted] = (await extractFile({ bytes, fileName })).articles
    if (!extracted) throw new Error('no article')
    const blocks = extracted.blocks.filter((block) => !(isOlder && block.text.startsWith('Ferry service to')))
    const file = { bytes, fileName, sha256: createHash('sha256').update(bytes).digest('hex') }
    return addArticles(services.context, [{ file, extracted: { ...extracted, blocks } }]).articleIds[0] ?? 0
  }
  const a = await import_(herald, 'herald.txt', true)
  const b = await import_(observer, 'observer.txt', false)
  const ask = () => services.ask
  const bodyOf = async (id: number) =>
    (await ask()['article.text']({ id })).blocks.map((block) => block.text).join('\n')
  const placeOf = async (articleId: number, words: string) => {
    const start = (await bodyOf(articleId)).indexOf(words)
    if (start < 0) throw new Error(`no ${words}`)
    return { articleId, start, end: start + words.length }
  }
  const read = () => ask()['alignment.get']({ articleIds: [a, b] })
  const quoteOf = async ({ articleId, start, end }: PassageLink['a']) => (await bodyOf(articleId)).slice(start, end)
  return {
    a,
    b,
    ask,
    read,
    bodyOf,
    placeOf,
    quoteOf,
    /** What is said of links now: the beginnings of the words of both ends, and whether it is drawn in the texts. */
    said: async () => {
      const { links, rejected, orphaned } = await read()
      const own = links.filter(({ id }) => id !== null)
      return {
        links: await Promise.all(
          own.map(async (link) => [link.decision, await quoteOf(link.a), await quoteOf(link.b)]),
        ),
        rejected: rejected.map(({ quotes }) => quotes.map(({ quote }) => quote)),
        orphaned: orphaned.map(({ quotes }) => quotes.map(({ quote, isOrphaned }) => [quote, isOrphaned])),
      }
    },
    correct: async (articleId: number, from: string, to: string) => {
      const { blocks } = await ask()['article.text']({ id: articleId })
      const block = blocks.find(({ text }) => text.includes(from))
      await ask()['block.correct']({ id: block?.id ?? 0, text: block?.text.replace(from, to) ?? '' })
    },
    reopen: () => {
      const { path } = services.library
      services.library.close()
      services = testServices(openLibrary(path, { clock: fixedClock }))
    },
  }
}

type Opened = Awaited<ReturnType<typeof opened>>

const quotes = [
  '"We have no crew left for the winter timetable and no money to hire one," harbour master Ilva Brandt told reporters in Velda on Friday.',
  '"We have no crew left in Velda for the winter timetable and no money to hire one," said harbour master Ilva Brandt.',
] as const
const drawn = ['founded the company in 1921', 'arrange cars'] as const

const decisions = {
  confirmed: { links: [['confirmed', ...quotes]], rejected: [], orphaned: [] },
  rejected: { links: [], rejected: [[...quotes]], orphaned: [] },
  drawn: { links: [['drawn', ...drawn]], rejected: [], orphaned: [] },
} as const

async function decide({ ask, read, a, b, placeOf }: Opened, decision: keyof typeof decisions): Promise<void> {
  if (decision === 'drawn') {
    const [one, two] = [await placeOf(a, drawn[0]), await placeOf(b, drawn[1])]
    await ask()['link.draw']({ a: one, b: two, kind: 'same-statement' })
    return
  }
  const found = (await read()).links.find(({ kind }) => kind === 'quotation')
  if (!found) throw new Error('no quotation found')
  await ask()['link.decide']({ a: found.a, b: found.b, kind: found.kind, decision })
}

const changes: Record<string, (opened: Opened) => Promise<void>> = {
  'a correction before it in one text and behind it in the other': async ({ correct, a, b }) => {
    await correct(a, 'Ferry service stopped', 'Updated on Tuesday. Ferry service stopped')
    await correct(b, 'Teachers asked parents to', 'Teachers of two schools asked parents and neighbours to')
  },
  'its original read anew': async ({ ask, a, bodyOf }) => {
    const { version } = await ask()['original.compare']({ articleId: a })
    await ask()['original.take']({ articleId: a, version, text: true, fields: [] })
    expect(await bodyOf(a)).toContain('Ferry service to Orsund')
  },
  'closing the library': async ({ reopen }) => reopen(),
  'undo and redo of a correction and of what was decided': async ({ ask, correct, a, said, reopen }) => {
    await correct(a, 'Ferry service stopped', 'Updated. Ferry service stopped')
    await ask()['library.undo']({})
    await ask()['library.undo']({})
    expect(await said()).toEqual({ links: [], rejected: [], orphaned: [] })
    await ask()['library.redo']({})
    reopen()
    await ask()['library.redo']({})
  },
}

describe.each(Object.keys(decisions) as (keyof typeof decisions)[])('a link that is %s', (decision) => {
  it.each(Object.keys(changes))('is as it was after %s', async (change) => {
    const library = await opened()
    await decide(library, decision)
    expect(await library.said()).toEqual(decisions[decision])
    await changes[change]?.(library)
    expect(await library.said()).toEqual(decisions[decision])
    const { links } = await library.read()
    expect(links.filter(({ kind, id }) => kind === 'quotation' && id === null)).toHaveLength(
      decision === 'drawn' ? 1 : 0,
    )
  })

  it('is told to have lost its words, and is back when they are', async () => {
    const library = await opened()
    const words = decision === 'drawn' ? drawn : quotes
    await decide(library, decision)
    await library.correct(library.a, words[0], 'Nothing more was said')
    const lost = {
      links: [],
      rejected: [],
      orphaned: [
        [
          [words[0], true],
          [words[1], false],
        ],
      ],
    }
    expect(await library.said()).toEqual(lost)
    library.reopen()
    expect(await library.said()).toEqual(lost)
    await library.correct(library.b, 'Teachers', 'All teachers')
    await library.correct(library.a, 'Nothing more was said', words[0])
    const back = await library.said()
    expect(back).toEqual(decisions[decision])
  })
})
