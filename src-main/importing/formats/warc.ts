import { ExpectedError } from '../../domain/error'
import type { FormatReader, ParsedFile } from './parsed'
import { type Capture, type Captures, createCaptures, readCaptures } from './warc-captures'
import { mediaLine } from './zip'
import { harmlessPath, unusedName } from './zip-entries'

/** Reads a web archive: the pages that were captured, to be extracted in turn, each with its address. */
export const readWarcFile: FormatReader = ({ bytes, fileName }) => {
  const captures = createCaptures()
  readCaptures(captures, bytes)
  return pagesOf(captures, fileName, null)
}

/**
 * Captures as files. Frames inside pages are told by what the browser asked for, and left out like pictures.
 * @param listed addresses of the pages that the archive's own list names, without fragments; null where it has none
 * @throws ExpectedError import/archive-empty
 */
export function pagesOf(captures: Captures, fileName: string, listed: ReadonlySet<string> | null): ParsedFile {
  const asked = captures.pages.filter(({ url }) => {
    const purpose = captures.purposes.get(url)
    return purpose === undefined || purpose === 'document'
  })
  const named = asked.filter(({ url }) => listed?.has(withoutFragment(url)))
  const pages = named.length > 0 ? named : asked
  if (pages.length === 0) throw new ExpectedError('import/archive-empty')
  const names = new Map<string, number>()
  const files = pages.map(({ url, bytes, mediaType }) => ({
    bytes,
    fileName: `${fileName}/${unusedName(pageName(url, mediaType), names)}`,
    mediaType,
    given: {
      url: {
        value: url,
        origin: 'file' as const,
        confidence: 'certain' as const,
        evidence: { kind: 'record' as const, at: 'WARC-Target-URI', quote: url },
      },
    },
  }))
  const others = captures.others + captures.pages.length - pages.length
  const failed = captures.failed
  const errors =
    failed === 0 ? [] : [{ part: `${failed} redirects and errors`, code: 'import/passed-over' as const, params: {} }]
  const broken = captures.broken.map((part) => ({
    part,
    code: 'import/unreadable' as const,
    params: { format: 'WARC' },
  }))
  return { files, refused: [...broken, ...errors, ...mediaLine(others)] }
}

export const withoutFragment = (url: string): string => url.replace(/#.*$/s, '')

/** Host and path of a page, with the extension of its kind. */
function pageName(url: string, mediaType: Capture['mediaType']): string {
  const { hostname, pathname } = new URL(url)
  const extension = /pdf/i.test(mediaType) ? '.pdf' : '.html'
  const path = harmlessPath(decoded(pathname))
  const named = path === '' || pathname.endsWith('/') ? `${path}/index` : path.replace(/\.(?:x?html?|pdf)$/i, '')
  return harmlessPath(`${hostname}/${named}${extension}`)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
