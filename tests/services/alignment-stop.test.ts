import { expect, test } from 'vitest'
import type { Caller } from '../../src-main/contract/methods'
import { addArticle } from '../support/articles'
import { generatedText, seeded } from '../support/generated'
import { testServices } from '../support/services'

/** A window that asks, and how it is closed. */
function openedWindow(): { window: Caller; close: () => void } {
  const whenGone: (() => void)[] = []
  const close = (): void => {
    for (const done of whenGone) done()
  }
  return { window: { whenGone: (done) => whenGone.push(done) }, close }
}

/** A library with long texts, and the comparisons that windows begin. */
function longTexts(count: number) {
  const { ask, library } = testServices()
  const random = seeded(3)
  const ids = Array.from({ length: count }, () =>
    addArticle(library, { text: generatedText(random, 600), language: 'en' }),
  )
  const compare = (articleIds: number[], window?: Caller) =>
    Promise.resolve(ask['alignment.get']({ articleIds }, window))
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  return { ask, ids, compare, turn }
}

const cancelled = { code: 'call/cancelled' }

test('a comparison that is stopped ends at once, whatever the order of its articles, and can be made again', async () => {
  const { ask, ids, compare, turn } = longTexts(2)
  const [a = 0, b = 0] = ids
  const [one, other] = [compare([a, b]), compare([a, b])]
  await turn()
  await ask['alignment.stop']({ articleIds: [b, a] })
  await expect(one).rejects.toMatchObject(cancelled)
  await expect(other).rejects.toMatchObject(cancelled)
  expect((await compare([a, b])).compared).toEqual([a, b])
})

test('stopping touches no other comparison, and is nothing where none is under way', async () => {
  const { ask, ids, compare } = longTexts(3)
  const [a = 0, b = 0, c = 0] = ids
  await ask['alignment.stop']({ articleIds: [a, b] })
  const going = compare([a, b])
  await ask['alignment.stop']({ articleIds: [a, c] })
  expect((await going).compared).toEqual([a, b])
})

test('a window stops waiting for itself alone: another one gets what both asked for', async () => {
  const { ask, ids, compare, turn } = longTexts(2)
  const [first, second] = [openedWindow(), openedWindow()]
  const mine = compare(ids, first.window)
  const theirs = compare(ids, second.window)
  await turn()
  await ask['alignment.stop']({ articleIds: ids }, first.window)
  await expect(mine).rejects.toMatchObject(cancelled)
  expect((await theirs).compared).toEqual(ids)
})

test('a window that is closed waits for nothing', async () => {
  const { ids, compare, turn } = longTexts(3)
  const [a = 0, b = 0, c = 0] = ids
  const { window, close } = openedWindow()
  const [one, two] = [compare([a, b], window), compare([a, c], window)]
  const other = compare([b, c], openedWindow().window)
  await turn()
  close()
  await expect(one).rejects.toMatchObject(cancelled)
  await expect(two).rejects.toMatchObject(cancelled)
  expect((await other).compared).toEqual([b, c])
})

test('newer comparisons of a window take the place of its own oldest, never of those of other windows', async () => {
  const { ids, compare } = longTexts(4)
  const [a = 0, b = 0, c = 0, d = 0] = ids
  const windows = Array.from({ length: 3 }, openedWindow)
  const others = windows.slice(1).map(({ window }, i) => compare([c, [a, b][i] ?? 0], window))
  const own = [b, c, d].map((id) => compare([a, id], windows[0]?.window))
  await expect(own[0]).rejects.toMatchObject(cancelled)
  for (const answer of [...own.slice(1), ...others]) expect((await answer).compared).toHaveLength(2)
})

test('a short comparison is answered before long ones that were begun earlier in other windows', async () => {
  const { library, ask } = testServices()
  const random = seeded(3)
  const [a = 0, b = 0, c = 0, d = 0] = [900, 900, 900, 4].map((paragraphs) =>
    addArticle(library, { text: generatedText(random, paragraphs), language: 'en' }),
  )
  const finished: string[] = []
  const compare = async (name: string, articleIds: number[]) => {
    await ask['alignment.get']({ articleIds }, openedWindow().window)
    finished.push(name)
  }
  const short = addArticle(library, { text: generatedText(random, 4), language: 'en' })
  await Promise.all([compare('books', [a, b]), compare('more books', [b, c]), compare('news', [d, short])])
  expect(finished[0]).toBe('news')
})
