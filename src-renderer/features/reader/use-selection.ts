import { type RefObject, useEffect, useMemo } from 'react'
import type { ArticleText } from '../../../src-main/contract/types'
import { articleText } from '../../../src-main/domain/article'
import { trimSpan } from '../../../src-main/domain/passage'
import { useSession } from '../../data/session'
import { withinShown } from './blocks'
import { selectedSpan, selectSpan } from './dom-text'
import { take, useReader } from './use-reader'

/**
 * Takes what is selected in a pane in hand, and lets go when the selection ends. With the mouse that is when the button
 * is released, so that nothing opens under the pointer.
 */
export function useSelection(doc: RefObject<HTMLElement | null>, text: ArticleText, pane: number): void {
  const whole = useMemo(() => articleText(text.blocks), [text.blocks])
  useEffect(() => {
    const articleId = text.article.id
    let pressed = false
    const read = (): void => {
      const element = doc.current
      if (!element || document.activeElement?.closest('.pop, [role=dialog]')) return
      const { inHand } = useReader.getState()
      const selected = selectedSpan(element)
      const shown = selected && withinShown(selected, text.blocks)
      const span = shown && trimSpan(whole, shown.start, shown.end)
      if (!span) {
        if (inHand?.pane === pane && inHand.passageId === null && element.contains(document.activeElement)) take(null)
        return
      }
      if (shown.start > selected.start || shown.end < selected.end) selectSpan(element, span)
      const held = inHand?.articleId === articleId && inHand.start === span.start && inHand.end === span.end
      if (held) return
      const known = text.passages.find((p) => !p.orphaned && p.start === span.start && p.end === span.end)
      take({ ...span, articleId, pane, passageId: known?.id ?? null, version: text.version })
      useSession.setState({ target: null })
    }
    const onDown = (event: PointerEvent): void => {
      if (event.button !== 0 || !(event.target instanceof Node) || !doc.current?.contains(event.target)) return
      pressed = true
      useReader.setState({ pressing: true })
    }
    const onUp = (): void => {
      if (!pressed) return
      pressed = false
      useReader.setState({ pressing: false })
      read()
    }
    const onChange = (): void => {
      if (!pressed) read()
    }
    document.addEventListener('selectionchange', onChange)
    window.addEventListener('pointerdown', onDown)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', onUp)
    return () => {
      document.removeEventListener('selectionchange', onChange)
      window.removeEventListener('pointerdown', onDown)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', onUp)
    }
  }, [doc, text, whole, pane])
}
