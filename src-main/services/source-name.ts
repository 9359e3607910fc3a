import type { Handlers } from '../contract/methods'
import type { NamedSource } from '../contract/related-types'
import { ExpectedError } from '../domain/error'
import { foldedSource } from '../domain/named-source'
import type { Reader } from '../library/handle'
import {
  deleteSourceName,
  namedSourcesOf,
  putSourceName,
  type SourceNameRecord,
  sourceNamesOf,
} from '../library/queries/named-source'
import { requireArticle } from './article-view'
import type { ServiceContext } from './context'
import { loadSource, type Source } from './source'
import { refreshSourcesOf } from './source-work'

export const sourceNameHandlers = ({ library }: ServiceContext) => {
  const list = async (articleId: number): Promise<NamedSource[]> => {
    requireArticle(library.reader, articleId)
    await refreshSourcesOf(library, [articleId])
    return namedSourceViews(library.reader, [loadSource(library.reader, articleId)])
  }
  return {
    'source.list': ({ articleId }) => list(articleId),
    'source.set': async ({ articleId, found, name }) => {
      const sources = await list(articleId)
      if (!sources.some((source) => source.found === found)) throw new ExpectedError('source/not-found')
      const given = name === undefined ? undefined : name?.trim() || null
      return library.operation('source.set', given ?? found, (writer) => {
        if (given === undefined || given === found) deleteSourceName(writer, articleId, found)
        else putSourceName(writer, { articleId, found, name: given })
        return namedSourceViews(writer, [loadSource(writer, articleId)])
      })
    },
  } satisfies Handlers<'source.list' | 'source.set'>
}

/** The sources that articles name, as the researcher has them, by article and place. */
export function namedSourceViews(reader: Reader, articles: readonly Source[]): NamedSource[] {
  const ids = articles.map(({ id }) => id)
  const edits = sourceEdits(reader, ids)
  const texts = new Map(articles.map(({ id, text }) => [id, text]))
  return namedSourcesOf(reader, ids).map(({ articleId, start, end, name: found }) => {
    const quote = texts.get(articleId)?.slice(start, end) ?? found
    const edit = edits(articleId, found)
    return { articleId, start, end, quote, found, name: edit ? edit.name : quote, isEdited: edit !== null }
  })
}

/** @returns what the researcher says of a name found in an article; null where that is nothing */
export function sourceEdits(
  reader: Reader,
  articleIds: readonly number[],
): (articleId: number, found: string) => SourceNameRecord | null {
  const edits = new Map(sourceNamesOf(reader, articleIds).map((edit) => [`${edit.articleId} ${edit.found}`, edit]))
  return (articleId, found) => edits.get(`${articleId} ${found}`) ?? null
}

/** The name that counts, folded; null where the researcher says that it is no source. */
export const countedName = (found: string, edit: Pick<SourceNameRecord, 'name'> | null): string | null =>
  edit === null ? found : edit.name === null ? null : foldedSource(edit.name)
