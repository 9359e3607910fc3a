import { furnitureReason } from '../cleaning'
import { webAddress } from '../metadata'
import { median } from './pdf-columns'
import { looksLikePaper, runningHead } from './pdf-heads'
import type { Page, Row } from './pdf-page'

/** Rows of a page that repeat on others or number it; the rest is its text. */
export type Sorted = { page: Page; rows: Row[]; furniture: string[]; address: string | null }

/** So many rows from a page's upper and lower edge may be running heads and feet. */
const deepestEdge = 3
const pageNumber =
  /^[\s\W]*(?:(?:page|seite|pagina|página|p\.|s\.|صفحة|стр\.?)\s*)?[\d٠-٩۰-۹]{1,4}(?:\s*(?:\/|of|von|de|sur|из|من)\s*[\d٠-٩۰-۹]{1,4})?[\s\W]*$/iu

/** Tells running heads and feet, page numbers and what a browser prints around a page from the text of each page. */
export function sortRows(pages: readonly Page[]): Sorted[] {
  const seen = new Map<string, number>()
  for (const page of pages) {
    for (const key of new Set(edgeRows(page).map((row) => keyOf(page, row)))) seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  // Heads of left and right pages differ, so that each is on half the pages only.
  const often = Math.max(2, Math.floor(pages.length * 0.3))
  return pages.map((page) => {
    const edge = new Set(
      edgeRows(page).filter((row) => (seen.get(keyOf(page, row)) ?? 0) >= often || standsAtEdge(page, row)),
    )
    const furniture = [...edge].map(rowText)
    const addresses = [...edge].flatMap((row) => row.segments.map((segment) => webAddress(segment.text)))
    return {
      page,
      rows: page.rows.filter((row) => !edge.has(row)),
      furniture,
      address: addresses.find((address) => address !== null) ?? null,
    }
  })
}

export const rowText = (row: Row): string => {
  const rtl = row.segments.filter((one) => one.rtl).length * 2 > row.segments.length
  const texts = row.segments.map((segment) => segment.text)
  return (rtl ? texts.reverse() : texts).join(' ')
}

const edgeRows = (page: Page): Row[] => [
  ...page.rows.slice(0, deepestEdge).filter((row) => row.y < page.height * 0.2),
  ...page.rows.slice(-deepestEdge).filter((row) => row.y > page.height * 0.8),
]

/** The same words but for numbers, at the same height. */
const keyOf = (page: Page, row: Row): string =>
  `${row.y < page.height / 2 ? 'head' : 'foot'} ${Math.round(row.y / 4)} ${rowText(row).replace(/\p{N}+/gu, '#')}`

/** A number, address or notice that is the first or the last row of its page and lies in the margin. */
function standsAtEdge(page: Page, row: Row): boolean {
  const outermost = row === page.rows[0] || row === page.rows.at(-1)
  const inMargin = row.y < page.height * 0.09 || row.y > page.height * 0.91
  if (!outermost || !inMargin || page.rows.length < 2) return false
  const text = rowText(row)
  const usual = median(page.rows.map((one) => one.size))
  if (row.size < usual * 0.92 && text.length <= 80) return true
  const head = runningHead(text)
  if (head?.date && row.size < usual * 1.4 && (head.isNumbered || looksLikePaper(head.name))) return true
  if (pageNumber.test(text) || furnitureReason(text) === 'print') return true
  return row.segments.some(
    (one) => webAddress(one.text) !== null || /^\d{1,4}\/\d{1,4}$/.test(one.text) || isPrintTime(one.text),
  )
}

/** A browser's header: "3/14/31, 10:02 AM". */
const isPrintTime = (text: string): boolean =>
  /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?$/i.test(text)
