import { constants, inflateRawSync } from 'node:zlib'
import { ExpectedError } from '../../domain/error'
import { zipLimits } from './zip-entries'

/** Header lines by name in lower case; the first of a name counts. */
export type Headers = ReadonlyMap<string, string>

/** A record of a web archive: what the archive says of it, and its block. */
export type WarcRecord = { headers: Headers; block: Uint8Array }

/** A response or request as it went over the wire: its first line, its headers, its body. */
export type HttpMessage = { status: number; headers: Headers; body: Uint8Array }

/** Header lines take a few hundred bytes; cookies may make them some thousand. */
const longestHead = 256 * 1024

/**
 * The records of a WARC file, one after the other; each compressed by itself, all in one, or not at all. A file that ends
 * inside a record gives what there is of it.
 */
export function* warcRecords(bytes: Uint8Array): Generator<WarcRecord> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    yield* plainRecords(bytes)
    return
  }
  for (const member of gzipMembers(bytes)) yield* plainRecords(member)
}

function* plainRecords(bytes: Uint8Array): Generator<WarcRecord> {
  let at = 0
  for (;;) {
    while (bytes[at] === 0x0d || bytes[at] === 0x0a) at += 1
    const head = headAt(bytes, at)
    if (!head || !/^WARC\/\d/.test(head.firstLine)) return
    const length = Number(head.headers.get('content-length') ?? 0)
    if (!Number.isSafeInteger(length) || length < 0) return
    yield { headers: head.headers, block: bytes.subarray(head.end, head.end + length) }
    at = head.end + length
  }
}

/** Whether a message stands in a record's block, else null. */
export function httpMessage(block: Uint8Array): HttpMessage | null {
  const head = headAt(block, 0)
  const [, status] = /^(?:HTTP\/[\d.]+ +(\d{3})|[A-Z]+ \S+ HTTP\/)/.exec(head?.firstLine ?? '') ?? []
  return head ? { status: Number(status ?? 0), headers: head.headers, body: block.subarray(head.end) } : null
}

/** The first line and the headers that begin at a place, and where they end; null where they have no end. */
function headAt(bytes: Uint8Array, at: number): { firstLine: string; headers: Headers; end: number } | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(longestHead, bytes.length - at))
  const crlf = head.indexOf('\r\n\r\n')
  const lf = (crlf < 0 ? head : head.subarray(0, crlf)).indexOf('\n\n')
  const ends = [crlf < 0 ? null : { at: crlf, length: 4 }, lf < 0 ? null : { at: lf, length: 2 }]
  const end = ends.filter((one) => one !== null).sort((a, b) => a.at - b.at)[0]
  if (!end) return null
  // A line that begins with white space goes on with the one before it.
  const text = head
    .subarray(0, end.at)
    .toString('utf8')
    .replace(/\r?\n[ \t]+/g, ' ')
  const [firstLine = '', ...lines] = text.split(/\r?\n/)
  const headers = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return { firstLine, headers, end: at + end.at + end.length }
}

/** The parts of a gzip file that were compressed one by one, unpacked; a damaged one ends the file. */
function* gzipMembers(bytes: Uint8Array): Generator<Uint8Array> {
  let at = 0
  while (bytes[at] === 0x1f && bytes[at + 1] === 0x8b) {
    const start = at + gzipHeaderLength(bytes, at)
    const member = inflatedAt(bytes, start)
    if (!member) return
    yield member.unpacked
    // A checksum and the length follow (RFC 1952, section 2.3).
    at = start + member.taken + 8
  }
}

/** @throws ExpectedError import/archive-too-large where the records of a file were compressed as one, to too much */
function inflatedAt(bytes: Uint8Array, start: number): { unpacked: Uint8Array; taken: number } | null {
  const options = {
    info: true,
    finishFlush: constants.Z_SYNC_FLUSH,
    maxOutputLength: zipLimits.megabytes * 1024 * 1024,
  } as const
  try {
    const { buffer, engine } = inflateRawSync(bytes.subarray(start), options) as unknown as {
      buffer: Buffer
      engine: { bytesWritten: number }
    }
    return { unpacked: buffer, taken: engine.bytesWritten }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_BUFFER_TOO_LARGE') return null
    throw new ExpectedError('import/archive-too-large', { limit: zipLimits.megabytes })
  }
}

/** Length of a gzip header with its optional fields (RFC 1952, section 2.3). */
function gzipHeaderLength(bytes: Uint8Array, at: number): number {
  const flags = bytes[at + 3] ?? 0
  let end = at + 10
  if (flags & 4) end += 2 + (bytes[end] ?? 0) + (bytes[end + 1] ?? 0) * 256
  for (const flag of [8, 16]) if (flags & flag) end = bytes.indexOf(0, end) + 1 || bytes.length
  if (flags & 2) end += 2
  return end - at
}
