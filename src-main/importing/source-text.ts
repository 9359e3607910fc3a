import type { FileToExtract, SourceText } from '../domain/extraction'
import { decodeFile, decodeText } from './decode'
import { hasText } from './formats/parsed'
import { type Format, formatOf } from './sniff'

/** More would be no help beside a text, and slow to show. */
const mostLines = 5000
const mostCharacters = 1_000_000

/**
 * The text of a file as it stands there, in its order, read by simpler means than those that tell an article from the
 * rest: of a page all that a browser would show as text, of a PDF the text of its pages, of other files the text as it is
 * stored.
 * @throws ExpectedError import/binary, import/no-text, import/not-supported, import/encrypted, import/unreadable, …
 */
export async function readSource(file: FileToExtract): Promise<SourceText> {
  const lines: string[] = []
  let characters = 0
  for await (const line of linesOf(formatOf(file), file)) {
    const text = line.replace(/\s+/g, ' ').trim()
    if (!hasText(text)) continue
    if (lines.length >= mostLines || characters + text.length > mostCharacters) return { lines, truncated: true }
    lines.push(text)
    characters += text.length
  }
  return { lines, truncated: false }
}

type Lines = AsyncIterable<string> | Iterable<string> | Promise<Iterable<string>>

async function* linesOf(format: Format, file: FileToExtract): AsyncGenerator<string> {
  const read = readers[format] ?? textLines
  yield* await read(file)
}

/** Formats that are not text as they are stored. */
const readers: Partial<Record<Format, (file: FileToExtract) => Lines>> = {
  html: (file) => pageLines(decodeFile(file, 'markup').text, file.fileName.toLowerCase().endsWith('.xhtml')),
  copied: (file) => pageLines(decodeFile(file, 'markup').text.replace(/^Version:\d[\s\S]*?(?=<)/i, ''), false),
  feed: (file) => feedLines(decodeFile(file, 'markup').text),
  pdf: pdfLines,
  docx: docxLines,
  eml: messageLines,
  mhtml: messageLines,
  epub: bookLines,
}

const textLines = (file: FileToExtract): string[] => decodeFile(file, 'text').text.split(/\r\n|[\r\n]/)

/** Elements that begin a new line, by their names in the page's source. */
const lineTag =
  /<\/?(?:address|article|aside|blockquote|body|br|button|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hgroup|hr|html|legend|li|main|menu|nav|ol|option|p|pre|search|section|summary|table|tbody|tfoot|thead|tr|ul)\b[^>]*>/g

/** Lines of a page as its blocks divide its text. */
async function pageLines(source: string, xml: boolean): Promise<string[]> {
  const { slimHtml } = await import('./formats/html-slim')
  const html = slimHtml(source, xml)
  return html
    .replace(/<title\b[^>]*>[^<]*<\/title>/g, '')
    .replace(/\s+/g, ' ')
    .replace(lineTag, '\n')
    .replace(/<\/?t[dh]\b[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|nbsp|quot);/g, (_, name: string) => characterOf[name] ?? '')
    .replaceAll('&amp;', '&')
    .split('\n')
}

const characterOf: Readonly<Record<string, string>> = { lt: '<', gt: '>', nbsp: ' ', quot: '"' }

/** Each element of a feed is a line of its own, or a page's source once more. */
async function feedLines(source: string): Promise<string[]> {
  const values = source.split(/(<!\[CDATA\[[\s\S]*?\]\]>)/).map((piece) =>
    piece.startsWith('<![CDATA[')
      ? piece.slice('<![CDATA['.length, -']]>'.length)
      : piece
          .replace(/<[^>]*>/g, '<br>')
          .replace(/&(lt|gt|quot);/g, (_, name: string) => characterOf[name] ?? '')
          .replaceAll('&amp;', '&'),
  )
  return pageLines(values.join(''), false)
}

async function* pdfLines({ bytes }: FileToExtract): AsyncGenerator<string> {
  const { getDocumentProxy } = await import('unpdf')
  // The library takes possession of the bytes, so it gets a copy. Nothing of the document is run or fetched.
  const document = await getDocumentProxy(Uint8Array.from(bytes), {
    useSystemFonts: false,
    enableXfa: false,
    verbosity: 0,
  })
  try {
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
      page.cleanup()
      yield* text.split('\n')
    }
  } finally {
    await document.loadingTask.destroy()
  }
}

async function docxLines({ bytes }: FileToExtract): Promise<string[]> {
  const [{ default: mammoth }, { docxParts }] = await Promise.all([import('mammoth'), import('./formats/docx-parts')])
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docxParts(bytes).bytes) })
  return value.split('\n')
}

/** The shown parts of a message or saved page, without the plain text beside a part that is marked up. */
async function messageLines({ bytes }: FileToExtract): Promise<string[]> {
  const { allParts, bodyOf, headerOf, isAttached, parseMime } = await import('./formats/mime')
  const shown = allParts(parseMime(bytes)).filter((part) => part.parts.length === 0 && !isAttached(part))
  const pages = shown.filter((part) => /^(?:text\/html|application\/xhtml\+xml)$/.test(part.type))
  const texts = (pages.length > 0 ? pages : shown.filter((part) => part.type === 'text/plain')).map((part) => {
    const mediaType = headerOf(part, 'content-type') ?? part.type
    const kind = pages.length > 0 ? 'markup' : 'text'
    return decodeFile({ bytes: bodyOf(part), fileName: '', mediaType }, kind).text
  })
  if (pages.length === 0) return texts.flatMap((text) => text.split(/\r\n|[\r\n]/))
  return (await Promise.all(texts.map((text) => pageLines(text, false)))).flat()
}

/** The documents of a book, in the order of their names: which of them are read, and when, is what is checked. */
async function* bookLines({ bytes }: FileToExtract): AsyncGenerator<string> {
  const { createUnzip, zipEntries } = await import('./formats/zip-entries')
  const unzip = createUnzip(bytes)
  for (const entry of zipEntries(bytes).toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    if (/\.x?html?$/i.test(entry.path)) yield* await pageLines(decodeText(unzip(entry), null).text, true)
  }
}
