import type { Handlers } from '../contract/methods'
import type { Relation } from '../domain/relation'
import type { Reader } from '../library/handle'
import { relationsOf } from '../library/queries/relation'
import { sourcesByIds } from '../library/queries/source'
import { requireArticle } from './article-view'
import type { ServiceContext } from './context'
import { refreshRelationsOf } from './relation-work'

/** An article of a family of copies has no end of relations. */
const listed = 100

export const relationHandlers = ({ library, notify }: ServiceContext) =>
  ({
    'relation.list': ({ articleId }) => {
      requireArticle(library.reader, articleId)
      if (refreshRelationsOf(library, articleId)) {
        notify({ kind: 'library.changed', nouns: ['relation'], label: '' })
      }
      return relationViews(library.reader, articleId)
    },
  }) satisfies Handlers<'relation.list'>

/** What a live article shares with others, as far as it was worked out, the closest first. */
export function relationViews(reader: Reader, articleId: number): Relation[] {
  const relations = relationsOf(reader, articleId, listed)
  const others = new Map(
    sourcesByIds(
      reader,
      relations.map((relation) => relation.otherId),
    ).map((source) => [source.id, source]),
  )
  return relations.flatMap(({ otherId, kind, share, otherShare, words, spans }) => {
    const other = others.get(otherId)
    if (!other) return []
    const { title, standIn, outlet, published, language } = other
    return [{ articleId: otherId, title, standIn, outlet, published, language, kind, share, otherShare, words, spans }]
  })
}
