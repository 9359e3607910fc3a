import { Undo2 } from 'lucide-react'
import { useRef } from 'react'
import type { LostLink } from '../../../../src-main/contract/reading-types'
import { useText } from '../../../i18n/i18n'
import { useLinks, usePlaceWords } from './context'
import { useDecide } from './use-decide'
import { useKeptFocus } from './use-kept-focus'

/** Links of an article that the researcher rejected, and those whose words are gone: either can be taken back. */
export function LostLinks({ articleId }: { articleId: number }) {
  const t = useText()
  const { alignment } = useLinks()
  const ofArticle = (links: readonly LostLink[]): LostLink[] =>
    links.filter(({ quotes }) => quotes.some((quote) => quote.articleId === articleId))
  return (
    <>
      <List title={t('reader.links.also.rejected')} links={ofArticle(alignment?.rejected ?? [])} />
      <List title={t('reader.links.also.orphaned')} links={ofArticle(alignment?.orphaned ?? [])} />
    </>
  )
}

function List({ title, links }: { title: string; links: readonly LostLink[] }) {
  if (links.length === 0) return null
  return (
    <section className="also">
      <h2>
        {title} <span className="count">{links.length}</span>
      </h2>
      <ul className="counterparts">
        {links.map((link) => (
          <Item key={link.id} link={link} />
        ))}
      </ul>
    </section>
  )
}

function Item({ link }: { link: LostLink }) {
  const t = useText()
  const { outletOf } = usePlaceWords()
  const { texts } = useLinks()
  const decide = useDecide()
  const item = useRef<HTMLLIElement>(null)
  useKeptFocus(item, null)
  return (
    <li ref={item} className="lost">
      {link.quotes.map((place) => (
        <p key={place.articleId}>
          <bdi className="sub">{outletOf(place.articleId) ?? t('cite.outletUnknown')}</bdi>
          <span
            className="src clamp2"
            dir="auto"
            lang={texts.get(place.articleId)?.article.metadata.language.value ?? undefined}
          >
            {place.quote}
          </span>
          {place.isOrphaned && <span className="chip unk">{t('reader.links.also.gone')}</span>}
        </p>
      ))}
      <button type="button" className="btn s" onClick={() => void decide.takeBack(link)}>
        <Undo2 className="s14" />
        {t('reader.links.also.takeBack')}
      </button>
    </li>
  )
}
