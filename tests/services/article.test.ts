import { describe, expect, it } from 'vitest'
import type { Input } from '../../src-main/contract/methods'
import { addArticle } from '../support/articles'
import { fixedClock, temporaryLibrary } from '../support/library'
import { type TestServices, testServices } from '../support/services'

type Sort = Input<'article.list'>['sort']
type Filter = Input<'article.list'>['filter']

/** Four articles: exact and estimated dates, one undated, one without outlet and title, one Arabic. */
function fourArticles(): TestServices & { ids: Record<'bridge' | 'ferry' | 'port' | 'island', number> } {
  const library = temporaryLibrary()
  const ids = {
    bridge: addArticle(library, {
      title: 'Bridge closed',
      outlet: 'Harbour Gazette',
      published: '2024-05-07',
      language: 'en',
      text: 'The bridge over the river is closed.\nNine lorries wait.',
    }),
    ferry: addArticle(library, {
      title: 'a ferry sails',
      outlet: 'Île Info',
      text: 'The ferry sails again.',
      language: 'fr',
    }),
    port: addArticle(library, {
      text: 'The port of the north is open for all ships that come.',
      published: '2024-05-07',
    }),
    island: addArticle(library, {
      title: 'جزيرة',
      outlet: 'صحيفة الميناء',
      text: 'أُغلِقَ الجسر.',
      language: 'ar',
      published: '2023-01-02',
    }),
  }
  const services = testServices(library)
  return { ...services, ids }
}

const list = ({ ask }: TestServices, filter: Filter = {}, sort: Sort = { by: 'added', descending: false }) =>
  ask['article.list']({ filter, sort, offset: 0, limit: 100 })

