import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'

/** An article as its author wrote it, to be put into files of every format. */
export type PlainArticle = {
  title: string
  byline: string
  outlet: string
  /** A day, such as 2031-03-14. */
  published: string
  url: string
  paragraphs: readonly string[]
}

export type Wrapping = { fileName: string; bytes: Uint8Array }

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const paragraphsOf = ({ paragraphs }: PlainArticle): string =>
  paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('\n')

/** "14 March 2031". */
export function dayInWords(day: string): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(`${day}T00:00:00Z`))
}

/** As mail and RSS write it: "Fri, 14 Mar 2031 09:30:00 +0200". */
function mailDate(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(date)
  return `${part({ weekday: 'short' })}, ${day.slice(8)} ${part({ month: 'short' })} ${day.slice(0, 4)} 09:30:00 +0200`
}

/** A page with the furniture that news sites put around an article. */
export function pageOf(article: PlainArticle): string {
  const { title, byline, outlet, published, url } = article
  const linked = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: `${published}T09:30:00+02:00`,
    author: [{ '@type': 'Person', name: byline }],
    publisher: { '@type': 'Organization', name: outlet },
  }
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)} | ${escaped(outlet)}</title>
<link rel="canonical" href="${escaped(url)}"><meta property="og:site_name" content="${escaped(outlet)}">
<meta property="og:title" content="${escaped(title)}">
<script type="application/ld+json">${JSON.stringify(linked).replaceAll('<', '\\u003c')}</script></head><body>
<div class="cookie-banner"><p>We use cookies to improve your experience.</p><button>Accept all</button></div>
<header><a href="/">Home</a><nav><ul><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article><h1>${escaped(title)}</h1>
<p class="byline">By <a rel="author" href="/staff">${escaped(byline)}</a></p>
<p class="dateline"><time datetime="${published}T09:30:00+02:00">${dayInWords(published)}</time></p>
<ul class="share"><li><a href="#">Share on Facebook</a></li><li><a href="#">Share on X</a></li></ul>
${paragraphsOf(article)}
</article>
<aside class="related"><h2>Related stories</h2><ul><li><a href="/a">Ten ways to cross the strait</a></li><li><a href="/b">What the tide tables say</a></li></ul></aside>
<section class="newsletter"><h2>Sign up for our newsletter</h2><form><input type="email"></form></section>
<section id="comments"><h2>Comments (2)</h2><div class="comment"><p>First!</p></div></section></main>
<footer><p>© ${escaped(outlet)}. All rights reserved.</p></footer></body></html>`
}

const base64Lines = (text: string): string =>
  (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n')

const encodedWord = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`

function mailOf(article: PlainArticle): string {
  const { title, outlet, published } = article
  return [
    `From: ${encodedWord(outlet)} <news@post.example>`,
    'To: reader@example.org',
    `Subject: ${encodedWord(title)}`,
    `Date: ${mailDate(published)}`,
    'MIME-Version: 1.0',
    'List-Id: <news.post.example>',
    'Content-Type: multipart/alternative; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64Lines(article.paragraphs.join('\n\n')),
    '--part',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64Lines(`<html><body><h1>${escaped(title)}</h1>${paragraphsOf(article)}</body></html>`),
    '--part--',
    '',
  ].join('\r\n')
}

function archivedPageOf(article: PlainArticle): string {
  return [
    'From: <Saved by Blink>',
    `Snapshot-Content-Location: ${article.url}`,
    `Subject: ${encodedWord(article.title)}`,
    'Date: Sun, 1 Jun 2031 08:00:00 -0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="----page"',
    '',
    '',
    '------page',
    'Content-Type: text/html',
    'Content-ID: <frame-0@mhtml.blink>',
    'Content-Transfer-Encoding: base64',
    `Content-Location: ${article.url}`,
    '',
    base64Lines(pageOf(article)),
    '------page',
    'Content-Type: text/css',
    'Content-Transfer-Encoding: 8bit',
    'Content-Location: cid:css-1@mhtml.blink',
    '',
    'p { color: black }',
    '------page--',
    '',
  ].join('\r\n')
}

function bookOf(article: PlainArticle): Uint8Array {
  const { title, byline, outlet, published } = article
  const opf = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(byline)}</dc:creator><dc:publisher>${escaped(outlet)}</dc:publisher><dc:date>${published}</dc:date><dc:language>en</dc:language></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`
  const text = `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${escaped(title)}</title></head><body><h1>${escaped(title)}</h1>${paragraphsOf(article)}</body></html>`
  const container =
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
  return zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(container),
    'content.opf': strToU8(opf),
    'a.xhtml': strToU8(text),
  })
}

/** A document with Word's own style names, the byline and date as its second and third paragraph. */
function documentOf(article: PlainArticle): Uint8Array {
  const paragraph = (text: string, style = ''): string =>
    `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
  const body = [
    paragraph(article.title, 'Title'),
    paragraph(`By ${article.byline}`),
    paragraph(dayInWords(article.published)),
    ...article.paragraphs.map((text) => paragraph(text)),
  ].join('')
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/${type}" Target="${target}"/>`
  const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
  const types = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  return zipSync({
    '[Content_Types].xml': strToU8(types),
    '_rels/.rels': strToU8(
      `<?xml version="1.0"?><Relationships ${relations}>${relation('r1', 'officeDocument/2006/relationships/officeDocument', 'word/document.xml')}</Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<?xml version="1.0"?><Relationships ${relations}>${relation('r1', 'officeDocument/2006/relationships/styles', 'styles.xml')}</Relationships>`,
    ),
    'word/styles.xml': strToU8(
      `<?xml version="1.0"?><w:styles ${w}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>`,
    ),
    'word/document.xml': strToU8(`<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>`),
  })
}

