import { type AffairIndex, type AffairMatch, affairSearch, affairThreshold } from '../analysis/affair-search'
import { atOnce } from '../analysis/steps'
import type { Handlers } from '../contract/methods'
import type { Companion } from '../contract/related-types'
import { copyKind } from '../domain/affair'
import type { Reader } from '../library/handle'
import { affairOf, articlesWithTerm } from '../library/queries/affair'
import { relationsOf } from '../library/queries/relation'
import { sourcesByIds } from '../library/queries/source'
import { refreshAffairOf } from './affair-work'
import { requireArticle } from './article-view'
import type { ServiceContext } from './context'
import { refreshRelationsOf } from './relation-work'
import { inSlices } from './slices'

export const affairHandlers = ({ library, wordVectors }: ServiceContext) =>
  ({
    'affair.companions': async ({ articleId, limit }) => {
      requireArticle(library.reader, articleId)
      refreshAffairOf(library, articleId, wordVectors)
      refreshRelationsOf(library, articleId)
      const matches = await inSlices(affairSearch(affairIndex(library.reader)).companions(articleId, affairThreshold))
      return companionViews(library.reader, articleId, matches).slice(0, limit)
    },
  }) satisfies Handlers<'affair.companions'>

/** Articles of the same affair as one, as far as the library's words are known, at once. */
export const affairMatches = (reader: Reader, articleId: number): AffairMatch[] =>
  atOnce(affairSearch(affairIndex(reader)).companions(articleId, affairThreshold))

/** The library as it is searched for affairs. */
const affairIndex = (reader: Reader): AffairIndex => ({
  article: (id) => affairOf(reader, id),
  holders: (hash, limit) => articlesWithTerm(reader, hash, limit),
})

/** Copies that an article has in the library are told at most. */
const listedCopies = 40

/** Articles of the same affair and copies, live ones, the likeliest first; in the end copies, which tell nothing more. */
function companionViews(
  reader: Reader,
  articleId: number,
  matches: readonly { id: number; score: number }[],
): Companion[] {
  const copies = new Map(
    relationsOf(reader, articleId, listedCopies).flatMap(({ otherId, kind, share, otherShare }) => {
      const copied = copyKind(kind)
      return copied ? [[otherId, { kind: copied, score: Math.max(share, otherShare) }] as const] : []
    }),
  )
  const found = [
    ...matches
      .filter(({ id }) => !copies.has(id))
      .map(({ id, score }) => ({ id, score, kind: 'same-affair' as const })),
    ...[...copies].map(([id, copy]) => ({ id, ...copy })),
  ]
  const sources = new Map(
    sourcesByIds(
      reader,
      found.map(({ id }) => id),
    ).map((source) => [source.id, source]),
  )
  return found.flatMap(({ id, score, kind }) => {
    const source = sources.get(id)
    if (!source) return []
    const { title, standIn, outlet, published, language } = source
    return [{ articleId: id, title, standIn, outlet, published, language, score, kind }]
  })
}
