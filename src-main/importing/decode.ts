import { ExpectedError } from '../domain/error'
import type { FileToExtract, PartialReason } from '../domain/extraction'
import { contradicts, decodeAs, type EncodingGuess, guessEncodings } from './encoding'
import { hasText } from './formats/parsed'
import { decodeWindows1252 } from './windows-1252'

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
 * encoding unless the text clearly is in another, else as the text reads best. UTF-8 goes before a declared encoding because saved pages often keep a declaration that
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
  const guesses = guessEncodings(bytes)
  if (declared !== null && !/^utf-?8$/.test(declared)) {
    const text = byLabel(bytes, declared)
    // A page may have been moved to a server, or saved by a program, that declares an encoding of its own.
    if (text !== null && !contradicts(guesses, declared))
      return { text, partial: text.includes('\ufffd') ? 'unreadable-characters' : null }
  }
  if (mostlyUtf8(bytes)) return lenientUtf8(bytes)
  return guessed(bytes, guesses[0])
}

/** Encodings that read badly throughout say nothing; windows-1252 then shows at least the Latin letters. */
const leastScore = 0.1

function guessed(bytes: Uint8Array, best: EncodingGuess | undefined): DecodedText {
  const isWestern = best === undefined || best.label === 'windows-1252' || best.score < leastScore
  const text = isWestern ? decodeWindows1252(bytes) : decodeAs(bytes, best.label)
  if (!isWestern) return { text, partial: best.certain ? null : 'encoding-guessed' }
  return { text, partial: countOf(text, (code) => code >= 0x80) * 4 > text.length ? 'encoding-guessed' : null }
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

/** Enough to see whether damage is the exception, in bytes. */
const sampleLength = 200_000

/** A file cut in mid-character, or with a few damaged bytes, is still UTF-8. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const first = Math.max(
    0,
    bytes.findIndex((byte) => byte > 127),
  )
  const { text } = lenientUtf8(bytes.subarray(first, first + sampleLength))
  const damaged = countOf(text, (code) => code === 0xfffd)
  return countOf(text, (code) => code >= 0x80 && code !== 0xfffd) > damaged * 4
}

/** How many UTF-16 units of a text are of a kind; a text may have fifty million. */
function countOf(text: string, isOne: (code: number) => boolean): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) if (isOne(text.charCodeAt(at))) count += 1
  return count
}

function byLabel(bytes: Uint8Array, label: string): string | null {
  if (/^(cp1252|latin-?1)$/.test(label)) return decodeWindows1252(bytes)
  try {
    return decodeAs(bytes, label)
  } catch {
    return null
  }
}

/** More control characters than the odd stray one. */
function looksBinary(text: string): boolean {
  const controls = countOf(text, (code) => (code < 0x20 ? code < 9 || (code > 13 && code !== 0x1b) : code === 0x7f))
  return controls * 200 > text.length || text.includes('\0')
}
