import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ArticleText } from '../../src-main/contract/types'
import { compareOthers, isStopped, keyOf, letGoOf, useStopped } from './comparison'
import { maxPanes, type PaneSet, withArticles } from './panes'
import { answerOptions } from './queries'
import { useSession } from './session'

/** How long a selection has to rest until it is compared, in milliseconds. */
const restMs = 120

/**
 * Up to which length, in UTF-16 units of all texts together, a selection is compared as soon as it is made, which takes some
 * hundredths of a second, and once it rests. Longer texts are compared when they are open: it takes seconds.
 */
const longest = { atOnce: 60_000, atRest: 200_000 } as const

/** How articles that are open side by side are compared: one question, in whatever order they stand. */
export const comparedInput = (articleIds: readonly number[]): { articleIds: number[] } => ({
  articleIds: [...new Set(articleIds)].sort((a, b) => a - b),
})

/**
 * Asks for what Read is about to show: of panes as soon as they are opened, before anything is drawn; of a selection in the
 * table while it is made.
 */
export function useReadAhead(): void {
  const client = useQueryClient()
  useEffect(() => {
    for (const key of ['reading', 'reader.links']) void client.prefetchQuery(answerOptions('setting.get', { key }))
    let timer: ReturnType<typeof setTimeout> | undefined
    let compared: readonly number[] = []
    /** What Enter in the table would open, compared where it is not too long and still what is selected. */
    const ahead = async (mostUnits: number): Promise<void> => {
      const session = useSession.getState()
      const ids = idsOf(withArticles(session, session.selected))
      if (session.workspace !== 'library' || ids.length < 2) return
      const length = unitsOf(await textsOf(client, ids))
      const now = useSession.getState()
      if (length > mostUnits || now.selected !== session.selected) return
      // What was selected before is waited for no longer, unless it was opened meanwhile.
      if (!isSame(compared, ids) && !isSame(compared, idsOf(now))) letGoOf(client, comparedInput(compared))
      compared = ids
      compare(client, ids)
    }
    const stop = useSession.subscribe((now, before) => {
      // Another library's articles may have the same numbers.
      if (now.openings !== before.openings) useStopped.setState({ key: null })
      if (now.panes !== before.panes) {
        void textsOf(client, idsOf(now))
        compareOthers(client, comparedInput(idsOf(before)), comparedInput(idsOf(now)))
        compare(client, idsOf(now))
      }
      if (now.selected === before.selected) return
      clearTimeout(timer)
      if (now.selected.length < 2 && !isSame(compared, idsOf(now))) {
        letGoOf(client, comparedInput(compared))
        compared = []
      }
      if (now.selected.length < 2 || now.workspace !== 'library') return
      if (now.selected.length <= maxPanes) void ahead(longest.atOnce)
      timer = setTimeout(() => void ahead(longest.atRest), restMs)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [client])
}

const idsOf = ({ panes }: PaneSet): number[] => panes.map(({ articleId }) => articleId)

const isSame = (one: readonly number[], two: readonly number[]): boolean =>
  keyOf(comparedInput(one)) === keyOf(comparedInput(two))

const unitsOf = (texts: readonly (ArticleText | null)[]): number =>
  texts.reduce((sum, text) => sum + (text?.blocks ?? []).reduce((all, block) => all + block.text.length, 0), 0)

/** Failures are told where the texts are shown. */
const textsOf = (client: QueryClient, articleIds: readonly number[]) =>
  Promise.all(articleIds.map((id) => client.fetchQuery(answerOptions('article.text', { id })).catch(() => null)))

function compare(client: QueryClient, articleIds: readonly number[]): void {
  const input = comparedInput(articleIds)
  if (input.articleIds.length > 1 && !isStopped(input)) void client.prefetchQuery(answerOptions('alignment.get', input))
}
