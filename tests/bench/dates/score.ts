import type { DayInterval } from '../../../src-main/domain/edtf'
import type { Label, Labelled, TimelineDay } from './corpora'
import type { Engine, Found } from './engines'

export type Tally = { right: number; overlapping: number; found: number; labelled: number }
/** What became of one expression: the label that it overlaps, if any, and whether its days are the label's. */
export type Outcome = { article: Labelled; date: Found; label: Label | null; isRight: boolean }
export type Score = Tally & { outcomes: Outcome[]; missed: { article: Labelled; label: Label }[] }

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end

export const sameDays = (a: DayInterval | null, b: DayInterval | null): boolean =>
  a !== null && b !== null && a.earliest === b.earliest && a.latest === b.latest

/**
 * Compares what a method finds with labels. A value is right when it allows the same days as the label; expressions that
 * overlap only labels without days count neither way.
 */
export function score(articles: readonly Labelled[], engine: Engine): Score {
  const all: Score = { right: 0, overlapping: 0, found: 0, labelled: 0, outcomes: [], missed: [] }
  for (const article of articles) {
    const dated = article.labels.filter((label) => label.days !== null)
    const others = article.labels.filter((label) => label.days === null)
    const found = engine.find(article.text, article.published).filter((date) => isOnLabelledLine(article, date))
    for (const date of found) {
      const label = dated.find((l) => overlaps(l, date)) ?? null
      if (!label && others.some((other) => overlaps(other, date))) continue
      const isRight = label !== null && sameDays(label.days, date.days)
      all.outcomes.push({ article, date, label, isRight })
    }
    const missed = dated.filter((label) => !found.some((date) => overlaps(label, date)))
    all.missed.push(...missed.map((label) => ({ article, label })))
    all.labelled += dated.length
  }
  all.found = all.outcomes.length
  all.overlapping = all.outcomes.filter(({ label }) => label !== null).length
  all.right = all.outcomes.filter(({ isRight }) => isRight).length
  return all
}

function isOnLabelledLine(article: Labelled, date: Found): boolean {
  if (!article.byLine) return true
  const start = article.text.lastIndexOf('\n', date.start - 1) + 1
  const lineEnd = article.text.indexOf('\n', date.end)
  const end = lineEnd < 0 ? article.text.length : lineEnd
  return article.labels.some((label) => label.start >= start && label.end <= end)
}

const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec'
const forms: readonly (readonly [string, RegExp])[] = [
  ['numeric', /^\d+[/.-]\d+[/.-]\d+/],
  ['full date', new RegExp(`(?:${months})[a-z.]*.*\\b\\d{1,2}\\b.*\\d{4}|\\b\\d{1,2}\\b.*(?:${months}).*\\d{4}`, 'i')],
  ['day and month', new RegExp(`\\b(?:${months})[a-z.]* \\d|\\d (?:${months})`, 'i')],
  ['month and year', new RegExp(`(?:${months}).*\\d{4}`, 'i')],
  ['weekday', /(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day/i],
  ['month', new RegExp(`\\b(?:${months})`, 'i')],
  ['season or century', /spring|summer|autumn|winter|century|quarter|\d0s/i],
  ['year', /\d{4}/],
  ['near day', /today|yesterday|tomorrow|tonight|morning|evening|night/i],
  ['counted back', /\bago\b/i],
  ['from mention', /earlier|later|before|after|following|previous|that|same/i],
  ['week, month, year', /week|month|year/i],
]

/** What kind of expression a label is, by its words. */
export const formOf = (text: string): string => forms.find(([, form]) => form.test(text))?.[0] ?? 'other'

/** Right values and labels by form of label. */
export function recallPerForm(scored: Score): Map<string, { right: number; labelled: number }> {
  const perForm = new Map<string, { right: number; labelled: number }>()
  const of = (text: string) => {
    const form = formOf(text)
    const tally = perForm.get(form) ?? { right: 0, labelled: 0 }
    perForm.set(form, tally)
    return tally
  }
  const labels = new Map(scored.outcomes.flatMap((o) => (o.label ? [[o.label, false] as [Label, boolean]] : [])))
  for (const { label, isRight } of scored.outcomes) if (label && isRight) labels.set(label, true)
  for (const [label, isRight] of labels) {
    const tally = of(label.text)
    tally.labelled += 1
    if (isRight) tally.right += 1
  }
  for (const { label } of scored.missed) of(label.text).labelled += 1
  return perForm
}

/** How many days of reference timelines are among the days that the event's article gives, its publication included. */
export function timelineRecall(
  wanted: readonly TimelineDay[],
  articles: readonly Labelled[],
  engine: Engine,
): { found: number; wanted: number } {
  const days = new Map(
    articles.map((article) => [
      article.id,
      [
        { earliest: article.published, latest: article.published },
        ...engine.find(article.text, article.published).map((date) => date.days),
      ],
    ]),
  )
  const here = wanted.filter(({ article }) => days.has(article))
  const found = here.filter((one) => days.get(one.article)?.some((day) => sameDays(day, one.days)))
  return { found: found.length, wanted: here.length }
}
