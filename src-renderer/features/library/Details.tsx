import type { Article } from '../../../src-main/contract/types'
import { isDateField, type MetadataField } from '../../../src-main/domain/article'
import type { OtherValue } from '../../../src-main/domain/origin'
import { act } from '../../data/act'
import { languageName, useDateText, useFieldText } from '../../i18n/dates'
import { useText } from '../../i18n/i18n'
import { useOrigin } from '../../i18n/origin'
import { OtherValues } from '../../ui/OtherValues'
import { Provenance } from '../../ui/Provenance'

const always: readonly MetadataField[] = ['title', 'outlet', 'published', 'byline', 'language', 'url']
const shown: readonly MetadataField[] = [
  'title',
  'subtitle',
  'outlet',
  'section',
  'published',
  'updated',
  'byline',
  'language',
  'url',
]

/** Every metadata value of an article with where it came from. */
export function Details({ article }: { article: Article }) {
  const t = useText()
  return (
    <>
      <dl className="lib-prov">
        {shown
          .filter((field) => always.includes(field) || article.metadata[field].value !== null)
          .map((field) => (
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
        {sourced.others && sourced.origin !== 'researcher' && (
          <Others article={article} field={field} others={sourced.others} />
        )}
      </dd>
    </>
  )
}

/** What other places say; taking one is a correction by hand. */
function Others({ article, field, others }: { article: Article; field: MetadataField; others: OtherValue[] }) {
  const t = useText()
  const words = useOrigin()
  const shown = useFieldText()
  return (
    <OtherValues
      others={others}
      label={t('original.others.label')}
      shown={(value) => shown(field, value)}
      place={(other) => words({ ...other, origin: 'file' }).origin}
      takeLabel={(value) => t('original.others.use', { value })}
      onUse={(value) => void act('article.set', { ids: [article.id], edits: { [field]: value } })}
    />
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
  if (isDateField(field)) {
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
