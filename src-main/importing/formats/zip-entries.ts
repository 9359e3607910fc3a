import { crc32, inflateRawSync } from 'node:zlib'
import { ExpectedError } from '../../domain/error'

/** A file of an archive as its directory describes it; sizes are what the archive claims. */
export type ZipEntry = {
  /** Made harmless: relative, with "/" between folders, and not empty. */
  path: string
  encrypted: boolean
  method: number
  crc: number
  packed: number
  unpacked: number
  /** Where the entry's own header begins. */
  at: number
  /** Where the directory describes it. */
  record: { from: number; to: number }
}

/** Limits of what an archive may unpack to; whatever exceeds one is no archive of articles. */
export const zipLimits = { entries: 20_000, megabytes: 500, ratio: 200 } as const
/** Ratios are looked at beyond this size; a small file of one repeated letter is nobody's attack. */
const smallBytes = 1024 * 1024
const mostBytes = zipLimits.megabytes * 1024 * 1024

const endSignature = 0x06054b50
const end64Signature = 0x06064b50
const entrySignature = 0x02014b50
const headerSignature = 0x04034b50
const endLength = 22
const longestComment = 0xffff
const noValue = 0xffffffff

/**
 * The files of a ZIP archive, by its directory; folders are left out.
 * @throws ExpectedError import/unreadable, import/archive-too-large, import/archive-too-many
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = directoryEnd(view)
  if (end.count > zipLimits.entries) throw new ExpectedError('import/archive-too-many', { limit: zipLimits.entries })
  const entries: ZipEntry[] = []
  const names = new Map<string, number>()
  let at = end.at
  for (let index = 0; index < end.count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature) throw damaged()
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    const name = entryName(bytes.subarray(at + 46, nameEnd), bytes.subarray(nameEnd, extraEnd))
    const path = harmlessPath(name)
    if (!/[/\\]$/.test(name) && path !== '') {
      const sizes = entrySizes(view, at, nameEnd, Math.min(extraEnd, bytes.length))
      entries.push({
        path: unusedName(path, names),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        ...sizes,
        at: sizes.at + end.shift,
        record: { from: at, to: extraEnd },
      })
    }
    at = extraEnd + view.getUint16(at + 32, true)
  }
  refuseOverlaps(entries)
  if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > mostBytes) throw tooLarge()
  return entries
}

/** Unpacks entries one after the other; what comes out is counted, whatever the archive says of it. */
export function createUnzip(bytes: Uint8Array): (entry: ZipEntry) => Uint8Array {
  let total = 0
  /** @throws ExpectedError import/unreadable, import/encrypted, import/archive-too-large, import/archive-too-dense */
  return (entry) => {
    if (entry.encrypted) throw new ExpectedError('import/encrypted')
    const packed = packedBytes(bytes, entry)
    const unpacked = entry.method === 0 ? packed : inflated(packed, entry, mostBytes - total)
    total += unpacked.length
    if (total > mostBytes) throw tooLarge()
    if (total > Math.max(smallBytes, bytes.length * zipLimits.ratio)) throw tooDense()
    if (crc32(unpacked) !== entry.crc) throw damaged()
    return ownBytes(unpacked)
  }
}

/** Bytes that are no part of a larger buffer, which would go along with them from process to process. */
export const ownBytes = (bytes: Uint8Array): Uint8Array =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes)

/**
 * A path without what could lead out of a folder or mislead the eye: no drive, no leading slash, no "..", no control or
 * direction characters, no part over 200 UTF-16 units.
 */
export function harmlessPath(path: string): string {
  return path
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .split(/[/\\]+/)
    .map((part) => part.replace(/^[a-z]:/i, '').trim())
    .filter((part) => !/^\.*$/.test(part))
    .map((part) => (part.length > 200 ? `${part.slice(0, 160)}${part.slice(-40)}` : part))
    .join('/')
}

/** A second file of one name is called "name (2)". */
export function unusedName(path: string, names: Map<string, number>): string {
  const count = (names.get(path) ?? 0) + 1
  names.set(path, count)
  return count === 1 ? path : unusedName(path.replace(/(\.[^./]{1,12})?$/, ` (${count})$1`), names)
}

export const damaged = (): ExpectedError => new ExpectedError('import/unreadable', { format: 'ZIP' })
const tooLarge = (): ExpectedError => new ExpectedError('import/archive-too-large', { limit: zipLimits.megabytes })

