import type { ExtractedBlock } from '../../domain/article'
import { cleanBlocks, furnitureReason } from '../cleaning'
import { parseDateLine } from '../date-line'
import { decodeFile } from '../decode'
import { readOpening } from '../opening'
import { type FormatReader, hasText, type ParsedArticle, visibleBlock } from './parsed'

/** A line of a text file, from 1, without the white space around it. */
type Line = { number: number; text: string; indented: boolean; afterBlank: boolean }

/** Lines longer than this were not broken by hand or by a mail program. */
const widestWrap = 100
const narrowestWrap = 40

/** Reads a file of plain text. */
export const readTextFile: FormatReader = (file) => {
  const { text, partial } = decodeFile(file, 'text')
  return { articles: [{ ...readText(text), partial }] }
}

/** Reads plain text: its lines become paragraphs, its head is told from its body, page furniture is hidden. */
export function readText(text: string): ParsedArticle {
  const blocks = cleanBlocks(textBlocks(text))
  const opening = readOpening(blocks, {})
  return { mediaType: 'text/plain', part: null, metadata: opening.metadata, blocks: opening.blocks, partial: null }
}

/**
 * The paragraphs of a plain text, verbatim: a line each, or, where lines were broken to a width, the lines up to the next
 * blank or short one joined by a space.
 */
export function textBlocks(text: string): ExtractedBlock[] {
  const lines = linesOf(text)
  const width = wrapWidth(lines)
  const known = new Map<Line, boolean>()
  // The last word of a sentence, "share.", is no line of its own.
  const mayJoin = (line: Line, next: Line, isJoined: boolean): boolean =>
    runsOn(line, next) || ((isJoined || !isAlone(line)) && !isAlone(next))
  const isAlone = (line: Line): boolean => {
    const alone = known.get(line) ?? standsAlone(line.text)
    known.set(line, alone)
    return alone
  }
  const blocks: ExtractedBlock[] = []
  let parts: string[] = []
  let first = 0
  for (const [index, line] of lines.entries()) {
    if (parts.length === 0) first = line.number
    parts.push(line.text)
    const next = lines[index + 1]
    if (width !== null && next && continues(line, next, width) && mayJoin(line, next, parts.length > 1)) continue
    blocks.push(visibleBlock(parts.join(' '), first))
    parts = []
  }
  return blocks
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let afterBlank = true
  for (const [index, raw] of text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).entries()) {
    if (hasText(raw)) {
      lines.push({ number: index + 1, text: raw.trim(), indented: /^(?: {2}|\t|\u3000)/.test(raw), afterBlank })
      afterBlank = false
    } else {
      afterBlank = true
    }
  }
  return lines
}

/**
 * The width that lines were broken to, or null where a line is a paragraph. Broken lines are all short, and nearly
 * each is so full that the next one's first word would not have fitted.
 */
function wrapWidth(lines: readonly Line[]): number | null {
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b)
  const longest = lengths[Math.floor(lengths.length * 0.98)] ?? 0
  if (lines.length < 3 || longest > widestWrap || longest < narrowestWrap) return null
  const followed = lines.filter((_line, index) => lines[index + 1]?.afterBlank === false)
  const full = lines.filter((line, index) => {
    const next = lines[index + 1]
    return next !== undefined && !next.afterBlank && isFull(line, next, longest)
  })
  return followed.length >= 2 && full.length * 10 >= followed.length * 6 ? longest : null
}

function isFull(line: Line, next: Line, width: number): boolean {
  const firstWord = next.text.split(/\s/, 1)[0] ?? ''
  return line.text.length + 1 + firstWord.length > width * 0.92
}

function continues(line: Line, next: Line, width: number): boolean {
  if (next.afterBlank || next.indented) return false
  return isFull(line, next, width) || runsOn(line, next)
}

/** A sentence that has not ended goes on with a small letter. */
const runsOn = (line: Line, next: Line): boolean =>
  line.text.length >= narrowestWrap && !/[.!?…:"”»؟。]$/u.test(line.text) && /^\p{Ll}/u.test(next.text)

const standsAlone = (text: string): boolean => parseDateLine(text) !== null || furnitureReason(text) !== null
