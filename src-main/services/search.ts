import type { Handlers } from '../contract/methods'
import type { SearchHit } from '../contract/types'
import { parseSearchQuery } from '../domain/search-query'
import type { Reader } from '../library/handle'
import { articleById } from '../library/queries/article'
import { passageById } from '../library/queries/passage'
import { type FoundDocument, findDocuments } from '../library/queries/search-hits'
import { allTags, tagById } from '../library/queries/tag'
import type { ServiceContext } from './context'
import { snippetOf } from './snippet'
import { fullName } from './tag-tree'

export const searchHandlers = ({ library }: ServiceContext) =>
  ({
    'search.query': ({ query, limit, offset }) => {
      const { total, hits } = findDocuments(library.reader, parseSearchQuery(query), { limit, offset })
      return { total, hits: hits.map((hit) => searchHit(library.reader, hit)) }
    },
  }) satisfies Handlers<'search.query'>

function searchHit(reader: Reader, found: FoundDocument): SearchHit {
  const { kind, id, score, document } = found
  const snippet = snippetOf(document.body, found.matches)
  const first = snippet.start !== null && snippet.start < document.textLength ? snippet.start : null
  const bare = { kind, id, score, snippet: snippet.pieces, start: null, articleId: null, title: document.title }
  const place = placeOf(reader, found, first)
  if (place === null) {
    const tag = kind === 'tag' ? tagById(reader, id) : null
    const title = tag ? fullName(allTags(reader), tag) : document.title
    return { ...bare, title, outlet: null, published: null, language: null }
  }
  const article = articleById(reader, place.articleId)
  return {
    ...bare,
    ...place,
    title: article ? (article.metadata.title.value ?? article.standIn) : document.title,
    outlet: article?.metadata.outlet.value ?? null,
    published: article?.metadata.published.value ?? null,
    language: article?.metadata.language.value ?? null,
  }
}

/** Where a found document stands: its article, and an offset into the article's text. Null for tags and events. */
function placeOf(
  reader: Reader,
  { kind, id }: FoundDocument,
  first: number | null,
): { articleId: number; start: number | null } | null {
  if (kind === 'article') return { articleId: id, start: first }
  const passage = kind === 'passage' ? passageById(reader, id) : null
  return passage && { articleId: passage.articleId, start: passage.start + (first ?? 0) }
}
