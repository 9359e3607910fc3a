import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExtractedArticle } from '../../../src-main/domain/extraction'
import { expand } from '../../../src-main/services/import-expand'
import { extractHere } from '../../support/services'
import { fixtures, sourceText } from './source-texts'

const names = ['bruecke', 'canal', 'harbour']

/** All articles of a file that a program made, by the names of the files that they lie in. */
async function articlesOf(path: string): Promise<Map<string, ExtractedArticle>> {
  const articles = new Map<string, ExtractedArticle>()
  const file = { bytes: readFileSync(path), fileName: basename(path) }
  for await (const found of expand(extractHere, file)) {
    if (found.kind === 'article') articles.set(found.file.fileName, found.article)
  }
  return articles
}

const shown = ({ blocks }: ExtractedArticle) =>
  blocks.filter((block) => !block.hidden).map(({ kind, text }) => ({ kind, text }))

/** The blocks of a source text with its title and subtitle before them. */
function expected(name: string) {
  const { head, blocks } = sourceText(name)
  return [{ kind: 'title', text: head.title }, { kind: 'subtitle', text: head.subtitle }, ...blocks]
}

describe.each([
  ['captured by wget', 'warc/pages.warc.gz'],
  ['packed by zip', 'zip/clippings.zip'],
])('pages %s', (_how, file) => {
  it('give the texts and metadata that they were made from', async () => {
    const articles = await articlesOf(join(fixtures, file))
    expect([...articles.keys()].map((path) => basename(path, '.html')).sort()).toEqual(names)
    for (const [path, article] of articles) {
      const name = basename(path, '.html')
      expect(shown(article)).toEqual(expected(name))
      const { url, ...head } = sourceText(name).head
      const values = Object.keys(head).map((field) => [field, article.metadata[field as 'title'].value])
      expect(Object.fromEntries(values)).toEqual(head)
      // A capture's own address goes before the one that the page gives, which stands beside it.
      const { value, others = [] } = article.metadata.url
      expect([value, ...others.map((other) => other.value)]).toContain(url)
    }
  })
})

describe('a book made by LibreOffice', () => {
  it.each(names)('gives the text of %s', async (name) => {
    const [article, ...others] = (await articlesOf(join(fixtures, 'epub', `${name}-book.epub`))).values()
    if (!article) throw new Error('no article')
    expect(others).toEqual([])
    const { head } = sourceText(name)
    const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []
    const text = shown(article).map((block) => block.text)
    expect(words(text.join(' '))).toEqual(
      words(
        expected(name)
          .map((block) => block.text)
          .join(' '),
      ),
    )
    expect(article.metadata.title.value).toBe(head.title)
    expect(article.metadata.published.value).toBe(head.published)
    expect(article.metadata.byline.value).toBe(head.byline)
  })
})
