import type { ExtractedBlock } from '../../domain/article'
import { cleanBlocks, furnitureReason, hide } from '../cleaning'
import { parseDateLine } from '../date-line'
import { decodeFile } from '../decode'
import { isProse, readOpening } from '../opening'
import { type FormatReader, hasText, type ParsedArticle, visibleBlock } from './parsed'

/** A line of a text file, from 1, without the white space around it. */
type Line = { number: number; text: string; indented: boolean; afterBlank: boolean; isSignatureMark: boolean }

/** Lines longer than this were not broken by hand or by a mail program. */
const widestWrap = 100
const narrowestWrap = 40
/** A signature has at most so many lines. */
const longestSignature = 16

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
 * blank or short one joined by a space. A signature, from the line "-- " on, is hidden.
 */
export function textBlocks(text: string): ExtractedBlock[] {
  const lines = linesOf(text)
  const signature = signatureStart(lines)
  const width = wrapWidth(lines.slice(0, signature))
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
    const mayGoOn = width !== null && next !== undefined && index + 1 < signature
    if (mayGoOn && continues(line, next, width) && mayJoin(line, next, parts.length > 1)) continue
    const block = visibleBlock(parts.join(' '), first)
    blocks.push(index < signature ? block : hide(block, 'print'))
    parts = []
  }
  return blocks
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let afterBlank = true
  for (const [index, raw] of text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).entries()) {
    if (hasText(raw)) {
      const indented = /^(?: {2}|\t|\u3000)/.test(raw)
      lines.push({ number: index + 1, text: raw.trim(), indented, afterBlank, isSignatureMark: /^-- ?$/.test(raw) })
      afterBlank = false
    } else {
      afterBlank = true
    }
  }
  return lines
}

/**
 * The index of the line "-- " under which a writer's address stands at the end of a mail or post (RFC 3676, 4.3), or how
 * many lines there are. What follows is short and tells nothing, else the line divides a text.
 */
function signatureStart(lines: readonly Line[]): number {
  const at = lines.findLastIndex((line) => line.isSignatureMark)
  const after = lines.slice(at + 1)
  const isSignature =
    at > 0 && after.length <= longestSignature && lettersOf(after) < lettersOf(lines.slice(0, at)) && !hasProse(after)
  return isSignature ? at : lines.length
}

const hasProse = (lines: readonly Line[]): boolean => lines.some((line) => isProse(line.text))

const lettersOf = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + line.text.length, 0)

/**
 * The width that lines were broken to, or null where a line is a paragraph. Of the lines between two blank ones nearly
 * each is so full that the next one's first word would not have fitted; addresses, lists and greetings, whose lines are
 * not, hold the smaller part of the text.
 */
function wrapWidth(lines: readonly Line[]): number | null {
  const phrases = lines.filter((line) => /\s/.test(line.text))
  if (lettersOf(phrases.filter((line) => line.text.length > widestWrap)) * 4 > lettersOf(phrases)) return null
  const runs = runsOf(phrases).filter((run) => run.length > 1)
  const lengths = runs.flatMap((run) => run.map((line) => line.text.length)).filter((length) => length <= widestWrap)
  const longest = lengths.sort((a, b) => a - b)[Math.floor(lengths.length * 0.98)] ?? 0
  if (longest < narrowestWrap) return null
  const broken = runs.filter((run) => fullLines(run, longest) * 10 >= (run.length - 1) * 6)
  const followed = broken.reduce((sum, run) => sum + run.length - 1, 0)
  const all = runs.reduce((sum, run) => sum + lettersOf(run), 0)
  return followed >= 2 && broken.reduce((sum, run) => sum + lettersOf(run), 0) * 10 >= all * 6 ? longest : null
}

/** The lines between two blank ones. */
function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = []
  for (const line of lines) {
    const run = runs.at(-1)
    if (run && !line.afterBlank) run.push(line)
    else runs.push([line])
  }
  return runs
}

const fullLines = (run: readonly Line[], width: number): number =>
  run.filter((line, index) => {
    const next = run[index + 1]
    return next !== undefined && isFull(line, next, width)
  }).length

function isFull(line: Line, next: Line, width: number): boolean {
  const firstWord = next.text.search(/\s/)
  return line.text.length + 1 + (firstWord < 0 ? next.text.length : firstWord) > width * 0.92
}

function continues(line: Line, next: Line, width: number): boolean {
  if (next.afterBlank || next.indented) return false
  return isFull(line, next, width) || runsOn(line, next)
}

/** A sentence that has not ended goes on with a small letter. */
const runsOn = (line: Line, next: Line): boolean =>
  line.text.length >= narrowestWrap && !/[.!?…:"”»؟。]$/u.test(line.text) && /^\p{Ll}/u.test(next.text)

const standsAlone = (text: string): boolean => parseDateLine(text) !== null || furnitureReason(text) !== null
