import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { edtfInterval } from '../../src-main/domain/edtf'
import { isDevelopment, type Labelled, news, timelineDays, wikinews } from './dates/corpora'
import { chronoNode, collate, type Engine, type Found } from './dates/engines'
import { type Outcome, recallPerForm, type Score, score, type Tally, timelineRecall } from './dates/score'

/**
 * Date expressions against labelled articles: `npm run bench -- dates [--wrong]`. Found, value and overlap F1 on both halves
 * of two sets of news, the recall per form of expression, and the days of reference timelines that are found, each beside
 * those of chrono-node in the same run; found and right on the seeds; the share right beside the one stated; the speed.
 * `--wrong` lists what is wrong or missed on the development halves.
 */
type SeedLabels = { file: string; published: string; expressions: { text: string; context: string; edtf: string }[] }

const folder = resolve('../shared')
const seedFile = join(folder, 'data/dates/seeds.json')
const showWrong = process.argv.includes('--wrong')

const percent = (share: number): string => (100 * share).toFixed(1).padStart(5)
const f1 = (hits: number, tally: Tally): number => (2 * hits) / (tally.found + tally.labelled || 1)
const halves = ['development', 'held-out'] as const
type Half = (typeof halves)[number]
const inHalf = (articles: readonly Labelled[], half: Half): Labelled[] =>
  articles.filter((article) => isDevelopment(article.id) === (half === 'development'))

function report(name: string, tally: Tally): void {
  const { labelled, found, overlapping, right } = tally
  console.log(
    `${name.padEnd(34)} labelled ${labelled}  found ${found}  overlap ${overlapping}  right ${right}` +
      `  overlap F1 ${percent(f1(overlapping, tally))}  value F1 ${percent(f1(right, tally))}`,
  )
}

function reportWrong(scored: Score): void {
  for (const { article, date, label, isRight } of scored.outcomes) {
    if (isRight) continue
    const context = JSON.stringify(article.text.slice(Math.max(0, date.start - 40), date.end + 20))
    const wanted = label ? `${label.text} ${label.days?.earliest}/${label.days?.latest}` : 'none'
    console.log(`  ${article.id} ${article.published} ${context} -> ${date.text} ${daysText(date)}; label ${wanted}`)
  }
  for (const { article, label } of scored.missed) {
    const context = JSON.stringify(article.text.slice(Math.max(0, label.start - 40), label.end + 20))
    console.log(`  ${article.id} ${article.published} ${context} MISSED ${label.text} ${label.days?.earliest}`)
  }
}

const daysText = ({ days }: Found): string => (days ? `${days.earliest}/${days.latest}` : 'open')

/** Both halves by every method, then what each finds of each form. @returns our outcomes by half */
function reportSet(name: string, articles: readonly Labelled[], engines: readonly Engine[]): Record<Half, Outcome[]> {
  const ours: Record<Half, Outcome[]> = { development: [], 'held-out': [] }
  const forms = new Map<string, string[]>()
  for (const engine of engines) {
    for (const half of halves) {
      const scored = score(inHalf(articles, half), engine)
      report(`${name}, ${half}, ${engine.name}`, scored)
      if (engine === collate) ours[half] = scored.outcomes
      if (engine === collate && half === 'development' && showWrong) reportWrong(scored)
    }
    for (const [form, { right, labelled }] of recallPerForm(score(articles, engine))) {
      const cells = forms.get(form) ?? []
      cells.push(`${engine.name} ${right}/${labelled}`.padEnd(20))
      forms.set(form, cells)
    }
  }
  for (const [form, cells] of [...forms].sort()) console.log(`  recall of ${form.padEnd(18)} ${cells.join('')}`)
  return ours
}

function scoreSeeds(seeds: readonly SeedLabels[], engine: Engine): Score {
  const all: Score = { right: 0, overlapping: 0, found: 0, labelled: 0, outcomes: [], missed: [] }
  for (const seed of seeds) {
    const text = readFileSync(join(folder, 'seeds', seed.file), 'utf8')
    const article: Labelled = { id: seed.file, published: seed.published, text, labels: [], byLine: false }
    const found = engine.find(text, seed.published)
    all.found += found.length
    for (const label of seed.expressions) {
      all.labelled += 1
      const start = spanOf(text, label)
      const wanted = edtfInterval(label.edtf)
      const date = found.find((d) => d.start < start + label.text.length && start < d.end)
      if (!date || !wanted) continue
      all.overlapping += 1
      const isRight =
        (date.days?.earliest ?? '') >= (wanted.earliest ?? '') && (date.days?.latest ?? '9') <= (wanted.latest ?? '')
      if (isRight) all.right += 1
      all.outcomes.push({ article, date, label: { ...label, start, end: start, days: wanted }, isRight })
    }
  }
  return all
}