const tooDense = (): ExpectedError => new ExpectedError('import/archive-too-dense', { ratio: zipLimits.ratio })

/** @returns where the directory begins, its number of entries, and the bytes that stand before the archive */
function directoryEnd(view: DataView): { at: number; count: number; shift: number } {
  const first = Math.max(0, view.byteLength - endLength - longestComment)
  for (let at = view.byteLength - endLength; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue
    const short = { count: view.getUint16(at + 10, true), size: view.getUint32(at + 12, true) }
    const start = view.getUint32(at + 16, true)
    const long = start === noValue || short.count === 0xffff ? directoryEnd64(view, at) : null
    const shift = long ? 0 : at - short.size - start
    const found = long ?? { at: start + shift, count: short.count }
    if (shift >= 0 && found.at >= 0 && found.at <= view.byteLength) return { ...found, shift }
  }
  throw damaged()
}

function directoryEnd64(view: DataView, end: number): { at: number; count: number } | null {
  const at = end >= 20 ? Number(view.getBigUint64(end - 20 + 8, true)) : -1
  if (at < 0 || at + 56 > view.byteLength || view.getUint32(at, true) !== end64Signature) return null
  return { count: Number(view.getBigUint64(at + 32, true)), at: Number(view.getBigUint64(at + 48, true)) }
}

/** Sizes and place; those over four gigabytes, or written before they were known, stand in an extra field. */
function entrySizes(view: DataView, at: number, extraStart: number, extraEnd: number) {
  const sizes = {
    unpacked: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    at: view.getUint32(at + 42, true),
  }
  for (let field = extraStart; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    let from = field + 4
    for (const name of ['unpacked', 'packed', 'at'] as const) {
      if (sizes[name] !== noValue || from + 8 > extraEnd) continue
      sizes[name] = Number(view.getBigUint64(from, true))
      from += 8
    }
  }
  return sizes
}

/** Entries that share bytes are how a small archive claims to be a large one. */
function refuseOverlaps(entries: readonly ZipEntry[]): void {
  const inOrder = [...entries].sort((a, b) => a.at - b.at)
  for (const [index, entry] of inOrder.entries()) {
    const next = inOrder[index + 1]
    if (next && entry.at + 30 + entry.packed > next.at) throw damaged()
  }
}

const packedBytes = (bytes: Uint8Array, entry: ZipEntry): Uint8Array => {
  const end = packedEnd(bytes, entry)
  return bytes.subarray(end - entry.packed, end)
}

/**
 * Where an entry's packed bytes end.
 * @throws ExpectedError import/unreadable
 */
export function packedEnd(bytes: Uint8Array, entry: ZipEntry): number {
  const header = bytes.subarray(entry.at, entry.at + 30)
  if (header.length < 30) throw damaged()
  const view = new DataView(header.buffer, header.byteOffset, 30)
  if (view.getUint32(0, true) !== headerSignature) throw damaged()
  const from = entry.at + 30 + view.getUint16(26, true) + view.getUint16(28, true)
  if (from + entry.packed > bytes.length) throw damaged()
  return from + entry.packed
}

function inflated(packed: Uint8Array, entry: ZipEntry, left: number): Uint8Array {
  const dense = Math.max(smallBytes, packed.length * zipLimits.ratio)
  if (entry.method !== 8) throw damaged()
  if (left <= 0) throw tooLarge()
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.min(left, dense) })
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_BUFFER_TOO_LARGE') throw damaged()
    throw dense < left ? tooDense() : tooLarge()
  }
}

/** Upper half of code page 437, in which names stand that are not UTF-8 (PKWARE APPNOTE, appendix D). */
const codePage437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

function entryName(name: Uint8Array, extra: Uint8Array): string {
  const inUtf8 = utf8(unicodeName(extra) ?? name) ?? utf8(name)
  if (inUtf8 !== null) return inUtf8
  return Array.from(name, (code) => (code < 128 ? String.fromCharCode(code) : codePage437[code - 128])).join('')
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The name that Info-ZIP keeps in UTF-8 beside the one in the system's own encoding. */
function unicodeName(extra: Uint8Array): Uint8Array | null {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength)
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 0x7075) return extra.subarray(at + 9, at + 4 + view.getUint16(at + 2, true))
  }
  return null
}
