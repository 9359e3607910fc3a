import type { Handlers } from '../contract/methods'
import type { Layout } from '../contract/reading-types'
import { ExpectedError } from '../domain/error'
import type { Reader } from '../library/handle'
import { articlesByIds } from '../library/queries/article'
import {
  allLayouts,
  insertLayout,
  type LayoutRecord,
  layoutById,
  layoutByName,
  trashLayout,
  updateLayout,
} from '../library/queries/layout'
import type { ServiceContext } from './context'

type Name = 'layout.list' | 'layout.save' | 'layout.rename' | 'layout.delete'

export const layoutHandlers = ({ library, clock }: ServiceContext) =>
  ({
    'layout.list': () => allLayouts(library.reader).flatMap((layout) => withLiveArticles(library.reader, layout)),
    'layout.save': ({ name, panes }) =>
      library.operation('layout.save', name, (writer) => {
        const kept = { name, panes }
        const known = layoutByName(writer, kept.name)
        if (known) updateLayout(writer, { ...kept, id: known.id })
        return { ...kept, id: known?.id ?? insertLayout(writer, kept, clock()) }
      }),
    'layout.rename': ({ id, name }) => {
      const layout = requireLayout(library.reader, id)
      const other = layoutByName(library.reader, name)
      if (other && other.id !== id) throw new ExpectedError('layout/name-taken', { name: other.name })
      return library.operation('layout.rename', name, (writer) => {
        updateLayout(writer, { ...layout, name })
        return { ...layout, name }
      })
    },
    'layout.delete': ({ id }) => {
      const layout = requireLayout(library.reader, id)
      return library.operation('layout.delete', layout.name, (writer) => {
        trashLayout(writer, id, clock())
        return null
      })
    },
  }) satisfies Handlers<Name>

/** Without panes whose article is in the trash; none where all are. */
function withLiveArticles(reader: Reader, layout: LayoutRecord): Layout[] {
  const live = new Set(
    articlesByIds(
      reader,
      layout.panes.map((pane) => pane.articleId),
    ).map((article) => article.id),
  )
  const panes = layout.panes.filter((pane) => live.has(pane.articleId))
  return panes.length > 0 ? [{ ...layout, panes }] : []
}

/** @throws `layout/not-found` */
function requireLayout(reader: Reader, id: number): LayoutRecord {
  const layout = layoutById(reader, id)
  if (!layout) throw new ExpectedError('layout/not-found')
  return layout
}
