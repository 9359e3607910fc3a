import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixtures, sourceText } from './source-texts'
import { extract, known } from './support'

const names = ['bruecke', 'canal', 'harbour']

const wordsOf = (texts: readonly string[]) => texts.join(' ').match(/[\p{L}\p{N}]+/gu) ?? []

/** The articles of a feed by the names of the texts that they were made from. */
async function articlesOf(file: string) {
  const { articles, refused } = await extract(readFileSync(join(fixtures, 'feed', file)), file)
  expect(refused).toEqual([])
  const named = names.map((name) => {
    const article = articles.find(({ metadata }) => metadata.title.value === sourceText(name).head.title)
    if (!article) throw new Error(`${name} is missing`)
    return { name, article }
  })
  expect(articles).toHaveLength(names.length)
  return named
}

describe.each(['pelican.rss', 'pelican.atom', 'jekyll.atom', 'hugo.json'])(
  'a feed that holds its texts: %s',
  (file) => {
    it('gives each as an article with its metadata', async () => {
      for (const { name, article } of await articlesOf(file)) {
        const { head, blocks } = sourceText(name)
        const shown = article.blocks.filter(({ hidden, kind }) => !hidden && kind !== 'title').map(({ text }) => text)
        const body = blocks.flatMap(({ kind, text }) => (kind === 'caption' ? [] : [text]))
        expect(wordsOf(shown)).toEqual(wordsOf(body))
        expect(article.partial).toBeNull()
        expect(known(article)).toMatchObject({
          title: head.title,
          byline: head.byline,
          outlet: 'Tidewater Digest',
          published: head.published,
          language: head.language,
          url: expect.stringContaining(`/${name}`),
        })
      }
    })
  },
)

describe('a feed of summaries by Hugo', () => {
  it('gives each as the beginning of an article, marked so', async () => {
    for (const { name, article } of await articlesOf('hugo.rss')) {
      expect(article.partial).toBe('abstract-only')
      expect(known(article)).toMatchObject({
        published: sourceText(name).head.published,
        outlet: expect.stringContaining('Tidewater Digest'),
      })
    }
  })
})
