import { describe, expect, it } from 'vitest'
import { addArticle } from '../support/articles'
import { type TestServices, testServices } from '../support/services'

const texts = {
  gazette: 'Workers closed the swing bridge on 7 March 2023. The mayor said nothing.',
  post: 'On the evening of 7 March 2023, the swing bridge was closed by workers, according to Radio Sund.',
  echo: 'The swing bridge was shut on 8 March 2023, officials said. Later it rained.',
} as const

function withArticles(outlets: Partial<Record<keyof typeof texts, string | null>> = {}) {
  const services = testServices()
  const span = (name: keyof typeof texts, words?: string) => {
    const text = texts[name]
    const start = words === undefined ? 0 : text.indexOf(words)
    return { articleId: ids[name], start, end: words === undefined ? text.length : start + words.length }
  }
  const add = (name: keyof typeof texts, fallback: string) => {
    const outlet = outlets[name] === undefined ? fallback : outlets[name]
    return addArticle(services.library, { text: texts[name], language: 'en', ...(outlet === null ? {} : { outlet }) })
  }
  const ids = { gazette: add('gazette', 'The Gazette'), post: add('post', 'Sund Post'), echo: add('echo', 'The Echo') }
  return { ...services, span, ids }
}

const listed = async ({ ask }: TestServices) => ask['event.list']({})

