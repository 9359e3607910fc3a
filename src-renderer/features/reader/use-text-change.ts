import { useLayoutEffect, useRef } from 'react'
import type { ArticleText } from '../../../src-main/contract/types'
import { useSession } from '../../data/session'
import { take, useReader } from './use-reader'

/**
 * Keeps what is in hand true when a pane's text becomes another version: a passage is held at its new place, a selection
 * is let go of, since its offsets mean other words there.
 */
export function useTextChange({ article, version, passages }: ArticleText, pane: number): void {
  const shown = useRef(version)
  useLayoutEffect(() => {
    if (shown.current === version) return
    shown.current = version
    if (useSession.getState().target?.pane === pane) useSession.setState({ target: null })
    const { inHand } = useReader.getState()
    if (inHand?.pane !== pane || inHand.articleId !== article.id) return
    const passage = passages.find(({ id }) => id === inHand.passageId)
    const { start, end } = !passage || passage.orphaned ? { start: 0, end: 0 } : passage
    if (passage) useReader.setState({ inHand: { ...inHand, start, end, version } })
    else {
      document.getSelection()?.removeAllRanges()
      take(null)
    }
  }, [article.id, version, passages, pane])
}
