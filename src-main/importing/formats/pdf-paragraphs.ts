import { furnitureReason } from '../cleaning'
import { parseDateLine } from '../date-line'
import { type Line, leadingOf } from './pdf-lines'

/** Lines that make one paragraph, and their words joined. */
export type Paragraph = { text: string; lines: Line[] }

const ended = /[.!?…:؟。।۔]["”’»“)\]]*$/u
const listMark = /^(?:[•·▪◦‣●○■□\uf0a7\uf0b7]|[–—*-](?=\s))\s*/u
const numberMark = /^\(?\d{1,2}[.)]\s/

/** A list item without its mark, or null for text that begins with none. */
export const listItem = (text: string): string | null => (listMark.test(text) ? text.replace(listMark, '') : null)

/** Joins the lines of all pages to paragraphs, over columns and pages too, and words that were divided between lines. */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const leading = leadingOf(lines)
  const known = wordsInside(lines)
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    if (group && continues(group, line, leading)) group.push(line)
    else groups.push([line])
  }
  return joinOverBreaks(groups, known).map((group) => ({ lines: group, text: joined(group, known) }))
}

function continues(group: readonly Line[], line: Line, leading: (size: number) => number): boolean {
  const last = group.at(-1) as Line
  const first = group[0] as Line
  if (line.region !== last.region || line.drop === null || line.isTableRow || last.isTableRow) return false
  if (Math.abs(line.size - last.size) > last.size * 0.06 || standsAlone(last) || standsAlone(line)) return false
  if (line.drop <= 0 || line.drop > leading(line.size) * 1.3) return false
  if (startsItem(line.text, first)) return false
  const step = line.size * 0.7
  const isTight = line.drop < leading(line.size) * 1.15
  if (isItem(first.text)) return isTight && isUnderItem(line, first) && !wouldHaveFitted(last, line)
  if (line.indent - last.indent > step && !isCentred(last, line)) return false
  if (last.indent - line.indent > step && group.length > 1 && !isCentred(last, line)) return false
  if (!wouldHaveFitted(last, line)) return true
  // A block that is set in on both sides is full before its column is.
  const setIn = Math.min(...group.map((one) => one.room), line.room)
  const isWide = last.end - last.start > (last.end - last.start + last.indent + last.room) * 0.6
  const isSetIn = isWide && [last, line].every((one) => one.indent > one.size * 1.2)
  return !ended.test(last.text) && (startsLower(line.text) || isSetIn) && !wouldHaveFitted(last, line, setIn)
}

/** The lines of a list's item begin where its mark does or, clearly further in, where its text does. */
function isUnderItem(line: Line, first: Line): boolean {
  const further = (line.indent - first.indent) / line.size
  return Math.abs(further) < 0.15 || (further > 0.5 && further < 5)
}

const isItem = (text: string): boolean => listMark.test(text) || numberMark.test(text)
const startsItem = (text: string, first: Line): boolean =>
  listMark.test(text) || (numberMark.test(text) && isItem(first.text))
