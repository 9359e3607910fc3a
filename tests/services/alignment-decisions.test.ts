import { expect, test } from 'vitest'
import { atOnce } from '../../src-main/analysis/steps'
import type { Alignment } from '../../src-main/domain/alignment'
import { selectorOf } from '../../src-main/domain/passage'
import type { LinkRecord } from '../../src-main/library/queries/link'
import { decidedSteps } from '../../src-main/services/alignment-decisions'
import type { Source } from '../../src-main/services/source'
import { addArticle } from '../support/articles'
import { seeded } from '../support/generated'
import { testServices } from '../support/services'

const sentenceLength = 100
const sentence = (i: number): string => `Ferry ${i} left.`.padEnd(sentenceLength, '.')

/** Two texts of as many sentences, each linked to the other's; every tenth link is confirmed and every tenth rejected. */
function decidedBooks(sentences: number) {
  const text = Array.from({ length: sentences }, (_, i) => sentence(i)).join('')
  const [a, b] = [1, 2].map((id) => ({ id, version: 1, text, blocks: [] }) as unknown as Source)
  if (!a || !b) throw new Error('no texts')
  const span = (i: number) => ({ start: i * sentenceLength, end: (i + 1) * sentenceLength })
  const indices = Array.from({ length: sentences }, (_, i) => i)
  const alignment: Alignment = {
    links: indices.map((i) => ({
      a: { text: 0, ...span(i) },
      b: { text: 1, ...span(i) },
      kind: 'same-statement',
      score: 0.9,
      differences: [],
    })),
    onlyHere: indices.map((i) => ({ text: 0, ...span(i) })),
    compared: [true, true],
  }
  let looks = 0
  const decided = indices.flatMap((i): LinkRecord[] => {
    if (i % 10 > 1) return []
    const end = (articleId: number) => ({ ...selectorOf(text, span(i).start, span(i).end), articleId, version: 1 })
    const ends: LinkRecord['ends'] = [end(1), end(2)]
    const record = { id: i + 1, kind: 'same-statement', decision: i % 10 === 0 ? 'confirmed' : 'rejected' } as const
    return [
      Object.defineProperty({ ...record, ends }, 'ends', {
        get: () => {
          looks += 1
          return ends
        },
      }),
    ]
  })
  return { steps: () => decidedSteps(alignment, [a, b], decided), looks: () => looks }
}

test('what was decided holds over what was found, in books too', () => {
  const { links, onlyHere, rejected } = atOnce(decidedBooks(1000).steps())
  expect(links).toHaveLength(900)
  expect(links.filter(({ decision }) => decision === 'confirmed')).toHaveLength(100)
  expect(rejected).toHaveLength(100)
  expect(onlyHere.map(({ start }) => start / sentenceLength)).toEqual(Array.from({ length: 100 }, (_, i) => i * 10 + 1))
})

test('a book of twice the length takes twice the work, and pauses in between', () => {
  const [one, two] = [decidedBooks(5000), decidedBooks(10_000)]
  const [pauses, more] = [[...one.steps()].length, [...two.steps()].length]
  expect(pauses).toBeGreaterThan(10)
  expect(more).toBeGreaterThan(pauses * 1.8)
  expect(two.looks()).toBeLessThan(one.looks() * 2.2)
})

test('other calls are answered while two books are compared anew and their sources are found', async () => {
  const { ask, library } = testServices()
  const random = seeded(5)
  const place = () => ['Maris', 'Velda', 'Orsund', 'Lagoon'][Math.floor(random() * 4)] ?? ''
  const told = () =>
    `Officials told the ${place()} Post ${Math.floor(random() * 1e6)} that ferries left ${place()}, the ${place()} News reported.`
  const shared = 'Harbour master Ilva Brandt closed the northern lock after a storm sank three crewless tugboats.'
  const book = () =>
    addArticle(library, { text: [shared, ...Array.from({ length: 3000 }, told)].join('\n'), language: 'en' })
  const ids = [book(), book()]
  const { links } = await ask['alignment.get']({ articleIds: ids })
  const [found] = links
  if (!found) throw new Error('no link found')
  await ask['link.decide']({ a: found.a, b: found.b, kind: found.kind, decision: 'confirmed' })
  library.unjournalled((writer) => writer.run("DELETE FROM analysis WHERE kind = 'source'"))
  let answered = 0
  let isDone = false
  const again = Promise.resolve(ask['alignment.get']({ articleIds: ids })).finally(() => {
    isDone = true
  })
  while (!isDone) {
    await new Promise((resolve) => setImmediate(resolve))
    await ask['layout.list']({})
    answered += 1
  }
  expect((await again).links.filter(({ decision }) => decision === 'confirmed')).toHaveLength(1)
  expect(answered).toBeGreaterThan(5)
})
