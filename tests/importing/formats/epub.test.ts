import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { bytesOf, extract, known, refusalOf, refusedParts, story, visible } from './support'

const container = `<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`
const xhtml = (title: string, body: string) =>
  `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title></head><body>${body}</body></html>`
const paragraphs = story.map((text) => `<p>${text}</p>`).join('')

type Book = { metadata?: string; documents: Record<string, string>; properties?: Record<string, string>; head?: string }

function book(
  { metadata = '', documents, properties = {}, head = '' }: Book,
  more: Record<string, Uint8Array> = {},
): Uint8Array {
  const names = Object.keys(documents)
  const items = names.map(
    (name, at) =>
      `<item id="i${at}" href="text/${encodeURI(name)}" media-type="application/xhtml+xml" properties="${properties[name] ?? ''}"/>`,
  )
  const opf = `<?xml version="1.0"?>${head}<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata}</metadata><manifest>${items.join('')}</manifest><spine>${names.map((_name, at) => `<itemref idref="i${at}"/>`).join('')}</spine></package>`
  return zipSync({
    mimetype: [bytesOf('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': bytesOf(container),
    'OEBPS/content.opf': bytesOf(opf),
    ...Object.fromEntries(names.map((name) => [`OEBPS/text/${name}`, bytesOf(documents[name] ?? '')])),
    ...more,
  })
}

const metadata =
  '<dc:title>Island Press [Tue, 04 Mar 2031]</dc:title><dc:creator>calibre (7.1)</dc:creator><dc:language>en</dc:language><dc:publisher>Coast Media</dc:publisher>'

describe('an EPUB of several articles', () => {
  const documents = {
    'cover.xhtml': xhtml('Cover', '<img src="c.jpg" alt=""/><p>Island Press</p>'),
    'nav.xhtml': xhtml('Contents', `<nav><ol><li>${'A title of an article, one of many '.repeat(10)}</li></ol></nav>`),
    'the wall.xhtml': xhtml(
      'Island Press',
      `<h2>The wall that moved</h2><p class="byline">By Inge Maar</p>${paragraphs}`,
    ),
    'tide.xhtml': xhtml('Island Press', `<h1>Spring tide at Port Ansel</h1>${paragraphs}`),
  }

  it('finds documents beside the folder that it names them from', async () => {
    const wall = documents['the wall.xhtml']
    const bytes = book(
      { metadata, documents: { '../wall.xhtml': xhtml('Other', paragraphs) } },
      { 'OEBPS/wall.xhtml': bytesOf(wall) },
    )
    const { articles } = await extract(bytes, 'island.epub')
    expect(articles.map(({ metadata }) => metadata.byline.value)).toEqual(['Inge Maar'])
  })

  it('gives each with its heading, and the edition as outlet and date', async () => {
    const extraction = await extract(book({ metadata, documents, properties: { 'nav.xhtml': 'nav' } }), 'edition.epub')
    expect(extraction.articles.map(({ part }) => part)).toEqual(['chapter 3', 'chapter 4'])
    const [first, second] = extraction.articles
    if (!first || !second) return
    expect(known(first)).toMatchObject({
      title: 'The wall that moved',
      byline: 'Inge Maar',
      outlet: 'Island Press',
      published: '2031-03-04',
      language: 'en',
    })
    expect(known(second)).toMatchObject({ title: 'Spring tide at Port Ansel', outlet: 'Island Press' })
    expect(known(second)).not.toHaveProperty('byline')
    expect(visible(second)).toEqual(story)
    expect(refusedParts(extraction)).toEqual(['chapter 1: import/passed-over', 'chapter 2: import/passed-over'])
  })

  it('is known by its first file, whatever it is called', async () => {
    expect((await extract(book({ metadata, documents }), 'edition.zip')).articles.length).toBeGreaterThan(1)
  })
})

describe('an EPUB of one article', () => {
  it("has the book's title, author and date", async () => {
    const one =
      '<dc:title>The wall</dc:title><dc:creator>Inge Maar</dc:creator><dc:creator>Tove Lind</dc:creator><dc:publisher>Island Press</dc:publisher><dc:date>2031-03-04T00:00:00+00:00</dc:date><dc:language>eng</dc:language>'
    const { articles } = await extract(
      book({ metadata: one, documents: { 'a.xhtml': xhtml('x', paragraphs) } }),
      'a.epub',
    )
    expect(articles.map(({ part }) => part)).toEqual([null])
    expect(articles[0] && known(articles[0])).toEqual({
      title: 'The wall',
      byline: 'Inge Maar, Tove Lind',
      outlet: 'Island Press',
      published: '2031-03-04',
      language: 'en',
    })
    expect(articles[0] && visible(articles[0])).toEqual(story)
  })
})

describe('a book that can not be read', () => {
  const documents = { 'a.xhtml': xhtml('x', paragraphs) }

  it('is refused with the reason', async () => {
    const rights = { 'META-INF/rights.xml': bytesOf('<rights/>') }
    expect(await refusalOf(extract(book({ documents }, rights), 'a.epub'))).toBe('import/encrypted')
    const bomb = '<!DOCTYPE package [<!ENTITY a "aaaa">]>'
    expect(await refusalOf(extract(book({ documents, head: bomb }), 'a.epub'))).toBe('import/doctype')
    expect(await refusalOf(extract(zipSync({ mimetype: bytesOf('application/epub+zip') }), 'a.epub'))).toBe(
      'import/unreadable',
    )
    expect(await refusalOf(extract(book({ documents, metadata: '<a>'.repeat(50_000) }), 'a.epub'))).toBe(
      'import/unreadable',
    )
    expect(await refusalOf(extract(book({ documents: {} }), 'a.epub'))).toBe('import/no-text')
  })

  it('with a chapter missing gives the others', async () => {
    const whole = book({ documents: { ...documents, 'b.xhtml': xhtml('y', paragraphs) } })
    const renamed = Buffer.from(
      Buffer.from(whole).toString('latin1').replaceAll('text/b.xhtml', 'text/c.xhtml'),
      'latin1',
    )
    const extraction = await extract(renamed, 'a.epub')
    expect(extraction.articles).toHaveLength(1)
    expect(refusedParts(extraction)).toEqual(['chapter 2: import/unreadable'])
  })
})
