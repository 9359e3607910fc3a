import { describe, expect, it } from 'vitest'
import { addArticle } from '../support/articles'
import { testServices } from '../support/services'

async function withEvents() {
  const services = testServices()
  const { ask, library } = services
  const text = 'Workers closed the swing bridge on 7 March 2023.'
  const articleId = addArticle(library, { text, outlet: 'Sund Post', language: 'en', published: '2023-03-09' })
  const closed = await ask['event.create']({
    title: 'Way closed',
    evidence: [{ articleId, start: 0, end: text.length }],
  })
  const ferry = await ask['event.create']({ title: 'Ferry stopped', date: '2023-01-02', place: 'Orlo quay' })
  const vote = await ask['event.create']({ title: 'Council votes', actors: ['Ada Vey'] })
  const shown = async (name: string) => {
    const found = (await ask['timeline.list']({})).find((timeline) => timeline.name === name)
    return found?.eventIds
  }
  return { ...services, articleId, closed: closed.id, ferry: ferry.id, vote: vote.id, shown }
}

describe('a timeline', () => {
  it('of all events shows them in order of date, new ones too', async () => {
    const { ask, shown, closed, ferry, vote } = await withEvents()
    const timeline = await ask['timeline.create']({ name: '  The  bridge ', choice: { kind: 'all' }, lanes: 'outlet' })
    expect(timeline).toEqual({
      id: timeline.id,
      name: 'The bridge',
      choice: { kind: 'all' },
      lanes: 'outlet',
      order: 'date',
      eventIds: [ferry, closed, vote],
    })
    const later = await ask['event.create']({ title: 'Reopened', date: '2023-04' })
    expect(await shown('The bridge')).toEqual([ferry, closed, later.id, vote])
  })

  it('begins with events in one step, which undo takes back whole', async () => {
    const { ask, shown, ferry, vote } = await withEvents()
    const made = await ask['timeline.create']({ name: 'Mine', eventIds: [vote, ferry] })
    expect(made.eventIds).toEqual([ferry, vote])
    await ask['library.undo']({})
    expect(await shown('Mine')).toBeUndefined()
    await ask['library.redo']({})
    expect(await shown('Mine')).toEqual([ferry, vote])
    expect(() => ask['timeline.create']({ name: 'Other', eventIds: [99] })).toThrow('event/not-found')
    expect(await shown('Other')).toBeUndefined()
  })

  it('takes in an event as it is made or accepted, in one step', async () => {
    const { ask, library, shown } = await withEvents()
    const { id: timelineId } = await ask['timeline.create']({ name: 'Mine' })
    const made = await ask['event.create']({ title: 'Reopened', date: '2023-04', timelineId })
    expect(await shown('Mine')).toEqual([made.id])
    await ask['library.undo']({})
    expect(await shown('Mine')).toEqual([])
    expect(await ask['event.list']({ ids: [made.id] })).toEqual([])

    const text = 'Sirens were heard over the harbour on 9 May 2023.'
    addArticle(library, { text, outlet: 'Sund Post', language: 'en' })
    const ids = (await ask['suggestion.list']({}))[0]?.items.map((item) => item.id) ?? []
    const accepted = await ask['suggestion.accept']({ ids, timelineId })
    expect(await shown('Mine')).toEqual([accepted.id])
    await ask['library.undo']({})
    expect(await shown('Mine')).toEqual([])
    expect(await ask['suggestion.list']({})).toHaveLength(1)
    expect(() => ask['suggestion.accept']({ ids, timelineId: 99 })).toThrow('timeline/not-found')
    expect(await ask['suggestion.list']({})).toHaveLength(1)
  })

  it('of tags shows what carries them or one below', async () => {
    const { ask, shown, closed, ferry } = await withEvents()
    const tag = await ask['tag.create']({ name: 'Traffic' })
    const below = await ask['tag.create']({ name: 'Traffic/Ferries' })
    await ask['event.edit']({ ids: [ferry], edits: { addTagIds: [below.id] } })
    await ask['timeline.create']({ name: 'Traffic', choice: { kind: 'tags', tagIds: [tag.id] } })
    expect(await shown('Traffic')).toEqual([ferry])
    await ask['event.tag']({ id: closed, add: [tag.id], remove: [] })
    expect(await shown('Traffic')).toEqual([ferry, closed])
    await ask['event.delete']({ ids: [ferry] })
    expect(await shown('Traffic')).toEqual([closed])
  })

  it.each([
    ['stopped', 'ferry'],
    ['orlo', 'ferry'],
    ['vey', 'vote'],
    ['"swing bridge"', 'closed'],
    ['outlet:sund', 'closed'],
    ['date:2023-01', 'ferry'],
    ['-stopped -votes swing', 'closed'],
    ['nothing such', null],
    ['', null],
  ] as const)('of the search %o shows what it finds in events, places, actors and quotations', async (query, found) => {
    const { ask, shown, ...ids } = await withEvents()
    await ask['timeline.create']({ name: 'Found', choice: { kind: 'search', query } })
    expect(await shown('Found')).toEqual(found === null ? [] : [ids[found]])
  })

  it('chosen by hand shows what was taken in, beside any choice', async () => {
    const { ask, shown, closed, ferry, vote } = await withEvents()
    const { id } = await ask['timeline.create']({ name: 'Mine' })
    expect(await shown('Mine')).toEqual([])
    expect((await ask['timeline.choose']({ id, add: [vote, ferry], remove: [] })).eventIds).toEqual([ferry, vote])
    expect((await ask['timeline.choose']({ id, add: [], remove: [vote] })).eventIds).toEqual([ferry])
    await ask['timeline.set']({ id, choice: { kind: 'all' } })
    expect((await ask['timeline.choose']({ id, add: [], remove: [closed] })).eventIds).toEqual([ferry, vote])
    await ask['library.undo']({})
    expect(await shown('Mine')).toEqual([ferry, closed, vote])
    expect(() => ask['timeline.choose']({ id, add: [99], remove: [] })).toThrow('event/not-found')
  })

  it('keeps an order of reading, in which new events come last, and goes back to that of dates', async () => {
    const { ask, shown, closed, ferry, vote } = await withEvents()
    const { id } = await ask['timeline.create']({ name: 'Told', choice: { kind: 'all' } })
    expect(await ask['timeline.move']({ id, eventId: vote, before: ferry })).toMatchObject({
      order: 'reading',
      eventIds: [vote, ferry, closed],
    })
    expect((await ask['timeline.move']({ id, eventId: vote, before: null })).eventIds).toEqual([ferry, closed, vote])
    expect((await ask['timeline.move']({ id, eventId: closed, before: ferry })).eventIds).toEqual([closed, ferry, vote])
    const early = await ask['event.create']({ title: 'Earlier', date: '2020' })
    expect(await shown('Told')).toEqual([closed, ferry, vote, early.id])
    expect((await ask['timeline.set']({ id, order: 'date' })).eventIds).toEqual([early.id, ferry, closed, vote])
    expect((await ask['timeline.set']({ id, order: 'reading' })).eventIds).toEqual([closed, ferry, vote, early.id])
    await ask['timeline.choose']({ id, add: [], remove: [ferry] })
    expect(() => ask['timeline.move']({ id, eventId: vote, before: ferry })).toThrow('event/not-found')
    expect(() => ask['timeline.move']({ id, eventId: ferry, before: vote })).toThrow('event/not-found')
  })

  it('has a name of its own, and goes without its events', async () => {
    const { ask, shown } = await withEvents()
    const { id } = await ask['timeline.create']({ name: 'Bridge' })
    await ask['timeline.create']({ name: 'Ferries' })
    expect(() => ask['timeline.create']({ name: 'bridge' })).toThrow('timeline/name-taken')
    expect(() => ask['timeline.create']({ name: '  ' })).toThrow('timeline/name-empty')
    expect(() => ask['timeline.set']({ id, name: 'FERRIES' })).toThrow('timeline/name-taken')
    expect(await ask['timeline.set']({ id, name: 'BRIDGE' })).toMatchObject({ name: 'BRIDGE' })
    await ask['timeline.delete']({ id })
    expect((await ask['timeline.list']({})).map((timeline) => timeline.name)).toEqual(['Ferries'])
    expect(await ask['event.list']({})).toHaveLength(3)
    expect(() => ask['timeline.delete']({ id })).toThrow('timeline/not-found')
    await ask['timeline.create']({ name: 'BRIDGE' })
    await ask['library.undo']({})
    await ask['library.undo']({})
    expect(await shown('BRIDGE')).toEqual([])
  })

  it('shows the event that another was merged into in its place', async () => {
    const { ask, shown, closed, ferry } = await withEvents()
    const { id } = await ask['timeline.create']({ name: 'Mine' })
    await ask['timeline.choose']({ id, add: [ferry], remove: [] })
    await ask['event.merge']({ from: ferry, into: closed })
    expect(await shown('Mine')).toEqual([closed])
    await ask['library.undo']({})
    expect(await shown('Mine')).toEqual([ferry])
  })

  it('tells when its sources were published', async () => {
    const { ask, articleId } = await withEvents()
    expect(await ask['timeline.publications']({})).toEqual([
      {
        articleId,
        title: 'Workers closed the swing bridge on 7 March 2023.',
        outlet: 'Sund Post',
        edtf: '2023-03-09',
        interval: { earliest: '2023-03-09', latest: '2023-03-09' },
      },
    ])
  })
})
