import { describe, expect, it, onTestFinished } from 'vitest'
import { openLibrary } from '../../src-main/library/open'
import { acceptConfident } from '../../src-main/services/suggestion'
import { addArticle } from '../support/articles'
import { fixedClock } from '../support/library'
import { type TestServices, testServices } from '../support/services'

const closed = 'Workers closed the old swing bridge across the northern canal on 7 March 2023, the mayor of Sund said.'
const shut = 'On 7 March 2023, workers closed the old swing bridge across the northern canal, residents of Sund said.'
const sirens = 'Sirens were heard over the harbour until the morning of 7 March 2023.'

const add = ({ library }: TestServices, text: string, fields: { published?: string; outlet?: string } = {}): number =>
  addArticle(library, { text, language: 'en', ...fields })

const quotesOf = (suggestions: readonly { items: { sentence: { text: string } }[] }[]) =>
  suggestions.map((one) => one.items.map((item) => item.sentence.text))

describe('dates of an article', () => {
  it('are found with their resolution, and again when what they rest on changes', async () => {
    const services = testServices()
    const { ask } = services
    const articleId = add(services, 'The ferry sank on Tuesday.')
    expect(await ask['date.list']({ articleId })).toMatchObject([{ text: 'Tuesday', edtf: null, interval: null }])
    await ask['article.set']({ ids: [articleId], edits: { published: '2023-03-09' } })
    expect(await ask['date.list']({ articleId })).toMatchObject([{ edtf: '2023-03-07' }])
    await ask['library.undo']({})
    expect(await ask['date.list']({ articleId })).toMatchObject([{ edtf: null }])
  })

  it('in hidden blocks are not counted until the block is restored', async () => {
    const services = testServices()
    const { ask } = services
    const articleId = add(services, `${closed}\n${sirens}`)
    const [block] = (await ask['article.text']({ id: articleId })).blocks
    await ask['block.set']({ id: block!.id, hidden: true })
    expect(quotesOf(await ask['suggestion.list']({}))).toEqual([[sirens]])
    await ask['block.restore']({ ids: [block!.id] })
    expect(await ask['suggestion.list']({})).toHaveLength(2)
  })
})

