import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { addArticles } from '../../src-main/services/import-add'
import { extractText } from '../importing/support'
import { type TestServices, testServices } from '../support/services'

const voyage = 'The ferry left the quay on 03/04/2031 and was seen off the island in the evening of that day.'
const quiet = 'Nothing else happened at the wall that week, or at the quay beside it, said the harbour master.'

const gazette = 'Harbour Gazette'

/** Adds articles, each of an outlet, with its date of publication as written. */
const added = async (
  { context }: TestServices,
  articles: readonly { published: string; body: string; outlet?: string }[],
): Promise<number[]> => {
  const items = articles.map(async ({ published, body, outlet = gazette }) => {
    const text = ['The wall', '', `Published: ${published}`, `Source: ${outlet}`, '', body].join('\n')
    const bytes = Buffer.from(text)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { file: { bytes, fileName: 'note.txt', sha256 }, extracted: await extractText(text, 'note.txt') }
  })
  return addArticles(context, await Promise.all(items)).articleIds
}

/** Accepts what an article suggests with a date that is typed. @returns the event's id */
const accepted = async ({ ask }: TestServices, articleId: number, date: string): Promise<number> => {
  const [suggestion] = await ask['suggestion.list']({ articleIds: [articleId] })
  const ids = suggestion?.items.map((item) => item.id) ?? []
  return (await ask['suggestion.accept']({ ids, date })).id
}

/** The date of an event, and what each piece of its evidence says. */
const dated = async ({ ask }: TestServices, id: number) => {
  const { edtf, evidence } = await ask['event.get']({ id })
  return [edtf, ...evidence.map((one) => one.edtf)]
}

/** An event of the Gazette's with a date in numbers, beside an article that doesn't show yet how the Gazette writes dates. */
const openVoyage = async (services: TestServices, outlet = gazette) => {
  const [id = 0, other = 0] = await added(services, [
    { published: '30 May 2031', body: voyage, outlet },
    { published: '05/07/2031', body: quiet, outlet },
  ])
  const { blocks } = await services.ask['article.text']({ id })
  const block = blocks.find(({ text }) => text === voyage)
  const span = { articleId: id, start: block?.start ?? 0, end: (block?.start ?? 0) + voyage.length }
  const event = await services.ask['event.create']({ title: 'Ferry leaves', evidence: [span] })
  return { other, event: event.id }
}

test('evidence gets the day of its numbers when another article is edited and shows how its outlet writes dates', async () => {
  const services = testServices()
  const { other, event } = await openVoyage(services)
  expect(await dated(services, event)).toEqual([null, null])
  await services.ask['article.set']({ ids: [other], edits: { published: '2031-05-07' } })
  expect(await dated(services, event)).toEqual(['2031-03-04', '2031-03-04'])
  await services.ask['library.undo']({})
  expect(await dated(services, event)).toEqual([null, null])
  await services.ask['library.redo']({})
  expect(await dated(services, event)).toEqual(['2031-03-04', '2031-03-04'])
})

test('it does so again after the suggestions were read anew in between', async () => {
  const services = testServices()
  const { other, event } = await openVoyage(services)
  await services.ask['article.set']({ ids: [other], edits: { published: '2031-05-07' } })
  await services.ask['suggestion.list']({})
  await services.ask['library.undo']({})
  await services.ask['article.set']({ ids: [other], edits: { published: '2031-05-07' } })
  expect(await dated(services, event)).toEqual(['2031-03-04', '2031-03-04'])
})

test('it goes by the other order once most articles of the outlet show that', async () => {
  const services = testServices()
  const { other, event } = await openVoyage(services)
  await services.ask['article.set']({ ids: [other], edits: { published: '2031-05-07' } })
  expect(await dated(services, event)).toEqual(['2031-03-04', '2031-03-04'])
  const days = Array.from({ length: 12 }, (_item, index) => ({ published: `${index + 13}/04/2031`, body: quiet }))
  await added(services, days)
  expect(await dated(services, event)).toEqual(['2031-04-03', '2031-04-03'])
})

test('it goes by articles that are given to its outlet, taken from it and thrown away', async () => {
  const services = testServices()
  const { event } = await openVoyage(services)
  const [shows = 0] = await added(services, [{ published: '25/04/2031', body: quiet, outlet: 'Island Post' }])
  expect(await dated(services, event)).toEqual([null, null])
  await services.ask['article.set']({ ids: [shows], edits: { outlet: 'harbour gazette' } })
  expect(await dated(services, event)).toEqual(['2031-04-03', '2031-04-03'])
  await services.ask['article.trash']({ ids: [shows] })
  expect(await dated(services, event)).toEqual([null, null])
  await services.ask['library.undo']({})
  expect(await dated(services, event)).toEqual(['2031-04-03', '2031-04-03'])
  await services.ask['article.set']({ ids: [shows], edits: { outlet: 'Island Post' } })
  expect(await dated(services, event)).toEqual([null, null])
})

test('it goes by articles that are imported later, which is undone before the import is', async () => {
  const services = testServices()
  const { event } = await openVoyage(services)
  await added(services, [{ published: '04/25/2031', body: quiet }])
  expect(await dated(services, event)).toEqual(['2031-03-04', '2031-03-04'])
  expect((await services.ask['library.undo']({})).label).toBe('evidence.redate')
  expect(await dated(services, event)).toEqual([null, null])
  await services.ask['suggestion.list']({})
  expect(await dated(services, event)).toEqual([null, null])
  expect((await services.ask['library.undo']({})).label).toBe('import.add')
  expect(await dated(services, event)).toEqual([null, null])
})

test('an import that shows nothing new of outlets is one step to undo', async () => {
  const services = testServices()
  await openVoyage(services)
  await added(services, [{ published: '25 April 2031', body: quiet }])
  expect((await services.ask['library.undo']({})).label).toBe('import.add')
})

test('dates that the researcher gave stay, to the evidence or to the event', async () => {
  const services = testServices()
  const { other, event } = await openVoyage(services)
  await services.ask['event.set']({ id: event, date: '2031-04-09' })
  const [again = 0] = await added(services, [{ published: '30 May 2031', body: voyage.replace('ferry', 'tug') }])
  const entered = await accepted(services, again, '2031-04-10')
  expect(await dated(services, entered)).toEqual(['2031-04-10', '2031-04-10'])
  await services.ask['article.set']({ ids: [other], edits: { published: '2031-05-07' } })
  expect(await dated(services, entered)).toEqual(['2031-04-10', '2031-04-10'])
  expect(await dated(services, event)).toEqual(['2031-04-09', '2031-03-04'])
})

test.each(['Österreich Heute', 'Écho du Port', 'Известия Порта', 'HARBOUR Gazette'])(
  'so it is with %s',
  async (outlet) => {
    const services = testServices()
    const { other, event } = await openVoyage(services, outlet)
    expect(await dated(services, event)).toEqual([null, null])
    await services.ask['article.set']({ ids: [other], edits: { published: '2031-05-07' } })
    expect(await dated(services, event)).toEqual(['2031-03-04', '2031-03-04'])
  },
)
