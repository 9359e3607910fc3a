import { inflateSync } from 'node:zlib'

/** A run of text as the library gives it: joined, and turned round where it is read from right to left. */
export type TextItem = { str: string; dir: string; transform: number[]; width: number; fontName: string }

/** A drawn sign: the letters that it stands for, in the order of reading, and its number in the font. */
export type Glyph = { unicode: string; code: number }

const arabic = /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]/u
/** Points; what has no width is taken for a vowel sign that has lost its letter. */
const narrowest = 0.02

const isSpace = (text: string): boolean => text.trim() === ''
const isLost = (glyph: Glyph): boolean => glyph.unicode === '\0' || glyph.unicode === ''

/** Whether a page's text needs to be looked at: other scripts have no letters that are drawn as one. */
export const hasArabic = (items: readonly TextItem[]): boolean => items.some((item) => arabic.test(item.str))

/**
 * Mends what the library makes of Arabic ligatures. A sign for "لا" is turned round with the rest of its run, so that it
 * reads "ال"; and browsers give such signs no letters in their fonts but beside the text, so that they are left out.
 * @param glyphs of the page in the order in which they are drawn, which is that of the items
 * @param lettersOf the letters that the file gives beside the text for a sign, or null
 * @returns the items, mended; `lost` where letters remain unknown
 */
export function mendLigatures(
  items: readonly TextItem[],
  glyphs: readonly Glyph[],
  lettersOf: (code: number) => string | null,
): { items: TextItem[]; lost: boolean } {
  const mended: TextItem[] = []
  let at = 0
  let lost = false
  for (const item of items) {
    const wanted = lettersIn(item.str)
    if (wanted.length === 0) {
      mended.push({ ...item })
      continue
    }
    const isSign = wanted.replaceAll('\0', '') === ''
    const gap = lostFrom(glyphs, at, isSign ? wanted.length : Number.POSITIVE_INFINITY)
    at += gap.length
    const letters = gap.filter(isLost).map((glyph) => lettersOf(glyph.code))
    lost ||= letters.includes(null) || (!isSign && letters.length > 0)
    if (isSign) {
      const known = letters.map((letter) => letter ?? '\ufffd').reverse()
      // Of a ligature that is drawn as two signs one has no width, and is a letter nonetheless.
      mended.push({ ...item, dir: 'rtl', str: known.join(''), width: Math.max(item.width, narrowest) })
      continue
    }
    const taken = glyphsFor(glyphs, at, wanted)
    if (!taken) return { items: [...mended, ...items.slice(mended.length)], lost: true }
    at = taken.end
    mended.push({ ...item, str: withTurnedBack(item.str, taken.glyphs) })
  }
  return { items: mended, lost }
}

const lettersIn = (text: string): string => [...text].filter((letter) => !isSpace(letter)).join('')
const sorted = (text: string): string => [...text].sort().join('')

/** The signs without letters that come next, so many at most, with the spaces before them. */
function lostFrom(glyphs: readonly Glyph[], at: number, most: number): readonly Glyph[] {
  let end = at
  while (isSpaceOrLost(glyphs[end]) && !isLost(glyphs[end] as Glyph)) end += 1
  const first = end
  while (end < glyphs.length && end - first < most && isLost(glyphs[end] as Glyph)) end += 1
  return end > first ? glyphs.slice(at, end) : []
}

const isSpaceOrLost = (glyph: Glyph | undefined): boolean =>
  glyph !== undefined && (isLost(glyph) || isSpace(glyph.unicode))

/** The next signs whose letters are those of an item, whatever their order; null where they are others. */
function glyphsFor(glyphs: readonly Glyph[], from: number, wanted: string): { glyphs: Glyph[]; end: number } | null {
  const taken: Glyph[] = []
  let text = ''
  let end = from
  while (end < glyphs.length && text.length < wanted.length) {
    const glyph = glyphs[end] as Glyph
    end += 1
    if (isSpaceOrLost(glyph)) continue
    taken.push(glyph)
    text += lettersIn(glyph.unicode.normalize('NFKC'))
  }
  const same = sorted(text) === sorted(lettersIn(wanted.normalize('NFKC')))
  return same ? { glyphs: taken, end } : null
}

/** Ligatures in their order: each run of Arabic signs, read from its end, against how the library read it. */
function withTurnedBack(text: string, glyphs: readonly Glyph[]): string {
  if (!glyphs.some((glyph) => [...glyph.unicode].length > 1 && arabic.test(glyph.unicode))) return text
  const letters = [...text]
  const places = letters.flatMap((letter, index) => (isSpace(letter) ? [] : [index]))
  const plain = places.map((place) => letters[place]).join('')
  let from = 0
  for (const run of arabicRuns(glyphs)) {
    const wrong = [...run.map((glyph) => glyph.unicode).join('')].reverse().join('')
    const right = [...run]
      .reverse()
      .map((glyph) => glyph.unicode)
      .join('')
    const found = plain.indexOf(wrong, from) >= 0 ? plain.indexOf(wrong, from) : plain.indexOf(wrong)
    if (found < 0 || wrong === right) continue
    for (const [step, letter] of [...right].entries()) letters[places[found + step] as number] = letter
    from = found
  }
  return letters.join('')
}

function arabicRuns(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = []
  let open = false
  for (const glyph of glyphs) {
    const isArabic = arabic.test(glyph.unicode)
    if (isArabic && open) runs.at(-1)?.push(glyph)
    else if (isArabic) runs.push([glyph])
    open = isArabic
  }
  return runs
}

const mostContent = 30 * 1024 * 1024
const actualText = /\/ActualText\s*<feff([0-9a-f]{4,40})>\s*>>\s*BDC([\s\S]{0,300}?)EMC/gi

/**
 * The letters that a file gives beside its text for signs whose font tells none (PDF 32000-1, 14.9.4), by the sign's code.
 * Reads the packed content itself, since the library passes these over.
 */
export function lettersBesideText(bytes: Uint8Array): ReadonlyMap<number, string> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const counts = new Map<number, Map<string, number>>()
  let total = 0
  for (let at = file.indexOf('stream'); at >= 0 && total < mostContent; at = file.indexOf('stream', at + 6)) {
    const start = at + (file[at + 6] === 0x0d ? 8 : 7)
    const end = file.indexOf('endstream', start)
    if (end < 0) break
    const content = unpacked(file.subarray(start, end))
    total += content.length
    for (const [, hex = '', inner = ''] of content.matchAll(actualText)) {
      const shown = [...inner.matchAll(/<([0-9a-f]{4})>/gi)]
      const code = Number.parseInt(shown[0]?.[1] ?? '', 16)
      if (shown.length !== 1) continue
      const text = Buffer.from(hex, 'hex').swap16().toString('utf16le')
      const same = counts.get(code) ?? new Map<string, number>()
      counts.set(code, same.set(text, (same.get(text) ?? 0) + 1))
    }
    at = end
  }
  return new Map([...counts].map(([code, texts]) => [code, mostFrequent(texts)]))
}

const mostFrequent = (counts: ReadonlyMap<string, number>): string =>
  [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''

function unpacked(content: Buffer): string {
  try {
    const text = inflateSync(content, { maxOutputLength: mostContent }).toString('latin1')
    return text.includes('/ActualText') ? text : ''
  } catch {
    return ''
  }
}