function captureOf(article: PlainArticle): Buffer {
  const http = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${pageOf(article)}`)
  const head = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: ${article.url}\r\nWARC-Date: 2031-06-01T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), http, Buffer.from('\r\n\r\n')])
}

const rssOf = (article: PlainArticle): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${escaped(article.outlet)}</title><link>https://post.example/</link><language>en</language><item><title>${escaped(article.title)}</title><link>${escaped(article.url)}</link><dc:creator>${escaped(article.byline)}</dc:creator><pubDate>${mailDate(article.published)}</pubDate><content:encoded><![CDATA[${paragraphsOf(article)}]]></content:encoded></item></channel></rss>`

const atomOf = (article: PlainArticle): string =>
  `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>${escaped(article.outlet)}</title><id>urn:feed</id><updated>${article.published}T09:30:00+02:00</updated><entry><title>${escaped(article.title)}</title><id>${escaped(article.url)}</id><link href="${escaped(article.url)}"/><author><name>${escaped(article.byline)}</name></author><published>${article.published}T09:30:00+02:00</published><updated>${article.published}T09:30:00+02:00</updated><content type="html">${escaped(paragraphsOf(article))}</content></entry></feed>`

const jsonFeedOf = ({ title, byline, outlet, published, url, ...article }: PlainArticle): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet,
    language: 'en',
    items: [
      {
        id: url,
        url,
        title,
        authors: [{ name: byline }],
        date_published: `${published}T09:30:00+02:00`,
        content_html: article.paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join(''),
      },
    ],
  })

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

const tableOf = ({ title, byline, outlet, published, url, paragraphs }: PlainArticle): string =>
  `title,author,source,date,url,text\r\n${[title, byline, outlet, published, url, paragraphs.join('\n\n')].map(quoted).join(',')}\r\n`

const recordOf = ({ title, byline, outlet, published, url, paragraphs }: PlainArticle): string =>
  `${JSON.stringify({ id: 1, title, byline, outlet, published, url, language: 'en', text: paragraphs.join('\n\n') })}\n`

const markdownOf = ({ title, byline, outlet, published, url, paragraphs }: PlainArticle): string =>
  `---\ntitle: ${JSON.stringify(title)}\nauthor: ${JSON.stringify(byline)}\noutlet: ${JSON.stringify(outlet)}\ndate: ${published}\nurl: ${url}\n---\n\n${paragraphs.map((paragraph) => paragraph.replace(/([\\`*_[\]<>#])/g, '\\$1').replace(/^(\d+)([.)])/, '$1\\$2')).join('\n\n')}\n`

/** One article in a file of each format; every format that a test helper can write without another program. */
export const wrappings: Readonly<Record<string, (article: PlainArticle) => Wrapping>> = {
  html: (article) => ({ fileName: 'page.html', bytes: strToU8(pageOf(article)) }),
  markdown: (article) => ({ fileName: 'note.md', bytes: strToU8(markdownOf(article)) }),
  mhtml: (article) => ({ fileName: 'page.mhtml', bytes: strToU8(archivedPageOf(article)) }),
  eml: (article) => ({ fileName: 'mail.eml', bytes: strToU8(mailOf(article)) }),
  docx: (article) => ({ fileName: 'paper.docx', bytes: documentOf(article) }),
  epub: (article) => ({ fileName: 'book.epub', bytes: bookOf(article) }),
  warc: (article) => ({ fileName: 'crawl.warc', bytes: captureOf(article) }),
  'warc.gz': (article) => ({ fileName: 'crawl.warc.gz', bytes: gzipSync(captureOf(article)) }),
  zip: (article) => ({ fileName: 'pages.zip', bytes: zipSync({ 'a/page.html': strToU8(pageOf(article)) }) }),
  rss: (article) => ({ fileName: 'feed.rss', bytes: strToU8(rssOf(article)) }),
  atom: (article) => ({ fileName: 'feed.atom', bytes: strToU8(atomOf(article)) }),
  'json feed': (article) => ({ fileName: 'feed.json', bytes: strToU8(jsonFeedOf(article)) }),
  csv: (article) => ({ fileName: 'table.csv', bytes: strToU8(tableOf(article)) }),
  ndjson: (article) => ({ fileName: 'articles.ndjson', bytes: strToU8(recordOf(article)) }),
}
