import type { LinkPlace, LostLink, PassageLink } from '../../../../src-main/contract/reading-types'
import { act, isDone } from '../../../data/act'
import type { OpenPane } from '../../../data/panes'
import { useText } from '../../../i18n/i18n'
import { say } from '../use-reader'
import { useLinks, usePlaceWords } from './context'
import { bringLevel, partsOf } from './dom'
import { type InPane, useHand } from './hand'
import { type Counterpart, isSamePlace, keyOfPlace, nextTarget } from './shared'
import { counterpartsIn } from './use-target'

/** Brings a counterpart level with the passage in hand, where its pane is not folded. */
function showBeside(panes: readonly OpenPane[], inHand: InPane | null, { place }: Counterpart): void {
  const pane = panes.find(({ articleId }) => articleId === place.articleId)
  if (inHand && pane && partsOf(pane.id)) bringLevel(inHand, [{ pane: pane.id, place }], false)
}

/** @returns what a researcher can say of a link; each is one operation, which undo takes back */
export function useDecide() {
  const t = useText()
  const links = useLinks()
  const { alignment } = links
  const { nameOf } = usePlaceWords()
  const asRead = (place: LinkPlace) => ({ ...place, version: alignment?.versions[place.articleId] })
  const decided = async (link: PassageLink, decision: 'confirmed' | 'rejected'): Promise<void> => {
    const { a, b, kind } = link
    const { active, decided: before } = useHand.getState()
    const found = active ? counterpartsIn(links, active) : []
    const decided = found.find((one) => isSamePlace(one.link.a, a) && isSamePlace(one.link.b, b))
    const next = decided ? nextTarget(found, decided, before) : null
    // At once: the next key may come before the answer.
    const own = decided && keyOfPlace(decided.place)
    const chosen = next ? keyOfPlace(next.place) : (own ?? null)
    if (own) useHand.setState({ chosen, decided: [...before, own] })
    const stored = await act('link.decide', { a: asRead(a), b: asRead(b), kind, decision })
    if (!stored) {
      // Only its own: another may have been decided since.
      const now = useHand.getState()
      if (own && now.active === active) {
        useHand.setState({
          chosen: now.chosen === chosen ? own : now.chosen,
          decided: now.decided.filter((key) => key !== own),
        })
      }
      return
    }
    if (next && useHand.getState().active === active) showBeside(links.panes, active, next)
    const said = t(`reader.links.decided.${decision}`, { one: nameOf(a), other: nameOf(b) })
    say(next ? `${said} ${t('reader.links.target', { place: nameOf(next.place) })}` : said)
  }
  const takeBack = async ({ id }: Pick<PassageLink | LostLink, 'id'>): Promise<void> => {
    if (id !== null && (await isDone('link.delete', { id }))) say(t('reader.links.decided.takenBack'))
  }
  return {
    confirm: (link: PassageLink) => decided(link, 'confirmed'),
    reject: (link: PassageLink) => decided(link, 'rejected'),
    takeBack,
  }
}
