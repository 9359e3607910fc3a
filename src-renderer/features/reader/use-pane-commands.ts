import type { ArticleText } from '../../../src-main/contract/types'
import { useCommandContext, useCommands } from '../../commands/registry'
import { closePane, maxPanes, useSession } from '../../data/session'
import { focusText, letGo, takePassage, useReader } from './use-reader'

/** Commands of the panes; `text` is the article of the active one. */
export function usePaneCommands(texts: readonly (ArticleText | null)[], text: ArticleText | null, onAdd: () => void) {
  const panes = useSession((s) => s.panes)
  const active = useSession((s) => s.activePane)
  const focusPane = (index: number) =>
    index < panes.length
      ? () => {
          useSession.setState({ activePane: index })
          // A spine opens first.
          requestAnimationFrame(() => focusText(index))
        }
      : null
  const move = (step: 1 | -1) => {
    const to = active + step
    return to < 0 || to >= panes.length ? null : () => movePane(active, to)
  }
  const stepPassage = (step: 1 | -1) =>
    text && text.passages.length > 0 ? () => choosePassage(text, active, step) : null
  useCommandContext('read')
  useCommands({
    'pane.1': focusPane(0),
    'pane.2': focusPane(1),
    'pane.3': focusPane(2),
    'pane.4': focusPane(3),
    'pane.close': panes.length > 0 ? () => shutPane(active) : null,
    'pane.add': panes.length < maxPanes ? onAdd : null,
    'pane.moveLeft': move(-1),
    'pane.moveRight': move(1),
    'passage.next': stepPassage(1),
    'passage.previous': stepPassage(-1),
    'text.versions': text && text.version > 1 ? () => useReader.setState({ versionsShown: true }) : null,
    'boilerplate.toggle': texts.some((one) => one?.blocks.some((b) => b.hidden))
      ? () => useReader.setState((s) => ({ removedShown: !s.removedShown }))
      : null,
  })
}

/** Closes a pane; the keyboard goes to the one that takes its place. */
export function shutPane(index: number): void {
  letGo()
  closePane(index)
  requestAnimationFrame(() => focusText(useSession.getState().activePane))
}

function movePane(from: number, to: number): void {
  const panes = [...useSession.getState().panes]
  const [moved] = panes.splice(from, 1)
  if (moved === undefined) return
  panes.splice(to, 0, moved)
  letGo()
  useSession.setState({ panes, activePane: to })
  requestAnimationFrame(() => focusText(to))
}

/** Chooses the passage after or before the one in hand, beginning again at the other end. */
function choosePassage({ article, passages }: ArticleText, pane: number, step: 1 | -1): void {
  const { inHand } = useReader.getState()
  const at = passages.findIndex((p) => p.id === inHand?.passageId)
  const next = passages.at(at < 0 ? (step === 1 ? 0 : -1) : (at + step) % passages.length)
  if (!next) return
  document.getSelection()?.removeAllRanges()
  takePassage(article.id, pane, next)
  if (next.orphaned) return
  useSession.setState({
    target: { articleId: article.id, start: next.start, end: next.start, stamp: Date.now() },
  })
}
