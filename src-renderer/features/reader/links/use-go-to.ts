import { useCallback } from 'react'
import { activate, showPlace } from '../../../data/session'
import { useText } from '../../../i18n/i18n'
import { focusText, say } from '../use-reader'
import { type Links, useLinks, usePlaceWords } from './context'
import { bringLevel, partsOf } from './dom'
import { type InPane, takeShared } from './hand'
import { bestPlaceIn, counterpartsOf, isSamePlace, targetOf } from './shared'
import { counterpartsIn } from './use-target'
import { useVoices } from './use-voices'

/** The place of each other pane that a passage is brought level with. */
export const levelWith = ({ panes, alignment }: Links, inHand: InPane): InPane[] => {
  const counterparts = alignment ? counterpartsOf(alignment.links, inHand.place) : []
  return panes.flatMap(({ id, articleId }) => {
    const place = id === inHand.pane ? null : bestPlaceIn(counterparts, articleId)
    return place ? [{ pane: id, place }] : []
  })
}

/** Opens a pane that is folded, at a place. */
export function openAt({ pane, place }: InPane): void {
  activate(pane)
  showPlace(pane, place.start, place.end)
  focusText(pane)
}

/** @returns a function that takes a shared passage in hand, brings its counterparts level and tells of it */
export function useGoTo() {
  const t = useText()
  const links = useLinks()
  const { nameOf, wordsOf } = usePlaceWords()
  const voicesOf = useVoices()
  const goTo = (inHand: InPane, { mayMove }: { mayMove: boolean }): void => {
    const others = levelWith(links, inHand)
    takeShared(inHand)
    activate(inHand.pane)
    if (partsOf(inHand.pane)) bringLevel(inHand, others, mayMove)
    else openAt(inHand)
    const places = links.places.get(inHand.place.articleId) ?? []
    const found = [...new Set(others.map(({ place }) => nameOf(place)))]
    const target = targetOf(counterpartsIn(links, inHand), null)
    const said = t('reader.links.said', {
      at: places.findIndex((place) => isSamePlace(place, inHand.place)) + 1,
      total: places.length,
      quote: wordsOf(inHand.place),
      places: found.join(', '),
      voices: voicesOf(inHand.place).counted,
    })
    say(target ? `${said} ${t('reader.links.target', { place: nameOf(target.place) })}` : said)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest follows from the links
  return useCallback(goTo, [links])
}
