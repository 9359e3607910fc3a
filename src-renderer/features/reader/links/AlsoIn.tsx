import { Check, Undo2, X } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import type { PassageLink } from '../../../../src-main/contract/reading-types'
import { CommandKey } from '../../../commands/CommandButton'
import { number, useText } from '../../../i18n/i18n'
import { useLinks, usePlaceWords } from './context'
import { bringLevel, partsOf } from './dom'
import { useHand } from './hand'
import { LostLinks } from './LostLinks'
import { PlaceQuote } from './PlaceQuote'
import { type Counterpart, isSamePlace, keyOfPlace, kindOf } from './shared'
import { useDecide } from './use-decide'
import { openAt } from './use-go-to'
import { useKeptFocus } from './use-kept-focus'
import { counterpartsIn, useTarget } from './use-target'
import { useVoices } from './use-voices'

/** At most so many guesses are listed, best first: of the passage in hand, or of the article while none is. */
const mostGuesses = { passage: 5, article: 50 } as const

/** What other articles have for the shared passage in hand; guesses apart; and what the researcher rejected. */
export function AlsoIn({ articleId }: { articleId: number }) {
  const t = useText()
  const links = useLinks()
  const { alignment } = links
  const active = useHand((s) => s.active)
  if (!alignment) return null
  const inHand = active && active.place.articleId === articleId ? active : null
  const found = inHand ? counterpartsIn(links, inHand) : []
  const likely = found.filter(({ link }) => link.likely)
  const others = new Set(likely.map(({ place }) => place.articleId))
  const guesses = inHand ? found.filter(({ link }) => !link.likely) : guessesOf(alignment.links, articleId)
  const best = [...guesses]
    .sort((one, two) => two.link.score - one.link.score)
    .slice(0, mostGuesses[inHand ? 'passage' : 'article'])
  return (
    <>
      {(likely.length > 0 || guesses.length > 0) && (
        <section className="also">
          {likely.length > 0 && (
            <>
              <h2>
                {t('reader.links.also.title')}{' '}
                <span className="count">{t('reader.links.also.articles', { count: others.size })}</span>
              </h2>
              {inHand && <Voices place={inHand.place} />}
              <Counterparts items={likely} />
            </>
          )}
          {guesses.length > 0 && (
            <Guesses
              count={guesses.length}
              best={best}
              showOwn={!inHand}
              isOpenAtFirst={inHand !== null && likely.length === 0}
            />
          )}
        </section>
      )}
      <LostLinks articleId={articleId} />
    </>
  )
}

type GuessesProps = { count: number; best: readonly Counterpart[]; showOwn: boolean; isOpenAtFirst: boolean }

/** Guesses are folded, and drawn only once they are unfolded: there are many. */
function Guesses({ count, best, showOwn, isOpenAtFirst }: GuessesProps) {
  const t = useText()
  const [isOpen, setIsOpen] = useState(isOpenAtFirst)
  return (
    <details open={isOpenAtFirst} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        {t('reader.links.also.possible')} <span className="count">{number(count)}</span>
      </summary>
      {(isOpen || isOpenAtFirst) && (
        <>
          <Counterparts items={best} showOwn={showOwn} />
          {count > best.length && <p className="sub">{t('reader.links.list.more', { count: count - best.length })}</p>}
        </>
      )}
    </details>
  )
}

function guessesOf(links: readonly PassageLink[], articleId: number): Counterpart[] {
  return links.flatMap((link): Counterpart[] => {
    if (link.likely) return []
    if (link.a.articleId === articleId) return [{ link, own: link.a, place: link.b }]
    return link.b.articleId === articleId ? [{ link, own: link.b, place: link.a }] : []
  })
}

function Voices({ place }: { place: Counterpart['place'] }) {
  const voicesOf = useVoices()
  const { counted, because } = voicesOf(place)
  return (
    <div className="sub voices-said">
      <p>{counted}</p>
      {because.map((reason) => (
        <p key={reason} dir="auto">
          {reason}
        </p>
      ))}
    </div>
  )
}

type ListProps = { items: readonly Counterpart[]; showOwn?: boolean }

function Counterparts({ items, showOwn = false }: ListProps) {
  const { nameOf } = usePlaceWords()
  return (
    <ul className="counterparts">
      {items.map((item) => (
        <li key={`${keyOfPlace(item.own)} ${keyOfPlace(item.place)}`}>
          {showOwn && (
            <p className="own">
              <bdi className="sub">{nameOf(item.own)}</bdi>
              <PlaceQuote place={item.own} link={item.link} />
            </p>
          )}
          <CounterpartItem item={item} />
        </li>
      ))}
    </ul>
  )
}

/** A counterpart: where it stands, what kind of link it is, its words, and what can be said of it. */
function CounterpartItem({ item }: { item: Counterpart }) {
  const t = useText()
  const { panes } = useLinks()
  const { nameOf } = usePlaceWords()
  const decide = useDecide()
  const { link, own, place } = item
  const key = keyOfPlace(place)
  const target = useTarget()
  const isTarget = target !== null && keyOfPlace(target.place) === key && isSamePlace(target.own, own)
  const name = nameOf(place)
  const box = useRef<HTMLDivElement>(null)
  useKeptFocus(box, link.decision)
  useLayoutEffect(() => {
    const before = document.activeElement?.closest('.counterpart')
    if (isTarget && before && before !== box.current) box.current?.querySelector<HTMLElement>('button')?.focus()
  }, [isTarget])
  const goThere = (): void => {
    const to = panes.find((pane) => pane.articleId === place.articleId)
    const from = panes.find((pane) => pane.articleId === own.articleId)
    if (to && from && partsOf(to.id)) bringLevel({ pane: from.id, place: own }, [{ pane: to.id, place }], true)
    else if (to) openAt({ pane: to.id, place })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys mean the counterpart that has the keyboard
    <div
      ref={box}
      className={isTarget ? 'counterpart on' : 'counterpart'}
      onFocus={() => useHand.setState({ chosen: key })}
    >
      <p className="where">
        <button type="button" className="link" onClick={goThere}>
          <bdi>{name}</bdi>
        </button>
        <span className="kind">
          {t(`reader.links.kind.${kindOf(link)}`)}
          {link.differences.length > 0 && <>, {t('reader.links.differing')}</>}
        </span>
      </p>
      <PlaceQuote place={place} link={link} />
      <p className="decide">
        {link.decision && (
          <span className="chip">
            <Check className="s12" />
            {t(`reader.links.also.${link.decision}`)}
          </span>
        )}
        {link.decision === null && (
          <>
            <button type="button" className="btn s" onClick={() => void decide.confirm(link)}>
              <Check className="s14" />
              {t('reader.links.also.confirm')} <CommandKey id="link.confirm" />
            </button>
            <button type="button" className="btn s" onClick={() => void decide.reject(link)}>
              <X className="s14" />
              {t('reader.links.also.reject')} <CommandKey id="link.reject" />
            </button>
          </>
        )}
        {link.id !== null && (
          <button type="button" className="btn s" onClick={() => void decide.takeBack(link)}>
            <Undo2 className="s14" />
            {t('reader.links.also.takeBack')}
          </button>
        )}
      </p>
    </div>
  )
}
