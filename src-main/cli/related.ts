import { ExpectedError } from '../domain/error'
import type { SharedWording } from '../domain/relation'
import { allRelations, type RelationRecord } from '../library/queries/relation'
import { requireArticle } from '../services/article-view'
import type { ServiceContext } from '../services/context'
import { relationsOfStaged } from '../services/relation-staged'
import { refreshRelations } from '../services/relation-work'
import { type Command, type Given, UsageError, wholeNumber } from './command'
import { type ExitStatus, type Io, print, printJson, statusOf } from './io'
import { libraryOption, withLibrary } from './library'
import { records } from './ndjson'

export const relatedCommand: Command = {
  name: 'related',
  usage: '[ARTICLE] --library L | - [--json]',
  summary: 'Shows which articles share wording: the same text, edited copies, long passages.',
  details: [
    'ARTICLE  its number: only what it shares with others',
    '-        standard input: one JSON object a line, {id,text}; offsets are into its text',
    '--json   {pairs:[{a,b,score,kind,words,spans:[{start,end,otherStart,otherEnd}]}]}; kind: copy, near-copy,',
    "         shared-passages; score: the part of either's words that the other has too, the greater of the two",
  ],
  options: libraryOption,
  words: { least: 0, most: 1 },
  run: (given, io) => {
    const [word] = given.words
    if (word === '-') return relatedRecords(given, io)
    const articleId = word === undefined ? null : wholeNumber(word, 'ARTICLE')
    return withComparedLibrary(given, io, async ({ library: { reader } }) => {
      if (articleId !== null) requireArticle(reader, articleId)
      const isAsked = ({ articleId: a, otherId: b }: RelationRecord) =>
        articleId === null || a === articleId || b === articleId
      const pairs = allRelations(reader).filter(isAsked)
      await printPairs(
        given,
        io,
        pairs.map((pair) => ({ ...pair, a: pair.articleId, b: pair.otherId })),
      )
      return 0
    })
  },
}

/** With everything compared that is not yet, unless the library is open elsewhere or can't be written. */
async function withComparedLibrary(
  given: Given,
  io: Io,
  work: (context: ServiceContext) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  try {
    await withLibrary(given, io, 'write', ({ library }) => refreshRelations(library))
  } catch (error) {
    if (!(error instanceof ExpectedError) || !unwritable.includes(error.code)) throw error
    io.note('The library can’t be written now: articles that were not compared yet are left out.')
  }
  return withLibrary(given, io, 'read', work)
}

const unwritable: readonly string[] = ['library/locked', 'library/read-only', 'library/no-permission', 'library/newer']

async function relatedRecords(given: Given, io: Io): Promise<ExitStatus> {
  if (given.text('library') !== undefined) throw new UsageError('related: - stands without --library')
  const ids: unknown[] = []
  const texts = relationsOfStaged(null)
  let lines = 0
  for await (const { line, value } of records(io)) {
    lines += 1
    if (!value || typeof value.text !== 'string') {
      io.note(`line ${line}: not a JSON object with a text`)
      continue
    }
    texts.add(ids.length, [{ kind: 'paragraph', text: value.text, hidden: false, reason: null, line: null }])
    ids.push(value.id ?? null)
  }
  const pairs = ids.flatMap((id, index) =>
    texts
      .of(index)
      .filter((found) => found.index !== null && found.index > index)
      .map((found) => ({ ...found, a: id, b: ids[found.index ?? 0] })),
  )
  await printPairs(given, io, pairs)
  return statusOf(lines, lines - ids.length)
}

type Pair = SharedWording & { a: unknown; b: unknown }

async function printPairs(given: Given, io: Io, pairs: readonly Pair[]): Promise<void> {
  if (given.flag('json')) return printJson(io, { pairs: pairs.map(asJson) })
  for (const { a, b, kind, words, share, otherShare } of pairs) {
    const shares = [share, otherShare].map((part) => `${Math.round(part * 100)} %`)
    await print(io, [a, b, named[kind], ...shares, `${words} words`].join('\t'))
  }
}

const named = { 'same-text': 'copy', 'near-copy': 'near-copy', 'shared-passages': 'shared-passages' } as const

const asJson = ({ a, b, share, otherShare, kind, words, spans }: Pair) => ({
  a,
  b,
  score: Math.max(share, otherShare),
  kind: named[kind],
  words,
  spans,
})
