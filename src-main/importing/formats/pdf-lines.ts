import type { Region } from './pdf-columns'
import { median } from './pdf-columns'
import type { Page, Row, Segment } from './pdf-page'

/**
 * A line of a page's text. `start` and `end` are its edges in the direction of the page, `room` is how far the edge of
 * its column is from its end, `drop` how far it is below the line before it in its column; null for the column's first.
 */
export type Line = {
  text: string
  page: number
  region: number
  start: number
  end: number
  indent: number
  room: number
  y: number
  drop: number | null
  size: number
  font: string
  isTableRow: boolean
}

/** Cells of a table are at least so many times the size of the letters apart. */
const narrowestCellGap = 1.4
/** A column is narrow up to so many times the size of the letters. */
const widestNarrow = 18
const bullet = /^[•·▪◦‣●○■□–—*\u2010-\u2012\uf0a7\uf0b7-]$|^\(?(?:\d{1,2}|[a-z])[.)]$/u

/** The lines of a page's regions, in reading order. @param firstRegion the number of the first region */
export function linesOf(page: Page, regions: readonly Region[], firstRegion: number): Line[] {
  return regions.flatMap((region, index) => {
    const cells = region.rows.map((row) => cellsOf(row))
    const tableRows = region.rows.map(
      (row, at) => !isStretched(row, cells[at] ?? [], region) && isTableRow(region.rows, cells, at),
    )
    const edge = startEdge(page, region)
    const farEdge = endEdge(page, region)
    return region.rows.map((row, at) => {
      const { start, end } = extent(page, row)
      const before = region.rows[at - 1]
      const inTable = tableRows[at] ?? false
      return {
        text: lineText(cells[at] ?? [], page.rtl, inTable),
        page: page.number,
        region: firstRegion + index,
        start,
        end,
        indent: start - edge,
        room: farEdge - end,
        y: row.y,
        drop: before ? row.y - before.y : null,
        size: row.size,
        font: longest(row.segments).font,
        isTableRow: inTable,
      }
    })
  })
}

const longest = (segments: readonly Segment[]): Segment =>
  segments.reduce((a, b) => (b.text.length > a.text.length ? b : a), segments[0] as Segment)

function extent(page: Page, row: Row): { start: number; end: number } {
  const x0 = Math.min(...row.segments.map((one) => one.x0))
  const x1 = Math.max(...row.segments.map((one) => one.x1))
  return page.rtl ? { start: page.width - x1, end: page.width - x0 } : { start: x0, end: x1 }
}

/** Where most lines of a region begin; that of the leftmost where no two agree. */
function startEdge(page: Page, region: Region): number {
  const starts = region.rows.map((row) => extent(page, row).start)
  const counts = new Map<number, number>()
  for (const start of starts) counts.set(Math.round(start), (counts.get(Math.round(start)) ?? 0) + 1)
  const shared = [...counts].filter(([, count]) => count >= 2 && count * 5 >= starts.length).map(([start]) => start)
  return shared.length > 0 ? Math.min(...shared) : Math.min(...starts)
}

/** Where the longest lines of a region end, unless only a line or two sticks out over the others. */
function endEdge(page: Page, region: Region): number {
  const ends = region.rows.map((row) => extent(page, row).end).sort((a, b) => b - a)
  const shared = ends.find((end, index) => end - (ends[index + 3] ?? Number.NEGATIVE_INFINITY) < 2)
  return shared ?? ends[0] ?? 0
}

/** A row's segments, those with little between them joined, in the page's order of the line. */
function cellsOf(row: Row): Segment[] {
  const cells: Segment[] = []
  for (const segment of row.segments) {
    const last = cells.at(-1)
    const close = last && segment.x0 - last.x1 < narrowestCellGap * row.size
    if (last && (close || isMarker(last, segment))) cells[cells.length - 1] = join(last, segment)
    else cells.push(segment)
  }
  return cells
}

const isMarker = (left: Segment, right: Segment): boolean => bullet.test(left.text) || bullet.test(right.text)

function join(left: Segment, right: Segment): Segment {
  const rtl = left.rtl || right.rtl
  const longer = right.text.length > left.text.length ? right : left
  const text = rtl ? `${right.text} ${left.text}` : `${left.text} ${right.text}`
  return { ...longer, text, x0: left.x0, x1: right.x1, rtl }
}

/** Two words at both edges of a column so narrow that no table would fit. */
const isStretched = ({ size }: Row, cells: readonly Segment[], { left, right }: Region): boolean =>
  cells.length === 2 &&
  cells.every((cell) => /^\p{P}*\p{L}\S*$/u.test(cell.text)) &&
  right - left < widestNarrow * size &&
  right - (cells[1]?.x1 ?? 0) < size / 2 &&
  (cells[0]?.x0 ?? 0) - left < size * 2

/** A table has several rows of cells, close to each other; three cells far apart are a row by themselves. */
function isTableRow(rows: readonly Row[], cells: readonly Segment[][], at: number): boolean {
  const [row, own] = [rows[at], cells[at] ?? []]
  if (!row || own.length < 2) return false
  const gaps = own.slice(1).map((cell, index) => cell.x0 - (own[index]?.x1 ?? 0))
  if (own.length >= 3 && Math.min(...gaps) > row.size * 2) return true
  return [at - 1, at + 1].some((other) => {
    const next = rows[other]
    return next && (cells[other]?.length ?? 0) > 1 && Math.abs(row.y - next.y) < row.size * 4
  })
}

function lineText(cells: readonly Segment[], rtl: boolean, inTable: boolean): string {
  const texts = cells.map((cell) => cell.text)
  return (rtl ? texts.reverse() : texts).join(inTable ? ' | ' : ' ')
}

/** The usual distance of a line from the one before it, for letters of each size, in points. */
export function leadingOf(lines: readonly Line[]): (size: number) => number {
  const drops = new Map<number, number[]>()
  for (const line of lines) {
    if (line.drop === null || line.drop < line.size * 0.8 || line.drop > line.size * 2.2) continue
    const key = Math.round(line.size)
    const same = drops.get(key)
    if (same) same.push(line.drop)
    else drops.set(key, [line.drop])
  }
  const usual = new Map([...drops].map(([size, values]) => [size, lowerQuarter(values)]))
  return (size) => usual.get(Math.round(size)) ?? size * 1.25
}

const lowerQuarter = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 4)] ?? 0

/** The size and font of most of the text. */
export function bodyStyle(lines: readonly Line[]): { size: number; font: string } {
  const size = median(
    lines.flatMap((line) => Array.from({ length: Math.ceil(line.text.length / 20) }, () => line.size)),
  )
  const letters = new Map<string, number>()
  for (const { font, text } of lines) letters.set(font, (letters.get(font) ?? 0) + text.length)
  const [font = ''] = [...letters].sort((a, b) => b[1] - a[1])[0] ?? []
  return { size, font }
}
