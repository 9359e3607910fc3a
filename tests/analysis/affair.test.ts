import { describe, expect, it } from 'vitest'
import { affairTerms } from '../../src-main/analysis/affair'
import { affairIndexOf, type IndexedArticle } from '../../src-main/analysis/affair-index'
import { affairSearch, affairThreshold } from '../../src-main/analysis/affair-search'
import { noVectors } from '../../src-main/analysis/alignment/vectors'
import { fires, unspacedFires } from '../support/affairs'
import { wordVectors } from '../support/word-vectors'

type Given = Partial<Pick<IndexedArticle, 'language' | 'published'>> & { text: string }

const indexed = (texts: readonly Given[]) =>
  affairIndexOf(
    texts.map(({ text, language = 'en', published = null }, id) => ({
      id,
      terms: affairTerms(text, language, wordVectors()),
      language,
      published,
    })),
  )

/** Ids of the articles that are taken to be about the same affair as the first. */
function companionsOf(texts: readonly Given[], id = 0, least = affairThreshold): { id: number; score: number }[] {
  const steps = affairSearch(indexed(texts)).companions(id, least)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

const ids = (matches: readonly { id: number }[]) => matches.map(({ id }) => id).sort()
const day = (iso: string) => ({ earliest: iso, latest: iso })

describe('articles of the same affair', () => {
  const texts = [...fires.orsund, ...fires.kelmar, fires.other].map((text) => ({ text }))

  it('are found among articles of another affair of the same kind', () => {
    expect(ids(companionsOf(texts, 0))).toEqual([1, 2])
    expect(ids(companionsOf(texts, 4))).toEqual([3, 5])
    expect(companionsOf(texts, 6)).toEqual([])
  })

  it('are judged alike from either side', () => {
    const [there] = companionsOf(texts, 0).filter(({ id }) => id === 2)
    const [back] = companionsOf(texts, 2).filter(({ id }) => id === 0)
    expect(there?.score).toBe(back?.score)
  })

  it('are less likely the further apart they were published', () => {
    const scoreAfter = (other: string) => {
      const [one, two] = fires.orsund
      const articles = [
        { text: one, published: day('2031-03-01') },
        { text: two, published: day(other) },
      ]
      return companionsOf(articles, 0, 0)[0]?.score ?? 0
    }
    expect(scoreAfter('2031-03-02')).toBe(scoreAfter('2031-03-01'))
    expect(scoreAfter('2031-06-01')).toBeLessThan(scoreAfter('2031-03-02'))
    expect(scoreAfter('2033-03-01')).toBeLessThan(affairThreshold)
  })

  it.each(Object.entries(unspacedFires))('are found where no spaces divide words: %s', (language, reports) => {
    const articles = reports.map((text) => ({ text, language }))
    expect(articles.map((_, id) => ids(companionsOf(articles, id)))).toEqual([[1], [0], [3], [2]])
    const unknown = reports.map((text) => ({ text, language: null }))
    expect(ids(companionsOf(unknown, 2))).toEqual([3])
  })

  it('have a language in common, where theirs are known', () => {
    const [one, two] = fires.orsund
    expect(ids(companionsOf([{ text: one }, { text: two, language: 'en-GB' }]))).toEqual([1])
    expect(companionsOf([{ text: one }, { text: two, language: 'da' }], 0, 0)).toEqual([])
  })
})

describe('the words that say most of an article', () => {
  it('have weights whose squares add up to 1, and are no more than forty-eight', () => {
    const terms = affairTerms([...fires.orsund, ...fires.kelmar].join('\n'), 'en', wordVectors())
    expect(terms).toHaveLength(48)
    expect(terms.reduce((sum, { weight }) => sum + weight * weight, 0)).toBeCloseTo(1)
    expect(new Set(terms.map(({ hash }) => hash)).size).toBe(48)
    expect(terms.every(({ hash }) => Number.isSafeInteger(hash))).toBe(true)
  })

  it('are names and long words where no word list is known', () => {
    const french = 'Selon la police, il y a eu un incendie dans le gymnase de Lindhagen et il y a un blessé.'
    const [first, second] = affairTerms(french, 'fr', wordVectors())
    const [name, word] = affairTerms('le Lindhagen incendie', 'fr', noVectors)
    expect([first?.hash, second?.hash]).toEqual([name?.hash, word?.hash])
  })

  it.each([
    ['', 0],
    ['7', 0],
    ['1 2 3 4 5', 0],
    ['Wort', 1],
  ])('of %j are as many as there are', (text, count) => {
    expect(affairTerms(text, 'de', wordVectors())).toHaveLength(count)
  })

  it('of a very long paragraph come from its beginning', () => {
    const long = `Solheim ${'rain fell on the harbour '.repeat(10_000)}`
    expect(affairTerms(long, 'en', wordVectors()).length).toBeGreaterThan(2)
  })
})
