import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bodyText } from '../../../src-main/cli/files'
import { extractFile } from '../../../src-main/importing/extract'
import { aligned } from '../../support/aligned'
import { seedFiles } from '../../support/seeds'

const names = ['000', '001', '002', '004']
const files = seedFiles().filter((file) => names.includes(basename(file).slice(0, 3)))

describe.skipIf(files.length === 0)('four real articles of one affair', async () => {
  const texts = await Promise.all(
    files.map(async (file) => {
      const { articles } = await extractFile({ bytes: readFileSync(file), fileName: basename(file) })
      return articles[0] ? bodyText(articles[0]) : ''
    }),
  )
  const { likely, onlyHere, links } = aligned(texts)
  const between = (a: string, b: string) =>
    likely.filter(({ texts: [one, other] }) => names[one ?? -1] === a && names[other ?? -1] === b)

  it('link the minister’s quotation, with the words that one has more', () => {
    const quotations = between('001', '002').filter(({ kind }) => kind === 'quotation')
    expect(quotations.map(({ differences }) => differences)).toEqual([['in Gaza']])
    expect(quotations[0]?.a).toMatch(/Katz/)
  })

  it('link the capture of the crossing over three', () => {
    const capture = /May 7|7 May/
    for (const [a, b] of [
      ['000', '002'],
      ['000', '004'],
      ['002', '004'],
    ] as const) {
      expect(between(a, b).filter((link) => capture.test(link.a) && capture.test(link.b))).toHaveLength(1)
    }
  })

  it('link the case at the court', () => {
    const court = between('000', '001').filter((link) => /genocide/.test(link.a) && /genocide/.test(link.b))
    expect(court).toHaveLength(1)
  })

  it('leave to one what only it tells', () => {
    expect(onlyHere.filter((sentence) => /Jordan.*1994/.test(sentence))).toHaveLength(1)
    expect(onlyHere.filter((sentence) => /May 7|7 May|genocide/.test(sentence))).toEqual([])
  })

  it('link no sentence to everything that has the affair’s words', () => {
    const ends = [...likely.map(({ a }) => a), ...likely.map(({ b }) => b)]
    const most = Math.max(...ends.map((sentence) => ends.filter((other) => other === sentence).length))
    expect(most).toBeLessThanOrEqual(names.length - 1)
    expect(likely.filter(({ a, b }) => /will not control/.test(a + b))).toEqual([])
    expect(likely.length).toBeLessThan(links.length / 10)
  })
})