describe('article table', () => {
  it('orders by each column, unknown last in either direction', async () => {
    const services = fourArticles()
    const { bridge, ferry, port, island } = services.ids
    await services.ask['article.set']({ ids: [bridge], edits: { published: 'May 2024', status: 'reviewed' } })
    const ordered = (by: Sort['by'], descending: boolean) =>
      services.ask['article.ids']({ filter: {}, sort: { by, descending } })
    expect(await ordered('added', false)).toEqual([bridge, ferry, port, island])
    expect(await ordered('added', true)).toEqual([island, port, ferry, bridge])
    expect(await ordered('title', false)).toEqual([ferry, bridge, port, island])
    // May 2024 may be the 1st; undated comes last.
    expect(await ordered('published', false)).toEqual([island, bridge, port, ferry])
    expect(await ordered('published', true)).toEqual([port, bridge, island, ferry])
    expect(await ordered('outlet', true)).toEqual([island, ferry, bridge, port])
    expect((await ordered('outlet', false)).at(-1)).toBe(port)
    expect((await ordered('status', true))[0]).toBe(bridge)
    expect((await ordered('words', true))[0]).toBe(port)
  })

  it('puts an exact date before an estimated one of the same first day', async () => {
    const services = fourArticles()
    const { bridge, port } = services.ids
    await services.ask['article.set']({ ids: [bridge], edits: { published: '7 May 2024 – 9 May 2024' } })
    const sorted = await services.ask['article.ids']({ filter: {}, sort: { by: 'published', descending: false } })
    expect(sorted.slice(1, 3)).toEqual([port, bridge])
  })

  it.each<[Filter, string[]]>([
    [{ view: 'undated' }, ['ferry']],
    [{ view: 'unattributed' }, ['port']],
    [{ query: 'bridge' }, ['bridge']],
    [{ query: 'الجِسر' }, ['island']],
    [{ query: 'the -closed' }, ['ferry', 'port']],
    [{ query: '-closed' }, ['ferry', 'port', 'island']],
    [{ query: 'outlet:ile' }, ['ferry']],
    [{ query: '-outlet:ile' }, ['bridge', 'port', 'island']],
    [{ query: 'is:untitled' }, ['port']],
    [{ query: 'lang:fr' }, ['ferry']],
    [{ query: 'date:2024-05..' }, ['bridge', 'port']],
    [{ query: 'date:..2023 ' }, ['island']],
    [{ query: 'lorr* date:2024' }, ['bridge']],
    [{ query: 'AND OR " (' }, []],
    [{ query: 'outlet:nobody' }, []],
  ])('filters %j', async (filter, expected) => {
    const services = fourArticles()
    const page = await list(services, filter)
    expect(page.rows.map((row) => row.id)).toEqual(expected.map((name) => services.ids[name as 'ferry']))
    expect(page.total).toBe(expected.length)
  })

  it('counts what a filter leaves, and keeps up with changes', async () => {
    const services = fourArticles()
    const { bridge, port } = services.ids
    const before = await list(services, { query: 'the' })
    expect(before).toMatchObject({ total: 3, counts: { all: 4, notReviewed: 4, undated: 1, unattributed: 1 } })
    await services.ask['article.set']({ ids: [bridge], edits: { status: 'reviewed' } })
    await services.ask['article.trash']({ ids: [port] })
    const after = await list(services, { query: 'the' })
    expect(after).toMatchObject({ total: 2, counts: { all: 3, notReviewed: 2, undated: 1, unattributed: 0 } })
    expect(after.words).toBe(before.words - 12)
  })

  it('pages without gaps', async () => {
    const services = fourArticles()
    const sort: Sort = { by: 'published', descending: true }
    const all = await services.ask['article.ids']({ filter: {}, sort })
    const pages = await Promise.all(
      [0, 2].map((offset) => services.ask['article.list']({ filter: {}, sort, offset, limit: 2 })),
    )
    expect(pages.flatMap((page) => page.rows.map((row) => row.id))).toEqual(all)
  })

  it('shows tags of the article and of its passages, and finds by either and by the tags below', async () => {
    const services = fourArticles()
    const { ask, ids } = services
    const { bridge, ferry } = ids
    const convoy = await ask['tag.create']({ name: 'Aid/Convoy' })
    const ships = await ask['tag.create']({ name: 'Ships' })
    await ask['passage.create']({ articleId: bridge, start: 0, end: 10, tagIds: [convoy.id] })
    expect(await ask['article.tag']({ ids: [ferry, bridge], add: [ships.id], remove: [] })).toEqual({ tagged: 2 })
    const rows = (await list(services)).rows
    expect(rows.find((row) => row.id === bridge)).toMatchObject({
      passages: 1,
      tags: [{ name: 'Convoy' }, { name: 'Ships' }],
    })
    expect((await list(services, { query: 'tag:aid' })).rows.map((row) => row.id)).toEqual([bridge])
    expect((await list(services, { query: 'tag:aid/convoy' })).total).toBe(1)
    expect((await list(services, { tagId: convoy.parentId ?? 0 })).total).toBe(1)
    expect((await list(services, { tagId: convoy.parentId ?? 0, ownTag: true })).total).toBe(0)
    await ask['article.tag']({ ids: [bridge], add: [convoy.id], remove: [] })
    expect((await list(services, { tagId: convoy.parentId ?? 0, ownTag: true })).total).toBe(1)
    expect((await list(services, { query: '-tag:ships' })).total).toBe(2)
    await ask['tag.delete']({ id: ships.id })
    expect((await list(services, { query: 'tag:ships' })).total).toBe(0)
  })
})

