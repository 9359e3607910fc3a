import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { addArticles } from '../../src-main/services/import-add'
import { extractText } from '../importing/support'
import { addArticle } from '../support/articles'
import { type TestServices, testServices } from '../support/services'

const values = async ({ ask }: TestServices, articleId: number): Promise<string[]> =>
  (await ask['date.list']({ articleId })).map(
    ({ text, edtf, derivation }) => `${text} = ${edtf ?? `? ${derivation.map(({ code }) => code).join()}`}`,
  )

test('relative dates stay open without a day of publication, and resolve by themselves once it is set', async () => {
  const services = testServices()
  const text = 'The ferry sank on Tuesday. A day earlier the crew had left. It was built in 1979.'
  const id = addArticle(services.library, { text, language: 'en' })
  expect(await values(services, id)).toEqual([
    'Tuesday = ? needs-publication-date',
    'day earlier = ? needs-publication-date',
    '1979 = 1979',
  ])
  await services.ask['article.set']({ ids: [id], edits: { published: '16 May 2024' } })
  expect(await values(services, id)).toEqual(['Tuesday = 2024-05-14', 'day earlier = 2024-05-13', '1979 = 1979'])
  await services.ask['article.set']({ ids: [id], edits: { published: null } })
  expect((await values(services, id))[0]).toBe('Tuesday = ? needs-publication-date')
})

const files = async (texts: readonly string[]) =>
  Promise.all(
    texts.map(async (text) => ({
      file: { bytes: Buffer.from(text), fileName: 'note.txt', sha256: createHash('sha256').update(text).digest('hex') },
      extracted: await extractText(text, 'note.txt'),
    })),
  )

const clipping = (published: string, outlet: string, body: string): string =>
  [`The wall at ${body.length}`, '', `Published: ${published}`, `Source: ${outlet}`, '', body].join('\n')

test('numbers in a text go by the order in which its outlet writes dates', async () => {
  const services = testServices()
  const wall = 'The wall was finished on 7/5/2030, said the harbour master in his office above the quay.'
  const { articleIds } = addArticles(
    services.context,
    await files([
      clipping(
        '04/25/2031',
        'Harbour Gazette',
        'Nothing else happened at the wall that week, or at the quay beside it.',
      ),
      clipping(
        '05/28/2031',
        'Harbour Gazette',
        'Nothing else happened at the quay that month, nor further up the river.',
      ),
      clipping('30 May 2031', 'Harbour Gazette', wall),
      clipping('30 May 2031', 'Island Post', `${wall} He laughed.`),
    ]),
  )
  expect(await values(services, articleIds[2] ?? 0)).toEqual(['7/5/2030 = 2030-07-05'])
  expect(await values(services, articleIds[3] ?? 0)).toEqual(['7/5/2030 = ? day-month-order'])
})

const voyage = 'The ferry left the quay on 03/04/2031 and was seen off the island in the evening of that day.'
const quiet = 'Nothing else happened at the wall that week, or at the quay beside it, said the harbour master.'

/** Adds articles of the Harbour Gazette, each with its date of publication as written. */
const gazette = async (
  { context }: TestServices,
  articles: readonly (readonly [string, string])[],
): Promise<number[]> =>
  addArticles(context, await files(articles.map(([published, body]) => clipping(published, 'Harbour Gazette', body))))
    .articleIds

const spanOf = async ({ ask }: TestServices, articleId: number, words: string) => {
  const { blocks } = await ask['article.text']({ id: articleId })
  const block = blocks.find(({ text }) => text === words)
  return { start: block?.start ?? 0, end: (block?.start ?? 0) + words.length }
}

const suggested = async ({ ask }: TestServices): Promise<(string | null)[]> =>
  (await ask['suggestion.list']({})).map(({ edtf }) => edtf)

test('numbers that were left open are read anew once an outlet shows its order, and open again when that is undone', async () => {
  const services = testServices()
  const [id = 0] = await gazette(services, [['30 May 2031', voyage]])
  expect(await suggested(services)).toEqual([null])
  await gazette(services, [['04/25/2031', quiet]])
  expect(await suggested(services)).toEqual(['2031-03-04'])
  expect((await values(services, id))[0]).toBe('03/04/2031 = 2031-03-04')
  await services.ask['library.undo']({})
  expect(await suggested(services)).toEqual([null])
})

