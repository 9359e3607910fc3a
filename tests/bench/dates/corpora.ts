import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { addDays, type DayInterval, edtfInterval } from '../../../src-main/domain/edtf'
import wikinewsLabels from './wikinews.json'

const folder = resolve('../shared/data')

/** `days` is null where it counts neither way: durations, times of a day, "today" for "nowadays". */
export type Label = { start: number; end: number; text: string; days: DayInterval | null }
export type Labelled = {
  id: string
  published: string
  text: string
  labels: Label[]
  /** Whether only the lines that hold a label were labelled. */
  byLine: boolean
}
/** Days of events in a reference timeline, by article. */
export type TimelineDay = { article: string; days: DayInterval }

/** A fixed half of the articles. */
export const isDevelopment = (id: string): boolean => createHash('sha256').update(id).digest()[0]! % 2 === 0

type NewsExpression = { start: number; end: number; text: string; value: string; kind: string }
type NewsArticle = { id: string; published: string; text: string; expressions: NewsExpression[] }

/** 110 articles of ECB+ with TIMEX3 values, labelled where they tell of their events; empty without the file. */
export function news(): Labelled[] {
  const file = join(folder, 'dates/articles.jsonl')
  if (!existsSync(file)) return []
  const articles = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as NewsArticle)
  return articles.map(({ id, published, text, expressions }) => ({
    id,
    published,
    text,
    byLine: true,
    labels: expressions.map(({ start, end, text: written, value, kind }) => ({
      start,
      end,
      text: written,
      // A DATE whose value names no days (PRESENT_REF) counts as one that nothing gets right.
      days: kind === 'DATE' ? (timexDays(value) ?? { earliest: value, latest: value }) : null,
    })),
  }))
}

/** First and last day of a TIMEX3 value of kind DATE. */
function timexDays(value: string): DayInterval | null {
  const week = /^(\d{4})-W(\d\d)(-WE)?$/.exec(value)
  if (week) {
    const fourth = `${week[1]}-01-04`
    const monday = addDays(fourth, -((new Date(`${fourth}T00:00:00Z`).getUTCDay() + 6) % 7) + (Number(week[2]) - 1) * 7)
    return { earliest: week[3] ? addDays(monday, 5) : monday, latest: addDays(monday, 6) }
  }
  const seasons: Record<string, string> = { SP: '21', SU: '22', FA: '23', WI: '24' }
  return edtfInterval(value.replace(/T.*$/, '').replace(/-(SP|SU|FA|WI)$/, (_, name: string) => `-${seasons[name]}`))
}

/**
 * 30 articles of Wikinews without their dateline; the labels are by hand (`wikinews.json`: sentence, words, EDTF), set from
 * the text before any method was run on it. Empty without the files.
 */
export function wikinews(): Labelled[] {
  const path = join(folder, 'timelines/timeml')
  if (!existsSync(path)) return []
  return readdirSync(path)
    .sort()
    .map((name) => wikinewsArticle(name.split('_')[0] ?? '', readFileSync(join(path, name), 'utf8')))
}

function wikinewsArticle(id: string, xml: string): Labelled {
  const published = /functionInDocument="CREATION_TIME"[^>]*value="([^"]*)"/.exec(xml)?.[1] ?? ''
  const wanted: readonly (readonly (string | number | null)[])[] =
    (wikinewsLabels as unknown as Record<string, (string | number | null)[][]>)[id] ?? []
  const labels: Label[] = []
  let text = ''
  for (const [, number = '', tokens = ''] of xml.matchAll(/<s id="(\d+)">([\s\S]*?)<\/s>/g)) {
    if (number === '1') continue
    const sentence = untokenised(tokens)
    let from = 0
    for (const [, words, edtf] of wanted.filter(([at]) => String(at) === number)) {
      const at = sentence.indexOf(String(words), from)
      if (at < 0) throw new Error(`${id} ${number}: “${words}” is not in “${sentence}”`)
      from = at + String(words).length
      labels.push({
        start: text.length + at,
        end: text.length + from,
        text: String(words),
        days: edtf === null ? null : edtfInterval(String(edtf)),
      })
    }
    text += number === '0' ? `${sentence}\n` : `${sentence} `
  }
  return { id, published, text, labels, byLine: false }
}

/** "world 's plane ( A380 ) , he said" as it was printed. */
const untokenised = (tokens: string): string =>
  tokens
    .replace(/<[^>]*>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?)%]|'s\b|n't\b)/g, '$1')
    .replace(/\( /g, '(')
    .replace(/`` ?/g, '“')
    .replace(/ ?''/g, '”')

/** Days of the events in the 13 reference timelines, each once per article; empty without the files. */
export function timelineDays(): TimelineDay[] {
  const path = join(folder, 'timelines/gold')
  if (!existsSync(path)) return []
  const keys = readdirSync(path).flatMap((name) =>
    readFileSync(join(path, name), 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, date = '', ...events] = line.split('\t')
        const edtf = date.replace(/-XX/g, '')
        return /^\d{4}/.test(edtf) ? events.map((event) => `${event.split('-')[0]} ${edtf}`) : []
      }),
  )
  return [...new Set(keys)].flatMap((key) => {
    const [article = '', edtf = ''] = key.split(' ')
    const days = edtfInterval(edtf)
    return days ? [{ article, days }] : []
  })
}
