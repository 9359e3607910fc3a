import { describe, expect, it } from 'vitest'
import type { EventRow } from '../../src-main/contract/timeline-types'
import { refreshRelations } from '../../src-main/services/relation-work'
import { addArticle } from '../support/articles'
import { addEvents } from '../support/events'
import { type TestServices, testServices } from '../support/services'

/** The rows as a list has them that asks for changes alone. */
function follower({ ask }: TestServices) {
  let version: number | null = null
  const known = new Map<number, EventRow>()
  return async () => {
    const answer = await ask['event.rows']({ since: version })
    if (answer.isWhole) known.clear()
    for (const row of answer.rows) known.set(row.id, row)
    version = answer.version
    return { sent: answer.rows.map((row) => row.id), rows: answer.order.map((id) => known.get(id)) }
  }
}

/** What the rows have to be: the events themselves, with less. */
const expected = async ({ ask }: TestServices) =>
  (await ask['event.list']({})).map(({ description: _, evidence, ...event }) => ({
    ...event,
    evidence: evidence.map(({ id, passage }) =>
      expect.objectContaining({ id, outlet: passage.outlet, orphaned: passage.orphaned }),
    ),
  }))

const text = 'Workers closed the swing bridge on 7 March 2023. The mayor said nothing.'

async function withEvents() {
  const services = testServices()
  const { ask, library } = services
  const ids = ['The Gazette', 'Sund Post', 'The Echo'].map((outlet) =>
    addArticle(library, { text, outlet, language: 'en' }),
  )
  const span = (i: number) => ({ articleId: ids[i] ?? 0, start: 0, end: 48 })
  const told = await ask['event.create']({ title: 'Bridge closed', evidence: [span(0), span(1)] })
  const other = await ask['event.create']({ title: 'Ferry stopped', date: '2023-03-08', evidence: [span(2)] })
  return { services, ask, ids, span, told, other, follow: follower(services) }
}

describe('rows of events', () => {
  it('say what the events say, with the quotation cut and without its place', async () => {
    const { services, follow, told } = await withEvents()
    const { rows } = await follow()
    expect(rows).toEqual(await expected(services))
    expect(rows[0]?.evidence[0]).toEqual({
      id: told.evidence[0]?.id,
      articleId: 1,
      passageId: told.evidence[0]?.passage.id,
      outlet: 'The Gazette',
      asserted: '7 March 2023',
      edtf: '2023-03-07',
      asWritten: true,
      stance: 'supports',
      quote: 'Workers closed the swing bridge on 7 March 2023.',
      orphaned: false,
    })
  })

  it('are sent again only where something changed, whatever it was', async () => {
    const { services, ask, follow, ids, span, told, other } = await withEvents()
    expect((await follow()).sent).toEqual([told.id, other.id])
    expect((await follow()).sent).toEqual([])
    const { id: tag } = await ask['tag.create']({ name: 'Bridge' })
    const changes: [() => unknown, number[]][] = [
      [() => ask['event.set']({ id: other.id, title: 'Ferry halted', place: 'Orlo', actors: ['Crew'] }), [other.id]],
      [() => ask['event.tag']({ id: told.id, add: [tag], remove: [] }), [told.id]],
      [() => ask['tag.delete']({ id: tag }), [told.id]],
      [() => ask['library.undo']({}), [told.id]],
      [() => ask['article.set']({ ids: [ids[2] ?? 0], edits: { outlet: 'The Mirror' } }), [other.id]],
      [() => ask['article.set']({ ids: [ids[2] ?? 0], edits: { note: 'Read twice.' } }), []],
      [() => ask['evidence.set']({ id: told.evidence[0]?.id ?? 0, stance: 'disputes' }), [told.id]],
      [() => ask['event.resolve']({ id: told.id, reason: 'The Gazette corrected itself.' }), [told.id]],
      [() => ask['event.order']({ id: other.id, orders: [{ relation: 'after', eventId: told.id }] }), [other.id]],
      [() => ask['evidence.add']({ eventId: other.id, ...span(0) }), [other.id]],
      [() => ask['article.trash']({ ids: [ids[0] ?? 0] }), [told.id, other.id]],
      [() => ask['library.undo']({}), [told.id, other.id]],
      [() => ask['event.set']({ id: told.id, status: 'dismissed' }), [other.id]],
      [() => ask['library.undo']({}), [told.id, other.id]],
      [() => ask['event.merge']({ from: other.id, into: told.id }), [told.id]],
      [() => ask['library.undo']({}), [told.id, other.id]],
      [() => ask['event.delete']({ ids: [told.id] }), [other.id]],
    ]
    for (const [change, sent] of changes) {
      await change()
      const answer = await follow()
      expect(answer.rows).toEqual(await expected(services))
      expect(new Set(answer.sent)).toEqual(new Set(sent))
    }
  })

  it('follow paragraphs that are corrected, sources that are renamed, and relations that are found', async () => {
    const { services, ask, follow, ids } = await withEvents()
    await follow()
    const [block] = (await ask['article.text']({ id: ids[1] ?? 0 })).blocks
    await ask['block.correct']({ id: block?.id ?? 0, text: 'Nothing of it is left.' })
    expect((await follow()).rows).toEqual(await expected(services))
    expect((await follow()).rows[0]?.state.orphaned).toBe(1)
    await refreshRelations(services.library)
    expect((await follow()).rows).toEqual(await expected(services))
  })

  it('follow imports that are taken back and done again', async () => {
    const services = testServices()
    const { ask, library } = services
    const articleId = addArticle(library, { text, outlet: 'The Gazette', language: 'en' })
    await ask['event.create']({ title: 'Bridge closed', evidence: [{ articleId, start: 0, end: 48 }] })
    const follow = follower(services)
    await follow()
    for (const step of ['library.undo', 'library.undo', 'library.redo', 'library.redo'] as const) {
      await ask[step]({})
      expect((await follow()).rows).toEqual(await expected(services))
    }
  })

  it('are all sent to those who know a version of another process', async () => {
    const { ask } = await withEvents()
    const { version } = await ask['event.rows']({ since: null })
    expect((await ask['event.rows']({ since: version })).isWhole).toBe(false)
    for (const since of [0, version + 1_000_000]) {
      const answer = await ask['event.rows']({ since })
      expect([answer.isWhole, answer.rows.length]).toEqual([true, 2])
    }
  })

  it('of hundreds of events are those of the events, dates, states and all', async () => {
    const services = testServices()
    addEvents(services.context, 400)
    const { rows } = await follower(services)()
    expect(rows).toEqual(await expected(services))
  })
})
