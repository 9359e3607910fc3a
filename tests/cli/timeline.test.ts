import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createLibrary, openLibrary } from '../../src-main/library/open'
import { addArticle } from '../support/articles'
import { fixedClock, temporaryFolder } from '../support/library'
import { testServices } from '../support/services'
import { collate, collateJson } from './collate'

const texts = [
  ['The Gazette', 'Workers of Ada Vey closed the swing bridge on 7 March 2023.'],
  ['The Echo', 'The swing bridge was shut on 8 March 2023, officials said.'],
] as const

/** A library in which two papers disagree about a bridge, and a ferry that only a timeline by hand leaves out. */
async function withTimeline(): Promise<string> {
  const folder = temporaryFolder()
  const library = createLibrary(join(folder, 'L.collate'), { clock: fixedClock })
  const { ask } = testServices(library)
  const evidence = texts.map(([outlet, text]) => ({
    articleId: addArticle(library, { text, outlet, language: 'en' }),
    start: 0,
    end: text.length,
  }))
  const bridge = await ask['event.create']({ title: 'Bridge closed', place: 'Sund', actors: ['Ada Vey'], evidence })
  await ask['event.create']({ title: 'Ferry stopped', date: '2 March 2023' })
  const { id } = await ask['timeline.create']({ name: 'The bridge' })
  await ask['timeline.choose']({ id, add: [bridge.id], remove: [] })
  library.close()
  return folder
}

const timeline = ['timeline', '--library', 'L.collate']

it('shows the events with who says what, their places and actors, and only those of a timeline', async () => {
  const folder = await withTimeline()
  const lines = [
    '2023-03-07/2023-03-08\tBridge closed\tconflicting\tSund\tAda Vey',
    '\tThe Gazette (2023-03-07): Workers of Ada Vey closed the swing bridge on 7 March 2023.',
    '\tThe Echo (2023-03-08): The swing bridge was shut on 8 March 2023, officials said.',
  ]
  expect((await collate(folder, timeline)).out.trimEnd().split('\n')).toEqual([
    '2023-03-02\tFerry stopped\tunsourced',
    ...lines,
  ])
  const chosen = await collate(folder, [...timeline, '--timeline', 'the BRIDGE'])
  expect(chosen.out.trimEnd().split('\n')).toEqual(lines)
  const missing = await collate(folder, [...timeline, '--timeline', 'Nowhere'])
  expect([missing.status, missing.out]).toEqual([3, ''])
  expect(missing.notes).toContain('no timeline called “Nowhere”')
})

it('tells as JSON how a conflict was resolved and what only one source says', async () => {
  const folder = await withTimeline()
  const asked = [...timeline, '--timeline', 'The bridge']
  const [[before]] = (await collateJson(folder, asked)).documents
  expect(before).toMatchObject({
    place: 'Sund',
    actors: ['Ada Vey'],
    resolution: null,
    evidence: [
      { asserted: '7 March 2023', date: '2023-03-07', differs: ['Ada Vey'] },
      { date: '2023-03-08', differs: [] },
    ],
  })
  const services = testServices(openLibrary(join(folder, 'L.collate'), { clock: fixedClock }))
  const reason = 'The Echo went to press a day late.'
  await services.ask['event.resolve']({ id: before.id, reason, date: '2023-03-07' })
  services.library.close()
  const [[after]] = (await collateJson(folder, asked)).documents
  expect(after).toMatchObject({
    date: '2023-03-07',
    state: 'conflicting',
    resolution: { reason, date: '2023-03-07', holds: true },
  })
  expect((await collate(folder, asked)).out).toContain(`\tresolved: ${reason}\n`)
})

it('writes a note with the timeline that was chosen for it', async () => {
  const folder = await withTimeline()
  const services = testServices(openLibrary(join(folder, 'L.collate'), { clock: fixedClock }))
  const { ask } = services
  const [shown] = await ask['timeline.list']({})
  const { id } = await ask['briefing.create']({ title: 'Note' })
  await ask['briefing.save']({ id, blocks: [{ kind: 'timeline', eventIds: null, timelineId: shown?.id }] })
  services.library.close()
  const args = ['export', 'briefing', '--library', 'L.collate', '--out', 'note.md']
  expect((await collate(folder, args)).status).toBe(0)
  const note = readFileSync(join(folder, 'note.md'), 'utf8')
  expect(note).toContain('Bridge closed')
  expect(note).not.toContain('Ferry stopped')
})