function spanOf(text: string, label: { text: string; context: string }): number {
  const flat = text.replace(/\s/g, ' ')
  const context = label.context.replace(/\s/g, ' ')
  const at = flat.indexOf(context)
  const candidates = [...context.matchAll(new RegExp(label.text.replace(/\s/g, ' '), 'g'))]
  return at + candidates.reduce((best, m) => (Math.abs(m.index - 40) < Math.abs(best - 40) ? m.index : best), 999)
}

/** Share right of what was labelled, per basis and per share stated, and on the whole; stated and right should agree. */
function reportShares(title: string, outcomes: readonly Outcome[]): void {
  console.log(title)
  const groups = new Map<string, { right: number; found: number; stated: number }>()
  for (const { date, label, isRight } of outcomes) {
    if (label === null || date.days === null) continue
    for (const key of ['on the whole', `  ${date.basis}`, `stated ${date.stated.toFixed(2)}`]) {
      const group = groups.get(key) ?? { right: 0, found: 0, stated: 0 }
      group.found += 1
      group.stated += date.stated
      if (isRight) group.right += 1
      groups.set(key, group)
    }
  }
  for (const [key, { right, found, stated }] of [...groups].sort()) {
    const share = ((right + 1) / (found + 2)).toFixed(2)
    console.log(
      `  ${key.padEnd(18)} right ${right}/${found}  (n+1)/(m+2) ${share}  stated ${(stated / found).toFixed(2)}`,
    )
  }
}

function speed(texts: readonly string[], engine: Engine, characters: number): void {
  const all = texts.join('\n')
  const big = all.repeat(Math.ceil(characters / all.length)).slice(0, characters)
  engine.find(all.slice(0, characters / 4), '2024-05-16')
  const [begun, cpuBegun] = [performance.now(), process.cpuUsage()]
  const found = engine.find(big, '2024-05-16').length
  const seconds = (performance.now() - begun) / 1000
  const cpu = process.cpuUsage(cpuBegun)
  const million = big.length / 1e6
  const perSecond = (duration: number): string => (million / duration).toFixed(1)
  console.log(
    `${engine.name}: ${perSecond(seconds)} MB/s by the clock, ${perSecond((cpu.user + cpu.system) / 1e6)} by the processor's,` +
      ` ${found} expressions in ${million.toFixed(1)} MB`,
  )
}

const engines = [collate, chronoNode]

const sets = [
  ['news', news()],
  ['wikinews', wikinews()],
] as const
const outcomes: Record<Half, Outcome[]> = { development: [], 'held-out': [] }
for (const [name, articles] of sets) {
  if (articles.length === 0) {
    console.log(`${name}: not found, skipped`)
    continue
  }
  const ours = reportSet(name, articles, engines)
  for (const half of halves) outcomes[half].push(...ours[half])
}

const wanted = timelineDays()
for (const engine of wanted.length > 0 ? engines : []) {
  for (const half of halves) {
    const { found, wanted: all } = timelineRecall(wanted, inHalf(sets[1][1], half), engine)
    console.log(`timeline days, ${half}, ${engine.name}: ${found}/${all}`)
  }
}

if (existsSync(seedFile)) {
  for (const engine of engines) {
    const scored = scoreSeeds(JSON.parse(readFileSync(seedFile, 'utf8')) as SeedLabels[], engine)
    report(`seeds, ${engine.name}`, scored)
    if (engine === collate) outcomes.development.push(...scored.outcomes)
  }
} else console.log('seed labels: not found, skipped')

reportShares('share right, development halves and seeds', outcomes.development)
reportShares('share right, held-out halves', outcomes['held-out'])
const texts = news().map(({ text }) => text)
if (texts.length > 0) {
  speed(texts, collate, 4_000_000)
  speed(texts, chronoNode, 200_000)
}
