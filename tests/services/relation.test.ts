import { describe, expect, onTestFinished, test } from 'vitest'
import { openLibrary } from '../../src-main/library/open'
import { allRelations } from '../../src-main/library/queries/relation'
import { addArticle } from '../support/articles'
import { fixedClock } from '../support/library'
import { testServices } from '../support/services'
import { borrower, editedWire, ownParagraphs, wire, wireParagraphs } from '../support/wire'

/** Services over a library with these texts, in order of their ids. */
function withTexts(...texts: string[]) {
  const services = testServices()
  const ids = texts.map((text, index) =>
    addArticle(services.library, {
      text,
      title: `Report ${index}`,
      outlet: `Outlet ${index}`,
      published: '2031-05-04',
    }),
  )
  const id = (index: number) => ids[index] ?? 0
  return { ...services, id, related: async (index: number) => services.ask['relation.list']({ articleId: id(index) }) }
}

describe('an article', () => {
  test('is told of its copies, the closest first, with the shared text in both', async () => {
    const { id, related } = withTexts(borrower, wire, editedWire)
    for (const index of [0, 2]) await related(index)
    const [copy, passage, ...more] = await related(1)
    expect(more).toEqual([])
    expect(copy).toMatchObject({
      articleId: id(2),
      kind: 'near-copy',
      title: 'Report 2',
      outlet: 'Outlet 2',
      published: '2031-05-04',
    })
    expect(passage).toMatchObject({ articleId: id(0), kind: 'shared-passages' })
    const [span] = passage?.spans ?? []
    const shared = wireParagraphs[1].slice(0, -1)
    expect(wire.slice(span?.start, span?.end)).toBe(shared)
    expect(borrower.slice(span?.otherStart, span?.otherEnd)).toBe(shared)
  })

  test('is told of another that cut the same wire short in another way', async () => {
    const { id, related } = withTexts(wire, editedWire, borrower)
    for (const index of [0, 1]) await related(index)
    expect((await related(2)).map((relation) => relation.articleId)).toEqual([id(0), id(1)])
  })

  test('is told the same from either side', async () => {
    const { related } = withTexts(wire, borrower)
    await related(0)
    const [there] = await related(1)
    const [back] = await related(0)
    expect(back).toMatchObject({ share: there?.otherShare, otherShare: there?.share, words: there?.words })
    expect(back?.spans).toEqual(
      there?.spans.map((s) => ({ start: s.otherStart, end: s.otherEnd, otherStart: s.start, otherEnd: s.end })),
    )
  })

  test('without anything in common with others has no relations', async () => {
    const { related } = withTexts(wire, ownParagraphs.join('\n'), '')
    for (const index of [0, 1, 2]) expect(await related(index)).toEqual([])
  })

  test('that is not there is refused', () => {
    const { ask } = testServices()
    expect(() => ask['relation.list']({ articleId: 7 })).toThrow('article/not-found')
  })
})

describe('relations follow', () => {
  test('blocks that are hidden and restored', async () => {
    const { ask, library, id, related } = withTexts(wire, borrower)
    await related(0)
    expect(await related(1)).toHaveLength(1)
    library.operation('block.set', '', (writer) =>
      writer.run('UPDATE block SET hidden = 1 WHERE article_id = @id AND position = 1', { id: id(1) }),
    )
    expect(await related(1)).toEqual([])
    await ask['library.undo']({})
    expect(await related(1)).toHaveLength(1)
  })

  test('articles into the trash and back', async () => {
    const { ask, id, library, related } = withTexts(wire, editedWire)
    for (const index of [0, 1]) await related(index)
    await ask['article.trash']({ ids: [id(1)] })
    expect(await related(0)).toEqual([])
    expect(allRelations(library.reader)).toEqual([])
    await ask['library.undo']({})
    expect(await related(0)).toHaveLength(1)
  })

  test('articles that come in while a copy of theirs is in the trash', async () => {
    const { ask, library, id, related } = withTexts(wire)
    await related(0)
    await ask['article.trash']({ ids: [id(0)] })
    const later = addArticle(library, { text: editedWire })
    expect(await ask['relation.list']({ articleId: later })).toEqual([])
    library.operation('article.set', '', (writer) =>
      writer.run('UPDATE article SET deleted_at = NULL WHERE id = @id', { id: id(0) }),
    )
    expect(await ask['relation.list']({ articleId: later })).toHaveLength(1)
  })
})

test('copies are found by searching, those in the trash not counted', async () => {
  const { ask, id, related } = withTexts(wire, borrower, editedWire, 'Umbrellas sold well in the port this spring.')
  for (const index of [0, 1, 2, 3]) await related(index)
  const found = async (query: string) =>
    (await ask['article.ids']({ filter: { query }, sort: { by: 'added', descending: false } })).toSorted(
      (a, b) => a - b,
    )
  expect(await found('is:copy')).toEqual([id(0), id(2)])
  expect(await found('-is:copy')).toEqual([id(1), id(3)])
  await ask['article.trash']({ ids: [id(0)] })
  expect(await found('is:copy')).toEqual([])
})

test('relations are worked out in the background and told once they are there', async () => {
  const { notifications, library } = withTexts(wire, editedWire)
  const isTold = () => notifications.some((one) => one.kind === 'library.changed' && one.nouns.includes('relation'))
  await expect.poll(isTold, { timeout: 5000 }).toBe(true)
  expect(library.reader.get('SELECT count(*) AS n FROM relation')).toEqual({ n: 1 })
})

test('a library that is closed before its articles were compared compares them when it is opened again', async () => {
  const { library } = withTexts(wire, editedWire)
  library.close()
  const again = openLibrary(library.path, { clock: fixedClock })
  onTestFinished(() => again.close())
  const { notifications } = testServices(again)
  const isTold = () => notifications.some((one) => one.kind === 'library.changed' && one.nouns.includes('relation'))
  await expect.poll(isTold, { timeout: 5000 }).toBe(true)
  expect(again.reader.get('SELECT count(*) AS n FROM relation')).toEqual({ n: 1 })
})

test('a library that is open for reading tells what was worked out before', async () => {
  const { ask, library, id, related } = withTexts(wire, editedWire)
  for (const index of [0, 1]) await related(index)
  await ask['article.set']({ ids: [id(0)], edits: { published: '2031-05-05' } })
  library.close()
  const reading = openLibrary(library.path, { clock: fixedClock, readOnly: true })
  onTestFinished(() => reading.close())
  expect(await testServices(reading).ask['relation.list']({ articleId: id(0) })).toHaveLength(1)
})

test('a sentence that many articles carry relates hardly any of them', async () => {
  const footer =
    'This bulletin is compiled by the night desk from reports of correspondents in nine ports and is corrected each morning before the second edition goes to press.'
  const own = (index: number) =>
    Array.from({ length: 120 }, (_, word) => `${'abcdefghij'[word % 10]}${index}x${word}`).join(' ')
  const texts = Array.from({ length: 60 }, (_, index) => `${own(index)}.\n${footer}`)
  const { notifications, library } = withTexts(...texts)
  const isTold = () => notifications.some((one) => one.kind === 'library.changed' && one.nouns.includes('relation'))
  await expect.poll(isTold, { timeout: 5000 }).toBe(true)
  const found = library.reader.get<{ n: number }>('SELECT count(*) AS n FROM relation')
  expect(found?.n).toBeLessThan(texts.length / 2)
})
