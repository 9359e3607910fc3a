import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { bytesOf, extract, page, refusalOf, refusedParts } from './support'

type Sent = { url: string; body: Uint8Array; type?: string; status?: string; headers?: string; kind?: string }

function record({
  url,
  body,
  type = 'text/html; charset=utf-8',
  status = '200 OK',
  headers = '',
  kind = 'response',
}: Sent): Buffer {
  const start =
    kind === 'request' ? `GET / HTTP/1.1\r\n${headers}` : `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n${headers}`
  const block = Buffer.concat([Buffer.from(`${start}\r\n`), body])
  const content = `application/http; msgtype=${kind}`
  return Buffer.concat([
    Buffer.from(
      `WARC/1.0\r\nWARC-Type: ${kind}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2032-01-09T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: ${content}\r\nContent-Length: ${block.length}\r\n\r\n`,
    ),
    block,
    Buffer.from('\r\n\r\n'),
  ])
}
const html = (title: string) => bytesOf(page(title))
const crawl = (...records: Sent[]) => Buffer.concat(records.map(record))
const compressed = (...records: Sent[]) => Buffer.concat(records.map((one) => gzipSync(record(one))))

const captured: Sent[] = [
  { url: 'https://press.example/world/wall', body: html('The wall') },
  { url: 'https://press.example/', body: html('Front') },
  { url: 'https://press.example/world/wall', body: html('The wall') },
  { url: 'https://press.example/a.png', body: bytesOf('x'), type: 'image/png' },
  { url: 'https://press.example/old', body: bytesOf(''), status: '301 Moved Permanently' },
]

describe.each([
  ['press.warc', crawl],
  ['press.warc.gz', compressed],
])('%s', (fileName, make) => {
  it('holds the pages that were captured, each once and with its address', async () => {
    const extraction = await extract(make(...captured), fileName)
    expect(extraction.files.map((file) => [file.fileName, file.mediaType, file.given?.url?.value])).toEqual([
      [`${fileName}/press.example/world/wall.html`, 'text/html; charset=utf-8', 'https://press.example/world/wall'],
      [`${fileName}/press.example/index.html`, 'text/html; charset=utf-8', 'https://press.example/'],
    ])
    expect(Buffer.from(extraction.files[0]?.bytes ?? []).toString()).toBe(page('The wall'))
    expect(refusedParts(extraction)).toEqual([
      '1 redirects and errors: import/passed-over',
      '1 picture or style: import/passed-over',
    ])
  })

  it('unpacks what servers packed', async () => {
    const body = Buffer.from(page('Packed'))
    const half = Math.floor(body.length / 2)
    const chunked = Buffer.concat([
      Buffer.from(`${half.toString(16)}\r\n`),
      body.subarray(0, half),
      Buffer.from(`\r\n${(body.length - half).toString(16)};x=y\r\n`),
      body.subarray(half),
      Buffer.from('\r\n0\r\n\r\n'),
    ])
    const ways: [string, Uint8Array][] = [
      ['Content-Encoding: gzip\r\n', gzipSync(body)],
      ['Content-Encoding: br\r\n', brotliCompressSync(body)],
      ['Content-Encoding: deflate\r\n', deflateSync(body)],
      ['Transfer-Encoding: chunked\r\n', chunked],
      ['Content-Encoding: gzip\r\n', body],
      ['Transfer-Encoding: chunked\r\n', body],
    ]
    const records = ways.map(([headers, packed], at) => ({ url: `https://press.example/${at}`, body: packed, headers }))
    const { files } = await extract(make(...records), fileName)
    expect(files.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(ways.map(() => page('Packed')))
  })

  it('leaves out what the browser fetched as a frame', async () => {
    const frame = { url: 'https://ads.example/frame', body: html('Frame') }
    const asked = { url: frame.url, body: bytesOf(''), headers: 'Sec-Fetch-Dest: iframe\r\n', kind: 'request' }
    const { files } = await extract(make(...captured, frame, asked), fileName)
    expect(files.map((file) => file.given?.url?.value)).not.toContain(frame.url)
  })

  it('cut off is read up to there', async () => {
    const whole = make(...captured)
    const { files } = await extract(whole.subarray(0, Math.floor(whole.length * 0.7)), fileName)
    expect(files.length).toBeGreaterThan(0)
  })

  it('with nothing but pictures, or nothing at all, is refused', async () => {
    expect(
      await refusalOf(extract(make({ url: 'https://a.example/x', body: bytesOf('x'), type: 'image/gif' }), fileName)),
    ).toBe('import/archive-empty')
    expect(await refusalOf(extract('WARC/1.0\r\n', fileName))).toMatch(/^import\/(unreadable|archive-empty)$/)
  })
})

describe('pages of an archive', () => {
  it('that pack more than any page holds are named as unreadable, the others come', async () => {
    const bomb = {
      url: 'https://a.example/bomb',
      body: gzipSync(new Uint8Array(60 * 1024 * 1024)),
      headers: 'Content-Encoding: gzip\r\n',
    }
    const extraction = await extract(compressed(bomb, ...captured), 'a.warc.gz')
    expect(refusedParts(extraction)[0]).toBe('https://a.example/bomb: import/unreadable')
    expect(extraction.files).toHaveLength(2)
  })

  it('have names that lead nowhere else, and no two alike', async () => {
    const addresses = [
      'https://a.example/../..%2f..%2fetc/passwd',
      'https://a.example/x?id=1',
      'https://a.example/x?id=2',
      'https://a.example/x.html',
    ]
    const { files } = await extract(crawl(...addresses.map((url, at) => ({ url, body: html(`${at}`) }))), 'a.warc')
    expect(files.map(({ fileName }) => fileName)).toEqual([
      'a.warc/a.example/etc/passwd.html',
      'a.warc/a.example/x.html',
      'a.warc/a.example/x (2).html',
      'a.warc/a.example/x (3).html',
    ])
  })
})

describe('a WACZ', () => {
  const pages =
    '{"format":"json-pages-1.0","id":"pages"}\n{"id":"1","url":"https://press.example/world/wall#part","title":"x"}\n'
  const packed = (files: Record<string, Uint8Array>) =>
    zipSync({
      'datapackage.json': bytesOf('{}'),
      'archive/data.warc.gz': [compressed(...captured), { level: 0 }],
      ...files,
    })

  it('holds the pages that it lists, and all where it lists none', async () => {
    const listed = await extract(packed({ 'pages/pages.jsonl': bytesOf(pages) }), 'a.wacz')
    expect(listed.files.map(({ fileName }) => fileName)).toEqual(['a.wacz/press.example/world/wall.html'])
    expect(refusedParts(listed)).toEqual([
      '1 redirects and errors: import/passed-over',
      '2 pictures, styles and the like: import/passed-over',
    ])
    expect((await extract(packed({}), 'a.wacz')).files).toHaveLength(2)
    const elsewhere = bytesOf(pages.replace('press.example', 'other.example'))
    expect((await extract(packed({ 'pages/pages.jsonl': elsewhere }), 'a.wacz')).files).toHaveLength(2)
  })

  it('without an archive in it is refused', async () => {
    expect(await refusalOf(extract(zipSync({ 'pages/pages.jsonl': bytesOf(pages) }), 'a.wacz'))).toBe(
      'import/archive-empty',
    )
  })
})
