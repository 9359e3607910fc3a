import type { Handlers, Input } from '../contract/methods'
import type { TagRow } from '../contract/types'
import { ExpectedError } from '../domain/error'
import { type TagColour, tagColours, tagPath } from '../domain/tag'
import type { Reader, Writer } from '../library/handle'
import { tagArticle } from '../library/queries/article'
import { refreshDocuments } from '../library/queries/search'
import {
  allTags,
  articlesByTag,
  insertTag,
  passagesByTag,
  releaseShortcut,
  type TagRecord,
  tagById,
  tagByName,
  tagsEverMade,
  trashTags,
  updateTag,
} from '../library/queries/tag'
import type { ServiceContext } from './context'
import { descendantIds, inTreeOrder } from './tag-tree'

type Name = 'tag.list' | 'tag.create' | 'tag.set' | 'tag.delete'

export const tagHandlers = ({ library, clock }: ServiceContext) =>
  ({
    'tag.list': () => tagRows(library.reader),
    'tag.create': (input) => {
      const path = namePath(input.name)
      if (input.parentId != null) requireTag(library.reader, input.parentId)
      return library.operation('tag.create', path.join(' / '), (writer) => {
        const id = ensureTag(writer, path, { parentId: input.parentId ?? null, colour: input.colour, at: clock() })
        return tagRow(writer, id)
      })
    },
    'tag.set': (input) => {
      const tag = requireTag(library.reader, input.id)
      return library.operation('tag.set', input.name ?? tag.name, (writer) => {
        const changed = changedTag(writer, tag, input, clock())
        if (changed.shortcut !== null && changed.shortcut !== tag.shortcut) releaseShortcut(writer, changed.shortcut)
        updateTag(writer, changed)
        refreshDocuments(writer, 'tag', [tag.id])
        return tagRow(writer, tag.id)
      })
    },
    'tag.delete': ({ id }) => {
      const tag = requireTag(library.reader, id)
      return library.operation('tag.delete', tag.name, (writer) => {
        const gone = descendantIds(allTags(writer), id)
        trashTags(writer, gone, clock())
        refreshDocuments(writer, 'tag', gone)
        return null
      })
    },
  }) satisfies Handlers<Name>

/** Tags articles, making the tag where it is missing, as one operation. @returns how many did not have it */
export function tagArticles({ library, clock }: ServiceContext, name: string, articleIds: readonly number[]): number {
  const path = namePath(name)
  return library.operation('article.tag', path.join(' / '), (writer) => {
    const tagId = ensureTag(writer, path, { parentId: null, colour: undefined, at: clock() })
    return articleIds.filter((id) => tagArticle(writer, id, { add: [tagId], remove: [] })).length
  })
}

/**
 * Finds the tag of a path, making what is missing of it. New tags take the colours in turn; `colour` is for the last.
 * @returns its id
 */
export function ensureTag(
  writer: Writer,
  path: readonly string[],
  options: { parentId: number | null; colour: TagColour | undefined; at: string },
): number {
  const [name = '', ...rest] = path
  const { parentId, at } = options
  const known = tagByName(writer, parentId, name)
  const colour = (rest.length === 0 ? options.colour : undefined) ?? nextColour(writer)
  const id = known?.id ?? insertTag(writer, { parentId, name, colour, createdAt: at })
  if (!known) refreshDocuments(writer, 'tag', [id])
  return rest.length === 0 ? id : ensureTag(writer, rest, { ...options, parentId: id })
}

const nextColour = (reader: Reader): TagColour => tagColours[tagsEverMade(reader) % tagColours.length] ?? tagColours[0]

/** @throws `tag/name-empty`, `tag/name-taken`, `tag/cycle`, `tag/not-found` */
function changedTag(writer: Writer, tag: TagRecord, input: Input<'tag.set'>, at: string): TagRecord {
  const path = input.name === undefined ? [tag.name] : namePath(input.name)
  const name = path.at(-1) ?? tag.name
  const above = path.slice(0, -1)
  const chosen = input.parentId === undefined ? tag.parentId : input.parentId
  // A new name of several levels moves the tag below the tags that it names.
  const parentId = above.length === 0 ? chosen : ensureTag(writer, above, { parentId: null, colour: undefined, at })
  if (parentId !== null) requireTag(writer, parentId)
  if (parentId !== null && descendantIds(allTags(writer), tag.id).includes(parentId)) {
    throw new ExpectedError('tag/cycle', { name })
  }
  const namesake = tagByName(writer, parentId, name)
  if (namesake && namesake.id !== tag.id) throw new ExpectedError('tag/name-taken', { name })
  return {
    ...tag,
    name,
    parentId,
    colour: input.colour ?? tag.colour,
    description: input.description ?? tag.description,
    shortcut: input.shortcut === undefined ? tag.shortcut : input.shortcut,
  }
}

/** The names of a tag and of those above it, as typed. @throws `tag/name-empty` */
export function namePath(typed: string): string[] {
  const path = tagPath(typed)
  if (path.length === 0) throw new ExpectedError('tag/name-empty')
  return path
}

/** @throws `tag/not-found` */
export function requireTag(reader: Reader, id: number): TagRecord {
  const tag = tagById(reader, id)
  if (!tag) throw new ExpectedError('tag/not-found')
  return tag
}

function tagRows(reader: Reader): TagRow[] {
  const passages = passagesByTag(reader)
  const articles = articlesByTag(reader)
  return inTreeOrder(allTags(reader)).map((tag) => ({
    ...tag,
    passages: passages.get(tag.id) ?? 0,
    articles: articles.get(tag.id) ?? 0,
  }))
}

function tagRow(reader: Reader, id: number): TagRow {
  const row = tagRows(reader).find((tag) => tag.id === id)
  if (!row) throw new ExpectedError('tag/not-found')
  return row
}