describe('suggestions', () => {
  it('are one per dated statement, with the date that places it', async () => {
    const services = testServices()
    add(services, 'After the flood of 1953 the dam was raised on 7 March 2023, before the fair of 9 March 2023.')
    const [only, ...others] = await services.ask['suggestion.list']({})
    expect(others).toEqual([])
    expect(only).toMatchObject({ edtf: '2023-03-07', items: [{ text: '7 March 2023', paragraph: '1' }] })
  })

  it('of one happening in several articles are one, never merely those of one day', async () => {
    const services = testServices()
    const first = add(services, `${closed}\n${sirens}`)
    const second = add(services, shut)
    const all = await services.ask['suggestion.list']({})
    expect(all.map((one) => one.items.map((item) => item.articleId).sort()).sort()).toEqual([[first], [first, second]])
    expect(await services.ask['suggestion.list']({ articleIds: [second] })).toHaveLength(1)
    expect(await services.ask['suggestion.list']({ articleIds: [first, second] })).toHaveLength(2)
  })

  it('come in order of date, unresolved ones last', async () => {
    const services = testServices()
    add(services, 'On Tuesday the ferry sank.\nThe dam broke in 1953.\nA strike began on 2 March 2023.')
    const all = await services.ask['suggestion.list']({})
    expect(all.map((one) => one.edtf)).toEqual(['1953', '2023-03-02', null])
  })

  it('come article by article, or the surest first, where that is asked for', async () => {
    const services = testServices()
    const { ask } = services
    const late = 'A strike began on 2 March 2023.\nIn the spring of 1987 the quay was built.'
    add(services, `${late}\nOn Tuesday the ferry sank.`, { outlet: 'Sund Post' })
    add(services, 'The dam broke in 1953.')
    const years = async (order: 'date' | 'article' | 'confidence') =>
      (await ask['suggestion.list']({ order })).map((one) => one.edtf?.slice(0, 4) ?? null)
    expect(await years('date')).toEqual(['1953', '1987', '2023', null])
    expect(await years('article')).toEqual(['2023', '1987', null, '1953'])
    const sure = await ask['suggestion.list']({ order: 'confidence' })
    expect(sure.at(-1)?.edtf).toBeNull()
    expect(sure.map((one) => one.confidence)).toEqual(sure.map((one) => one.confidence).sort((a, b) => b - a))
  })

  it('leave out articles that are excluded, until they are taken in again', async () => {
    const services = testServices()
    const { ask } = services
    const articleId = add(services, closed)
    expect(await ask['suggestion.list']({})).toHaveLength(1)
    await ask['article.set']({ ids: [articleId], edits: { status: 'excluded' } })
    expect(await ask['suggestion.list']({})).toEqual([])
    expect(await ask['library.info']({})).toMatchObject({ suggestions: 0 })
    await ask['article.set']({ ids: [articleId], edits: { status: 'reviewed' } })
    expect(await ask['suggestion.list']({})).toHaveLength(1)
  })

  it('can be accepted after their block was hidden and shown again', async () => {
    const services = testServices()
    const { ask } = services
    const articleId = add(services, `${closed}\n${sirens}`)
    await ask['suggestion.list']({})
    const [block] = (await ask['article.text']({ id: articleId })).blocks
    await ask['block.set']({ id: block!.id, hidden: true })
    await ask['date.list']({ articleId })
    await ask['block.restore']({ ids: [block!.id] })
    await ask['date.list']({ articleId })
    const listed = (await ask['suggestion.list']({})).find((one) => one.items[0]?.sentence.text === closed)
    expect(await ask['suggestion.accept']({ ids: listed!.items.map((item) => item.id) })).toMatchObject({
      edtf: '2023-03-07',
    })
  })

  it('stay together when one of them is decided, and after that is taken back', async () => {
    const services = testServices()
    const { ask } = services
    add(services, closed)
    add(services, shut)
    const third = add(services, `It was confirmed that ${closed.charAt(0).toLowerCase()}${closed.slice(1)}`)
    const [all] = await ask['suggestion.list']({})
    expect(all!.items).toHaveLength(3)
    const own = all!.items.filter((item) => item.articleId === third).map((item) => item.id)
    await ask['suggestion.dismiss']({ ids: own })
    expect((await ask['suggestion.list']({})).map((one) => one.items.length)).toEqual([2])
    await ask['library.undo']({})
    expect((await ask['suggestion.list']({})).map((one) => one.items.length)).toEqual([3])
  })

  it('of thousands of statements are grouped in the background and listed one by one until then', async () => {
    const services = testServices()
    const { ask, notifications } = services
    const days = Array.from({ length: 28 }, (_, day) => `Item ${day} was recorded on ${day + 1} January 1999.`)
    for (let i = 0; i < 40; i += 1) add(services, days.map((line) => `${i} ${line}`).join('\n'))
    add(services, `${closed} The mill burnt down in 1801.`)
    add(services, shut)
    const ofBridge = async () =>
      (await ask['suggestion.list']({ articleIds: [41] })).filter((one) => one.edtf === '2023-03-07').map(sizeOf)
    const sizeOf = (one: { items: unknown[] }) => one.items.length
    expect(await ofBridge()).toEqual([1])
    const isTold = () =>
      notifications.some(
        (one) => one.kind === 'library.changed' && one.label === '' && one.nouns.join() === 'suggestion',
      )
    notifications.length = 0
    await expect.poll(isTold, { timeout: 10_000 }).toBe(true)
    expect(await ofBridge()).toEqual([2])
    expect((await ask['suggestion.list']({})).length).toBeLessThanOrEqual(500)
  })

  it('become an event whose evidence are the sentences, as one operation', async () => {
    const services = testServices()
    const { ask } = services
    add(services, closed, { outlet: 'The Gazette' })
    add(services, shut, { outlet: 'Sund Post' })
    const [suggestion] = await ask['suggestion.list']({})
    const event = await ask['suggestion.accept']({ ids: suggestion!.items.map((item) => item.id), title: 'Bridge' })
    expect(event).toMatchObject({ title: 'Bridge', edtf: '2023-03-07', dateOrigin: 'evidence', status: 'accepted' })
    expect(new Set(event.evidence.map((e) => e.passage.quote))).toEqual(new Set([closed, shut]))
    for (const one of event.evidence) {
      expect(one).toMatchObject({ asserted: '7 March 2023', edtf: '2023-03-07', stance: 'supports' })
      expect(one.derivation.length).toBeGreaterThan(0)
    }
    expect(await ask['suggestion.list']({})).toEqual([])
    await ask['library.undo']({})
    expect(await ask['event.list']({})).toEqual([])
    expect(await ask['passage.list']({})).toEqual([])
    expect(await ask['suggestion.list']({})).toHaveLength(1)
  })

  it('join an accepted event of the same happening', async () => {
    const services = testServices()
    const { ask } = services
    add(services, closed, { outlet: 'The Gazette' })
    const [first] = await ask['suggestion.list']({})
    const event = await ask['suggestion.accept']({ ids: [first!.items[0]!.id] })
    add(services, `${shut}\n${sirens}`, { outlet: 'Sund Post' })
    const all = await ask['suggestion.list']({})
    const joining = all.find((one) => one.items[0]!.sentence.text === shut)
    expect(joining?.joins).toEqual({ eventId: event.id, title: event.title })
    expect(all.find((one) => one !== joining)?.joins).toBeNull()
    const joined = await ask['suggestion.accept']({ ids: [joining!.items[0]!.id], eventId: event.id })
    expect(joined).toMatchObject({ id: event.id, title: event.title })
    expect(joined.evidence).toHaveLength(2)
  })

  it('of another day can join an event, which then says who disagrees', async () => {
    const services = testServices()
    const { ask } = services
    add(services, closed, { outlet: 'The Gazette' })
    const [first] = await ask['suggestion.list']({})
    const event = await ask['suggestion.accept']({ ids: [first!.items[0]!.id] })
    add(services, shut.replace('7 March', '8 March'), { outlet: 'Sund Post' })
    const [other] = await ask['suggestion.list']({})
    const joined = await ask['suggestion.accept']({ ids: [other!.items[0]!.id], eventId: event.id })
    const [a, b] = joined.evidence
    expect(joined).toMatchObject({
      edtf: '2023-03-07/2023-03-08',
      state: { kind: 'conflicting', conflicts: [{ a: a!.id, b: b!.id, reason: 'dates' }] },
    })
    expect([a!.edtf, b!.edtf]).toEqual(['2023-03-07', '2023-03-08'])
    await ask['library.undo']({})
    expect(await ask['event.get']({ id: event.id })).toMatchObject({
      edtf: '2023-03-07',
      state: { kind: 'single-source' },
    })
    expect(await ask['suggestion.list']({})).toHaveLength(1)
  })

  it('that are accepted twice are one event', async () => {
    const services = testServices()
    const { ask } = services
    add(services, sirens)
    const [suggestion] = await ask['suggestion.list']({})
    const ids = [suggestion!.items[0]!.id]
    await ask['suggestion.accept']({ ids })
    expect(() => ask['suggestion.accept']({ ids })).toThrow('suggestion/not-found')
    expect(await ask['event.list']({})).toHaveLength(1)
    await ask['library.undo']({})
    await ask['suggestion.accept']({ ids })
    expect(await ask['event.list']({})).toHaveLength(1)
  })

  it('that can not be resolved need a date, which is then how the evidence is dated', async () => {
    const services = testServices()
    const { ask } = services
    add(services, 'On Tuesday the ferry sank.')
    const [suggestion] = await ask['suggestion.list']({})
    const ids = [suggestion!.items[0]!.id]
    expect(suggestion).toMatchObject({ edtf: null, confidence: 0 })
    expect(() => ask['suggestion.accept']({ ids })).toThrow('suggestion/unresolved')
    expect(() => ask['suggestion.accept']({ ids, date: 'then' })).toThrow('date/not-understood')
    const event = await ask['suggestion.accept']({ ids, date: '7 March 2023' })
    expect(event).toMatchObject({ edtf: '2023-03-07', dateOrigin: 'researcher' })
    expect(event.evidence).toMatchObject([
      { asserted: 'Tuesday', edtf: '2023-03-07', derivation: [{ code: 'entered' }] },
    ])
  })

  it('stay dismissed when the article is analysed again', async () => {
    const services = testServices()
    const { ask } = services
    const articleId = add(services, 'On Tuesday the ferry sank.\nIt was raised on 9 March 2023.')
    const all = await ask['suggestion.list']({})
    const unresolved = all.find((one) => one.edtf === null)
    expect(await ask['suggestion.dismiss']({ ids: [unresolved!.items[0]!.id] })).toEqual({ dismissed: 1 })
    await ask['article.set']({ ids: [articleId], edits: { published: '2023-03-09' } })
    expect((await ask['suggestion.list']({})).map((one) => one.edtf)).toEqual(['2023-03-09'])
    await ask['library.undo']({})
    await ask['library.undo']({})
    expect(await ask['suggestion.list']({})).toHaveLength(2)
  })

  it('stay dismissed when the text before them is corrected, and are open where their date is', async () => {
    const services = testServices()
    const { ask } = services
    const articleId = add(
      services,
      'Rain fell for days.\nThe ferry sank on 8 March 2023.\nIt was raised on 9 March 2023.',
    )
    const [sank, raised] = await ask['suggestion.list']({})
    await ask['suggestion.dismiss']({ ids: [sank!.items[0]!.id, raised!.items[0]!.id] })
    const block = async (i: number) => (await ask['article.text']({ id: articleId })).blocks[i]!.id
    await ask['block.correct']({ id: await block(0), text: 'Heavy rain fell for eleven days.' })
    expect(await ask['suggestion.list']({})).toEqual([])
    await ask['block.merge']({ ids: [await block(0), await block(1)] })
    expect(await ask['suggestion.list']({})).toEqual([])
    await ask['block.correct']({ id: await block(1), text: 'It was raised on 10 March 2023.' })
    expect((await ask['suggestion.list']({})).map((one) => one.edtf)).toEqual(['2023-03-10'])
  })

  it('keep their ids while nothing changes, and are told apart from those that are not there', async () => {
    const services = testServices()
    const { ask } = services
    const articleId = add(services, `${closed}\nOn Tuesday the ferry sank.`)
    const before = (await ask['suggestion.list']({})).flatMap((one) => one.items.map((item) => item.id))
    await ask['article.set']({ ids: [articleId], edits: { published: '2023-03-09' } })
    const after = (await ask['suggestion.list']({})).flatMap((one) => one.items.map((item) => item.id))
    expect(new Set(after)).toEqual(new Set(before))
    expect(() => ask['suggestion.accept']({ ids: [999] })).toThrow('suggestion/not-found')
    expect(() => ask['suggestion.dismiss']({ ids: [] })).toThrow('suggestion/not-found')
  })

  it('are settled where their sentence was made evidence by hand', async () => {
    const services = testServices()
    const { ask } = services
    const articleId = add(services, closed)
    await ask['event.create']({ title: 'Bridge', evidence: [{ articleId, start: 0, end: 30 }] })
    expect(await ask['suggestion.list']({})).toEqual([])
  })

  it('are accepted together from a confidence on, as one operation', async () => {
    const services = testServices()
    add(services, `${closed}\nOn Tuesday the ferry sank.`)
    expect(await acceptConfident(services.context, 0.1)).toBe(1)
    expect(await acceptConfident(services.context, 0.1)).toBe(0)
    expect(await services.ask['event.list']({})).toMatchObject([{ edtf: '2023-03-07' }])
    await services.ask['library.undo']({})
    expect(await services.ask['event.list']({})).toEqual([])
  })

  it('of many articles are worked out in the background, telling of the progress', async () => {
    const services = testServices()
    const { ask, notifications } = services
    for (let day = 0; day < 240; day += 1) add(services, `A ferry of line ${day} sank on 7 March 2023.`)
    await ask['suggestion.list']({})
    const progress = () => notifications.flatMap((n) => (n.kind === 'analysis.progress' ? [n] : []))
    await expect.poll(() => progress().at(-1)).toEqual({ kind: 'analysis.progress', done: 240, total: 240 })
    await expect.poll(() => notifications.at(-1)).toMatchObject({ kind: 'library.changed', nouns: ['suggestion'] })
    const all = await ask['suggestion.list']({})
    expect(all.reduce((sum, one) => sum + one.items.length, 0)).toBe(240)
  })

  it('are those that are kept where the library can only be read', async () => {
    const services = testServices()
    add(services, closed)
    await services.ask['suggestion.list']({})
    const unknown = add(services, shut)
    const library = openLibrary(services.library.path, { clock: fixedClock, readOnly: true })
    onTestFinished(() => library.close())
    const { ask, notifications } = testServices(library)
    expect(quotesOf(await ask['suggestion.list']({}))).toEqual([[closed]])
    expect(await ask['date.list']({ articleId: unknown })).toMatchObject([{ edtf: '2023-03-07' }])
    expect(notifications).toEqual([])
  })
})
