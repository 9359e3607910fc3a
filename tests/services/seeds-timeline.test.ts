import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addArticle } from '../support/articles'
import { seedFiles } from '../support/seeds'
import { imported, testServices } from '../support/services'
import { accepted, addSentence, differences, suggested } from '../support/suggested'

/** When the articles were published, as worked out by hand. */
const published: Readonly<Record<string, string>> = {
  '000': '2024-05-16',
  '001': '2024-05-16',
  '002': '2024-05-22',
  '003': '2024-02-08',
  '004': '2024-05-12',
}

describe.skipIf(seedFiles().length === 0)('a timeline of real articles', () => {
  async function withSeeds() {
    const services = testServices()
    const { ask } = services
    const ids = await imported(services, seedFiles())
    const numbers = new Map(ids.map((id, i) => [id, basename(seedFiles()[i] ?? '').slice(0, 3)]))
    for (const id of ids) {
      await ask['article.set']({ ids: [id], edits: { published: published[numbers.get(id) ?? ''] ?? null } })
    }
    const numberOf = (id: number) => numbers.get(id) ?? 'planted'
    const idOf = (number: string) => ids.find((id) => numberOf(id) === number) ?? 0
    return { services, ask, numberOf, idOf }
  }

  it('has the capture of 7 May by three articles with one keystroke, and shows who says 8 May', async () => {
    const { services, ask, numberOf, idOf } = await withSeeds()
    const capture = await accepted(services, await suggested(services, '2024-05-07', /took control/))
    expect(capture.evidence.map((one) => numberOf(one.passage.articleId)).sort()).toEqual(['000', '002', '004'])
    expect(capture).toMatchObject({ edtf: '2024-05-07', state: { kind: 'corroborated', agree: 3, conflicts: [] } })
    const text = (await ask['article.text']({ id: idOf('000') })).blocks.map((block) => block.text).join('\n')
    const edited = text.replaceAll('May 7', 'May 8')
    expect(edited).not.toBe(text)
    addArticle(services.library, { text: edited, outlet: 'The Planted Post', published: '2024-05-16', language: 'en' })
    const planted = await suggested(services, '2024-05-08', /took control/)
    const conflicting = await accepted(services, planted, capture.id)
    expect(conflicting).toMatchObject({ edtf: '2024-05-07/2024-05-08', state: { kind: 'conflicting', agree: 0 } })
    const of = new Map(conflicting.evidence.map((one) => [one.id, one]))
    expect(
      conflicting.state.conflicts
        .map(({ a, b }) => [a, b].map((id) => `${numberOf(of.get(id)?.passage.articleId ?? 0)} ${of.get(id)?.edtf}`))
        .map((pair) => pair.sort().join(' / '))
        .sort(),
    ).toEqual(['000', '002', '004'].map((number) => `${number} 2024-05-07 / planted 2024-05-08`))
    const reason = 'The copy was edited: its original says the day before.'
    const resolved = await ask['event.resolve']({ id: capture.id, reason, date: '7 May 2024' })
    expect(resolved).toMatchObject({
      edtf: '2024-05-07',
      state: { kind: 'conflicting' },
      resolution: { reason, edtf: '2024-05-07', holds: true },
    })
  })

  it('has the visit to Cairo by three articles with one keystroke, agreed on the day, and who went side by side', async () => {
    const { services, ask, numberOf, idOf } = await withSeeds()
    const visit = await accepted(services, await suggested(services, '2024-05-15', /Mossad/))
    expect(visit).toMatchObject({ edtf: '2024-05-15', state: { agree: 3, conflicts: [] } })
    const named = new Map(differences(visit).map(([id, names]) => [numberOf(id), names]))
    expect([...named.keys()].sort()).toEqual(['000', '001', '002'])
    expect(named.get('000')).toContain('Mossad')
    expect(named.get('002')).toContain('Israel Security Agency')
    const led = await addSentence(services, visit.id, idOf('001'), /delegation, led by/)
    expect(led).toMatchObject({ edtf: '2024-05-15', state: { agree: 3, conflicts: [] } })
    expect(differences(led).find(([id, names]) => numberOf(id) === '001' && /Alian/.test(names.join()))).toBeDefined()
    // With outlets known the day is corroborated, whoever went.
    for (const [i, number] of ['001', '002'].entries()) {
      await ask['article.set']({ ids: [idOf(number)], edits: { outlet: `Outlet ${i}` } })
    }
    expect((await ask['event.get']({ id: visit.id })).state).toMatchObject({ kind: 'corroborated', unknownOutlets: 0 })
  })

  it('has Egypt joining the case on 12 May by two articles with one keystroke', async () => {
    const { services, numberOf } = await withSeeds()
    const joining = await accepted(services, await suggested(services, '2024-05-12', /genocide case/))
    expect(joining.evidence.map((one) => numberOf(one.passage.articleId))).toEqual(['000', '001'])
    expect(joining).toMatchObject({ edtf: '2024-05-12', state: { agree: 2, conflicts: [] } })
  })

  it('has the treaty as a year, and relative dates where they lead', async () => {
    const { services, ask, idOf } = await withSeeds()
    const treaty = await accepted(services, await suggested(services, '1979', /signed/))
    expect(treaty).toMatchObject({ edtf: '1979', interval: { earliest: '1979-01-01', latest: '1979-12-31' } })
    const dated = async (number: string, text: RegExp) =>
      (await ask['date.list']({ articleId: idOf(number) })).filter((date) => text.test(date.text))
    expect(await dated('002', /day earlier/)).toMatchObject([{ edtf: '2024-05-06' }])
    expect(await dated('001', /^October 7$/)).toMatchObject([{ edtf: '2023-10-07' }])
    const [week] = await dated('003', /last week/)
    expect(week?.interval?.earliest).not.toBe(week?.interval?.latest)
    expect(week?.interval?.latest).not.toBeNull()
    await suggested(services, '2023-10-07', /started on October 7/)
    await suggested(services, '2024-05-06', /War Cabinet/)
  })
})
