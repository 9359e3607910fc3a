import { expect, it } from 'vitest'
import { openLibrary } from '../../src-main/library/open'
import { addArticle } from '../support/articles'
import { fixedClock } from '../support/library'
import { testServices } from '../support/services'

const texts = {
  gazette: 'Workers closed the swing bridge on 7 March 2023. Traffic went by the ferry on 6 March 2023, too.',
  echo: 'The swing bridge was shut on 8 March 2023, officials said.',
  post: 'Sund lost its swing bridge on 9 March 2023, when it was closed.',
}

async function withConflict() {
  const services = testServices()
  const { ask, library } = services
  const span = (name: keyof typeof texts, outlet: string) => {
    const text = texts[name]
    const articleId = addArticle(library, { text, outlet, language: 'en' })
    return { articleId, start: 0, end: text.includes('. ') ? text.indexOf('. ') + 1 : text.length }
  }
  const [gazette, echo, post] = [span('gazette', 'The Gazette'), span('echo', 'The Echo'), span('post', 'Sund Post')]
  const event = await ask['event.create']({ title: 'Bridge closed', evidence: [gazette, echo] })
  const now = () => ask['event.get']({ id: event.id })
  return { ...services, event, gazette, post, now }
}

it('is for a reason, keeps the conflict in sight, and gives the date that was settled on', async () => {
  const { ask, event, now } = await withConflict()
  expect(event).toMatchObject({ edtf: '2023-03-07/2023-03-08', state: { kind: 'conflicting' }, resolution: null })
  const reason = 'The Echo went to press a day late.'
  const resolved = await ask['event.resolve']({ id: event.id, reason: ` ${reason} `, date: '7 March 2023' })
  expect(resolved).toMatchObject({
    edtf: '2023-03-07',
    dateOrigin: 'evidence',
    state: { kind: 'conflicting', conflicts: [{ reason: 'dates' }] },
    resolution: { reason, edtf: '2023-03-07', at: fixedClock(), holds: true },
  })
  await ask['library.undo']({})
  expect(await now()).toMatchObject({ edtf: '2023-03-07/2023-03-08', resolution: null })
  await ask['library.redo']({})
  expect(await now()).toMatchObject({ edtf: '2023-03-07', resolution: { holds: true } })
  expect(await ask['event.unresolve']({ id: event.id })).toMatchObject({
    edtf: '2023-03-07/2023-03-08',
    resolution: null,
  })
})

it('holds after the library was closed and opened', async () => {
  const { ask, event, library } = await withConflict()
  await ask['event.resolve']({ id: event.id, reason: 'The Echo errs.' })
  library.close()
  const again = openLibrary(library.path, { clock: fixedClock })
  expect(await testServices(again).ask['event.get']({ id: event.id })).toMatchObject({
    edtf: '2023-03-07/2023-03-08',
    resolution: { reason: 'The Echo errs.', edtf: null, holds: true },
  })
  again.close()
})

it('falls when another source disagrees, is kept in sight, and holds again when that is taken back', async () => {
  const { ask, event, post, now } = await withConflict()
  await ask['event.resolve']({ id: event.id, reason: 'The Echo errs.', date: '2023-03-07' })
  const grown = await ask['evidence.add']({ eventId: event.id, ...post })
  expect(grown).toMatchObject({
    edtf: '2023-03-07/2023-03-09',
    resolution: { reason: 'The Echo errs.', holds: false },
  })
  await ask['library.undo']({})
  expect(await now()).toMatchObject({ edtf: '2023-03-07', resolution: { holds: true } })
})

it('falls when a source says another day, and when none disagrees any more', async () => {
  const { ask, event } = await withConflict()
  const [, echo] = event.evidence
  await ask['event.resolve']({ id: event.id, reason: 'The Echo errs.' })
  const moved = await ask['evidence.set']({ id: echo!.id, date: '10 March 2023' })
  expect(moved).toMatchObject({ state: { kind: 'conflicting' }, resolution: { holds: false } })
  const agreed = await ask['evidence.set']({ id: echo!.id, date: '7 March 2023' })
  expect(agreed).toMatchObject({
    state: { kind: 'corroborated' },
    resolution: { reason: 'The Echo errs.', holds: false },
  })
})

it('holds when an article that disagrees says the same once more', async () => {
  const { ask, event, gazette } = await withConflict()
  await ask['event.resolve']({ id: event.id, reason: 'The Echo errs.' })
  const again = await ask['evidence.add']({ eventId: event.id, ...gazette, end: 28 })
  expect(again).toMatchObject({ state: { articles: 2 }, resolution: { holds: true } })
})

it('needs a reason, a conflict and a date that can be read', async () => {
  const { ask, event } = await withConflict()
  expect(() => ask['event.resolve']({ id: event.id, reason: '  ' })).toThrow('resolution/reason-empty')
  expect(() => ask['event.resolve']({ id: event.id, reason: 'So.', date: 'some day' })).toThrow('date/not-understood')
  const { id } = await ask['event.create']({ title: 'Other', date: '2023' })
  expect(() => ask['event.resolve']({ id, reason: 'So.' })).toThrow('event/not-conflicting')
  expect(() => ask['event.resolve']({ id: 99, reason: 'So.' })).toThrow('event/not-found')
})
