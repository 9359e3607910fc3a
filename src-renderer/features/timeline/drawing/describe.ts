import { useMemo } from 'react'
import { isoDay } from '../../../../src-main/domain/edtf'
import { dateInWords } from '../../../i18n/dates'
import { type Translate, useText } from '../../../i18n/i18n'
import type { Item } from './layout'
import type { Mark } from './marks'
import type { View } from './view'

/** What a mark tells, in words: for the list, and for the card under the pointer. */
export type Descriptions = {
  item: (item: Item, laneName: string) => string
  /** What a cluster holds: "12 events, 2 conflicting". */
  contents: (marks: readonly Mark[]) => string
  dates: (item: Item) => string
  /** The date that the researcher gave an event, where a mark shows what an outlet says instead; else null. */
  byHand: (item: Item) => string | null
  range: (view: View) => string
}

export function useDescriptions(): Descriptions {
  const t = useText()
  return useMemo(() => descriptionsIn(t), [t])
}

/** Dates in words are kept: many marks have one in common, and they stay as others come and go. */
function descriptionsIn(t: Translate): Descriptions {
  const known = new Map<string | null, string>()
  const dateText = (edtf: string | null): string => {
    const kept = known.get(edtf)
    if (kept !== undefined) return kept
    if (known.size >= mostDates) known.clear()
    const text = dateInWords(t, edtf)
    known.set(edtf, text)
    return text
  }
  const between = (from: number, to: number): string => {
    const [first, last] = [dayText(from), dayText(to)]
    if (first === null || last === null) return ''
    return first === last ? dateText(first) : dateText(`${first}/${last}`)
  }
  const dates = ({ marks }: Item): string => {
    const [mark] = marks
    if (!mark || marks.length > 1) {
      // The end of a span is the first moment after it.
      return between(
        marks.reduce((least, { span }) => Math.min(least, span.from), Number.POSITIVE_INFINITY),
        marks.reduce((most, { span }) => Math.max(most, span.to - 1e-6), Number.NEGATIVE_INFINITY),
      )
    }
    return dateText(mark.edtf)
  }
  const contents = (marks: readonly Mark[]): string => contentsText(t, marks)
  const byHand = ({ marks: [mark, ...others] }: Item): string | null =>
    mark && others.length === 0 && mark.byHand !== null
      ? t('drawing.mark.byHand', { date: dateText(mark.byHand) })
      : null
  const item = (one: Item, laneName: string): string => {
    const [mark] = one.marks
    if (!mark) return ''
    const said =
      one.marks.length > 1
        ? t('drawing.mark.cluster', { what: contents(one.marks), date: dates(one) })
        : t(`drawing.mark.${mark.kind}`, { title: mark.title + mark.sign, date: dates(one) })
    const own = byHand(one)
    const words = own === null ? said : t('drawing.mark.besides', { words: said, own })
    return mark.kind === 'publication' ? words : t('drawing.mark.inLane', { words, lane: laneName })
  }
  const range = (view: View): string => between(view.left, view.left + view.width / view.pxPerDay - 1e-6)
  return { item, contents, dates, byHand, range }
}

/** Dates that are kept in words, so that wandering over long times takes no memory. */
const mostDates = 10_000

/** The day as EDTF; null outside the years that have one. */
function dayText(day: number): string | null {
  const date = new Date(Math.floor(day) * 86_400_000)
  const year = date.getUTCFullYear()
  if (!(year >= 0 && year <= 9999)) return null
  return isoDay(year, date.getUTCMonth() + 1, date.getUTCDate())
}

function contentsText(t: Translate, marks: readonly Mark[]): string {
  const kinds = [
    ['event', 'events'],
    ['suggestion', 'suggestions'],
    ['publication', 'publications'],
  ] as const
  const counts = kinds.flatMap(([kind, name]) => {
    const count = new Set(marks.filter((mark) => mark.kind === kind).map(({ id }) => id)).size
    return count > 0 ? [t(`drawing.mark.${name}`, { count })] : []
  })
  const conflicting = marks.filter(({ tone }) => tone === 'conflict').length
  return [...counts, ...(conflicting > 0 ? [t('drawing.mark.conflicting', { count: conflicting })] : [])].join(', ')
}
