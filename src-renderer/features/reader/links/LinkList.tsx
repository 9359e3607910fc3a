import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { PassageLink } from '../../../../src-main/contract/reading-types'
import { useText } from '../../../i18n/i18n'
import { focusText } from '../use-reader'
import { type Links, useLinks, usePlaceWords } from './context'
import { useHand } from './hand'
import { keyOfPlace } from './shared'
import { useGoTo } from './use-go-to'

/** Longer lists are of near copies, where a line says little. */
const mostListed = 300

/** In the order of the panes, and then of their texts. */
function inOrder({ panes, likely }: Links): PassageLink[] {
  const rank = (articleId: number): number => panes.findIndex((pane) => pane.articleId === articleId)
  return likely
    .map((link) => (rank(link.a.articleId) <= rank(link.b.articleId) ? link : { ...link, a: link.b, b: link.a }))
    .sort(
      (one, two) =>
        rank(one.a.articleId) - rank(two.a.articleId) ||
        one.a.start - two.a.start ||
        rank(one.b.articleId) - rank(two.b.articleId) ||
        one.b.start - two.b.start,
    )
}

/**
 * Everything that the open articles share, in words: what marks and connectors tell the eye. Out of sight until the keyboard
 * is in it.
 */
export function LinkList() {
  const t = useText()
  const links = useLinks()
  const { nameOf, wordsOf } = usePlaceWords()
  const goTo = useGoTo()
  const [current, setCurrent] = useState(0)
  const all = inOrder(links)
  const listed = all.slice(0, mostListed)
  const at = Math.min(current, Math.max(0, listed.length - 1))
  const list = useRef<HTMLElement>(null)
  const isWanted = useHand((s) => s.listWanted)
  const isKnown = links.alignment !== null
  useEffect(() => {
    if (!isWanted || !isKnown) return
    list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    useHand.setState({ listWanted: false })
  }, [isWanted, isKnown])
  const go = ({ a }: PassageLink): void => {
    const pane = links.panes.find(({ articleId }) => articleId === a.articleId)
    if (!pane) return
    goTo({ pane: pane.id, place: a }, { mayMove: true })
    focusText(pane.id)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>): void => {
    const last = listed.length - 1
    const next = { ArrowDown: Math.min(last, at + 1), ArrowUp: Math.max(0, at - 1), Home: 0, End: last }[event.key]
    if (next === undefined) return
    event.preventDefault()
    setCurrent(next)
    event.currentTarget.querySelectorAll<HTMLElement>('button')[next]?.focus()
  }
  if (links.articles < 2) return null
  return (
    <section ref={list} className="link-list" aria-label={t('reader.links.list.region')} data-region>
      {listed.length === 0 && <p>{t('reader.links.list.none')}</p>}
      <ul onKeyDown={onKeyDown}>
        {listed.map((link, i) => (
          <li key={`${keyOfPlace(link.a)} ${keyOfPlace(link.b)}`}>
            <button
              type="button"
              tabIndex={i === at ? 0 : -1}
              data-region-focus={i === at || undefined}
              onFocus={() => setCurrent(i)}
              onClick={() => go(link)}
            >
              {t('reader.links.list.item', {
                one: nameOf(link.a),
                oneQuote: `“${wordsOf(link.a)}”`,
                kind: t(`reader.links.kind.${link.kind}`),
                other: nameOf(link.b),
                otherQuote: `“${wordsOf(link.b)}”`,
              })}
            </button>
          </li>
        ))}
      </ul>
      {all.length > listed.length && <p>{t('reader.links.list.more', { count: all.length - listed.length })}</p>}
    </section>
  )
}
