import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ExtractedArticle } from '../../src-main/domain/extraction'
import { seedFiles } from '../support/seeds'
import { body, extractFile, hidden, losesNothing, ofKind } from './support'

const files = seedFiles()
const seed = (number: number): Promise<ExtractedArticle> => extractFile(files[number] ?? '')
const lineOf = (number: number, line: number): string =>
  readFileSync(files[number] ?? '', 'utf8').split('\n')[line - 1] ?? ''

describe.skipIf(files.length === 0)('the real articles', () => {
  it('are all in English, and no word of them is lost', async () => {
    for (const file of files) {
      const article = await extractFile(file)
      expect(article.metadata.language.value).toBe('en')
      expect([file, losesNothing(readFileSync(file, 'utf8'), article)]).toEqual([file, true])
    }
  })

  it('have a title and a subtitle where the first lines are that', async () => {
    const { metadata } = await seed(1)
    expect([metadata.title.value, metadata.subtitle.value]).toEqual([lineOf(1, 1), lineOf(1, 2)])
    expect(metadata.title).toMatchObject({ confidence: 'certain', evidence: { kind: 'line', at: '1' } })
  })

  it('have no title and no date where there is none, and no caption dates them', async () => {
    for (const number of [0, 2]) {
      const { metadata } = await seed(number)
      expect([metadata.title.value, metadata.published.value]).toEqual([null, null])
    }
    expect(ofKind(await seed(2), 'caption')).toEqual([lineOf(2, 11)])
  })

  it('hide the banner for live coverage', async () => {
    const article = await seed(3)
    expect(article.metadata.title.value).toBe(lineOf(3, 1))
    expect(hidden(article)).toEqual([['live-banner', lineOf(3, 2)]])
  })

  it('hide what their web page left, and are dated by their dateline', async () => {
    const article = await seed(4)
    expect(article.metadata).toMatchObject({
      title: { value: lineOf(4, 8), evidence: { at: '8' } },
      published: { value: '2024-05-12', confidence: 'certain', evidence: { kind: 'line', at: '10' } },
      outlet: { confidence: 'likely', evidence: { kind: 'removed', at: '36' } },
    })
    expect(lineOf(4, 36)).toContain(article.metadata.outlet.value)
    expect(hidden(article).map(([reason]) => reason)).toEqual([
      'navigation',
      ...Array.from({ length: 5 }, () => 'search-form'),
      'newsletter',
      'comments',
    ])
    expect(ofKind(article, 'caption')).toEqual([lineOf(4, 11)])
    expect(body(article)).toHaveLength(11)
  })

  it('say which outlet they are from only where they speak of it as their own', async () => {
    const outlets = await Promise.all(files.map(async (file) => (await extractFile(file)).metadata.outlet))
    expect(outlets.map((outlet) => outlet.confidence)).toEqual(['likely', 'none', 'none', 'unsure', 'likely'])
  })
})
