import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type FoundDate, findDates } from '../../src-main/analysis/dates/find'
import { type Rule, rules } from '../../src-main/analysis/dates/reading'
import { addDays, edtfInterval } from '../../src-main/domain/edtf'

/**
 * Date expressions against labelled articles: `npm run bench -- dates [--wrong]`. Found, value and overlap F1 of kind
 * DATE on both halves of the news set; found and right on the seeds; the share right per rule; the speed.
 * A value is right when it allows the same days as the label; on news, lines without any label are left out. Expressions that overlap a label of another kind count neither way.
 */
type Label = { start: number; end: number; text: string; value: string; kind: 'DATE' | 'OF_THE_DAY' | 'DURATION' }
type Article = { id: string; published: string; text: string; expressions: Label[] }
type SeedLabels = { file: string; published: string; expressions: { text: string; context: string; edtf: string }[] }
type Tally = { right: number; overlapping: number; found: number; labelled: number }

const folder = resolve('../shared')
const newsFile = join(folder, 'data/dates/articles.jsonl')
const seedFile = join(folder, 'data/dates/seeds.json')
const showWrong = process.argv.includes('--wrong')

const isDevelopment = (id: string): boolean => createHash('sha256').update(id).digest()[0]! % 2 === 0

/** First and last day of a TIMEX3 value of kind DATE. */
function timexDays(value: string): { earliest: string | null; latest: string | null } | null {
  const week = /^(\d{4})-W(\d\d)(-WE)?$/.exec(value)
  if (week) {
    const fourth = `${week[1]}-01-04`
    const monday = addDays(fourth, -((new Date(`${fourth}T00:00:00Z`).getUTCDay() + 6) % 7) + (Number(week[2]) - 1) * 7)
    return { earliest: week[3] ? addDays(monday, 5) : monday, latest: addDays(monday, 6) }
  }
  const seasons: Record<string, string> = { SP: '21', SU: '22', FA: '23', WI: '24' }
  return edtfInterval(value.replace(/T.*$/, '').replace(/-(SP|SU|FA|WI)$/, (_, name: string) => `-${seasons[name]}`))
}

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end

/** Whether the line of a date holds a label: the set labels only statements of its events, and leaves the other lines bare. */
const isOnLabelledLine = (article: Article, date: FoundDate): boolean => {
  const start = article.text.lastIndexOf('\n', date.start - 1) + 1
  const lineEnd = article.text.indexOf('\n', date.end)
  const end = lineEnd < 0 ? article.text.length : lineEnd
  return article.expressions.some((label) => label.start >= start && label.end <= end)
}

const perRule = new Map<Rule, { right: number; found: number }>(rules.map((rule) => [rule, { right: 0, found: 0 }]))

function count(rule: Rule, isRight: boolean): void {
  const tally = perRule.get(rule)!
  tally.found += 1
  if (isRight) tally.right += 1
}

function scoreNews(articles: Article[], isDevelopmentHalf: boolean): Tally {
  const tally: Tally = { right: 0, overlapping: 0, found: 0, labelled: 0 }
  for (const article of articles) {
    const found = findDates(article.text, { published: article.published, language: 'en' }).filter((date) =>
      isOnLabelledLine(article, date),
    )
    const labels = article.expressions.filter((label) => label.kind === 'DATE')
    const others = article.expressions.filter((label) => label.kind !== 'DATE')
    tally.labelled += labels.length
    for (const date of found) {
      const label = labels.find((l) => overlaps(l, date))
      if (!label && others.some((other) => overlaps(other, date))) continue
      tally.found += 1
      const wanted = label && timexDays(label.value)
      const isRight =
        wanted?.earliest === date.interval?.earliest && wanted?.latest === date.interval?.latest && date.edtf !== null
      if (label) tally.overlapping += 1
      if (label && isRight) tally.right += 1
      if (isDevelopmentHalf && label) count(date.rule, isRight)
      if (showWrong && isDevelopmentHalf && !(label && isRight)) {
        console.log(
          article.id,
          article.published,
          JSON.stringify(article.text.slice(date.start - 30, date.end + 20)),
          '->',
          date.text,
          date.edtf,
          'label',
          label?.value ?? 'none',
        )
      }
    }
    if (!showWrong || !isDevelopmentHalf) continue
    for (const label of labels.filter((l) => !found.some((date) => overlaps(l, date)))) {
      console.log(
        article.id,
        article.published,
        'MISSED',
        JSON.stringify(article.text.slice(label.start - 30, label.end + 20)),
        label.text,
        label.value,
      )
    }
  }
  return tally
}

