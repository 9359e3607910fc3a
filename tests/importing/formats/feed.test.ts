import { describe, expect, it } from 'vitest'
import { extract, known, refusalOf, refusedParts, story, visible } from './support'

const html = story.map((text) => `<p>${text}</p>`).join('')
const rss = (items: string, head = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>${head}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Island &amp; Coast Press</title><link>https://press.example/</link><language>en-gb</language>${items}</channel></rss>`
const item = `<item><title>The wall that &lt;i&gt;moved&lt;/i&gt; &amp;amp; fell</title><link>https://press.example/wall</link><dc:creator>Inge Maar</dc:creator><category>Islands</category><category>Weather</category><pubDate>Tue, 04 Mar 2031 00:20:00 +0400</pubDate><description>The wall gave way.</description><content:encoded><![CDATA[${html}<p>Share this article</p>]]></content:encoded></item>`

describe('RSS', () => {
  it('gives an article an item, with the day as the feed writes it', async () => {
    const { articles } = await extract(rss(item), 'press.rss')
    expect(articles).toHaveLength(1)
    const [article] = articles
    if (!article) return
    expect(known(article)).toMatchObject({
      title: 'The wall that moved & fell',
      byline: 'Inge Maar',
      outlet: 'Island & Coast Press',
      section: 'Islands',
      published: '2031-03-04',
      language: 'en-GB',
      url: 'https://press.example/wall',
    })
    expect(article.metadata.published).toMatchObject({
      origin: 'file',
      confidence: 'certain',
      evidence: { kind: 'record', at: 'RSS pubDate', quote: 'Tue, 04 Mar 2031 00:20:00 +0400' },
    })
    expect(article.part).toBe('item 1')
    expect(article.partial).toBeNull()
    expect(visible(article)).toEqual(story)
    expect(article.blocks.at(-1)).toMatchObject({ hidden: true, reason: 'share' })
  })

  it('says of an item with a summary alone that it is one, and refuses one without any text', async () => {
    const short = `<item><title>Ferries stay in port</title><description>${story[0]} [...]</description></item>`
    const empty = '<item><title>Nothing to read</title><link>https://press.example/none</link></item>'
    const extraction = await extract(rss(item + short + empty), 'press.xml')
    expect(extraction.articles.map(({ part, partial }) => [part, partial])).toEqual([
      ['item 1', null],
      ['item 2', 'abstract-only'],
    ])
    expect(refusedParts(extraction)).toEqual(['item 3: import/no-entry-text'])
  })

  it('takes a long description of several paragraphs for the whole text', async () => {
    const long = [...story, ...story.map((text) => `Later, ${text}`), ...story.map((text) => `At last, ${text}`)]
    const escaped = long.map((text) => `&lt;p&gt;${text}&lt;/p&gt;`).join('')
    const { articles } = await extract(
      rss(`<item><title>A</title><description>${escaped}</description></item>`),
      'a.rss',
    )
    expect(articles[0]?.partial).toBeNull()
    expect(articles[0] && visible(articles[0])).toEqual(long)
  })

  it('is known by its first element, whatever the file is called', async () => {
    for (const name of ['feed.txt', 'feed', 'feed.html']) {
      const { articles } = await extract(rss(item), name)
      expect(articles.map(({ part }) => part)).toEqual(['item 1'])
    }
  })

  it('of version 0.91 may have the document type that it was given; any other is refused', async () => {
    const doctype =
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">'
    expect((await extract(rss(item, doctype), 'a.rss')).articles).toHaveLength(1)
    const bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    expect(await refusalOf(extract(rss(`<item><title>&b;</title></item>`, bomb), 'a.rss'))).toBe('import/doctype')
    const file = '<!DOCTYPE rss SYSTEM "file:///etc/passwd">'
    expect(await refusalOf(extract(rss(item, file), 'a.rss'))).toBe('import/doctype')
  })

  it('nested beyond measure, cut off or without items is refused', async () => {
    expect(await refusalOf(extract(rss('<a>'.repeat(100_000)), 'a.rss'))).toBe('import/unreadable')
    expect(await refusalOf(extract(rss(''), 'a.rss'))).toBe('import/not-an-article')
    expect(await refusalOf(extract('<?xml version="1.0"?><plan><day>1</day></plan>', 'plan.xml'))).toBe(
      'import/not-supported',
    )
    const cut = rss(item + item).slice(0, -500)
    const found = await extract(cut, 'a.rss').catch(() => null)
    expect(found?.articles.length ?? 0).toBeLessThanOrEqual(2)
  })

  it('in windows-1251 is read as it declares', async () => {
    const source =
      '<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>#</title><item><title>#</title><description>#</description></item></channel></rss>'
    const word = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])
    const parts = source
      .split('#')
      .flatMap((part, index) => (index === 0 ? [Buffer.from(part)] : [word, Buffer.from(part)]))
    const { articles } = await extract(Buffer.concat(parts), 'a.rss')
    expect(articles[0] && known(articles[0])).toMatchObject({ title: 'Привет', outlet: 'Привет' })
  })
})

