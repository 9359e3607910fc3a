import type { Item } from './layout'
import { comesApart } from './moves'
import { mostPxPerDay } from './view'
import type { Viewport } from './viewport'

export type Actions = {
  onChoose: (eventId: number) => void
  /** Opens what an event rests on. */
  onOpen: (eventId: number) => void
  onSuggestion: (key: string) => void
  onArticle: (articleId: number) => void
}

type Place = Actions & {
  viewport: Viewport
  chosenId: number | null
  /** Takes the keyboard to a mark; quietly without moving the view. */
  go: (item: Item, isQuiet: boolean) => void
}

/** What comes of opening a mark, and of entering a cluster. */
export function useOpening({ viewport, chosenId, go, ...actions }: Place) {
  const open = (item: Item): void => {
    const [mark] = item.marks
    if (!mark) return
    if (item.shape === 'cluster') enter(item)
    else if (mark.kind === 'event') actions.onOpen(Number(mark.id))
    else if (mark.kind === 'suggestion') actions.onSuggestion(String(mark.id))
    else actions.onArticle(Number(mark.id))
  }
  /** Goes nearer until a cluster comes apart; where nothing is nearer, its events become the one in hand by turns. */
  const enter = (item: Item): void => {
    go(item, true)
    const now = viewport.view()
    if (comesApart(item) && now.pxPerDay < mostPxPerDay * 0.99) {
      const middles = item.marks.map(({ span }) => (span.from + span.to) / 2)
      const [from, to] = [Math.min(...middles), Math.max(...middles)]
      const room = Math.max((to - from) * 0.2, 0.02)
      const pxPerDay = Math.max(now.width / (to - from + 2 * room), now.pxPerDay * 2)
      viewport.glide({ ...now, pxPerDay, left: (from + to) / 2 - now.width / 2 / pxPerDay })
      return
    }
    const ids = item.marks.flatMap(({ kind, id }) => (kind === 'event' ? [Number(id)] : []))
    const next = ids[(chosenId === null ? 0 : ids.indexOf(chosenId) + 1) % Math.max(1, ids.length)]
    if (next !== undefined) actions.onChoose(next)
  }
  return { open, enter }
}
