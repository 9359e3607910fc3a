import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { sampleDay } from '../../src-main/contract/sample'
import { withToday } from '../../src-main/domain/extraction'
import { allHandlers } from '../../src-main/services/handlers'
import { imported, type TestServices, testServices } from '../support/services'
import { accepted, addSentence, differences, suggested } from '../support/suggested'

const folder = resolve('resources/sample')
const files = readdirSync(folder).filter((name) => name !== 'README.md')

/** The sample articles, each by the first word of its file's name; the one without a date is from 14 March. */
async function withSample() {
  const plain = testServices()
  const context = { ...plain.context, extract: withToday(plain.context.extract, () => sampleDay) }
  const services: TestServices = { ...plain, context, ask: allHandlers(context) }
  const paths = files.sort().map((name) => join(folder, name))
  const ids = await imported(services, paths)
  const nameOf = (id: number) => files[ids.indexOf(id)]?.split('-')[0] ?? ''
  const idOf = (name: string) => ids.find((id) => nameOf(id) === name) ?? 0
  await services.ask['article.set']({ ids: [idOf('lindhaven')], edits: { published: '14 March 2031' } })
  return { services, ask: services.ask, nameOf, idOf }
}

it('the takeover of the lock is one event of its articles with one keystroke, copies counted once', async () => {
  const { services, nameOf } = await withSample()
  const takeover = await accepted(
    services,
    await suggested(services, '2031-03-11', /logbook|took control of the eastern/),
  )
  expect(takeover).toMatchObject({ edtf: '2031-03-11', state: { kind: 'corroborated', conflicts: [] } })
  expect(takeover.evidence.map((one) => nameOf(one.passage.articleId)).sort()).toEqual([
    'kolvar',
    'lindhaven',
    'sarn',
    'tamria',
    'velda',
  ])
  // Two of them have it word for word from one agency, and a third from the same officials.
  expect(takeover.state.origins).toBeLessThan(takeover.state.outlets)
})

it('the delegation to Kolvar is one event, and who went stands beside the day that all agree on', async () => {
  const { services, nameOf } = await withSample()
  const visit = await accepted(services, await suggested(services, '2031-03-12', /arrived in Kolvar/))
  expect(visit).toMatchObject({ edtf: '2031-03-12', state: { agree: 3, conflicts: [] } })
  const named = new Map(differences(visit).map(([id, names]) => [nameOf(id), names]))
  expect([...named.keys()].sort()).toEqual(['kolvar', 'sarn', 'tamria'])
  expect(named.get('kolvar')).not.toContain('Joris Vehn')
})

it('the breach is dated differently by one article: which say what, and it is resolved for a reason', async () => {
  const { services, ask, nameOf, idOf } = await withSample()
  const breach = await accepted(services, await suggested(services, '2031-03-09', /embankment at Hask/))
  const sources = breach.evidence.map((one) => nameOf(one.passage.articleId)).sort()
  expect(sources).toEqual(['tamria', 'velda'])
  const conflicting = await addSentence(services, breach.id, idOf('lindhaven'), /embankment at Hask gave way/)
  expect(conflicting.state).toMatchObject({ kind: 'conflicting', agree: 0 })
  const said = conflicting.evidence.map((one) => [nameOf(one.passage.articleId), one.edtf])
  expect(new Map(said as [string, string][])).toEqual(
    new Map([
      ['velda', '2031-03-09'],
      ['tamria', '2031-03-09'],
      ['lindhaven', '2031-03-07'],
    ]),
  )
  const reason = 'The Post counts from the first leak.'
  await ask['event.resolve']({ id: breach.id, reason, date: '9 March 2031' })
  expect(await ask['event.get']({ id: breach.id })).toMatchObject({
    edtf: '2031-03-09',
    state: { kind: 'conflicting' },
    resolution: { reason, holds: true },
  })
  const disagreeing = conflicting.evidence.find((one) => one.edtf === '2031-03-07')
  await ask['evidence.set']({ id: disagreeing?.id ?? 0, stance: 'mentions' })
  expect(await ask['event.get']({ id: breach.id })).toMatchObject({
    edtf: '2031-03-09',
    state: { conflicts: [] },
    resolution: { holds: false },
  })
})

it('a treaty is a year, and what has no day of publication waits for one', async () => {
  const { services, ask, idOf } = await withSample()
  await suggested(services, '1987', /is due for renewal/)
  await suggested(services, '2031-03-10', /A day earlier/)
  await ask['article.set']({ ids: [idOf('lindhaven')], edits: { published: null } })
  const open = (await ask['suggestion.list']({ articleIds: [idOf('lindhaven')] })).filter((one) => one.edtf === null)
  expect(open.length).toBeGreaterThan(3)
  await ask['article.set']({ ids: [idOf('lindhaven')], edits: { published: '14 March 2031' } })
  expect((await ask['suggestion.list']({ articleIds: [idOf('lindhaven')] })).every((one) => one.edtf !== null)).toBe(
    true,
  )
})