test('numbers go by the order of the outlet that an article is given later', async () => {
  const services = testServices()
  const [id = 0] = await gazette(services, [
    ['30 May 2031', voyage],
    ['25/04/2031', quiet],
  ])
  expect(await values(services, id)).toEqual(['03/04/2031 = 2031-04-03', 'that day = 2031-04-03'])
  const { start, end } = await spanOf(services, id, voyage)
  await services.ask['event.create']({ title: 'Ferry leaves', evidence: [{ articleId: id, start, end }] })
  const dated = async () => (await services.ask['event.list']({})).map(({ edtf }) => edtf)
  expect(await dated()).toEqual(['2031-04-03'])
  await services.ask['article.set']({ ids: [id], edits: { outlet: 'Island Post' } })
  expect((await values(services, id))[0]).toBe('03/04/2031 = ? day-month-order')
  expect(await dated()).toEqual([null])
  await services.ask['article.set']({ ids: [id], edits: { outlet: 'Harbour Gazette' } })
  expect(await services.ask['event.propose']({ articleId: id, start, end })).toMatchObject({ edtf: '2031-04-03' })
  expect(await dated()).toEqual(['2031-04-03'])
})

test('of articles that are given another outlet those with evidence are read anew at once, the others later', async () => {
  const services = testServices()
  const bodies = [voyage, `${voyage} It was cold.`, `${voyage} Nobody saw it again.`]
  const [id = 0, ...others] = await gazette(services, [
    ...bodies.map((body) => ['30 May 2031', body] as const),
    ['25/04/2031', quiet],
  ])
  await suggested(services)
  const { start, end } = await spanOf(services, id, voyage)
  await services.ask['event.create']({ title: 'Ferry leaves', evidence: [{ articleId: id, start, end }] })
  const ids = [id, ...others.slice(0, 2)]
  const readBy = () =>
    services.library.reader
      .all<{ key: string }>(
        `SELECT input_key AS key FROM analysis
         WHERE kind = 'dates' AND article_id IN (SELECT value FROM json_each(:ids)) ORDER BY article_id`,
        { ids: JSON.stringify(ids) },
      )
      .map(({ key }) => key.split('|').find((part) => /^(?:day-first|month-first|unknown)$/.test(part)))
  expect(readBy()).toEqual(['day-first', 'day-first', 'day-first'])
  await services.ask['article.set']({ ids, edits: { outlet: 'Island Post' } })
  expect(readBy()).toEqual(['unknown', 'day-first', 'day-first'])
  await suggested(services)
  expect(readBy()).toEqual(['unknown', 'unknown', 'unknown'])
})

test('suggestions are listed where dates can not be forgotten, and these are once it is possible', async () => {
  const services = testServices()
  await gazette(services, [['30 May 2031', voyage]])
  expect(await suggested(services)).toEqual([null])
  const file = new Database(services.library.path)
  onTestFinished(() => {
    file.close()
  })
  file.exec(
    `CREATE TRIGGER refused BEFORE DELETE ON analysis WHEN OLD.kind = 'dates'
     BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
  )
  await gazette(services, [['04/25/2031', quiet]])
  expect(await suggested(services)).toEqual([null])
  file.exec('DROP TRIGGER refused')
  await services.ask['event.create']({ title: 'Wall mended', date: '2031-05-01' })
  expect(await suggested(services)).toEqual(['2031-03-04'])
})

test('suggestions that could not be worked out are, when they are asked for again', async () => {
  const services = testServices()
  await gazette(services, [['30 May 2031', voyage]])
  const file = new Database(services.library.path)
  onTestFinished(() => {
    file.close()
  })
  file.exec(
    `CREATE TRIGGER refused BEFORE INSERT ON date_expression
     BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
  )
  await expect(suggested(services)).rejects.toThrow('database or disk is full')
  file.exec('DROP TRIGGER refused')
  expect(await suggested(services)).toEqual([null])
})

test('what was dismissed stays so when its number is read anew', async () => {
  const services = testServices()
  await gazette(services, [['30 May 2031', voyage]])
  const [open] = await services.ask['suggestion.list']({})
  await services.ask['suggestion.dismiss']({ ids: open?.items.map((item) => item.id) ?? [] })
  await gazette(services, [['04/25/2031', quiet]])
  expect(await suggested(services)).toEqual([])
})
