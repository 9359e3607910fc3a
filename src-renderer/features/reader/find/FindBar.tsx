import { ChevronDown, ChevronUp, Columns2, X } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue, useEffect } from 'react'
import { CommandButton, useCommandTitle } from '../../../commands/CommandButton'
import { useCommands } from '../../../commands/registry'
import { activate, useSession } from '../../../data/session'
import { number, useText } from '../../../i18n/i18n'
import { selectSpan } from '../dom-text'
import { focusText } from '../use-reader'
import { firstHit, type Hit, neighbourHit } from './find-text'
import { reveal } from './hit-ranges'
import { changeFind, closeFind, openFind, useFind } from './use-find'
import { useHitHighlights } from './use-hit-highlights'
import { type Searched, useHits } from './use-hits'
import './find.css'

type Props = { searched: readonly Searched[] }

/** Looking for words in the open texts: how often they are there, and going from one place to the next. */
export function FindBar(props: Props) {
  const isOpen = useFind((s) => s.find !== null)
  useCommands({
    'find.open': props.searched.length > 0 ? () => openFind(false) : null,
    'find.everywhere': props.searched.length > 0 ? () => openFind(true) : null,
  })
  useEffect(() => closeFind, [])
  return isOpen ? <OpenFindBar {...props} /> : null
}

function OpenFindBar({ searched }: Props) {
  const t = useText()
  const titleOf = useCommandTitle()
  const { typed = '', everywhere = false } = useFind((s) => s.find) ?? {}
  const active = useSession((s) => s.activePane)
  const query = useDeferredValue(typed)
  const hits = useHits(everywhere ? searched : searched.filter(({ pane }) => pane.id === active), query)
  const current = useCurrent(hits)
  useHitHighlights(hits, current, searched.map(({ pane, text }) => `${pane.id}:${text?.version}`).join())
  const step = (by: 1 | -1) =>
    hits.length > 0 ? () => goTo(current ? neighbourHit(hits, current, by) : hitFromHere(hits)) : null
  const [next, previous] = [step(1), step(-1)]
  useCommands({ 'find.next': next, 'find.previous': previous })
  const close = (): void => leave(current)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) (event.shiftKey ? previous : next)?.()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const at = current ? hits.indexOf(current) + 1 : 0
  return (
    <search className="find-bar" aria-label={t('find.region')} onKeyDown={onKeyDown} data-region>
      <input
        className="field"
        type="text"
        autoFocus
        data-find
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        aria-label={t(everywhere ? 'find.everywhere' : 'find.here')}
        placeholder={t(everywhere ? 'find.everywhere' : 'find.here')}
        value={typed}
        onFocus={(event) => event.target.select()}
        onChange={(event) => changeFind({ typed: event.target.value, current: null })}
      />
      <span className="count" aria-live="polite">
        {query.trim() !== '' &&
          (current
            ? t('find.count', { at: number(at), total: number(hits.length) })
            : t('find.found', { count: hits.length, number: number(hits.length) }))}
      </span>
      <CommandButton id="find.previous" className="s quiet" iconOnly icon={<ChevronUp className="s14" />} />
      <CommandButton id="find.next" className="s quiet" iconOnly icon={<ChevronDown className="s14" />} />
      <button
        type="button"
        className="btn s"
        aria-pressed={everywhere}
        title={titleOf('find.everywhere')}
        onClick={() => changeFind({ everywhere: !everywhere })}
      >
        <Columns2 className="s14" />
        {t('find.allPanes')}
      </button>
      <button
        type="button"
        className="btn s icon quiet close"
        aria-label={t('find.close')}
        title={t('find.close')}
        onClick={close}
      >
        <X className="s14" />
      </button>
    </search>
  )
}

/** The hit in hand: begun with where the pane in hand is read, and brought into view. */
function useCurrent(hits: readonly Hit[]): Hit | null {
  const kept = useFind((s) => s.find?.current ?? null)
  const current = hits.find((hit) => hit.pane === kept?.pane && hit.start === kept.start) ?? null
  useEffect(() => {
    // Not where another pane was taken in hand: its text doesn't move by that.
    const isTyped = document.activeElement instanceof HTMLInputElement && document.activeElement.matches('[data-find]')
    if (isTyped && current === null) goTo(hitFromHere(hits))
  }, [hits, current])
  useEffect(() => {
    if (!current) return
    // One frame later a pane that was folded has its width.
    const frame = requestAnimationFrame(() => {
      const root = document.querySelector(`[data-pane-text="${current.pane}"]`)
      if (root) reveal(root, current)
    })
    return () => cancelAnimationFrame(frame)
  }, [current])
  return current
}

/** The hit to begin with: from where the pane in hand is read. */
function hitFromHere(hits: readonly Hit[]): Hit | null {
  const { activePane, positions } = useSession.getState()
  return firstHit(hits, activePane, activePane === null ? 0 : (positions[activePane] ?? 0))
}

/** Takes a hit in hand. The pane that it is in opens, where it is folded. */
function goTo(hit: Hit | null): void {
  if (!hit) return
  activate(hit.pane)
  changeFind({ current: hit })
}

/** Closes the bar; the keyboard is in the text again, where the hit in hand is selected. */
function leave(current: Hit | null): void {
  const pane = current?.pane ?? useSession.getState().activePane
  closeFind()
  if (pane === null) return
  focusText(pane)
  const root = document.querySelector(`[data-pane-text="${pane}"]`)
  if (root && current) selectSpan(root, current)
}
