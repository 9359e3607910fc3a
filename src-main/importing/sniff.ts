import { ExpectedError } from '../domain/error'
import { copiedMediaType, type FileToExtract } from '../domain/extraction'
import type { FormatReader } from './formats/parsed'
import { readTextFile } from './formats/text'
import { documentFormat, isEncryptedOffice } from './sniff-documents'

type FormatInfo = {
  /** As it is called in messages. */
  name: string
  /** In lower case, without the dot. */
  extensions: readonly string[]
  /** Larger files are refused. */
  megabytes: number
  /** A format's reader brings its library with it, so it is loaded when the first such file comes. Plain text has none. */
  load: () => Promise<FormatReader>
}

export const formats = {
  text: {
    name: 'text',
    extensions: ['txt', 'text'],
    megabytes: 50,
    load: async () => readTextFile,
  },
  markdown: {
    name: 'Markdown',
    extensions: ['md', 'markdown'],
    megabytes: 50,
    load: async () => (await import('./formats/markdown')).readMarkdownFile,
  },
  html: {
    name: 'HTML',
    extensions: ['html', 'htm', 'xhtml'],
    megabytes: 50,
    load: async () => (await import('./formats/html')).readHtmlFile,
  },
  copied: {
    name: 'HTML',
    extensions: [],
    megabytes: 50,
    load: async () => (await import('./formats/copied')).readCopiedFile,
  },
  pdf: {
    name: 'PDF',
    extensions: ['pdf'],
    megabytes: 100,
    load: async () => (await import('./formats/pdf')).readPdfFile,
  },
  docx: {
    name: 'DOCX',
    extensions: ['docx', 'docm', 'dotx'],
    megabytes: 100,
    load: async () => (await import('./formats/docx')).readDocxFile,
  },
  eml: {
    name: 'mail',
    extensions: ['eml', 'mbox'],
    megabytes: 100,
    load: async () => (await import('./formats/eml')).readEmlFile,
  },
  mhtml: {
    name: 'MHTML',
    extensions: ['mhtml', 'mht'],
    megabytes: 100,
    load: async () => (await import('./formats/mhtml')).readMhtmlFile,
  },
  feed: {
    name: 'feed',
    extensions: ['rss', 'atom', 'rdf', 'xml'],
    megabytes: 50,
    load: async () => (await import('./formats/feed')).readFeedFile,
  },
  json: {
    name: 'JSON',
    extensions: ['json', 'ndjson', 'jsonl', 'csljson'],
    megabytes: 50,
    load: async () => (await import('./formats/json')).readJsonFile,
  },
  csv: {
    name: 'CSV',
    extensions: ['csv', 'tsv', 'tab'],
    megabytes: 50,
    load: async () => (await import('./formats/csv')).readCsvFile,
  },
  ris: {
    name: 'RIS',
    extensions: ['ris'],
    megabytes: 50,
    load: async () => (await import('./formats/ris')).readRisFile,
  },
  bibtex: {
    name: 'BibTeX',
    extensions: ['bib', 'bibtex'],
    megabytes: 50,
    load: async () => (await import('./formats/bibtex')).readBibtexFile,
  },
  zip: {
    name: 'ZIP',
    extensions: ['zip'],
    megabytes: 200,
    load: async () => (await import('./formats/zip')).readZipFile,
  },
  epub: {
    name: 'EPUB',
    extensions: ['epub'],
    megabytes: 200,
    load: async () => (await import('./formats/epub')).readEpubFile,
  },
  warc: {
    name: 'WARC',
    extensions: ['warc'],
    megabytes: 200,
    load: async () => (await import('./formats/warc')).readWarcFile,
  },
  wacz: {
    name: 'WACZ',
    extensions: ['wacz'],
    megabytes: 200,
    load: async () => (await import('./formats/wacz')).readWaczFile,
  },
} as const satisfies Record<string, FormatInfo>

export type Format = keyof typeof formats

const formatByExtension: ReadonlyMap<string, Format> = new Map(
  Object.entries(formats).flatMap(([format, { extensions }]) =>
    extensions.map((extension) => [extension, format as Format]),
  ),
)