describe('Atom', () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">Coast &amp;amp; Sea</title><author><name>Coast &amp; Sea</name></author>
    <entry><title>The wall</title><published>2031-03-04T23:30:00-05:00</published><updated>2031-03-05T09:00:00-05:00</updated><id>https://sea.example/1</id><link rel="alternate" href="https://sea.example/wall"/><category term="Islands"/><author><name>Tove Lind</name></author><author><name>Inge Maar</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${html}</div></content></entry>
    <entry><title>Unsigned</title><updated>2031-03-06T00:00:00Z</updated><summary>${story[1]}</summary></entry></feed>`

  it('gives publication, update and authors of each entry', async () => {
    const { articles } = await extract(atom, 'sea.atom')
    const [first, second] = articles
    if (!first || !second) throw new Error('entries are missing')
    expect(known(first)).toMatchObject({
      title: 'The wall',
      byline: 'Tove Lind, Inge Maar',
      outlet: 'Coast & Sea',
      section: 'Islands',
      published: '2031-03-04',
      updated: '2031-03-05',
      url: 'https://sea.example/wall',
    })
    expect(visible(first)).toEqual(story)
    expect(known(second)).not.toHaveProperty('byline')
    expect(known(second)).not.toHaveProperty('published')
    expect(second.partial).toBe('abstract-only')
  })
})

describe('RSS 1.0', () => {
  it('is read with its Dublin Core', async () => {
    const source = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://x.example/"><title>Bulletin</title></channel><item rdf:about="https://x.example/1"><title>Stones</title><link>https://x.example/1</link><description>${story[0]}</description><dc:date>2031-03-04T10:00+01:00</dc:date><dc:creator>I. Maar</dc:creator></item></rdf:RDF>`
    const { articles } = await extract(source, 'b.rdf')
    expect(articles[0] && known(articles[0])).toMatchObject({
      title: 'Stones',
      outlet: 'Bulletin',
      byline: 'I. Maar',
      published: '2031-03-04',
    })
  })
})

describe('JSON Feed', () => {
  it('gives an article an item', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Coast & Sea',
      language: 'de',
      items: [
        {
          id: '1',
          url: 'https://sea.example/1',
          title: 'Mauer',
          content_html: html,
          date_published: '2031-03-04T23:00:00+01:00',
          authors: [{ name: 'Inge Maar' }],
          tags: ['Inseln'],
        },
        { id: '2', content_text: story.join('\n\n') },
      ],
    }
    const { articles } = await extract(JSON.stringify(feed), 'feed.json')
    expect(articles.map(visible)).toEqual([story, story])
    expect(articles[0] && known(articles[0])).toMatchObject({
      title: 'Mauer',
      byline: 'Inge Maar',
      outlet: 'Coast & Sea',
      section: 'Inseln',
      published: '2031-03-04',
      url: 'https://sea.example/1',
    })
  })
})
