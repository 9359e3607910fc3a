import { Fragment } from 'react'
import type { LinkPlace, PassageLink } from '../../../../src-main/contract/reading-types'
import { useText } from '../../../i18n/i18n'
import { useLinks, usePlaceWords } from './context'
import { differencesIn } from './shared'

/** The words of a link's end; those that the other end hasn't are marked, and said to be so. */
export function PlaceQuote({ place, link }: { place: LinkPlace; link: PassageLink }) {
  const t = useText()
  const { texts } = useLinks()
  const { wordsOf } = usePlaceWords()
  const words = wordsOf(place)
  const differing = differencesIn(link, place).map(({ start, end }) => ({
    start: start - place.start,
    end: end - place.start,
  }))
  const ends = [0, ...differing.map(({ end }) => end)]
  return (
    <span className="src" dir="auto" lang={texts.get(place.articleId)?.article.metadata.language.value ?? undefined}>
      {differing.map(({ start, end }, i) => (
        <Fragment key={start}>
          {words.slice(ends[i], start)}
          <mark className="differs">
            <span className="vh" lang="en">
              {t('reader.links.differs')}
            </span>
            {words.slice(start, end)}
          </mark>
        </Fragment>
      ))}
      {words.slice(ends.at(-1))}
    </span>
  )
}
