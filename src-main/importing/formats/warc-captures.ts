import { createHash } from 'node:crypto'
import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { ExpectedError } from '../../domain/error'
import { webAddress } from '../metadata'
import { type HttpMessage, httpMessage, type WarcRecord, warcRecords } from './warc-records'
import { ownBytes, zipLimits } from './zip-entries'

/** A page as it was captured. `mediaType` is as its server gave it, encoding included. */
export type Capture = { url: string; bytes: Uint8Array; mediaType: string }

/** What the records of an archive hold. */
export type Captures = {
  pages: Capture[]
  /** What the browser wanted each address for, where the archive keeps its requests: "document", "iframe" and so on. */
  purposes: Map<string, string>
  /** Number of pictures, styles and the like. */
  others: number
  /** Number of responses other than a page: redirects, errors. */
  failed: number
  /** Addresses of pages whose bytes can't be unpacked. */
  broken: string[]
  /** Pages that were read, by address and content, since crawls capture some twice. */
  seen: Set<string>
  /** Bytes of all pages. */
  total: number
}

export const createCaptures = (): Captures => ({
  pages: [],
  purposes: new Map(),
  others: 0,
  failed: 0,
  broken: [],
  seen: new Set(),
  total: 0,
})

const mostBytes = zipLimits.megabytes * 1024 * 1024
/** Larger pages are refused as HTML anyway. */
const mostPageBytes = 50 * 1024 * 1024

/**
 * Adds what a WARC file, compressed or not, holds.
 * @throws ExpectedError import/archive-too-large, import/archive-too-many, import/unreadable
 */
export function readCaptures(captures: Captures, bytes: Uint8Array): void {
  let records = 0
  for (const record of warcRecords(bytes)) {
    records += 1
    readRecord(captures, record)
  }
  if (records === 0) throw new ExpectedError('import/unreadable', { format: 'WARC' })
}

function readRecord(captures: Captures, { headers, block }: WarcRecord): void {
  const type = headers.get('warc-type')
  // wget writes the address in angle brackets.
  const url = webAddress(headers.get('warc-target-uri')?.replace(/^<(.*)>$/, '$1'))
  if (type === 'request' && url) {
    const purpose = httpMessage(block)?.headers.get('sec-fetch-dest')
    if (purpose && captures.purposes.get(url) !== 'document') captures.purposes.set(url, purpose)
  }
  const plain = { status: 200, headers: new Map([['content-type', headers.get('content-type') ?? '']]), body: block }
  // Crawlers keep logs and lists of their own as resources.
  const message = type === 'response' ? httpMessage(block) : type === 'resource' && url ? plain : null
  if (!message) return
  const mediaType = message.headers.get('content-type') ?? ''
  if (message.status !== 200) captures.failed += 1
  else if (!url || !pageType.test(mediaType)) captures.others += 1
  else readPage(captures, message, { url, mediaType })
}

const pageType = /^\s*(?:text\/html|application\/xhtml\+xml|application\/pdf)\b/i

function readPage(captures: Captures, message: HttpMessage, page: Pick<Capture, 'url' | 'mediaType'>): void {
  const { body, headers } = message
  const twin = `${page.url} ${createHash('sha256').update(body).digest('hex')}`
  if (captures.seen.has(twin)) return
  captures.seen.add(twin)
  try {
    const whole = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '') ? joined(body) : body
    const bytes = unpacked(whole, headers.get('content-encoding') ?? '')
    captures.total += bytes.length
    if (captures.total > mostBytes) throw tooLarge()
    if (captures.pages.length >= zipLimits.entries) throw tooMany()
    captures.pages.push({ ...page, bytes: ownBytes(bytes) })
  } catch (error) {
    if (error instanceof ExpectedError) throw error
    captures.broken.push(page.url)
  }
}

const tooMany = () => new ExpectedError('import/archive-too-many', { limit: zipLimits.entries })
const tooLarge = () => new ExpectedError('import/archive-too-large', { limit: zipLimits.megabytes })

/** The body of a message in chunks (RFC 9112, section 7.1); many crawlers have joined them already. */
function joined(body: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let at = 0
  for (;;) {
    const line = /^([\da-f]{1,8})(?:;[^\r\n]*)?\r\n/i.exec(Buffer.from(body.subarray(at, at + 200)).toString('latin1'))
    if (!line) return parts.length === 0 ? body : Buffer.concat(parts)
    const length = Number.parseInt(line[1] ?? '', 16)
    const from = at + line[0].length
    if (length === 0) return Buffer.concat(parts)
    parts.push(body.subarray(from, from + length))
    at = from + length + 2
  }
}

/** Many crawlers keep the header of a body that they unpacked. */
function unpacked(body: Uint8Array, encodings: string): Uint8Array {
  const names = encodings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
  return names.reverse().reduce((bytes, name) => {
    if (name === 'gzip' || name === 'x-gzip')
      return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, limits) : bytes
    if (name === 'deflate') return inflated(bytes)
    return name === 'br' && !looksMarkedUp(bytes) ? brotliDecompressSync(bytes, brotliLimits) : bytes
  }, body)
}

/** What a page that was cut off holds is read as far as it goes. */
const limits = { maxOutputLength: mostPageBytes, finishFlush: constants.Z_SYNC_FLUSH } as const
const brotliLimits = { maxOutputLength: mostPageBytes, finishFlush: constants.BROTLI_OPERATION_FLUSH } as const

function inflated(bytes: Uint8Array): Uint8Array {
  if (looksMarkedUp(bytes)) return bytes
  try {
    return inflateSync(bytes, limits)
  } catch {
    return inflateRawSync(bytes, limits)
  }
}

const looksMarkedUp = (bytes: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?\s*<[!?a-z]|^%PDF-/i.test(Buffer.from(bytes.subarray(0, 400)).toString('latin1'))
