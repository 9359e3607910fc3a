import { describe, expect, it } from 'vitest'
import { addArticle } from '../support/articles'
import { temporaryLibrary } from '../support/library'
import { testServices } from '../support/services'

function library() {
  const opened = temporaryLibrary()
  const services = testServices(opened)
  const query = async (text: string, limit = 20, offset = 0) =>
    services.ask['search.query']({ query: text, limit, offset })
  return { ...services, query, add: (article: Parameters<typeof addArticle>[1]) => addArticle(opened, article) }
}

const marked = (snippet: { text: string; match: boolean }[]) =>
  snippet.map((p) => (p.match ? `[${p.text}]` : p.text)).join('')

describe('search', () => {
  it('shows the original text with its matches marked, and leads to the first', async () => {
    const { add, query } = library()
    const text = 'Der Fluß ist breit.\nAn der Straße zur Brücke warten Lastwagen.'
    const id = add({ text, title: 'Brücke' })
    const { hits } = await query('strasse')
    expect(hits[0]).toMatchObject({
      kind: 'article',
      id,
      articleId: id,
      title: 'Brücke',
      start: text.indexOf('Straße'),
    })
    expect(marked(hits[0]?.snippet ?? [])).toBe('Der Fluß ist breit. An der [Straße] zur Brücke warten Lastwagen.')
  })

  it('finds Arabic in any spelling, Hebrew without points, and Chinese by substring', async () => {
    const { add, query } = library()
    const arabic = add({ text: 'وصلت الشاحنات إلى مدينة الإسكندرية يوم الثلاثاء.' })
    const hebrew = add({ text: 'הגשר נסגר בְּיוֹם שלישי.' })
    const chinese = add({ text: '记者从北京大学了解到消息。' })
    const found = async (text: string) => (await query(text)).hits.map((hit) => hit.id)
    expect(await found('الاسكندريه')).toEqual([arabic])
    expect(await found('ביום')).toEqual([hebrew])
    expect(await found('北京大学')).toEqual([chinese])
    expect(await found('京大')).toEqual([chinese])
    expect(await found('大京')).toEqual([])
    const { hits } = await query('北京')
    expect(marked(hits[0]?.snippet ?? [])).toBe('记者从[北京]大学了解到消息。')
  })

  it('cuts a long text between words around the most matches', async () => {
    const { add, query } = library()
    const filler = 'Nothing of interest happened on that day in the town. '.repeat(40)
    add({ text: `A lone ferry. ${filler}The ferry left the harbour and the ferry came back. ${filler}` })
    const [hit] = (await query('ferry harbour')).hits
    const snippet = marked(hit?.snippet ?? [])
    expect(snippet).toMatch(/^….*\[ferry\] left the \[harbour\] and the \[ferry\] came back\..*…$/)
    expect(snippet.length).toBeLessThan(300)
    expect(snippet).toMatch(/^…Nothing of interest/)
  })

  it('ranks a title above a mention, and pages in one order', async () => {
    const { add, query } = library()
    const mention = add({ text: 'Some say the ferry is late today and will be late again.', title: 'Weather' })
    const title = add({ text: 'It is late today and will be late again, they say there.', title: 'Ferry' })
    const { hits, total } = await query('ferry')
    expect([total, ...hits.map((hit) => hit.id)]).toEqual([2, title, mention])
    expect(hits[0]?.score).toBeGreaterThan(hits[1]?.score ?? 0)
    expect((await query('ferry', 1, 1)).hits.map((hit) => hit.id)).toEqual([mention])
  })

  it('finds passages, their notes, tags and events, and follows their changes', async () => {
    const { add, query, ask } = library()
    const id = add({ text: 'Nine lorries wait at the bridge.', title: 'Bridge', outlet: 'Gazette' })
    const passage = await ask['passage.create']({ articleId: id, start: 5, end: 12, note: 'quarrel over tolls' })
    const tag = await ask['tag.create']({ name: 'Tolls' })
    const event = await ask['event.create']({ title: 'Tolls raised', date: '7 May 2024' })
    const kinds = async (text: string) => (await query(text)).hits.map((hit) => `${hit.kind} ${hit.id}`).sort()
    expect(await kinds('tolls')).toEqual([`event ${event.id}`, `passage ${passage.id}`, `tag ${tag.id}`])
    const [found] = (await query('quarrel')).hits
    expect(found).toMatchObject({ articleId: id, title: 'Bridge', outlet: 'Gazette', start: 5 })
    await ask['tag.set']({ id: tag.id, name: 'Fees' })
    await ask['event.delete']({ ids: [event.id] })
    expect(await kinds('tolls')).toEqual([`passage ${passage.id}`])
    await ask['library.undo']({})
    await ask['library.undo']({})
    expect(await kinds('tolls')).toEqual([`event ${event.id}`, `passage ${passage.id}`, `tag ${tag.id}`])
    await ask['library.redo']({})
    expect(await kinds('fees')).toEqual([`tag ${tag.id}`])
  })

  it('applies filters to articles, passages and events by what each has', async () => {
    const { add, query, ask } = library()
    const id = add({ text: 'The ferry sails.', outlet: 'Gazette', published: '2024-05-07' })
    add({ text: 'The ferry waits.', outlet: 'Courier' })
    const tag = await ask['tag.create']({ name: 'Ferry' })
    await ask['passage.create']({ articleId: id, start: 4, end: 9, tagIds: [tag.id] })
    await ask['event.create']({ title: 'Ferry sinks', date: '2024-05-08' })
    const kinds = async (text: string) => (await query(text)).hits.map((hit) => hit.kind).sort()
    expect(await kinds('ferry')).toEqual(['article', 'article', 'event', 'passage', 'tag'])
    expect(await kinds('ferry outlet:gazette')).toEqual(['article', 'passage'])
    expect(await kinds('ferry date:2024-05')).toEqual(['article', 'event', 'passage'])
    expect(await kinds('ferry tag:ferry')).toEqual(['article', 'passage'])
    expect(await kinds('ferry -outlet:gazette')).toEqual(['article'])
  })

  it('answers a query of filters alone with articles, and an empty one with nothing', async () => {
    const { add, query } = library()
    const id = add({ text: 'The ferry sails.', outlet: 'Gazette' })
    expect((await query('outlet:gaz')).hits.map((hit) => hit.id)).toEqual([id])
    expect((await query('-bridge')).hits.map((hit) => hit.id)).toEqual([id])
    expect(await query('  ')).toEqual({ total: 0, hits: [] })
    expect(await query('"')).toEqual({ total: 0, hits: [] })
  })

  it('leaves hidden blocks out of what it finds and shows, until they are restored', async () => {
    const { add, query, ask } = library()
    const id = add({ text: 'Subscribe to our newsletter.\nThe 🚢 ferry sails at noon.' })
    const [offer] = (await ask['article.text']({ id })).blocks
    await ask['block.set']({ id: offer!.id, hidden: true })
    expect((await query('newsletter')).hits).toEqual([])
    const [hit] = (await query('ferry')).hits
    expect(marked(hit?.snippet ?? [])).toBe(' The 🚢 [ferry] sails at noon.')
    expect(hit?.start).toBe('Subscribe to our newsletter.\nThe 🚢 '.length)
    await ask['library.undo']({})
    expect((await query('newsletter')).hits).toHaveLength(1)
    await ask['library.redo']({})
    expect((await query('newsletter')).hits).toEqual([])
    await ask['block.restore']({ ids: [offer!.id] })
    expect((await query('newsletter')).hits).toHaveLength(1)
  })

  it('searches what was noted, without a place in the text for it', async () => {
    const { add, query, ask } = library()
    const id = add({ text: 'The ferry sails.' })
    await ask['article.set']({ ids: [id], edits: { note: 'Ask the captain.' } })
    const [hit] = (await query('captain')).hits
    expect(hit).toMatchObject({ id, start: null })
    expect(marked(hit?.snippet ?? [])).toContain('Ask the [captain].')
  })
  it('finds a language with all its countries', async () => {
    const { add, query } = library()
    const ids = ['en', 'en-GB', 'eng-x', 'de'].map((language) => add({ text: 'The ferry sails.', language }))
    expect((await query('lang:EN')).hits.map((hit) => hit.id).sort()).toEqual(ids.slice(0, 2))
  })

  it('finds a month that reaches into the days asked for', async () => {
    const { add, query, ask } = library()
    const id = add({ text: 'The ferry sails.' })
    await ask['article.set']({ ids: [id], edits: { published: 'May 2024' } })
    const total = async (text: string) => (await query(text)).total
    expect(await total('date:2024-05-20..')).toBe(1)
    expect(await total('date:..2024-05-10')).toBe(1)
    expect([await total('date:2024-06-01..'), await total('date:..2024-04-30')]).toEqual([0, 0])
  })

  it('finds no article by the tag of a passage that was deleted', async () => {
    const { add, query, ask } = library()
    const articleId = add({ text: 'The ferry sails.' })
    const tag = await ask['tag.create']({ name: 'Ferries' })
    const passage = await ask['passage.create']({ articleId, start: 0, end: 9, tagIds: [tag.id] })
    const articles = async () => (await query('tag:Ferries')).hits.filter((hit) => hit.kind === 'article').length
    expect(await articles()).toBe(1)
    await ask['passage.delete']({ id: passage.id })
    expect(await articles()).toBe(0)
  })
})
