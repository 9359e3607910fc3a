import { ExpectedError } from '../domain/error'
import type { FileToExtract } from '../domain/extraction'
import type { FormatReader } from './formats/parsed'

type FormatInfo = {
  /** As it is called in messages. */
  name: string
  /** In lower case, without the dot. */
  extensions: readonly string[]
  /** Larger files are refused. */
  megabytes: number
  /** A format's reader brings its library with it, so it is loaded when the first such file comes. */
  load: () => Promise<FormatReader>
}

export const formats = {
  text: {
    name: 'text',
    extensions: ['txt', 'text'],
    megabytes: 50,
    load: async () => (await import('./formats/text')).readTextFile,
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

/** Text that is another format's source and would be read as gibberish. */
const otherSources = /^\s*(?:\{\\rtf|(?:From|MIME-Version|Return-Path|Received): |<\?xml[^>]*>\s*<(?:rss|feed|svg)\b)/i

const htmlStart = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i

/** The part of a file name after its last dot, in lower case; empty where there is none. */
export const extensionOf = (fileName: string): string => /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''

/**
 * The format of a file by its name's extension and its first bytes: a page saved as `.txt` is still a page, a file
 * without a known extension is read if it is a page, or text without any extension.
 * @throws ExpectedError import/binary, import/not-supported
 */
export function formatOf({ fileName, bytes }: FileToExtract): Format {
  const extension = extensionOf(fileName)
  const known = formatByExtension.get(extension)
  const latin1 = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  if (containers.some((start) => latin1.startsWith(start)))
    throw new ExpectedError(known ? 'import/binary' : 'import/not-supported', { extension })
  // Zero bytes of UTF-16 are dropped, so that its ASCII characters are seen.
  const head = latin1.replace(/^(?:\xff\xfe|\xfe\xff|\xef\xbb\xbf)/, '').replaceAll('\0', '')
  if (otherSources.test(head)) throw new ExpectedError('import/not-supported', { extension })
  if (known !== 'html' && htmlStart.test(head)) return 'html'
  if (known) return known
  if (extension === '') return 'text'
  throw new ExpectedError('import/not-supported', { extension })
}
