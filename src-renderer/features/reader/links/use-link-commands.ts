import { useEffect } from 'react'
import { useCommands } from '../../../commands/registry'
import { useSession } from '../../../data/session'
import { focusActive, useReader } from '../use-reader'
import { type Links, useLinks } from './context'
import { type Hand, type InPane, useHand } from './hand'
import { stepped } from './shared'
import { useDecide } from './use-decide'
import { useLinkKeys } from './use-drawing'
import { useGoTo } from './use-go-to'
import { useTarget } from './use-target'
import { useLinkView } from './view'

/** The first end that drawing a link would begin with: what is selected, else the shared passage in hand. */
function firstEnd(active: InPane | null, { alignment }: Links): Hand['drawing'] {
  const { inHand } = useReader.getState()
  if (!inHand || inHand.end <= inHand.start)
    return active && { ...active, version: alignment?.versions[active.place.articleId] }
  const { articleId, pane, start, end, version } = inHand
  return { pane, place: { articleId, start, end }, version }
}

/** Commands of what the open articles share. */
export function useLinkCommands(): void {
  const links = useLinks()
  const [, toggle] = useLinkView()
  const goTo = useGoTo()
  const decide = useDecide()
  const activePane = useSession((s) => s.activePane)
  const hasSelection = useReader((s) => s.inHand !== null && s.inHand.end > s.inHand.start)
  const active = useHand((s) => s.active)
  const target = useTarget()
  useLinkKeys(links)
  useListWanted()
  useGonePane()
  const pane = links.panes.find(({ id }) => id === activePane)
  const places = pane ? (links.places.get(pane.articleId) ?? []) : []
  const step = (by: 1 | -1) => {
    if (!pane || places.length === 0) return null
    return () => {
      const current = active?.place.articleId === pane.articleId ? active.place : null
      const next = stepped(places, current, by, useSession.getState().positions[pane.id] ?? 0)
      if (!next) return
      goTo({ pane: pane.id, place: next }, { mayMove: true })
      useHand.setState({ shown: { pane: pane.id, place: next } })
      if (document.activeElement === document.body) focusActive()
    }
  }
  const isComparing = links.articles > 1
  useCommands({
    'link.next': step(1),
    'link.previous': step(-1),
    'link.confirm': target && target.link.decision === null ? () => decide.confirm(target.link) : null,
    'link.reject': target
      ? () => (target.link.decision === 'drawn' ? decide.takeBack(target.link) : decide.reject(target.link))
      : null,
    'link.draw':
      isComparing && (hasSelection || active) ? () => useHand.setState({ drawing: firstEnd(active, links) }) : null,
    'link.list': isComparing ? wantList : null,
    'marks.shared': isComparing ? () => toggle('shared') : null,
    'marks.onlyHere': isComparing && links.alignment?.compared.length !== 0 ? () => toggle('onlyHere') : null,
    'marks.dates': () => toggle('dates'),
    'marks.tags': () => toggle('tags'),
    'sync.toggle': isComparing ? () => toggle('sync') : null,
  })
}

const wantList = (): void => useHand.setState({ listWanted: true })

/** The list doesn't take the keyboard from what is done meanwhile. */
function useListWanted(): void {
  const isWanted = useHand((s) => s.listWanted)
  useEffect(() => {
    if (!isWanted) return
    const letGo = (): void => useHand.setState({ listWanted: false })
    const events = ['keydown', 'pointerdown'] as const
    for (const type of events) window.addEventListener(type, letGo, { capture: true })
    return () => {
      for (const type of events) window.removeEventListener(type, letGo, { capture: true })
    }
  }, [isWanted])
}

/** Lets go of what is in hand where its pane is closed, or Read is left. */
function useGonePane(): void {
  const panes = useSession((s) => s.panes)
  useEffect(() => {
    const { active, drawing } = useHand.getState()
    const isOpen = (one: InPane | null): boolean => !one || panes.some(({ id }) => id === one.pane)
    if (!isOpen(active)) useHand.setState({ active: null })
    if (!isOpen(drawing)) useHand.setState({ drawing: null })
    useHand.setState({ shown: null })
  }, [panes])
  useEffect(() => () => useHand.setState(useHand.getInitialState()), [])
}
