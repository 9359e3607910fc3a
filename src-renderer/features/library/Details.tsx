import type { Article } from '../../../src-main/contract/types'
import type { MetadataField } from '../../../src-main/domain/article'
import { act } from '../../data/act'
import { languageName, useDateText } from '../../i18n/dates'
import { useText } from '../../i18n/i18n'
import { useOrigin } from '../../i18n/origin'
import { Provenance } from '../../ui/Provenance'

const fields: readonly MetadataField[] = ['title', 'subtitle', 'outlet', 'published', 'byline', 'language', 'url']

/** Every metadata value of an article with where it came from. */
export function Details({ article }: { article: Article }) {
  const t = useText()
  return (
    <>
      <dl className="lib-prov">
        {fields.map((field) => (
          <DetailRow key={field} article={article} field={field} />
        ))}
      </dl>
      {article.note !== '' && (
        <>
          <h3 className="lbl">{t('library.details.note')}</h3>
          <p className="lib-note" dir="auto">
            {article.note}
          </p>
        </>
      )}
    </>
  )
}

function DetailRow({ article, field }: { article: Article; field: MetadataField }) {
  const t = useText()
  const words = useOrigin()
  const sourced = article.metadata[field]
  const unknown = sourced.value === null
  return (
    <>
      <dt>{t(`library.field.${field}`)}</dt>
      <dd>
        {unknown ? <Unknown article={article} field={field} /> : <Value article={article} field={field} />}
        {!unknown && <Provenance sourced={sourced} words={words(sourced)} />}
      </dd>
    </>
  )
}

function Unknown({ article, field }: { article: Article; field: MetadataField }) {
  const t = useText()
  if (field === 'title') {
    return (
      <>
        <span className="src tl standin" dir="auto" lang={article.metadata.language.value ?? ''}>
          {article.standIn}
        </span>
        <div className="sub">{t('cite.untitled')}</div>
      </>
    )
  }
  if (field === 'outlet') return <span className="chip unk">{t('cite.outletUnknown')}</span>
  if (field === 'published') return <span className="chip unk">{t('date.undated')}</span>
  return <span className="t">{t('library.details.none')}</span>
}

function Value({ article, field }: { article: Article; field: MetadataField }) {
  const t = useText()
  const dateText = useDateText()
  const value = article.metadata[field].value ?? ''
  const lang = article.metadata.language.value ?? ''
  if (field === 'title' || field === 'subtitle') {
    return (
      <span className="src tl" dir="auto" lang={lang}>
        {value}
      </span>
    )
  }
  if (field === 'published') {
    return (
      <>
        {dateText(value)} <span className="mono t">{value}</span>
      </>
    )
  }
  if (field === 'language') return languageName(value)
  if (field === 'url' && value.startsWith('https:')) {
    return (
      <button
        type="button"
        className="link trunc lib-url"
        title={t('library.details.openLink')}
        onClick={() => void act('shell.openLink', { url: value })}
      >
        <bdi>{value}</bdi>
      </button>
    )
  }
  return <bdi className="lib-value">{value}</bdi>
}
