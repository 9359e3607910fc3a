import { ExpectedError } from '../domain/error'
import type { FileToExtract, PartialReason } from '../domain/extraction'
import { hasText } from './formats/parsed'

export type DecodedText = { text: string; partial: PartialReason | null }

/**
 * The text of a file that is text. An encoding that the file's container or, in markup, the file itself declares is
 * heeded as {@link decodeText} says.
 * @throws ExpectedError import/binary, import/no-text
 */
export function decodeFile({ bytes, mediaType }: FileToExtract, kind: 'text' | 'markup'): DecodedText {
  const given = /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(mediaType ?? '')?.[1]?.toLowerCase() ?? null
  const decoded = decodeText(bytes, given ?? (kind === 'markup' ? declaredEncoding(bytes) : null))
  if (!hasText(decoded.text)) throw new ExpectedError('import/no-text')
  return decoded
}

/**
 * Bytes to text: by byte order mark, else UTF-16 by its zero bytes, else UTF-8 where the bytes are that, else the declared
 * encoding, else windows-1252. UTF-8 goes before a declared encoding because saved pages often keep a declaration that
 * is no longer true, and text of another encoding is practically never valid UTF-8 by chance.
 * @param declared the encoding that an HTML or XML declaration names, or null
 * @throws ExpectedError import/binary
 */
export function decodeText(bytes: Uint8Array, declared: string | null): DecodedText {
  const marked = byMark(bytes)
  const decoded = marked ?? byZeroBytes(bytes) ?? byContent(bytes, declared)
  if (looksBinary(decoded.text)) throw new ExpectedError('import/binary')
  return decoded
}

/** The encoding that the start of an HTML or XML file declares, in lower case, or null. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const xml = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)
  const meta = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)
  return (xml?.[1] ?? meta?.[1])?.toLowerCase() ?? null
}

function byMark(bytes: Uint8Array): DecodedText | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return lenientUtf8(bytes)
  if (a === 0xff && b === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), partial: null }
  if (a === 0xfe && b === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), partial: null }
  return null
}

/** Text in UTF-16 has its zero bytes (of spaces, line feeds, Latin letters) all at odd or all at even places. */
function byZeroBytes(bytes: Uint8Array): DecodedText | null {
  const places = [0, 0]
  const sample = bytes.subarray(0, 65_536)
  for (let at = 0; at < sample.length; at += 1) if (sample[at] === 0) places[at % 2] = (places[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = places
  if (even + odd === 0) return null
  const oneSided = Math.min(even, odd) === 0 && Math.max(even, odd) * 50 > sample.length
  if (!oneSided || bytes.length % 2 !== 0) throw new ExpectedError('import/binary')
  return { text: new TextDecoder(odd > 0 ? 'utf-16le' : 'utf-16be').decode(bytes), partial: null }
}

function byContent(bytes: Uint8Array, declared: string | null): DecodedText {
  const strict = strictUtf8(bytes)
  const ascii = strict !== null && strict.length === bytes.length
  if (strict !== null && !(ascii && declared?.startsWith('iso-2022'))) return { text: strict, partial: null }
  if (declared !== null && !/^utf-?8$/.test(declared)) {
    const text = byLabel(bytes, declared)
    if (text !== null) return { text, partial: text.includes('\ufffd') ? 'unreadable-characters' : null }
  }
  const lenient = lenientUtf8(bytes)
  if (mostlyUtf8(lenient.text)) return lenient
  const text = windows1252(bytes)
  const foreign = (text.match(/[\u0080-\uffff]/g) ?? []).length
  return { text, partial: foreign * 4 > text.length ? 'encoding-guessed' : null }
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function lenientUtf8(bytes: Uint8Array): DecodedText {
  const text = new TextDecoder('utf-8').decode(bytes)
  return { text, partial: text.includes('\ufffd') ? 'unreadable-characters' : null }
}

/** A file cut in mid-character, or with a few damaged bytes, is still UTF-8. */
function mostlyUtf8(text: string): boolean {
  const damaged = (text.match(/\ufffd/g) ?? []).length
  const sound = (text.match(/[^\0-\u007f\ufffd]/g) ?? []).length
  return sound > damaged * 4
}

function byLabel(bytes: Uint8Array, label: string): string | null {
  if (/^(windows-1252|cp1252|iso-?8859-1|latin-?1|us-ascii)$/.test(label)) return windows1252(bytes)
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return null
  }
}

/** Characters 0x80 to 0x9f of windows-1252 (WHATWG Encoding Standard); Node 20 decodes them as control characters. */
const upperControls = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function windows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin1.replace(/[\u0080-\u009f]/g, (c) => upperControls[c.charCodeAt(0) - 0x80] ?? c)
}

/** More control characters than the odd stray one. */
function looksBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const controls = (text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/g) ?? []).length
  return controls * 200 > text.length || text.includes('\0')
}
