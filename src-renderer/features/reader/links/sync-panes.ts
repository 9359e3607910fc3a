import type { PassageLink } from '../../../../src-main/contract/reading-types'
import type { Measured } from './dom'
import type { InPane } from './hand'
import { bestPlaceIn, counterpartsOf, keyOfPlace } from './shared'
import { type Anchor, followed, inOneOrder } from './sync'

/** Linked passages of two panes, by how far down their first lines stand. */
function anchorsOf(leader: Measured, follower: Measured, links: readonly PassageLink[]): Anchor[] {
  return links.flatMap(({ a, b, score }) => {
    const [one, two] = a.articleId === leader.articleId ? [a, b] : [b, a]
    if (one.articleId !== leader.articleId || two.articleId !== follower.articleId) return []
    const [from, to] = [leader.extents.get(keyOfPlace(one)), follower.extents.get(keyOfPlace(two))]
    return from && to ? [{ leader: from.top, follower: to.top, score }] : []
  })
}

/** The passage in hand and its counterpart in another pane, where both are on the page. */
function inHandOf(leader: Measured, follower: Measured, links: readonly PassageLink[], place: InPane['place']) {
  const own = place.articleId === leader.articleId ? place : bestPlaceIn(counterpartsOf(links, place), leader.articleId)
  const other =
    place.articleId === follower.articleId ? place : bestPlaceIn(counterpartsOf(links, place), follower.articleId)
  const from = own && leader.extents.get(keyOfPlace(own))
  const to = other && follower.extents.get(keyOfPlace(other))
  return from && to ? { leader: from.top, follower: to.top, score: 1 } : null
}

type Followed = { scroller: HTMLElement; top: number }

/**
 * Where the other panes stand when one is scrolled: by what they share with it. Panes that share nothing with it, and other
 * panes of its article, stay. Anchors are put in order once per measuring, not per frame.
 */
export function makeFollowers() {
  const orders = new WeakMap<Measured, Map<string, Anchor[]>>()
  const chainOf = (
    leader: Measured,
    pane: Measured,
    links: readonly PassageLink[],
    inHand: Anchor | null,
  ): Anchor[] => {
    const known = orders.get(leader) ?? new Map<string, Anchor[]>()
    orders.set(leader, known)
    const key = `${pane.pane} ${inHand?.leader} ${inHand?.follower}`
    const chain = known.get(key) ?? inOneOrder(anchorsOf(leader, pane, links), inHand)
    known.set(key, chain)
    return chain
  }
  return (
    leader: Measured,
    panes: readonly Measured[],
    links: readonly PassageLink[],
    active: InPane | null,
  ): Followed[] => {
    const sight = { length: leader.scroller.scrollHeight, height: leader.scroller.clientHeight }
    return panes.flatMap((pane) => {
      if (pane.pane === leader.pane || pane.articleId === leader.articleId) return []
      const inHand = active && inHandOf(leader, pane, links, active.place)
      const chain = chainOf(leader, pane, links, inHand)
      const other = { length: pane.scroller.scrollHeight, height: pane.scroller.clientHeight }
      const top = followed(chain, leader.scroller.scrollTop, sight, other, inHand)
      return top === null ? [] : [{ scroller: pane.scroller, top }]
    })
  }
}
