import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { findDates } from '../../src-main/analysis/dates/find'
import { groupHappenings, type HappeningInput } from '../../src-main/analysis/happenings'

/**
 * Grouping of statements against articles whose sentences are labelled with their events: `npm run bench -- happenings`.
 * Pairs of sentences of different articles; right where they share an event. "own day" gives each of a topic's two
 * look-alike events a day of its own, "same day" gives both one. `chance` is the share that joining everything of a day gets right.
 */
type Article = { id: string; topic: number; event: string; sentences: Sentence[] }
type Sentence = { text: string; validated: boolean; events: string[] }
type Labelled = HappeningInput & { article: string; events: ReadonlySet<string> }

const file = resolve('../shared/data/same-event/articles.jsonl')

const isDevelopment = (topic: number): boolean => createHash('sha256').update(String(topic)).digest()[0]! % 2 === 0

const dayOf = (n: number): string => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10)

function labelled(articles: Article[], isSameDay: boolean): Labelled[] {
  const days = new Map<string, string>()
  return articles.flatMap((article, articleId) => {
    const key = isSameDay ? String(article.topic) : `${article.topic} ${article.event}`
    const day = days.get(key) ?? dayOf(days.size)
    days.set(key, day)
    return article.sentences
      .filter((s) => s.validated && s.events.length > 0 && s.text.split(' ').length > 6)
      .map((s) => ({
        articleId,
        article: article.id,
        sentence: s.text,
        interval: { earliest: day, latest: day },
        language: 'en',
        date: findDates(s.text, { published: day, language: 'en' })[0] ?? null,
        events: new Set(s.events),
      }))
  })
}

const sharesEvent = (a: Labelled, b: Labelled): boolean => [...a.events].some((event) => b.events.has(event))

function score(name: string, items: Labelled[]): void {
  const begun = performance.now()
  const groups = groupHappenings(items)
  const took = performance.now() - begun
  const groupOf = new Map(groups.flatMap((group, g) => group.map((i) => [i, g] as const)))
  const tally = { pairs: 0, alike: 0, joined: 0, right: 0 }
  for (const [i, a] of items.entries()) {
    for (const [k, b] of items.slice(i + 1).entries()) {
      if (a.article === b.article || a.interval?.earliest !== b.interval?.earliest) continue
      const isAlike = sharesEvent(a, b)
      const isJoined = groupOf.get(i) === groupOf.get(i + 1 + k)
      tally.pairs += 1
      if (isAlike) tally.alike += 1
      if (isJoined) tally.joined += 1
      if (isAlike && isJoined) tally.right += 1
    }
  }
  const share = (part: number, whole: number): string => (part / (whole || 1)).toFixed(3)
  console.log(
    `${name.padEnd(24)} statements ${items.length}  precision ${share(tally.right, tally.joined)}  recall ` +
      `${share(tally.right, tally.alike)}  chance ${share(tally.alike, tally.pairs)}  joined ${tally.joined}  ${took.toFixed(0)} ms`,
  )
}

if (!existsSync(file)) console.log('same-event set: not found, skipped')
else {
  const articles = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Article)
  for (const [name, half] of [
    ['development', articles.filter((a) => isDevelopment(a.topic))],
    ['held out', articles.filter((a) => !isDevelopment(a.topic))],
  ] as const) {
    score(`${name}, own days`, labelled(half, false))
    score(`${name}, same day`, labelled(half, true))
  }
}