/** First bytes, as Latin-1, of file kinds that hold text only inside a container. */
const containers = [
  ...['%PDF-', 'PK\x03\x04', '\xd0\xcf\x11\xe0', '\x89PNG', '\xff\xd8\xff', 'GIF8', '\x1f\x8b', '7z\xbc\xaf', 'Rar!'],
  ...['\x7fELF', 'MZ\x90', 'SQLite format 3'],
]

const archiveStart = 'PK\x03\x04'
/** An archive without a single file consists of its directory's end. */
const emptyArchive = 'PK\x05\x06'
const gzipStart = '\x1f\x8b'
/** The first file of a book has this name and this content, unpacked (EPUB OCF, section 4.3). */
const bookStart = 'mimetypeapplication/epub+zip'
/** Formats that are archives; whether they are what their name says, their readers see. */
const archives: readonly string[] = ['zip', 'epub', 'wacz'] satisfies Format[]

/** What an archive is, by its first bytes and its name; null for any other file, and for archives of unknown kinds. */
function archiveFormat(head: string, fileName: string, known: Format | undefined): Format | null {
  if (head.startsWith('WARC/1.') || head.startsWith('WARC/0.')) return 'warc'
  if (head.startsWith(gzipStart)) return /\.warc\.gz$/i.test(fileName) || known === 'warc' ? 'warc' : null
  if (!head.startsWith(archiveStart) && !head.startsWith(emptyArchive)) return null
  if (head.slice(30, 30 + bookStart.length) === bookStart) return 'epub'
  return known && archives.includes(known) ? known : null
}

/** Text that is another format's source and would be read as gibberish. */
const otherSources = /^\s*(?:\{\\rtf|<\?xml[^>]*>\s*<svg\b)/i

const feedStart =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b[^>]*>/i

const htmlStart = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i

/** Databases hand out bibliographies as plain text too. */
function bibliographyFormat(head: string): Format | null {
  if (/^\s*TY {0,2}- {0,2}[A-Z]{3,6}\s*[\r\n]/.test(head)) return 'ris'
  return /^\s*@(?:article|misc|online|book|inproceedings|incollection|techreport|report|string)\s*\{/i.test(head)
    ? 'bibtex'
    : null
}

/** The part of a file name after its last dot, in lower case; empty where there is none. */
export const extensionOf = (fileName: string): string => /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''

/**
 * The format of a file by its name's extension and its first bytes: a page saved as `.txt` is still a page, a file
 * without a known extension is read if it is a page, or text without any extension.
 * @throws ExpectedError import/binary, import/not-supported
 */
export function formatOf({ fileName, bytes, mediaType }: FileToExtract): Format {
  if (mediaType === copiedMediaType) return 'copied'
  const extension = extensionOf(fileName)
  const known = formatByExtension.get(extension)
  const latin1 = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  const archive = archiveFormat(latin1, fileName, known)
  if (archive) return archive
  const document = documentFormat(latin1, extension)
  if (document) return document
  if (known === 'docx' && isEncryptedOffice(bytes)) throw new ExpectedError('import/encrypted')
  if (containers.some((start) => latin1.startsWith(start)))
    throw new ExpectedError(known ? 'import/binary' : 'import/not-supported', { extension })
  // Zero bytes of UTF-16 are dropped, so that its ASCII characters are seen.
  const head = latin1.replace(/^(?:\xff\xfe|\xfe\xff|\xef\xbb\xbf)/, '').replaceAll('\0', '')
  if (otherSources.test(head)) throw new ExpectedError('import/not-supported', { extension })
  if (feedStart.test(head)) return 'feed'
  if (known !== 'html' && htmlStart.test(head)) return 'html'
  const named = known === 'text' || extension === '' ? bibliographyFormat(head) : null
  if (named) return named
  if (known === 'feed') {
    if (/<!DOCTYPE/i.test(head)) throw new ExpectedError('import/doctype')
    throw new ExpectedError('import/not-supported', { extension })
  }
  if (known) return known
  if (extension === '') return 'text'
  throw new ExpectedError('import/not-supported', { extension })
}
