import { describe, expect, it } from 'vitest'
import { refreshRelations } from '../../src-main/services/relation-work'
import { addArticle } from '../support/articles'
import { generatedText, seeded } from '../support/generated'
import { testServices } from '../support/services'
import { editedWire, wire } from '../support/wire'

/** What counts once of articles of these texts; articles by their places in the list. */
async function originsOf(...texts: string[]) {
  const services = testServices()
  const ids = texts.map((text, i) => addArticle(services.library, { text, language: 'en', outlet: `Outlet ${i}` }))
  await refreshRelations(services.library)
  const read = async () => {
    const { origins, ties } = await services.ask['alignment.get']({ articleIds: ids })
    return {
      groups: origins.map(({ articleIds, because }) => ({
        articles: articleIds.map((id) => ids.indexOf(id)),
        because,
      })),
      ties: ties.map(({ a, b, because }) => [ids.indexOf(a.articleId), ids.indexOf(b.articleId), because]),
    }
  }
  return { ...services, ids, read }
}

const strike = 'Ferry crews of Velda will strike from Friday over unpaid wages'
const rests = [
  'Shops on the islands are filling their cellars.\nA teacher in Orsund keeps her pupils at home.',
  'The company has two weeks to answer.\nIts owner lives in Kelmar and never speaks.',
]

describe('articles are of one origin', () => {
  it('where they share wording, and through a third one', async () => {
    const { read } = await originsOf(wire, editedWire, `${strike}, a captain said.\n${rests[0]}`)
    expect((await read()).groups).toEqual([
      { articles: [0, 1], because: [{ kind: 'wording' }] },
      { articles: [2], because: [] },
    ])
  })

  it('where both rest on the same source, whatever it is called in either, until the researcher says otherwise', async () => {
    const { read, ask, ids } = await originsOf(
      `${strike}, a captain told the Lagoon Gazette.\n${rests[0]}`,
      `Crews on Velda’s ferries want to stop work on Friday because wages were not paid, according to Lagoon Gazette.\n${rests[1]}`,
    )
    const together = [{ articles: [0, 1], because: [{ kind: 'source', name: 'Lagoon Gazette' }] }]
    expect((await read()).groups).toEqual(together)
    await ask['source.set']({ articleId: ids[0] ?? 0, found: 'lagoon gazette', name: null })
    expect((await read()).groups.map(({ articles }) => articles)).toEqual([[0], [1]])
    await ask['library.undo']({})
    expect((await read()).groups).toEqual(together)
  })

  it('where different names are made one by hand', async () => {
    const { read, ask, ids } = await originsOf(
      `${strike}, a captain told Lagoon News.\n${rests[0]}`,
      `Crews on Velda’s ferries want to stop work on Friday because wages were not paid, Channel 4 reported.\n${rests[1]}`,
    )
    expect((await read()).groups).toHaveLength(2)
    await ask['source.set']({ articleId: ids[1] ?? 0, found: 'channel 4', name: 'the lagoon news' })
    expect((await read()).groups).toHaveLength(1)
  })
})

it('a source that long articles name in passing ties only what they have from it', async () => {
  const random = seeded(5)
  const own = () => generatedText(random, 8)
  const { read } = await originsOf(
    [own(), `${strike}, a captain told Lagoon News.`].join('\n'),
    [own(), `Ferry crews of Velda want to strike from Friday over unpaid wages, Lagoon News reported.`].join('\n'),
  )
  const { groups, ties } = await read()
  expect(groups.map(({ articles }) => articles)).toEqual([[0], [1]])
  expect(ties).toContainEqual([0, 1, { kind: 'source', name: 'Lagoon News' }])
})

it('statements of an event that name the same source are one origin, as the researcher calls it', async () => {
  const one = 'The quay of Velda was closed on 3 May 2031, a pilot told Lagoon News.'
  const two = 'On 3 May 2031 the harbour master shut Velda’s quay, Lagoon TV reported.'
  const { ask, ids } = await originsOf(one, two)
  const evidence = [one, two].map((text, i) => ({ articleId: ids[i] ?? 0, start: 0, end: text.length }))
  const { id, state } = await ask['event.create']({ title: 'Quay closed', evidence })
  expect(state.origins).toBe(2)
  await ask['source.set']({ articleId: ids[1] ?? 0, found: 'lagoon tv', name: 'Lagoon News' })
  const events = await ask['event.list']({})
  expect(events.find((event) => event.id === id)?.state.origins).toBe(1)
})
