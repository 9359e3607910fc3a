import type { ArticleText } from '../../../src-main/contract/types'
import { useCommandContext, useCommands } from '../../commands/registry'
import { maxPanes } from '../../data/panes'
import { activate, closePane, movePane, openAgain, showPlace, useSession } from '../../data/session'
import { focusActive, focusText, letGo, takePassage, useReader } from './use-reader'

/** Commands of the panes; `text` is the article of the active one. */
export function usePaneCommands(texts: readonly (ArticleText | null)[], text: ArticleText | null, onAdd: () => void) {
  const panes = useSession((s) => s.panes)
  const active = useSession((s) => s.activePane)
  const at = panes.findIndex((pane) => pane.id === active)
  const focusPane = (index: number) => {
    const pane = panes[index]
    if (!pane) return null
    return () => {
      activate(pane.id)
      focusText(pane.id)
    }
  }
  const move = (step: 1 | -1) => {
    const to = at + step
    return active === null || to < 0 || to >= panes.length ? null : () => shiftPane(active, to)
  }
  const stepPassage = (step: 1 | -1) =>
    active !== null && text && text.passages.length > 0 ? () => choosePassage(text, active, step) : null
  useCommandContext('read')
  useCommands({
    'pane.1': focusPane(0),
    'pane.2': focusPane(1),
    'pane.3': focusPane(2),
    'pane.4': focusPane(3),
    'pane.close': active === null ? null : () => shutPane(active),
    'pane.add': panes.length < maxPanes ? onAdd : null,
    'pane.again': text && panes.length < maxPanes ? () => readAgain(text.article.id) : null,
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
export function shutPane(pane: number): void {
  letGo()
  closePane(pane)
  focusActive()
}

/** Opens an article once more, with the keyboard in the new pane. */
function readAgain(articleId: number): void {
  letGo()
  openAgain(articleId)
  requestAnimationFrame(focusActive)
}

/** Moves a pane to another place in the order; the keyboard stays in its text. */
export function shiftPane(pane: number, to: number): void {
  letGo()
  movePane(pane, to)
  requestAnimationFrame(focusActive)
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
  showPlace(pane, next.start, next.start)
}