function scoreSeeds(seeds: SeedLabels[]): Tally {
  const tally: Tally = { right: 0, overlapping: 0, found: 0, labelled: 0 }
  for (const seed of seeds) {
    const text = readFileSync(join(folder, 'seeds', seed.file), 'utf8')
    const found = findDates(text, { published: seed.published, language: 'en' })
    const taken = new Set<FoundDate>()
    for (const label of seed.expressions) {
      tally.labelled += 1
      const start = spanOf(text, label)
      const date = found.find((d) => d.start < start + label.text.length && start < d.end)
      if (!date) {
        console.log(seed.file, 'MISSED', label.context)
        continue
      }
      taken.add(date)
      tally.overlapping += 1
      const wanted = edtfInterval(label.edtf)!
      const isRight =
        date.interval !== null && date.interval.earliest! >= wanted.earliest! && date.interval.latest! <= wanted.latest!
      if (isRight) tally.right += 1
      count(date.rule, isRight)
      if (!isRight || date.text !== label.text)
        console.log(seed.file, label.text, label.edtf, '->', date.text, date.edtf)
    }
    tally.found += found.length
    for (const date of found.filter((d) => !taken.has(d))) console.log(seed.file, 'NOT LABELLED', date.text, date.edtf)
  }
  return tally
}

function spanOf(text: string, label: { text: string; context: string }): number {
  const flat = text.replace(/\s/g, ' ')
  const context = label.context.replace(/\s/g, ' ')
  const at = flat.indexOf(context)
  const candidates = [...context.matchAll(new RegExp(label.text.replace(/\s/g, ' '), 'g'))]
  return at + candidates.reduce((best, m) => (Math.abs(m.index - 40) < Math.abs(best - 40) ? m.index : best), 999)
}

const percent = (share: number): string => (100 * share).toFixed(1).padStart(5)
const f1 = (hits: number, tally: Tally): number => (2 * hits) / (tally.found + tally.labelled || 1)

function report(name: string, tally: Tally): void {
  console.log(
    `${name.padEnd(22)} labelled ${tally.labelled}  found ${tally.found}  overlap ${tally.overlapping}  right ${tally.right}` +
      `  overlap F1 ${percent(f1(tally.overlapping, tally))}  value F1 ${percent(f1(tally.right, tally))}`,
  )
}

function speed(texts: string[]): void {
  const all = texts.join('\n')
  const big = all.repeat(Math.ceil(4_000_000 / all.length))
  findDates(all, { published: '2024-05-16', language: 'en' })
  const begun = performance.now()
  const found = findDates(big, { published: '2024-05-16', language: 'en' }).length
  const seconds = (performance.now() - begun) / 1000
  console.log(
    `${(big.length / 1e6 / seconds).toFixed(1)} MB/s, ${found} expressions in ${(big.length / 1e6).toFixed(1)} MB`,
  )
}

const articles: Article[] = existsSync(newsFile)
  ? readFileSync(newsFile, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Article)
  : []
if (articles.length === 0) console.log('news set: not found, skipped')
else {
  report(
    'news, development half',
    scoreNews(
      articles.filter((a) => isDevelopment(a.id)),
      true,
    ),
  )
  report(
    'news, held-out half',
    scoreNews(
      articles.filter((a) => !isDevelopment(a.id)),
      false,
    ),
  )
}
if (existsSync(seedFile)) report('seeds', scoreSeeds(JSON.parse(readFileSync(seedFile, 'utf8')) as SeedLabels[]))
else console.log('seed labels: not found, skipped')
for (const [rule, tally] of perRule) {
  if (tally.found > 0) {
    console.log(
      `${rule.padEnd(14)} ${tally.right}/${tally.found}  ${((tally.right + 1) / (tally.found + 2)).toFixed(2)}`,
    )
  }
}
if (articles.length > 0) speed(articles.map((a) => a.text))
