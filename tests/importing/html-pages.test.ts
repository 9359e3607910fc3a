import { describe, expect, it } from 'vitest'
import { inventedPages } from '../support/invented-pages'
import { countSegments, halfOf, type Page, segmentF, textF1 } from '../support/pages'
import { body, extractPage, hidden, ofKind } from './support'

const read = async (page: Page): Promise<string> => {
  const article = await extractPage(page.bytes.toString('utf8'))
  return [...body(article), ...ofKind(article, 'heading'), ...ofKind(article, 'caption')].join('\n')
}

describe.each(['dev', 'held-out'] as const)('pages of many kinds and languages, %s half', (half) => {
  const pages = inventedPages().filter((page) => halfOf(page.name) === half)

  it('give the text of their article and not what stands around it', async () => {
    const counts = []
    const scores = []
    for (const page of pages) {
      const text = await read(page)
      counts.push(countSegments(page, text))
      scores.push(textF1((page.paragraphs ?? []).join('\n'), text))
    }
    expect(pages.length).toBeGreaterThan(15)
    expect(segmentF(counts)).toBeGreaterThan(0.97)
    expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeGreaterThan(0.955)
  })

  it.each(pages.map((page) => [page.name, page] as const))(
    '%s loses no passage: what is not shown is hidden',
    async (_name, page) => {
      const { blocks } = await extractPage(page.bytes.toString('utf8'))
      const all = blocks.map((block) => block.text).join('\n')
      for (const passage of [...page.wanted, ...page.unwanted]) expect(all).toContain(passage)
      for (const block of blocks) expect(block.hidden).toBe(block.reason !== null)
    },
  )
})

const text = (count: number): string[] =>
  Array.from(
    { length: count },
    (_item, at) =>
      `Paragraph ${at + 1} tells of the mill by the river, of its owner, and of the flood that took its wheel.`,
  )
const paragraphs = (list: readonly string[]) => list.map((one) => `<p>${one}</p>`).join('')
const page = (inner: string, head = '') => `<html><head>${head}</head><body>${inner}</body></html>`

describe('what Readability drops or keeps', () => {
  it('a lead before the text and a box between its paragraphs come back', async () => {
    const lead = 'The lead of the story stands in an element of its own, above the text, and sums it up.'
    const inset = 'An inset explains how a mill race works, and why its gate has to be closed before the ice comes.'
    const [first = '', ...rest] = text(8)
    const article = await extractPage(
      page(
        `<main><h1>The mill</h1><div class="header-lead"><p>${lead}</p></div><div class="article-body"><p>${first}</p><div class="extra"><p>${inset}</p></div>${paragraphs(rest)}</div></main>`,
      ),
    )
    expect(body(article)).toEqual([lead, first, inset, ...rest])
  })

  it('a pointer to another article between paragraphs is hidden as related, a source stays', async () => {
    const [first = '', ...rest] = text(8)
    const article = await extractPage(
      page(
        `<article><h1>The mill</h1><p>${first}</p><p>On this topic: <a href="/b">The long winter of the river mills</a></p>${paragraphs(rest)}<p>Source: <a href="/c">Annual report of the river board</a></p></article>`,
      ),
    )
    expect(hidden(article)).toEqual([['related', 'On this topic: The long winter of the river mills']])
    expect(body(article).at(-1)).toBe('Source: Annual report of the river board')
  })

  it('text that linked data has as the article stays, what follows its end goes', async () => {
    const own = text(5)
    const other =
      'Elsewhere in the valley a saw mill was sold, and its new owner means to turn it into a place for weddings.'
    const linked = `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', articleBody: own.join(' ') })}</script>`
    const article = await extractPage(
      page(`<div><h1>The mill</h1><div>${paragraphs(own)}<p>${other}</p></div></div>`, linked),
    )
    expect(body(article)).toEqual(own)
    expect(hidden(article)).toEqual([['navigation', other]])
  })

  it('a table with a cell "Comment" does not end the article', async () => {
    const rows = '<table><tr><td>Comment</td><td>Date</td></tr></table><table><tr><td>Comment</td></tr></table>'
    const article = await extractPage(
      page(`<article><h1>The mill</h1>${paragraphs(text(4))}${rows}${paragraphs(text(8).slice(4))}</article>`),
    )
    expect(body(article)).toEqual(expect.arrayContaining(text(8)))
  })
})