const startsLower = (text: string): boolean => /^["“‘«(]?\p{Ll}/u.test(text)
const standsAlone = (line: Line): boolean => parseDateLine(line.text) !== null || furnitureReason(line.text) !== null

/** Centred lines begin anywhere and have as much room before as after; one of them may fill its column. */
function isCentred(a: Line, b: Line): boolean {
  const lines = [a, b]
  const off = (line: Line) => Math.abs(line.indent - line.room) / line.size
  if (lines.every((line) => line.indent > line.size && off(line) < 1.5)) return true
  return lines.every((line) => off(line) < 0.3) && lines.some((line) => line.indent > line.size * 2)
}

/** The next line's first word had room on this line, so the line was ended on purpose. @param setIn room kept free */
function wouldHaveFitted(line: Line, next: Line, setIn = 0): boolean {
  const [word = ''] = next.text.split(' ', 1)
  const width = ((next.end - next.start) * word.length) / Math.max(1, next.text.length)
  return line.room - setIn > width + line.size * 0.8
}

/**
 * A paragraph that goes on in the next column or on the next page. Notes in small letters may stand between its parts;
 * they come after it.
 */
function joinOverBreaks(groups: readonly Line[][], known: ReadonlySet<string>): Line[][] {
  const joinedGroups: Line[][] = []
  const indented = areIndented(groups)
  for (const group of groups) {
    const line = group[0] as Line
    const at = joinedGroups.findLastIndex((other) => (other.at(-1)?.size ?? 0) > line.size * 0.94)
    const before = joinedGroups[at]
    const last = before?.at(-1)
    const areNotes = joinedGroups.slice(at + 1).every((other) => other[0]?.region === last?.region)
    const isNext = last?.region === line.region - 1
    if (before && last && areNotes && isNext && goesOn(last, line, known, indented)) before.push(...group)
    else joinedGroups.push([...group])
  }
  return joinedGroups
}

/** Whether a text's paragraphs begin with an indent, so that a line without one continues what is before it. */
function areIndented(groups: readonly Line[][]): boolean {
  const long = groups.filter((group) => group.length > 1 && !isItem(group[0]?.text ?? ''))
  const indented = long.filter(([first, second]) => first && second && first.indent - second.indent > first.size * 0.7)
  return indented.length >= 3 && indented.length * 2 >= long.length
}

function goesOn(last: Line, line: Line, known: ReadonlySet<string>, indented: boolean): boolean {
  if (Math.abs(line.size - last.size) > last.size * 0.06 || line.isTableRow || last.isTableRow) return false
  if (standsAlone(last) || standsAlone(line) || isItem(line.text) || line.indent > line.size * 0.7) return false
  if (endsInHyphen(last.text) && known.size > 0) return true
  return (indented || !ended.test(last.text)) && !wouldHaveFitted(last, line) && last.text.length >= 20
}

const hyphenAtEnd = /[\p{L}\p{N}][-\u2010\u00ad]$/u
const endsInHyphen = (text: string): boolean => hyphenAtEnd.test(text.slice(-3))

/** The words that stand inside lines, in lower case: how the text writes those that it also divides. */
function wordsInside(lines: readonly Line[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const { text } of lines) {
    const inside = text.replace(/[\p{L}\p{N}]+[-\u2010\u00ad]$/u, '')
    for (const word of inside.toLowerCase().match(/[\p{L}\p{N}]+(?:[-\u2010][\p{L}\p{N}]+)*/gu) ?? []) words.add(word)
  }
  return words
}

/** Kept in parts until the end: looking at the end of a text that grows would copy all of it each time. */
function joined(lines: readonly Line[], known: ReadonlySet<string>): string {
  const parts: string[] = []
  for (const { text } of lines) {
    const last = parts.pop()
    if (last === undefined) parts.push(text)
    else parts.push(...joinLines(last, text, known))
  }
  return parts.join('')
}

/** Words that follow a hyphen which stands for a part of a word left out: "Nord- und Südufer". */
const afterOmission = /^(?:und|oder|bis|sowie|and|or|to|en|of|och|og|eller)\s/u

/** Two lines so that they can be put together: a hyphen between them goes unless the word is written with it. */
function joinLines(text: string, next: string, known: ReadonlySet<string>): [string, string] {
  if (!endsInHyphen(text)) return [text, isCjkJoint(text, next) ? next : ` ${next}`]
  if (text.endsWith('\u00ad')) return [text.slice(0, -1), next]
  if (afterOmission.test(next)) return [text, ` ${next}`]
  const [before = ''] = /[\p{L}\p{N}]+(?:[-\u2010][\p{L}\p{N}]+)*(?=[-\u2010]$)/u.exec(text.toLowerCase()) ?? []
  const [after = ''] = /^[\p{L}\p{N}]+/u.exec(next.toLowerCase()) ?? []
  const isDivided = /\p{L}.$/u.test(text) && /^\p{Ll}/u.test(next)
  if (!isDivided || (known.has(`${before}-${after}`) && !known.has(before + after))) return [text, next]
  return [text.slice(0, -1), next]
}

/** Chinese and Japanese are written without spaces. */
const isCjkJoint = (text: string, next: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff65]$/u.test(text) &&
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff65]/u.test(next)
