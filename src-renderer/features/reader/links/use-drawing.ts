import { useEffect, useRef } from 'react'
import { act } from '../../../data/act'
import { useText } from '../../../i18n/i18n'
import { focusActive, focusText, say, spanOf, take, useReader } from '../use-reader'
import { type Links, usePlaceWords } from './context'
import { takeShared, useHand } from './hand'

const folded = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Drawing a link by hand, once its first end was chosen: what finishes and what cancels it. */
export function useDrawing() {
  const t = useText()
  const { wordsOf } = usePlaceWords()
  const finish = async (): Promise<void> => {
    const { drawing } = useHand.getState()
    const { inHand } = useReader.getState()
    if (!drawing || !inHand || inHand.end <= inHand.start || inHand.articleId === drawing.place.articleId) return
    const [a, b] = [{ ...drawing.place, version: drawing.version }, spanOf(inHand)]
    const kind = folded(wordsOf(a)) === folded(wordsOf(b)) ? 'shared-wording' : 'same-statement'
    const link = await act('link.draw', { a, b, kind })
    if (!link) return
    document.getSelection()?.removeAllRanges()
    take(null)
    useHand.setState({
      drawing: null,
      active: { pane: inHand.pane, place: { articleId: b.articleId, start: b.start, end: b.end } },
      chosen: null,
      decided: [],
    })
    focusText(inHand.pane)
    say(t('reader.links.draw.done'))
  }
  const cancel = (): void => {
    const { drawing } = useHand.getState()
    useHand.setState({ drawing: null })
    say(t('reader.links.draw.cancelled'))
    if (drawing && !document.activeElement?.closest('[data-pane-text]')) focusText(drawing.pane)
  }
  return { finish, cancel }
}

/** Something else in Read is in hand, which Escape is for. What is being written has Escape in its own fields. */
function isReaderBusy(): boolean {
  const { inHand, menu } = useReader.getState()
  return inHand !== null || menu?.isOpen === true
}

/**
 * Enter links and Escape cancels while a link is being drawn, wherever the keyboard is in the panes. Else Escape lets go: of a
 * print that waits for the comparison, of what is in hand, and at last of the comparison.
 */
export function useLinkKeys({ isPending, isWhole, stop }: Links): void {
  const drawn = useDrawing()
  const latest = useRef({ ...drawn, isPending, isWhole, stop })
  useEffect(() => {
    latest.current = { ...drawn, isPending, isWhole, stop }
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest('[role=dialog], [role=menu], search, .pop, [data-block-editor], input, textarea')) {
        // What is printed opens over the window: not over what somebody writes by now.
        useHand.setState({ printWanted: false })
        return
      }
      const { drawing, active, printWanted, listWanted } = useHand.getState()
      if (!drawing) {
        if (event.key !== 'Escape') return
        const { isPending, isWhole, stop } = latest.current
        if (listWanted || (printWanted && isPending)) useHand.setState({ printWanted: false, listWanted: false })
        else if (active) {
          if (target?.closest('.also')) focusActive()
          takeShared(null)
        } else if (isPending && !isWhole && !isReaderBusy()) stop()
        return
      }
      const isReady = (useReader.getState().inHand?.articleId ?? drawing.place.articleId) !== drawing.place.articleId
      const links = event.key === 'Enter' && isReady && target?.closest('[data-pane-text]')
      if (event.key !== 'Escape' && !links) return
      event.preventDefault()
      event.stopPropagation()
      if (links) void latest.current.finish()
      else latest.current.cancel()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}
