import { useMemo, useState } from 'react'
import type { ArticleText } from '../../../../src-main/contract/types'
import type { OpenPane } from '../../../data/panes'
import { readBlocks } from '../blocks'
import { type FoldedBlock, findIn, foldBlocks, type Hit } from './find-text'

/** An open article; its text once it has come. */
export type Searched = { pane: OpenPane; text: ArticleText | null }

/** Where a query occurs in what can be read of the texts, pane after pane. */
export function useHits(searched: readonly Searched[], query: string): readonly Hit[] {
  // A text is folded once, not with every letter that is typed.
  const [folded] = useState(() => new WeakMap<ArticleText, readonly FoldedBlock[]>())
  const stable = useSame(searched)
  return useMemo(
    () =>
      stable.flatMap(({ pane, text }) => {
        if (!text || query === '') return []
        const blocks = folded.get(text) ?? foldBlocks(readBlocks(text.blocks))
        folded.set(text, blocks)
        return findIn(blocks, query).map((span) => ({ ...span, pane: pane.id }))
      }),
    [stable, query, folded],
  )
}

/** The list as it was, while it holds the same. */
function useSame(list: readonly Searched[]): readonly Searched[] {
  const [kept, setKept] = useState(list)
  const same = kept.length === list.length && kept.every((k, i) => k.pane === list[i]?.pane && k.text === list[i]?.text)
  if (same) return kept
  setKept(list)
  return list
}
