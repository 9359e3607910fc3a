import { expect, test } from 'vitest'
import type { Companion } from '../../src-main/contract/related-types'
import { merged } from '../../src-renderer/data/companions'
import { readBeside } from '../../src-renderer/features/library/together'

const companion = (articleId: number, given: Partial<Companion> = {}): Companion => ({
  articleId,
  title: null,
  standIn: '',
  outlet: `Outlet ${articleId}`,
  published: null,
  language: 'en',
  score: 0.8,
  kind: 'same-affair',
  ...given,
})

const ids = (all: readonly Companion[]) => all.map(({ articleId }) => articleId)

test('reading together prefers other outlets, then takes the likeliest', () => {
  const own = companion(1, { outlet: 'Quay News' })
  const companions = [own, companion(2, { outlet: 'Post' }), companion(3, { outlet: 'Post' }), companion(4)]
  expect(ids(readBeside('Quay News', companions, 3))).toEqual([2, 4, 1])
  expect(ids(readBeside(null, companions, 2))).toEqual([1, 2])
  expect(ids(readBeside(null, [companion(5, { outlet: null }), companion(6, { outlet: null })], 3))).toEqual([5, 6])
  expect(readBeside(null, [], 3)).toEqual([])
})

test('proposals for several open articles name each once, copies last, none that is open', () => {
  const found = [
    companion(1),
    companion(2, { score: 0.6 }),
    companion(3, { kind: 'copy', score: 1 }),
    companion(2, { score: 0.9 }),
    companion(4, { score: 0.7 }),
  ]
  expect(merged(found, [1]).map(({ articleId, score }) => [articleId, score])).toEqual([
    [2, 0.9],
    [4, 0.7],
    [3, 1],
  ])
})
