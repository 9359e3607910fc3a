import { expect, test } from 'vitest'
import type { ExtractedBlock } from '../../src-main/domain/article'
import { relationsOfStaged } from '../../src-main/services/relation-staged'
import { refreshRelations } from '../../src-main/services/relation-work'
import { addArticle } from '../support/articles'
import { temporaryLibrary } from '../support/library'
import { borrower, editedWire, ownParagraphs, wire } from '../support/wire'

const blocks = (text: string): ExtractedBlock[] =>
  text.split('\n').map((line) => ({ kind: 'paragraph', text: line, hidden: false, reason: null, line: null }))

test('an edited copy of an article of the library is told beside the file', async () => {
  const library = temporaryLibrary()
  const articleId = addArticle(library, { text: wire })
  await refreshRelations(library)
  const review = relationsOfStaged(library.reader)
  review.add(0, blocks(editedWire))
  review.add(1, blocks(ownParagraphs.join('\n')))
  expect(review.of(0)).toMatchObject([{ of: 'library', articleId, kind: 'near-copy' }])
  const [copy] = review.of(0)
  expect(copy?.spans.map((span) => editedWire.slice(span.start, span.end)).join('\n')).toContain('two of its pumps')
  expect(review.of(1)).toEqual([])
})

test('copies within a review are told from either side, the closest first', () => {
  const review = relationsOfStaged(temporaryLibrary().reader)
  review.add(0, blocks(borrower))
  review.add(1, blocks(wire))
  review.add(2, blocks(wire.toUpperCase()))
  expect(review.of(1)).toMatchObject([
    { of: 'stage', index: 2, kind: 'same-text', share: 1 },
    { of: 'stage', index: 0, kind: 'shared-passages' },
  ])
  expect(review.of(0).map((relation) => relation.kind)).toEqual(['shared-passages', 'shared-passages'])
  const [there] = review.of(0)
  const back = review.of(1).find((relation) => relation.of === 'stage' && relation.index === 0)
  expect([back?.share, back?.otherShare]).toEqual([there?.otherShare, there?.share])
})

test('what is hidden in the review no longer counts, and a removed file is forgotten', () => {
  const review = relationsOfStaged(temporaryLibrary().reader)
  review.add(0, blocks(wire))
  review.add(1, blocks(borrower))
  review.add(1, [...blocks(borrower).map((block, index) => ({ ...block, hidden: index === 1 }))])
  expect(review.of(0)).toEqual([])
  review.add(1, blocks(wire))
  review.remove(1)
  expect(review.of(0)).toEqual([])
  expect(review.of(1)).toEqual([])
})

test('articles in the trash are not told of', async () => {
  const library = temporaryLibrary()
  const id = addArticle(library, { text: wire })
  await refreshRelations(library)
  library.operation('article.trash', '', (writer) =>
    writer.run("UPDATE article SET deleted_at = 'now' WHERE id = @id", { id }),
  )
  const review = relationsOfStaged(library.reader)
  review.add(0, blocks(wire))
  expect(review.of(0)).toEqual([])
})

test('many copies in a review are told of without each being compared with all', () => {
  const review = relationsOfStaged(temporaryLibrary().reader)
  for (let index = 0; index < 150; index += 1) review.add(index, blocks(`${wire}\nCopy number ${index}.`))
  expect(review.of(149).length).toBeGreaterThan(0)
  expect(review.of(149).length).toBeLessThan(60)
})
