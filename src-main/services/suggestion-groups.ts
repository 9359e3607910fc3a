import { type HappeningInput, happeningGroups } from '../analysis/happenings'
import type { Reader } from '../library/handle'
import { type DateOutline, datedArticles, dateOutlines } from '../library/queries/date'
import { decisions } from '../library/queries/suggestion'
import { mainDate } from './evidence'
import { inSlices } from './slices'
import { grouped, loadSources } from './source'

/**
 * Dated statements of all articles, one per sentence with the date that places it, grouped by the happening that they
 * tell of. Decisions take statements out of their groups and never change the groups, so deciding is quick in a library
 * of any size; only what changes a statement asks for grouping anew.
 */
export type SuggestionGroups = {
  /** Takes in what changed since. @returns how many statements there are, and how many of them wait for being grouped */
  update: () => Promise<{ statements: number; waiting: number }>
  /** Groups all statements anew. */
  regroup: () => Promise<void>
  /** Undecided statements by happening, as of the last update; those that wait are alone. */
  undecided: () => DateOutline[][]
}

type DatedArticle = { key: string; statements: readonly DateOutline[] }

/** Articles that are read at once. */
const articlesAtOnce = 50

export function suggestionGroups(reader: Reader): SuggestionGroups {
  const articles = new Map<number, DatedArticle>()
  let groupOf = new Map<DateOutline, number>()
  const statements = () => [...articles.values()].flatMap((article) => article.statements)
  return {
    update: async () => {
      await inSlices(takeChanges(reader, articles))
      const known = statements()
      return { statements: known.length, waiting: known.filter((statement) => !groupOf.has(statement)).length }
    },
    regroup: async () => {
      groupOf = await inSlices(grouping(reader, statements()))
    },
    undecided: () => {
      const isOpen = undecidedOnes(reader)
      const open = statements().filter(isOpen)
      return [...grouped(open, (statement) => groupOf.get(statement) ?? statement).values()]
    },
  }
}

/** Reads the statements of articles that are new or changed, and forgets those of articles that are gone. */
function* takeChanges(reader: Reader, articles: Map<number, DatedArticle>): Generator<undefined, void> {
  const current = new Map(datedArticles(reader).map(({ id, key }) => [id, key]))
  for (const id of articles.keys()) if (!current.has(id)) articles.delete(id)
  const changed = [...current].filter(([id, key]) => articles.get(id)?.key !== key)
  for (let from = 0; from < changed.length; from += articlesAtOnce) {
    yield
    const some = changed.slice(from, from + articlesAtOnce)
    const dates = grouped(
      dateOutlines(
        reader,
        some.map(([id]) => id),
      ),
      (date) => date.articleId,
    )
    for (const [id, key] of some) articles.set(id, { key, statements: onePerSentence(dates.get(id) ?? []) })
  }
}

const onePerSentence = (dates: readonly DateOutline[]): DateOutline[] =>
  [...grouped(dates, (date) => date.sentence.start).values()].flatMap((inSentence) => mainDate(inSentence) ?? [])

/** @param statements those of one article next to each other */
function* grouping(reader: Reader, statements: readonly DateOutline[]): Generator<undefined, Map<DateOutline, number>> {
  const inputs: HappeningInput[] = []
  const byArticle = [...grouped(statements, (statement) => statement.articleId)]
  for (let from = 0; from < byArticle.length; from += articlesAtOnce) {
    yield
    const some = byArticle.slice(from, from + articlesAtOnce)
    const sources = loadSources(
      reader,
      some.map(([articleId]) => articleId),
    )
    for (const { articleId, start, end, sentence, interval } of some.flatMap(([, ofArticle]) => ofArticle)) {
      const source = sources.get(articleId)
      const text = source?.text.slice(sentence.start, sentence.end) ?? ''
      const date = { start: start - sentence.start, end: end - sentence.start }
      inputs.push({ articleId, sentence: text, interval, language: source?.language ?? null, date })
    }
  }
  const groups = yield* happeningGroups(inputs)
  const groupOf = new Map<DateOutline, number>()
  for (const [group, indices] of groups.entries()) {
    for (const index of indices) {
      const statement = statements[index]
      if (statement) groupOf.set(statement, group)
    }
  }
  return groupOf
}

/** @returns whether nothing was decided of a statement's sentence */
function undecidedOnes(reader: Reader): (statement: DateOutline) => boolean {
  const decided = grouped(decisions(reader, null), (decision) => decision.articleId)
  return ({ articleId, sentence }) =>
    !decided.get(articleId)?.some((decision) => decision.start < sentence.end && decision.end > sentence.start)
}
