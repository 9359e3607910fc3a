import type { Handlers } from '../contract/methods'
import type { SearchHit } from '../contract/types'
import { parseSearchQuery } from '../domain/search-query'
import type { Reader } from '../library/handle'
import { type ArticleRecord, articlesByIds } from '../library/queries/article'
import { passagesByIds } from '../library/queries/passage'
import { type FoundDocument, findDocuments } from '../library/queries/search-hits'
import { allTags, type TagRecord } from '../library/queries/tag'
import type { ServiceContext } from './context'
import { snippetOf } from './snippet'
import { fullName } from './tag-tree'

export const searchHandlers = ({ library }: ServiceContext) =>
  ({
    'search.query': ({ query, limit, offset }) => {
      const { total, hits } = findDocuments(library.reader, parseSearchQuery(query), { limit, offset })
      return { total, hits: searchHits(library.reader, hits) }
    },
  }) satisfies Handlers<'search.query'>

/** Where a found document stands: its article, and where its text begins in a version of the article's, null for any. */
type Place = { articleId: number; start: number; version: number | null }

function searchHits(reader: Reader, found: readonly FoundDocument[]): SearchHit[] {
  const passages = new Map(
    passagesByIds(
      reader,
      found.filter((hit) => hit.kind === 'passage').map((hit) => hit.id),
    ).map((passage): [number, Place] => [passage.id, passage]),
  )
  const placeOf = ({ kind, id }: FoundDocument): Place | null =>
    kind === 'article'
      ? { articleId: id, start: 0, version: null }
      : kind === 'passage'
        ? (passages.get(id) ?? null)
        : null
  const articles = new Map(
    articlesByIds(
      reader,
      found.flatMap((hit) => placeOf(hit)?.articleId ?? []),
    ).map((article) => [article.id, article]),
  )
  const tags = allTags(reader)
  return found.map((hit) => {
    const place = placeOf(hit)
    return searchHit(hit, place, place ? articles.get(place.articleId) : undefined, tags)
  })
}

function searchHit(
  { kind, id, score, document, matches }: FoundDocument,
  place: Place | null,
  article: ArticleRecord | undefined,
  tags: readonly TagRecord[],
): SearchHit {
  const { pieces, start } = snippetOf(document.body, matches)
  const tag = kind === 'tag' ? tags.find((other) => other.id === id) : undefined
  const named = tag ? fullName(tags, tag) : document.title
  const inText = start !== null && start < document.textLength ? start : null
  const isThere = place !== null && (place.version === null || place.version === article?.version)
  return {
    kind,
    id,
    articleId: place?.articleId ?? null,
    title: article ? (article.metadata.title.value ?? article.standIn) : named,
    outlet: article?.metadata.outlet.value ?? null,
    published: article?.metadata.published.value ?? null,
    language: article?.metadata.language.value ?? null,
    snippet: pieces,
    // A passage has a place of its own; in an article only a match has one.
    start: isThere ? (kind === 'passage' ? place.start + (inText ?? 0) : inText) : null,
    score,
  }
}
