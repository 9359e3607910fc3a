import { deflateSync, gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import type { FileToExtract } from '../../src-main/domain/extraction'

/** Files that cost far more than their size; each maker takes how far it goes. */
const file = (fileName: string, content: string | Uint8Array): FileToExtract => ({
  fileName,
  bytes: typeof content === 'string' ? Buffer.from(content, 'latin1') : content,
})

/** A text over and over, up to so many bytes. */
const filled = (bytes: number, unit: string): string => unit.repeat(Math.ceil(bytes / unit.length))

const sentence = 'The harbour wall gave way on Monday night, the port authority said, and the ferries stay in port. '

/** Sentences that compress by no more than prose does, since each has numbers of its own. */
function prose(bytes: number, unit: (number: number) => string): string {
  const parts: string[] = []
  for (let length = 0, number = 1; length < bytes; number += 1) {
    const part = unit((number * 829_348_951) % 2 ** 31)
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}

// --- Text and pages

export const manyLines = (bytes: number) => file('lines.txt', filled(bytes, 'A line.\n\n'))
export const openBrackets = (bytes: number) => file('brackets.md', filled(bytes, '[a]('))
export const openElements = (bytes: number) => file('deep.html', `<html><body>${filled(bytes, '<div>')}text`)

// --- PDF

/** A PDF of objects in their order, the first one its catalogue. */
function pdfFile(fileName: string, objects: readonly (string | Uint8Array)[]): FileToExtract {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let at = parts[0]?.length ?? 0
  const add = (part: Buffer) => {
    parts.push(part)
    at += part.length
  }
  for (const [index, object] of objects.entries()) {
    offsets.push(at)
    add(Buffer.from(`${index + 1} 0 obj\n`))
    add(Buffer.from(object as string, 'latin1'))
    add(Buffer.from('\nendobj\n'))
  }
  const start = at
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  add(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${rows}`))
  add(Buffer.from(`trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`))
  return file(fileName, Buffer.concat(parts))
}

const pdfFont = '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>'
const pdfPage =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>'

function flateStream(plain: string): Buffer {
  const packed = deflateSync(Buffer.from(plain, 'latin1'), { level: 1 })
  const head = `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')])
}

const drawn = (text: string) => `BT /F1 10 Tf 50 700 Td (${text}) Tj ET\n`

/** A page whose stream inflates to so many bytes. */
export const pdfStream = (bytes: number, unit = drawn(sentence)) =>
  pdfFile('stream.pdf', [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    pdfPage,
    flateStream(filled(bytes, unit)),
    pdfFont,
  ])

/** A page tree that is its own child. */
export const pdfCircle = () =>
  pdfFile('circle.pdf', [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1000000 /Kids [2 0 R 2 0 R] /Parent 2 0 R >>',
  ])

// --- Word, books, archives

const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const relations =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'

const wordFile = (fileName: string, body: string): FileToExtract =>
  file(
    fileName,
    zipSync(
      {
        '[Content_Types].xml': strToU8(types),
        '_rels/.rels': strToU8(relations),
        'word/document.xml': strToU8(
          `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
        ),
      },
      { level: 1 },
    ),
  )

/** A document of one paragraph over and over: packed to less than a two-hundredth. */
export const denseDocument = (bytes: number) =>
  wordFile('dense.docx', filled(bytes, '<w:p><w:r><w:t>x</w:t></w:r></w:p>'))

/** A document of very many paragraphs that are packed as densely as prose. */
export const longDocument = (bytes: number) =>
  wordFile(
    'long.docx',
    prose(bytes, (number) => `<w:p><w:r><w:t>${number.toString(36)}</w:t></w:r></w:p>`),
  )

const container =
  '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'

function bookFile(fileName: string, spine: string, chapter: string): FileToExtract {
  const opf = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Tides</dc:title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine>${spine}</spine></package>`
  return file(
    fileName,
    zipSync({
      mimetype: [strToU8('application/epub+zip'), { level: 0 }],
      'META-INF/container.xml': strToU8(container),
      'content.opf': strToU8(opf),
      'a.xhtml': strToU8(chapter),
    }),
  )
}

const chapterOf = (body: string) => `<html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html>`

/** A book whose reading order names one chapter so many times. */
export const repeatedChapter = (count: number) =>
  bookFile('repeated.epub', '<itemref idref="a"/>'.repeat(count), chapterOf(`<p>${sentence.repeat(40)}</p>`))

/** A chapter of one letter over and over. */
export const denseChapter = (bytes: number) =>
  bookFile('dense.epub', '<itemref idref="a"/>', chapterOf(`<p>${filled(bytes, 'x')}</p>`))

/** An archive that claims so many files, all of them the same few bytes. */
export function claimedFiles(count: number): FileToExtract {
  const one = Buffer.from(zipSync({ 'a.txt': strToU8('text') }))
  const end = one.subarray(one.length - 22)
  const directory = one.subarray(end.readUInt32LE(16), one.length - 22)
  const closing = Buffer.from(end)
  closing.writeUInt16LE(Math.min(count, 0xfffe), 8)
  closing.writeUInt16LE(Math.min(count, 0xfffe), 10)
  closing.writeUInt32LE(directory.length * count, 12)
  const parts = [one.subarray(0, end.readUInt32LE(16)), ...Array<Buffer>(count).fill(directory), closing]
  return file('claimed.zip', Buffer.concat(parts))
}

/** Archives in archives in archives, each of ten, down to so many levels. */
export function nestedArchives(levels: number): FileToExtract {
  let inner: Uint8Array = strToU8(sentence)
  let ending = 'txt'
  for (let level = 0; level < levels; level += 1) {
    const names = Array.from({ length: 10 }, (_, index) => `${level}-${index}.${ending}`)
    inner = zipSync(Object.fromEntries(names.map((name) => [name, inner])))
    ending = 'zip'
  }
  return file('nested.zip', inner)
}

export const denseArchive = (bytes: number) => file('dense.zip', zipSync({ 'a.txt': new Uint8Array(bytes) }))

// --- Web archives

const capture = (url: string, http: Uint8Array) =>
  Buffer.concat([
    Buffer.from(
      `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2031-06-01T08:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length}\r\n\r\n`,
    ),
    http,
    Buffer.from('\r\n\r\n'),
  ])

const httpPage = (body: Uint8Array | string, headers = '') =>
  Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${headers}\r\n`),
    Buffer.from(body as string),
  ])

/** So many captures of different pages. */
export const manyCaptures = (count: number) => {
  const one = httpPage(`<p>${sentence}</p>`)
  return file(
    'captures.warc',
    Buffer.concat(Array.from({ length: count }, (_, index) => capture(`https://post.example/${index}`, one))),
  )
}

/** Records that inflate as one to so many bytes. */
export const denseRecords = (bytes: number) => file('dense.warc.gz', gzipSync(Buffer.alloc(bytes, 10), { level: 1 }))

/** Pages that their server packed, each of so many bytes. */
export const densePages = (count: number, bytes: number) => {
  const packed = gzipSync(Buffer.alloc(bytes, 'x'))
  const pages = Array.from({ length: count }, (_, index) =>
    capture(`https://post.example/${index}`, httpPage(packed, 'Content-Encoding: gzip\r\n')),
  )
  return file('pages.warc', Buffer.concat(pages))
}

/** A web archive whose records inflate to so many bytes. */
export const denseWebArchive = (bytes: number) =>
  file(
    'dense.wacz',
    zipSync({ 'archive/data.warc.gz': [gzipSync(Buffer.alloc(bytes, 10), { level: 1 }), { level: 0 }] }),
  )

// --- Mail

const mailHead =
  'From: news@post.example\r\nSubject: Tides\r\nDate: Fri, 14 Mar 2031 09:30:00 +0200\r\nMIME-Version: 1.0\r\n'
const pageHead = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/\r\nMIME-Version: 1.0\r\n`
const textPart = `Content-Type: text/plain\r\n\r\n${sentence}\r\n`

const partsOf = (count: number) =>
  `Content-Type: multipart/mixed; boundary="b"\r\n\r\n${`--b\r\n${textPart}`.repeat(count)}--b--\r\n`

export const manyParts = (count: number) => file('parts.eml', mailHead + partsOf(count))
export const manyPageParts = (count: number) => file('parts.mhtml', pageHead + partsOf(count))

/** Parts in parts, so many deep. */
const nestedParts = (depth: number) =>
  Array.from(
    { length: depth },
    (_, level) => `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n`,
  ).join('') + textPart

export const deepParts = (depth: number) => file('deep.eml', mailHead + nestedParts(depth))
export const deepPageParts = (depth: number) => file('deep.mhtml', pageHead + nestedParts(depth))

/** Mails in mails, so many deep. */
export const nestedMails = (depth: number) =>
  file('nested.eml', `${mailHead}Content-Type: message/rfc822\r\n\r\n`.repeat(depth) + mailHead + textPart)

export const manyMessages = (count: number) =>
  file('box.mbox', `From a@post.example Fri Mar 14 09:30:00 2031\r\n${mailHead}\r\n${sentence}\r\n\r\n`.repeat(count))

// --- Feeds, lists, tables

export const manyItems = (count: number) =>
  file(
    'items.rss',
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>${'<item><title>A</title><description>word</description></item>'.repeat(count)}</channel></rss>`,
  )

export const openItems = (depth: number) =>
  file('deep.rss', `<?xml version="1.0"?><rss version="2.0"><channel>${'<item>'.repeat(depth)}`)

export const manyEntries = (count: number) =>
  file(
    'items.json',
    `{"version":"https://jsonfeed.org/version/1.1","title":"Post","items":[${'{"id":"1","content_text":"word"},'.repeat(count)}{}]}`,
  )

export const deepList = (depth: number) => file('deep.json', '['.repeat(depth))
export const deepLines = (depth: number) => file('deep.ndjson', `${'{"a":'.repeat(depth)}\n`.repeat(3))

export const longCell = (bytes: number) => file('cell.csv', `title,text\nA,"${filled(bytes, 'word ')}`)
export const manyColumns = (count: number, rows: number) =>
  file(
    'columns.csv',
    `${Array.from({ length: count }, (_, index) => `c${index}`).join(',')},text\n${`${'x,'.repeat(count)}word\n`.repeat(rows)}`,
  )

export const openRecords = (count: number) => file('open.ris', 'TY  - NEWS\nTI  - A\n'.repeat(count))

export const openEntries = (bytes: number) => file('entries.bib', filled(bytes, '@a{'))