describe('article', () => {
  it('remembers who set a value, and that an emptied one is unknown', async () => {
    const { ask, ids, library } = fourArticles()
    const [article] = await ask['article.set']({
      ids: [ids.bridge],
      edits: { published: '12 May 2024', outlet: ' ', title: 'Bridge closed', note: 'Check the date.' },
    })
    expect(article).toMatchObject({
      note: 'Check the date.',
      metadata: {
        published: { value: '2024-05-12', origin: 'researcher', confidence: 'entered' },
        outlet: { value: null, origin: 'none' },
        // The same as before: nobody entered it.
        title: { value: 'Bridge closed', origin: 'none' },
      },
    })
    expect(library.nextUndo()).toMatchObject({ label: 'article.set', detail: 'Bridge closed' })
    await ask['library.undo']({})
    expect((await ask['article.get']({ id: ids.bridge })).metadata.published.value).toBe('2024-05-07')
  })

  it('refuses a date that is not understood, and changes none of several', async () => {
    const { ask, ids } = fourArticles()
    const set = () => ask['article.set']({ ids: [ids.bridge, ids.ferry], edits: { outlet: 'X', published: 'soon' } })
    expect(set).toThrow('date/not-understood')
    expect((await ask['article.get']({ id: ids.bridge })).metadata.outlet.value).toBe('Harbour Gazette')
  })

  it('goes to the trash and comes back with its passages, in search too', async () => {
    const { ask, ids } = fourArticles()
    await ask['passage.create']({ articleId: ids.bridge, start: 0, end: 10, note: 'nine' })
    const found = async () => (await ask['search.query']({ query: 'nine', limit: 10, offset: 0 })).total
    expect(await found()).toBe(2)
    await ask['article.trash']({ ids: [ids.bridge] })
    expect(await found()).toBe(0)
    expect(() => ask['article.get']({ id: ids.bridge })).toThrow('article/not-found')
    await ask['library.undo']({})
    expect(await found()).toBe(2)
  })

  it('hides and restores blocks without moving an offset or a number', async () => {
    const { ask, ids } = fourArticles()
    const before = await ask['article.text']({ id: ids.bridge })
    const [first, second] = before.blocks
    const hidden = await ask['block.set']({ id: first?.id ?? 0, hidden: true })
    expect(hidden.blocks[0]).toMatchObject({ hidden: true, reason: 'researcher', label: null })
    expect(hidden.blocks[1]).toMatchObject({ start: second?.start, label: '2' })
    expect(hidden.article.words).toBe(3)
    const restored = await ask['block.restore']({ ids: [first?.id ?? 0] })
    expect(restored.blocks).toEqual(before.blocks)
    expect(() => ask['block.restore']({ ids: [999] })).toThrow('block/not-found')
  })

  it('opens where reading stopped, which undo leaves alone', async () => {
    const { ask, ids, library } = fourArticles()
    const undo = library.nextUndo()
    await ask['position.set']({ articleId: ids.bridge, start: 12 })
    await ask['setting.set']({ key: 'reader.panes', value: [ids.bridge] })
    expect((await ask['article.text']({ id: ids.bridge })).position).toBe(12)
    expect(await ask['setting.get']({ key: 'reader.panes' })).toEqual([ids.bridge])
    expect(await ask['setting.get']({ key: 'nothing' })).toBeNull()
    expect(library.nextUndo()).toEqual(undo)
  })

  it('tells which spans are evidence, and of what', async () => {
    const { ask, ids } = fourArticles()
    const event = await ask['event.create']({
      title: 'Bridge closes',
      evidence: [{ articleId: ids.bridge, start: 0, end: 36 }],
    })
    const { passages, evidence } = await ask['article.text']({ id: ids.bridge })
    expect(evidence).toEqual([{ passageId: passages[0]?.id, eventId: event.id, title: 'Bridge closes' }])
  })
})

describe('library', () => {
  it('counts its content and names what undo and redo would touch', async () => {
    const { ask, ids } = fourArticles()
    await ask['article.trash']({ ids: [ids.port] })
    await ask['tag.create']({ name: 'Aid' })
    await ask['library.undo']({})
    expect(await ask['library.info']({})).toMatchObject({
      name: 'test.collate',
      readOnly: false,
      articles: 3,
      trashed: 1,
      undo: { label: 'article.trash' },
      redo: { label: 'tag.create', detail: 'Aid' },
      savedAt: fixedClock(),
    })
  })

  it('tells windows which nouns changed, once per operation', async () => {
    const { ask, ids, notifications } = fourArticles()
    await ask['article.set']({ ids: [ids.bridge], edits: { status: 'reading' } })
    await ask['article.set']({ ids: [ids.bridge], edits: { status: 'reading' } })
    const changed = notifications.filter((n) => n.kind === 'library.changed')
    expect(changed[0]).toEqual({ kind: 'library.changed', nouns: ['article', 'library'], label: 'article.set' })
  })
})
