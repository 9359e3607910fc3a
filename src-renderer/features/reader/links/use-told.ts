import { useQueries } from '@tanstack/react-query'
import type { LinkPlace, PassageLink } from '../../../../src-main/contract/reading-types'
import type { Block } from '../../../../src-main/domain/article'
import { answerOptions } from '../../../data/queries'
import { useDateText } from '../../../i18n/dates'
import { useText } from '../../../i18n/i18n'
import { readBlocks, titleOf } from '../blocks'
import { focusText } from '../use-reader'
import { type Links, useLinks, usePlaceWords } from './context'
import { keyOfPlace, kindOf } from './shared'
import { openAt, useGoTo } from './use-go-to'

/** Something that the open articles tell, in words (found when it is listed: books have tens of thousands), and what goes to its place. */
export type Told = { key: string; words: () => string; go: () => void }

/** What is told, under the name of its article where it is of one alone. */
export type ToldGroup = { name: string | null; items: Told[] }

const rankIn = ({ panes }: Links, articleId: number): number => panes.findIndex((pane) => pane.articleId === articleId)

/** In the order of the panes, and then of their texts. */
function inOrder(links: Links): PassageLink[] {
  const rank = (articleId: number): number => rankIn(links, articleId)
  return links.likely
    .map((link) => (rank(link.a.articleId) <= rank(link.b.articleId) ? link : { ...link, a: link.b, b: link.a }))
    .sort(
      (one, two) =>
        rank(one.a.articleId) - rank(two.a.articleId) ||
        one.a.start - two.a.start ||
        rank(one.b.articleId) - rank(two.b.articleId) ||
        one.b.start - two.b.start,
    )
}

/** @returns the links between the open articles, all in one group */
export function useSharedTold(): ToldGroup[] {
  const t = useText()
  const links = useLinks()
  const { nameOf, wordsOf } = usePlaceWords()
  const goTo = useGoTo()
  const go = (place: LinkPlace): void => {
    const pane = links.panes.find(({ articleId }) => articleId === place.articleId)
    if (!pane) return
    goTo({ pane: pane.id, place }, { mayMove: true })
    focusText(pane.id)
  }
  const items = inOrder(links).map(
    (link): Told => ({
      key: `${keyOfPlace(link.a)} ${keyOfPlace(link.b)}`,
      words: () =>
        t('reader.links.list.item', {
          one: nameOf(link.a),
          oneQuote: `“${wordsOf(link.a)}”`,
          kind: t(`reader.links.kind.${kindOf(link)}`),
          other: nameOf(link.b),
          otherQuote: `“${wordsOf(link.b)}”`,
        }),
      go: () => go(link.a),
    }),
  )
  return items.length > 0 ? [{ name: null, items }] : []
}

/** @returns a function that groups what is told by its article, from left to right; `wordsOf` is put behind the place's name */
function useByArticle() {
  const t = useText()
  const links = useLinks()
  const { nameOf, outletOf } = usePlaceWords()
  return <Place extends LinkPlace>(places: readonly Place[], wordsOf: (place: Place) => string): ToldGroup[] => {
    const ids = [...new Set(links.panes.map(({ articleId }) => articleId))]
    return ids.flatMap((id) => {
      const [pane, text] = [links.panes[rankIn(links, id)], links.texts.get(id)]
      const ofArticle = places.filter(({ articleId }) => articleId === id).sort((one, two) => one.start - two.start)
      if (!pane || !text || ofArticle.length === 0) return []
      const items = ofArticle.map((place) => ({
        key: keyOfPlace(place),
        words: () => t('reader.links.list.told', { place: nameOf(place), words: wordsOf(place) }),
        go: () => openAt({ pane: pane.id, place }),
      }))
      const outlet = outletOf(id) ?? t('cite.outletUnknown')
      return [{ name: t('reader.links.list.article', { outlet, title: titleOf(text) }), items }]
    })
  }
}

/** @returns the sentences that no other open article tells, by article */
export function useOnlyHereTold(): ToldGroup[] {
  const { alignment } = useLinks()
  const { wordsOf } = usePlaceWords()
  const byArticle = useByArticle()
  return byArticle(alignment?.onlyHere ?? [], (place) => `“${wordsOf(place)}”`)
}

/** What is said of dates where none is listed. */
type DatesState = 'dates' | 'datesReading' | 'datesFailed'

/** @returns the dates that the articles name, by article, as they are written and as what they mean */
export function useDatesTold(): { groups: ToldGroup[]; state: DatesState } {
  const t = useText()
  const { texts } = useLinks()
  const dateText = useDateText()
  const byArticle = useByArticle()
  const ids = [...texts.keys()]
  const answers = useQueries({ queries: ids.map((articleId) => answerOptions('date.list', { articleId })) })
  const dates = ids.flatMap((articleId, i) => {
    const isShown = inBlocks(readBlocks(texts.get(articleId)?.blocks ?? []))
    return (answers[i]?.data ?? [])
      .toSorted((one, two) => one.start - two.start)
      .filter(({ start }) => isShown(start))
      .map(({ start, end, text, edtf }) => ({ articleId, start, end, text, edtf }))
  })
  const groups = byArticle(dates, ({ text, edtf }) => {
    const meant = edtf === null ? t('reader.links.list.dateOpen') : dateText(edtf)
    return t('reader.links.list.date', { text: `“${text}”`, meant })
  })
  const isFailed = answers.some(({ error }) => error !== null)
  const isRead = answers.every(({ data }) => data !== undefined)
  return { groups, state: isFailed ? 'datesFailed' : isRead ? 'dates' : 'datesReading' }
}

/** @returns whether an offset is within one of the blocks; asked for offsets that don't fall, since books have many of both */
function inBlocks(blocks: readonly Block[]): (offset: number) => boolean {
  let at = 0
  return (offset) => {
    const isBefore = (block: Block | undefined): boolean => !!block && block.start + block.text.length <= offset
    while (isBefore(blocks[at])) at += 1
    return (blocks[at]?.start ?? Number.POSITIVE_INFINITY) <= offset
  }
}
