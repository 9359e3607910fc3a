import { decodeWords } from 'postal-mime'
import { ExpectedError } from '../../domain/error'

/** A message or a part of one (RFC 2045). Header names are in lower case, values unfolded and as they were sent. */
export type MimePart = {
  headers: readonly (readonly [name: string, value: string])[]
  /** Media type in lower case, without parameters. */
  type: string
  parameters: ReadonlyMap<string, string>
  /** The body as it was sent, a byte for each unit. */
  raw: string
  parts: MimePart[]
}

/** Parts in parts, and parts in all; real mail has a handful. */
const deepestNesting = 20
const mostParts = 3000
const longestHead = 500_000

/** Reads a message into its parts; bodies stay encoded. @throws ExpectedError import/unreadable, import/too-deep */
export const parseMime = (bytes: Uint8Array): MimePart =>
  parsePart(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'), 0, { parts: 0 })

function parsePart(source: string, depth: number, count: { parts: number }): MimePart {
  count.parts += 1
  if (depth > deepestNesting || count.parts > mostParts) throw new ExpectedError('import/too-deep')
  const text = source.replace(/^(?:\xef\xbb\xbf)?(?:From [^\n]*\n)?/, '')
  // A part without headers begins with the empty line that ends them.
  const end = /^\r?\n|\r?\n\r?\n/.exec(text.slice(0, longestHead))
  const headers = parseHeaders(end ? text.slice(0, end.index) : text.slice(0, longestHead))
  const raw = end ? text.slice(end.index + end[0].length) : ''
  const { value, parameters } = withParameters(headerOf({ headers }, 'content-type') ?? 'text/plain')
  const type = value.toLowerCase()
  const boundary = parameters.get('boundary')
  const parts = type.startsWith('multipart/') && boundary ? split(raw, boundary) : []
  return { headers, type, parameters, raw, parts: parts.map((part) => parsePart(part, depth + 1, count)) }
}

function parseHeaders(head: string): (readonly [string, string])[] {
  return head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const match = /^([!-9;-~]+)[ \t]*:[ \t]*(.*)$/.exec(line)
      return match ? [[(match[1] ?? '').toLowerCase(), (match[2] ?? '').trim()] as const] : []
    })
}

/** The first header of a name as it was sent, or null. @param name in lower case */
export const headerOf = ({ headers }: Pick<MimePart, 'headers'>, name: string): string | null =>
  headers.find(([one]) => one === name)?.[1] ?? null

/** A header as it is read: encoded words (RFC 2047) decoded. */
export function headerText(part: Pick<MimePart, 'headers'>, name: string): string {
  const value = headerOf(part, name) ?? ''
  return decodeWords(fromBytes(value)).replace(/\s+/g, ' ').trim()
}

/** Bytes above ASCII in a head are taken for UTF-8. */
const fromBytes = (text: string): string =>
  /[\x80-\xff]/.test(text) ? Buffer.from(text, 'latin1').toString('utf8') : text

function split(raw: string, boundary: string): string[] {
  const mark = boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pieces = raw.split(new RegExp(`(?:^|\\r?\\n)--${mark}(--)?[ \\t]*(?=\\r?\\n|$)`))
  const parts: string[] = []
  // Text before the first mark and after the closing one belongs to no part; every second piece is the mark's end.
  for (let at = 2; at < pieces.length; at += 2) {
    if (pieces[at - 1] !== undefined) break
    parts.push((pieces[at] ?? '').replace(/^\r?\n/, ''))
  }
  return parts
}

/** A header value and its parameters, those that are continued or carry an encoding (RFC 2231) put together. */
export function withParameters(header: string): { value: string; parameters: ReadonlyMap<string, string> } {
  const [value = ''] = header.split(';', 1)
  const parameters = new Map<string, string>()
  const pattern = /;\s*([\w!#$&+^.-]+)(\*\d+)?(\*)?\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/g
  for (const [, name = '', , encoded, quoted, bare = ''] of header.matchAll(pattern)) {
    const written = quoted?.replace(/\\(.)/g, '$1') ?? bare
    const key = name.toLowerCase()
    parameters.set(key, (parameters.get(key) ?? '') + (encoded ? percentDecoded(written) : fromBytes(written)))
  }
  return { value: value.trim(), parameters }
}

function percentDecoded(text: string): string {
  const [, charset, rest = text] = /^([\w.:-]*)'[^']*'(.*)$/s.exec(text) ?? []
  const bytes = Buffer.from(
    rest.replace(/%([\da-f]{2})/gi, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
  try {
    return new TextDecoder(charset || 'utf-8').decode(bytes)
  } catch {
    return bytes.toString('utf8')
  }
}

/** The bytes of a part, decoded as its header says. */
export function bodyOf(part: MimePart): Uint8Array {
  const encoding = (headerOf(part, 'content-transfer-encoding') ?? '').toLowerCase()
  if (encoding.startsWith('base64')) return new Uint8Array(Buffer.from(part.raw, 'base64'))
  if (encoding.startsWith('quoted-printable')) {
    const text = part.raw
      .replace(/[ \t]+(?=\r?\n|$)/g, '')
      .replace(/=\r?\n/g, '')
      .replace(/=([\da-f]{2})/gi, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    return new Uint8Array(Buffer.from(text, 'latin1'))
  }
  return new Uint8Array(Buffer.from(part.raw, 'latin1'))
}

/** The name under which a part was attached, or null. */
export function fileNameOf(part: MimePart): string | null {
  const disposition = withParameters(headerOf(part, 'content-disposition') ?? '')
  const name = disposition.parameters.get('filename') ?? part.parameters.get('name')
  return name ? decodeWords(name).replace(/\s+/g, ' ').trim() || null : null
}

/** Whether a part is meant as a file beside the text. */
export const isAttached = (part: MimePart): boolean =>
  /^attachment\b/i.test(headerOf(part, 'content-disposition') ?? '')

/** A message and all parts in it, outer ones first. */
export const allParts = (part: MimePart): MimePart[] => [part, ...part.parts.flatMap(allParts)]
