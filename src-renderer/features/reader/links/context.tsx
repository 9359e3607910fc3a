import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, startTransition, useContext, useEffect, useMemo, useState } from 'react'
import type { LinkPlace, PassageLink, ReadingAlignment } from '../../../../src-main/contract/reading-types'
import type { ArticleText } from '../../../../src-main/contract/types'
import type { CallFailed } from '../../../data/client'
import { keyOf, stopComparing, useStopped } from '../../../data/comparison'
import type { OpenPane } from '../../../data/panes'
import { useAnswer } from '../../../data/queries'
import { comparedInput } from '../../../data/read-ahead'
import { useCite } from '../../../i18n/cite'
import { useText } from '../../../i18n/i18n'
import { labelAt } from '../blocks'
import { asShown, isOfShown, isWhole, sharedPlaces } from './shared'

/** What the open articles share, as everything in Read that shows it needs it. */
export type Links = {
  panes: readonly OpenPane[]
  texts: ReadonlyMap<number, ArticleText>
  /** Null while it is worked out for the first time, and where only one article is open. */
  alignment: ReadingAlignment | null
  /** How many different articles are open. */
  articles: number
  failure: CallFailed | null
  /** It is being worked out, for the first time or for texts that have changed: what is known until then is only a part. */
  isPending: boolean
  /** What is known is of these very articles, as they are shown; it may be worked out anew. */
  isWhole: boolean
  /** The user doesn't want them compared. */
  isStopped: boolean
  stop: () => void
  /** Compares them after all, or again. */
  retry: () => void
  /** Links that are drawn: no guesses. */
  likely: readonly PassageLink[]
  /** Shared passages by article, in the order of the text. */
  places: ReadonlyMap<number, readonly LinkPlace[]>
}

const noLinks: Links = {
  panes: [],
  texts: new Map(),
  alignment: null,
  articles: 0,
  failure: null,
  isPending: false,
  isWhole: false,
  isStopped: false,
  stop: () => undefined,
  retry: () => undefined,
  likely: [],
  places: new Map(),
}

const LinksContext = createContext<Links>(noLinks)

export const useLinks = (): Links => useContext(LinksContext)

type Props = { panes: readonly OpenPane[]; texts: readonly (ArticleText | null)[]; children: ReactNode }

/** Compares the open articles; reading goes on meanwhile. */
export function LinksProvider({ panes, texts, children }: Props) {
  const input = comparedInput(panes.map((pane) => pane.articleId))
  const ids = input.articleIds
  const client = useQueryClient()
  const isStopped = useStopped(({ key }) => ids.length > 1 && key === keyOf(input))
  const answer = useAnswer('alignment.get', ids.length > 1 && !isStopped ? input : null, { keepPrevious: true })
  const { data, error, isFetching, refetch } = answer
  const open = ids.join()
  const key = texts.map((text) => (text ? `${text.article.id}.${text.version}` : '')).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `open` stands for the ids, `key` for the texts
  const links = useMemo((): Links => {
    const shown = new Map(texts.flatMap((text) => (text ? [[text.article.id, text] as const] : [])))
    const versionOf = (articleId: number): number | undefined => shown.get(articleId)?.version
    const alignment = ids.length > 1 && data && !isStopped ? asShown(data, ids, versionOf) : null
    const isOutdated = alignment !== null && ids.some((id) => !isOfShown(alignment, id, versionOf))
    const likely = alignment?.links.filter((link) => link.likely) ?? []
    return {
      panes,
      texts: shown,
      alignment,
      articles: ids.length,
      failure: error,
      isPending: isFetching || (isOutdated && !error && !isStopped),
      isWhole: alignment !== null && isWhole(alignment, ids, versionOf),
      isStopped,
      stop: () => stopComparing(client, input),
      retry: () => (isStopped ? useStopped.setState({ key: null }) : void refetch()),
      likely,
      places: sharedPlaces(likely),
    }
  }, [panes, key, data, error, isFetching, isStopped, refetch, open, client])
  return <LinksContext value={links}>{children}</LinksContext>
}

/** How long the window may be busy until what tells of links beside the texts is drawn all the same, in milliseconds. */
const laterMs = 1000

/** What tells of links beside the texts: drawn when texts and marks are and nothing else is to do, with the links of before until then. */
export function LinksLater({ children }: { children: ReactNode }) {
  const links = useLinks()
  const [later, setLater] = useState(noLinks)
  useEffect(() => {
    const idle = requestIdleCallback(() => startTransition(() => setLater(links)), { timeout: laterMs })
    return () => cancelIdleCallback(idle)
  }, [links])
  return <LinksContext value={later}>{children}</LinksContext>
}

/** @returns functions that name a place ("The Courier ¶7", with its pane where others are of that outlet) and read its words */
export function usePlaceWords() {
  const t = useText()
  const { panes, texts } = useLinks()
  const cite = useCite()
  const outletOf = (articleId: number): string | null => texts.get(articleId)?.article.metadata.outlet.value ?? null
  const nameOf = (place: LinkPlace): string => {
    const blocks = texts.get(place.articleId)?.blocks ?? []
    const outlet = outletOf(place.articleId)
    const name = cite({ outlet, paragraph: labelAt(blocks, place.start) || null })
    const others = panes.some(({ articleId }) => articleId !== place.articleId && outletOf(articleId) === outlet)
    const n = panes.findIndex(({ articleId }) => articleId === place.articleId) + 1
    return others ? t('reader.links.inPane', { place: name, n }) : name
  }
  const wordsOf = (place: LinkPlace): string => {
    const blocks = texts.get(place.articleId)?.blocks ?? []
    return blocks
      .filter((b) => b.start < place.end && b.start + b.text.length > place.start)
      .map((b) => b.text.slice(Math.max(0, place.start - b.start), place.end - b.start))
      .join('\n')
  }
  return { outletOf, nameOf, wordsOf }
}
