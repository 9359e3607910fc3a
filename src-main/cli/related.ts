import { type CompanionKind, copyKind } from '../domain/affair'
import { ExpectedError } from '../domain/error'
import type { SharedWording } from '../domain/relation'
import { allRelations } from '../library/queries/relation'
import { affairMatches } from '../services/affair'
import { type AffairPair, affairPairsOfLibrary, affairPairsOfTexts } from '../services/affair-pairs'
import { refreshAffairs } from '../services/affair-work'
import { requireArticle } from '../services/article-view'
import type { ServiceContext } from '../services/context'
import { relationsOfStaged } from '../services/relation-staged'
import { refreshRelations } from '../services/relation-work'
import { type Command, type Given, UsageError, wholeNumber } from './command'
import { type ExitStatus, type Io, print, printJson, statusOf } from './io'
import { libraryOption, withLibrary } from './library'
import { records, textField } from './ndjson'

export const relatedCommand: Command = {
  name: 'related',
  usage: '[ARTICLE] --library L | - [--json]',
  summary: 'Shows which articles belong together: of the same affair, edited copies, the same text.',
  details: [
    'ARTICLE  its number: only what it has to do with others',
    '-        standard input: one JSON object a line, {id,text,language}; the language may be left out',
    '--json   {pairs:[{a,b,score,kind,words,spans:[{start,end,otherStart,otherEnd}]}]}; kind: same-affair, near-copy, copy,',
    '         shared-passages (of different affairs); score, from 0 to 1: how likely two are of the same affair, for the other',
    "         kinds the part of either's words that the other has too; words and spans: wording that they share, offsets into",
    '         their texts',
  ],
  options: libraryOption,
  words: { least: 0, most: 1 },
  run: (given, io) => {
    const [word] = given.words
    if (word === '-') return relatedRecords(given, io)
    const articleId = word === undefined ? null : wholeNumber(word, 'ARTICLE')
    return withComparedLibrary(given, io, async ({ library: { reader } }) => {
      if (articleId !== null) requireArticle(reader, articleId)
      const affairs =
        articleId === null
          ? affairPairsOfLibrary(reader)
          : affairMatches(reader, articleId).map(({ id, score }) => ({
              a: Math.min(id, articleId),
              b: Math.max(id, articleId),
              score,
            }))
      const shared = allRelations(reader).map((pair) => ({ ...pair, a: pair.articleId, b: pair.otherId }))
      const isAsked = ({ a, b }: { a: number; b: number }) => articleId === null || a === articleId || b === articleId
      await printPairs(given, io, together(shared, affairs).filter(isAsked))
      return 0
    })
  },
}

/** Every pair once: copies as such, others of the same affair as that, whether they share passages or not. */
function together(
  shared: readonly (SharedWording & { a: number; b: number })[],
  affairs: readonly AffairPair[],
): Pair<number>[] {
  const affairOf = new Map(affairs.map(({ a, b, score }) => [`${a} ${b}`, score]))
  const known = new Set(shared.map(({ a, b }) => `${a} ${b}`))
  const withWording = shared.map(({ a, b, kind, share, otherShare, words, spans }): Pair<number> => {
    const affair = affairOf.get(`${a} ${b}`)
    const copied = copyKind(kind)
    return copied === null && affair !== undefined
      ? { a, b, score: affair, kind: 'same-affair', words, spans }
      : { a, b, score: Math.max(share, otherShare), kind: copied ?? 'shared-passages', words, spans }
  })
  const others = affairs
    .filter(({ a, b }) => !known.has(`${a} ${b}`))
    .map((pair): Pair<number> => ({ ...pair, kind: 'same-affair', words: 0, spans: [] }))
  return [...withWording, ...others].sort((x, y) => x.a - y.a || x.b - y.b)
}

/** With everything compared that is not yet, unless the library is open elsewhere or can't be written. */
async function withComparedLibrary(
  given: Given,
  io: Io,
  work: (context: ServiceContext) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  try {
    await withLibrary(given, io, 'write', async ({ library, wordVectors }) => {
      await refreshAffairs(library, wordVectors)
      await refreshRelations(library)
    })
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
  const read: { text: string; language: string | null }[] = []
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
    read.push({ text: value.text, language: textField(value, 'language') })
  }
  const shared = ids.flatMap((_, index) =>
    texts
      .of(index)
      .filter((found) => found.index !== null && found.index > index)
      .map((found) => ({ ...found, a: index, b: found.index ?? 0 })),
  )
  const pairs = together(shared, affairPairsOfTexts(read, io.wordVectors))
  await printPairs(
    given,
    io,
    pairs.map((pair) => ({ ...pair, a: ids[pair.a], b: ids[pair.b] })),
  )
  return statusOf(lines, lines - ids.length)
}

type Pair<Id> = Pick<SharedWording, 'words' | 'spans'> & {
  a: Id
  b: Id
  score: number
  kind: CompanionKind | 'shared-passages'
}

async function printPairs(given: Given, io: Io, pairs: readonly Pair<unknown>[]): Promise<void> {
  if (given.flag('json')) return printJson(io, { pairs })
  for (const { a, b, kind, words, score } of pairs) {
    await print(io, [a, b, kind, `${Math.round(score * 100)} %`, `${words} words shared`].join('\t'))
  }
}
