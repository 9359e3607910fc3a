import { describe, expect, it } from 'vitest'
import { refreshAffairs } from '../../src-main/services/affair-work'
import { refreshRelations } from '../../src-main/services/relation-work'
import { fires } from '../support/affairs'
import { addArticle } from '../support/articles'
import { testServices } from '../support/services'
import { editedWire, wire } from '../support/wire'

const added = (services: ReturnType<typeof testServices>, texts: readonly string[]) =>
  texts.map((text, i) => addArticle(services.library, { text, language: 'en', outlet: `Outlet ${i}` }))

describe('articles to read beside one', () => {
  it('are those of its affair, before the analysis in the background has read them all', async () => {
    const services = testServices()
    const [first = 0, ...others] = added(services, [...fires.orsund, ...fires.kelmar])
    await refreshAffairs(services.library, services.context.wordVectors)
    const companions = await services.ask['affair.companions']({ articleId: first, limit: 10 })
    expect(companions.map(({ articleId }) => articleId).sort()).toEqual(others.slice(0, 2))
    expect(companions[0]).toMatchObject({
      kind: 'same-affair',
      outlet: expect.stringMatching(/^Outlet/),
      language: 'en',
    })
    const [late = 0] = added(services, [fires.orsund[1].replace('Forty traders', 'Dozens')])
    const beside = await services.ask['affair.companions']({ articleId: late, limit: 10 })
    expect(beside.map(({ articleId }) => articleId)).toContain(first)
  })

  it('are copies too, said to be copies, after the others', async () => {
    const services = testServices()
    const [one = 0, two = 0, three = 0] = added(services, [wire, editedWire, wire])
    await refreshRelations(services.library)
    const companions = await services.ask['affair.companions']({ articleId: three, limit: 10 })
    expect(companions.map(({ articleId, kind }) => [articleId, kind])).toEqual([
      [one, 'copy'],
      [two, 'near-copy'],
    ])
  })

  it('are none of the trash, and no more than asked for', async () => {
    const services = testServices()
    const ids = added(services, fires.orsund)
    await refreshAffairs(services.library, services.context.wordVectors)
    const [first = 0, second = 0] = ids
    expect(await services.ask['affair.companions']({ articleId: first, limit: 1 })).toHaveLength(1)
    await services.ask['article.trash']({ ids: [second] })
    const left = await services.ask['affair.companions']({ articleId: first, limit: 10 })
    expect(left.map(({ articleId }) => articleId)).toEqual([ids[2]])
    await expect(services.ask['affair.companions']({ articleId: second, limit: 1 })).rejects.toMatchObject({
      code: 'article/not-found',
    })
  })

  it('follow a correction of the text, and are the same when everything is read anew', async () => {
    const services = testServices()
    const ids = added(services, [...fires.orsund, ...fires.kelmar])
    const { library, ask } = services
    await refreshAffairs(library, services.context.wordVectors)
    const text = await ask['article.text']({ id: ids[0] ?? 0 })
    for (const block of text.blocks) await ask['block.set']({ id: block.id, hidden: true })
    const all = () => library.reader.all('SELECT article_id, hex(terms) FROM affair ORDER BY article_id')
    await refreshAffairs(library, services.context.wordVectors)
    const incremental = all()
    library.unjournalled((writer) => writer.run("DELETE FROM analysis WHERE kind = 'affair'"))
    expect(await refreshAffairs(library, services.context.wordVectors)).toBe(ids.length)
    expect(all()).toEqual(incremental)
    expect(await ask['affair.companions']({ articleId: ids[0] ?? 0, limit: 10 })).toEqual([])
  })
})
