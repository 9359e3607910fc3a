import type { RefObject } from 'react'
import type { ArticleStatus } from '../../../src-main/domain/article'
import { useCommandContext, useCommands } from '../../commands/registry'
import { act } from '../../data/act'
import { maxPanes } from '../../data/panes'
import { openInRead } from '../../data/session'
import { chooseAll } from '../../ui/selection'
import type { TableSelection } from './use-selection'

export type Parts = {
  table: RefObject<HTMLTableElement | null>
  filter: RefObject<HTMLInputElement | null>
  tagField: RefObject<HTMLInputElement | null>
}

type Screen = {
  togglePreview: () => void
  toggleInspector: () => void
  /** Shows the inspector where it is not on the screen. */
  openInspector: () => void
  edit: () => void
}

/** What the keys, buttons and palette do while the library is on the screen. */
export function useLibraryCommands(ids: readonly number[], table: TableSelection, parts: Parts, screen: Screen): void {
  const { selection, change } = table
  const { selected } = selection
  const some = <T>(run: () => T): (() => T) | null => (selected.length > 0 ? run : null)
  const mark = (status: ArticleStatus) => some(() => act('article.set', { ids: [...selected], edits: { status } }))
  useCommandContext('library')
  useCommands({
    'article.open': some(() => openInRead(inTableOrder(ids, selected).slice(0, maxPanes))),
    'article.preview': screen.togglePreview,
    'article.edit': some(screen.edit),
    'article.trash': some(async () => {
      await act('article.trash', { ids: [...selected] })
      parts.table.current?.focus()
    }),
    'article.tag': some(() => {
      screen.openInspector()
      requestAnimationFrame(() => parts.tagField.current?.focus())
    }),
    'article.toRead': mark('to-read'),
    'article.reading': mark('reading'),
    'article.reviewed': mark('reviewed'),
    'article.excluded': mark('excluded'),
    'article.selectAll': ids.length > 0 ? () => change(chooseAll(selection, ids)) : null,
    'article.filter': () => parts.filter.current?.select(),
    'inspector.toggle': screen.toggleInspector,
  })
}

/** The chosen articles from the top of the table down, whatever the order in which they were chosen. */
export function inTableOrder(ids: readonly number[], selected: readonly number[]): number[] {
  const chosen = new Set(selected)
  const listed = ids.filter((id) => chosen.has(id))
  return listed.length > 0 ? listed : [...selected]
}