describe('an event', () => {
  it('is proposed from a span with its date as written', async () => {
    const { ask, span } = withArticles()
    const proposal = await ask['event.propose'](span('gazette', 'closed the swing bridge'))
    expect(proposal).toMatchObject({ edtf: '2023-03-07', asserted: '7 March 2023' })
    expect(proposal.title).not.toBe('')
  })

  it('takes its date from its evidence, and goes back to it from an entered one', async () => {
    const { ask, span } = withArticles()
    const event = await ask['event.create']({ title: ' Bridge  closed ', evidence: [span('gazette', texts.gazette)] })
    expect(event).toMatchObject({ title: 'Bridge closed', edtf: '2023-03-07', dateOrigin: 'evidence' })
    expect(event.evidence).toMatchObject([{ asserted: '7 March 2023', stance: 'supports', edtf: '2023-03-07' }])
    const entered = await ask['event.set']({ id: event.id, date: 'March 2023', description: 'For repairs.' })
    expect(entered).toMatchObject({ edtf: '2023-03', dateOrigin: 'researcher', description: 'For repairs.' })
    const back = await ask['event.set']({ id: event.id, date: null })
    expect(back).toMatchObject({ edtf: '2023-03-07', dateOrigin: 'evidence', description: 'For repairs.' })
  })

  it('follows the publication date of its evidence, but for a date that was entered', async () => {
    const services = testServices()
    const { ask } = services
    const text = 'The swing bridge was closed on Tuesday.'
    const articleId = addArticle(services.library, { text, language: 'en', published: '2023-03-09' })
    const span = { articleId, start: 0, end: text.length }
    const event = await ask['event.create']({ title: 'Bridge closed', evidence: [span] })
    const other = await ask['event.create']({ title: 'Bridge shut', evidence: [span] })
    await ask['evidence.set']({ id: other.evidence[0]!.id, date: '1 March 2023' })
    const dates = async () => new Map((await listed(services)).map((one) => [one.id, one.edtf]))
    expect(await dates()).toEqual(
      new Map([
        [event.id, '2023-03-07'],
        [other.id, '2023-03-01'],
      ]),
    )
    await ask['article.set']({ ids: [articleId], edits: { published: '2023-03-16' } })
    expect(await dates()).toEqual(
      new Map([
        [event.id, '2023-03-14'],
        [other.id, '2023-03-01'],
      ]),
    )
    await ask['article.set']({ ids: [articleId], edits: { published: null } })
    expect(await dates()).toEqual(
      new Map([
        [event.id, null],
        [other.id, '2023-03-01'],
      ]),
    )
    await ask['library.undo']({})
    await ask['library.undo']({})
    expect(await dates()).toEqual(
      new Map([
        [event.id, '2023-03-07'],
        [other.id, '2023-03-01'],
      ]),
    )
    await ask['library.redo']({})
    expect(await dates()).toEqual(
      new Map([
        [event.id, '2023-03-14'],
        [other.id, '2023-03-01'],
      ]),
    )
  })

  it('refuses dates and titles that say nothing', async () => {
    const { ask } = withArticles()
    expect(() => ask['event.create']({ title: '  ' })).toThrow('event/title-empty')
    expect(() => ask['event.create']({ title: 'A', date: 'some day' })).toThrow('date/not-understood')
    expect(() => ask['event.set']({ id: 9, title: 'A' })).toThrow('event/not-found')
  })

  it('without evidence is unsourced, with that of one outlet single source, of two corroborated', async () => {
    const services = withArticles()
    const { ask, span } = services
    const { id, state } = await ask['event.create']({ title: 'Bridge closed', date: '7 March 2023' })
    expect(state.kind).toBe('unsourced')
    const one = await ask['evidence.add']({ eventId: id, ...span('gazette', 'Workers closed the swing bridge') })
    expect(one.state).toMatchObject({ kind: 'single-source', origins: 1, agree: 1 })
    const two = await ask['evidence.add']({ eventId: id, ...span('post') })
    expect(two.state).toMatchObject({ kind: 'corroborated', origins: 2, agree: 2 })
    expect(await listed(services)).toEqual([two])
  })

  it('does not rest on a passage whose words were corrected away, and does again when that is undone', async () => {
    const services = withArticles()
    const { ask, span, ids } = services
    const { id } = await ask['event.create']({ title: 'Bridge closed', evidence: [span('gazette'), span('echo')] })
    const [block] = (await ask['article.text']({ id: ids.echo })).blocks
    await ask['block.correct']({ id: block!.id, text: 'The bascule bridge stayed open on 8 March 2023.' })
    const [event] = await listed(services)
    expect(event).toMatchObject({
      id,
      edtf: '2023-03-07',
      state: { kind: 'single-source', orphaned: 1, conflicts: [] },
    })
    expect(event?.evidence.map(({ passage }) => passage.orphaned)).toEqual([false, true])
    const stored = () => services.library.reader.get('SELECT edtf, earliest, latest FROM event')
    expect(stored()).toEqual({ edtf: '2023-03-07', earliest: '2023-03-07', latest: '2023-03-07' })
    await ask['library.undo']({})
    expect((await listed(services))[0]?.state).toMatchObject({ kind: 'conflicting', orphaned: 0 })
    expect(stored()).toEqual({ edtf: '2023-03-07/2023-03-08', earliest: '2023-03-07', latest: '2023-03-08' })
  })

  it('of unknown outlets is not corroborated, and says so', async () => {
    const { ask, span } = withArticles({ gazette: null, post: null })
    const event = await ask['event.create']({ title: 'Bridge closed', evidence: [span('gazette'), span('post')] })
    expect(event.state).toMatchObject({ kind: 'single-source', outlets: 0, unknownOutlets: 2, agree: 2 })
  })

  it('whose evidence names days without one in common is conflicting, from the first to the last of them', async () => {
    const { ask, span } = withArticles()
    const event = await ask['event.create']({ title: 'Bridge closed', evidence: [span('gazette'), span('echo')] })
    const [a, b] = event.evidence
    expect(event.state).toMatchObject({ kind: 'conflicting', agree: 0 })
    expect(event.state.conflicts).toEqual([{ a: a!.id, b: b!.id, reason: 'dates' }])
    expect(event).toMatchObject({ edtf: '2023-03-07/2023-03-08' })
    const settled = await ask['evidence.set']({ id: b!.id, stance: 'mentions' })
    expect(settled).toMatchObject({ edtf: '2023-03-07', state: { kind: 'single-source' } })
  })

  it('on whose date all agree still shows who says what else', async () => {
    const { ask, span } = withArticles()
    const told = ['gazette', 'post'] as const
    const event = await ask['event.create']({ title: 'Bridge closed', evidence: told.map((name) => span(name)) })
    expect(event.state).toMatchObject({ kind: 'corroborated', agree: 2, conflicts: [] })
    expect(
      event.evidence.map(({ passage, differing }) =>
        differing.map(({ start, end }) => passage.quote.slice(start, end)),
      ),
    ).toEqual([[], ['Radio Sund']])
    expect((await ask['event.get']({ id: event.id })).evidence).toEqual(event.evidence)
  })

  it('is tagged with others in one step, by tags that are made in it too', async () => {
    const services = withArticles()
    const { ask } = services
    const old = await ask['tag.create']({ name: 'Old' })
    const made = [await ask['event.create']({ title: 'Keel laid' }), await ask['event.create']({ title: 'Launch' })]
    const ids = made.map(({ id }) => id)
    await ask['event.edit']({ ids, edits: { addTagIds: [old.id] } })
    await ask['event.edit']({ ids, edits: { removeTagIds: [old.id], addTags: ['Ships', 'ships', 'Port / Quay'] } })
    const names = async () => {
      const tags = new Map((await ask['tag.list']({})).map((tag) => [tag.id, tag.name]))
      return (await listed(services)).map(({ tagIds }) => tagIds.map((id) => tags.get(id)))
    }
    expect(await names()).toEqual([
      ['Ships', 'Quay'],
      ['Ships', 'Quay'],
    ])
    await ask['library.undo']({})
    expect(await names()).toEqual([['Old'], ['Old']])
    expect((await ask['tag.list']({})).map(({ name }) => name)).toEqual(['Old'])
    expect(() => ask['event.edit']({ ids, edits: { addTags: [' '] } })).toThrow('tag/name-empty')
  })

  it('that a passage disputes is conflicting', async () => {
    const { ask, span } = withArticles()
    const { id } = await ask['event.create']({ title: 'Bridge closed', evidence: [span('gazette')] })
    const disputed = await ask['evidence.add']({ eventId: id, ...span('post'), stance: 'disputes' })
    expect(disputed.state).toMatchObject({ kind: 'conflicting', conflicts: [{ reason: 'disputes' }] })
  })

  it('takes the asserted date that is entered for a piece of evidence', async () => {
    const { ask, span } = withArticles()
    const event = await ask['event.create']({ title: 'Rain', evidence: [span('echo', 'Later it rained.')] })
    expect(event).toMatchObject({ edtf: null, interval: null })
    const changed = await ask['evidence.set']({ id: event.evidence[0]!.id, date: 'about 8 March 2023' })
    expect(changed).toMatchObject({ edtf: '2023-03-08~' })
    expect(changed.evidence[0]!.derivation).toEqual([{ code: 'entered', params: { edtf: '2023-03-08~' } }])
  })

  it('is merged with its evidence and tags, once for a passage that both had', async () => {
    const services = withArticles()
    const { ask, span } = services
    const tag = await ask['tag.create']({ name: 'Bridge' })
    const into = await ask['event.create']({ title: 'Bridge closed', evidence: [span('gazette')] })
    const from = await ask['event.create']({ title: 'Closure', evidence: [span('gazette'), span('post')] })
    await ask['event.tag']({ id: from.id, add: [tag.id], remove: [] })
    const merged = await ask['event.merge']({ from: from.id, into: into.id })
    expect(merged).toMatchObject({ id: into.id, title: 'Bridge closed', tagIds: [tag.id] })
    expect(merged.evidence.map((e) => e.passage.articleId)).toEqual([services.ids.gazette, services.ids.post])
    expect(await listed(services)).toHaveLength(1)
    await ask['library.undo']({})
    expect((await listed(services)).map((event) => event.evidence.length)).toEqual([1, 2])
  })

  it('loses the evidence of deleted passages and trashed articles, and its date with it', async () => {
    const services = withArticles()
    const { ask, span } = services
    const event = await ask['event.create']({ title: 'Bridge closed', evidence: [span('gazette'), span('post')] })
    await ask['passage.delete']({ id: event.evidence[0]!.passage.id })
    await ask['article.trash']({ ids: [services.ids.post] })
    expect(await listed(services)).toMatchObject([{ edtf: null, evidence: [], state: { kind: 'unsourced' } }])
  })

  it('is listed by date, exact before estimated, undated last; deleted and dismissed ones are not', async () => {
    const services = withArticles()
    const { ask } = services
    const create = (title: string, date: string | null) => ask['event.create']({ title, date })
    await create('undated', null)
    await create('month', 'March 2023')
    await create('day', '1 March 2023')
    await create('before', '2022')
    const gone = await create('deleted', '2021')
    await ask['event.delete']({ ids: [gone.id] })
    const dismissed = await create('dismissed', '2021')
    await ask['event.set']({ id: dismissed.id, status: 'dismissed' })
    expect((await listed(services)).map((event) => event.title)).toEqual(['before', 'day', 'month', 'undated'])
  })

  it('removes a piece of evidence and keeps its passage', async () => {
    const { ask, span } = withArticles()
    const event = await ask['event.create']({ title: 'Bridge closed', evidence: [span('gazette')] })
    const without = await ask['evidence.delete']({ id: event.evidence[0]!.id })
    expect(without).toMatchObject({ edtf: null, evidence: [] })
    expect(await ask['passage.list']({})).toHaveLength(1)
    expect(() => ask['evidence.delete']({ id: event.evidence[0]!.id })).toThrow('evidence/not-found')
  })
})
