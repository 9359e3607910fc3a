import { describe, expect, it } from 'vitest'
import { body, extractText, ofKind, paragraphs } from './support'

const [first = '', second = ''] = paragraphs(2)
const extractMarkdown = (source: string) => extractText(source, 'note.md')

describe('Markdown', () => {
  it('gives headings, quotes, list items and tables their kinds, without marks', async () => {
    const article = await extractMarkdown(
      `# The *wall*\n\n${first}\n\n## Costs\n\n> Nobody **pays**.\n\n- one [stone](https://a.example)\n- two\n\n| day | boats |\n|---|---|\n| Monday | 3 |\n`,
    )
    expect(article.mediaType).toBe('text/markdown')
    expect(article.blocks.map((block) => [block.kind, block.text])).toEqual([
      ['title', 'The wall'],
      ['paragraph', first],
      ['heading', 'Costs'],
      ['quote', 'Nobody pays.'],
      ['list-item', 'one stone'],
      ['list-item', 'two'],
      ['paragraph', 'day | boats'],
      ['paragraph', 'Monday | 3'],
    ])
    expect(article.metadata.title).toMatchObject({ value: 'The wall', evidence: { kind: 'line', at: '1' } })
  })

  it('prefers front matter, and takes an address given as source for the address', async () => {
    const { metadata, blocks } = await extractMarkdown(
      `---\ntitle: "The wall"\nauthor: [Inge Maar, Tove Lind]\ndate: 4 March 2031\nsource: https://island.example/wall\n---\n\n# The wall\n\n5 May 2030\n\n${first}\n`,
    )
    expect([metadata.title.value, metadata.byline.value, metadata.published.value, metadata.url.value]).toEqual([
      'The wall',
      'Inge Maar, Tove Lind',
      '2031-03-04',
      'https://island.example/wall',
    ])
    expect(metadata.title.evidence?.kind).toBe('element')
    expect(blocks[0]?.kind).toBe('title')
  })

  it('passes over front matter that is broken, hostile or false', async () => {
    for (const yaml of ['title: [', 'a: &a [*a]\ntitle: *a', 'url: javascript:alert(1)\nlang: "<b>"\ndate: soon']) {
      const article = await extractMarkdown(`---\n${yaml}\n---\n\n${first}\n`)
      expect(body(article)).toEqual([first])
      expect([article.metadata.url.value, article.metadata.published.value]).toEqual([null, null])
    }
  })

  it('reads the text of raw HTML, and neither its scripts nor its comments', async () => {
    const source = `<div onclick="x()">Some <b>bold</b> words.<script>alert(1)</script><!-- no --></div>\n\n${second}\n\n![A wall](wall.jpg)\n`
    const article = await extractMarkdown(source)
    expect(article.blocks.map((block) => block.text).join(' ')).toBe(`Some bold words. ${second} A wall`)
    expect(ofKind(article, 'caption')).toEqual(['A wall'])
  })

  it('reads nesting beyond any article as plain text, and says so', async () => {
    const article = await extractMarkdown(`${'>'.repeat(50_000)} deep\n\n${first}`)
    expect(article.partial).toBe('markup-ignored')
    expect(body(article)).toContain(first)
  })
})
