import type { Place } from '../domain/alignment'
import { type Comparison, compareTexts, isLikely, leastScore } from '../services/compare'
import { type Command, type Given, NotDone, UsageError } from './command'
import { bodyText, extractFiles, fileHelp, isPassedOver, named, refusal } from './files'
import { type ExitStatus, type Io, print, printJson, statusOf } from './io'
import { messageOf } from './messages'
import { records, textField } from './ndjson'

export const compareCommand: Command = {
  name: 'compare',
  usage: 'FILE FILE… | - [--likely] [--json]',
  summary: 'Shows what articles share, what only one of them tells, and which are of one origin.',
  details: [
    ...fileHelp,
    '-              standard input: one JSON object a line, {id,articles:[{id,text,language}]}; each is compared by itself',
    `--likely       only pairs that are likely to tell the same: without it, all with a score from ${leastScore} on`,
    '--json         {id,pairs:[{a:{article,start,end,text},b,score,kind,likely,differences:[{article,start,end,text}]}],',
    '               onlyHere:[{article,start,end,text}],origins:[[ARTICLE…]…]}; kind: quotation, shared-wording,',
    '               same-statement; origins: articles that share wording or name the same source stand together; offsets are',
    '               UTF-16 units into the text given, or that `extract` gives; the articles of files are named by them',
  ],
  options: { likely: { type: 'boolean' } },
  words: { least: 1, most: Number.POSITIVE_INFINITY },
  run: (given, io) => {
    if (!given.words.includes('-')) return compareFiles(given, io)
    if (given.words.length > 1) throw new UsageError('compare: - stands alone')
    return compareRecords(given, io)
  },
}

/** An article under the name that its parts are given with. */
type Named = { id: unknown; text: string; language: string | null }

async function compareFiles(given: Given, io: Io): Promise<ExitStatus> {
  const extraction = io.startExtraction()
  const articles: Named[] = []
  let refused = 0
  try {
    for await (const found of extractFiles(io, extraction, given.words)) {
      const { file } = found
      if (found.kind === 'refused') {
        io.note(`${file}: ${messageOf(found.failure)}`)
        if (given.flag('json')) await printJson(io, refusal(file, found.failure))
        refused += isPassedOver(found.failure) ? 0 : 1
      }
      if (found.kind !== 'article') continue
      const { article } = found
      articles.push({
        id: named(file, article.part),
        text: bodyText(article),
        language: article.metadata.language.value,
      })
    }
  } finally {
    extraction.close()
  }
  if (articles.length < 2) throw new NotDone('There are fewer than two articles to compare.')
  await printCompared(given, io, null, articles)
  return statusOf(articles.length + refused, refused)
}

async function compareRecords(given: Given, io: Io): Promise<ExitStatus> {
  let lines = 0
  let refused = 0
  for await (const { line, value } of records(io)) {
    lines += 1
    const articles = value && articlesOf(value.articles)
    if (articles) await printCompared(given, io, value.id ?? null, articles)
    else {
      refused += 1
      io.note(`line ${line}: not a JSON object with articles that have a text`)
    }
  }
  return statusOf(lines, refused)
}

/** @returns null where one of them is no object with a text */
function articlesOf(value: unknown): Named[] | null {
  if (!Array.isArray(value)) return null
  const articles: Named[] = []
  for (const [index, article] of value.entries()) {
    if (typeof article !== 'object' || article === null || typeof article.text !== 'string') return null
    articles.push({ id: article.id ?? index, text: article.text, language: textField(article, 'language') })
  }
  return articles
}

async function printCompared(given: Given, io: Io, id: unknown, articles: readonly Named[]): Promise<void> {
  const compared = compareTexts(articles, io.wordVectors())
  const links = compared.links.filter((link) => !given.flag('likely') || isLikely(link))
  const asked = { ...compared, links }
  if (given.flag('json')) await printJson(io, { id, ...asJson(asked, articles) })
  else await printText(io, asked, articles)
}

function asJson({ links, onlyHere, origins }: Comparison, articles: readonly Named[]) {
  const place = ({ text, start, end }: Place) => ({
    article: articles[text]?.id,
    start,
    end,
    text: articles[text]?.text.slice(start, end),
  })
  return {
    pairs: links.map((link) => ({
      a: place(link.a),
      b: place(link.b),
      score: link.score,
      kind: link.kind,
      likely: isLikely(link),
      differences: link.differences.map(place),
    })),
    onlyHere: onlyHere.map(place),
    origins: origins.map((group) => group.map((index) => articles[index]?.id)),
  }
}

async function printText(io: Io, compared: Comparison, articles: readonly Named[]): Promise<void> {
  const { links, onlyHere, origins } = compared
  const quoted = ({ text, start, end }: Place): string =>
    `${articles[text]?.id}: ${articles[text]?.text.slice(start, end).replace(/\s+/g, ' ')}`
  for (const { a, b, kind, score, differences } of links) {
    await print(io, `${kind}\t${score.toFixed(2)}`)
    for (const place of [a, b]) await print(io, `  ${quoted(place)}`)
    for (const place of differences) await print(io, `  only in ${quoted(place)}`)
  }
  if (onlyHere.length > 0) await print(io, 'only here')
  for (const place of onlyHere) await print(io, `  ${quoted(place)}`)
  await print(io, `at most ${origins.length} independent`)
  for (const group of origins) await print(io, `  ${group.map((index) => articles[index]?.id).join(', ')}`)
}
