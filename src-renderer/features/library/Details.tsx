import { Check } from 'lucide-react'
import { useRef } from 'react'
import type { Article } from '../../../src-main/contract/types'
import { isDateField, type MetadataField, metadataFields } from '../../../src-main/domain/article'
import { isInDoubt, type OtherValue } from '../../../src-main/domain/origin'
import { useCommands } from '../../commands/registry'
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
  const doubtful = metadataFields.filter((field) => isInDoubt(article.metadata[field]))
  useCommands({ 'article.confirm': doubtful.length > 0 ? () => confirm(article, doubtful) : null })
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

/** What is shown is right: it becomes the researcher's own value. */
function confirm({ id, metadata }: Article, fields: readonly MetadataField[]): void {
  const edits = Object.fromEntries(fields.map((field) => [field, metadata[field].value]))
  void act('article.set', { ids: [id], edits })
}

function DetailRow({ article, field }: { article: Article; field: MetadataField }) {
  const t = useText()
  const words = useOrigin()
  const sourced = article.metadata[field]
  const unknown = sourced.value === null
  const row = useRef<HTMLElement>(null)
  return (
    <>
      <dt>{t(`library.field.${field}`)}</dt>
      {/* Takes the focus from the buttons of a doubt that is settled. */}
      <dd ref={row} tabIndex={-1}>
        {unknown ? <Unknown article={article} field={field} /> : <Value article={article} field={field} />}
        {!unknown && <Provenance sourced={sourced} words={words(sourced)} />}
        {isInDoubt(sourced) && <Keep article={article} field={field} onSettle={() => row.current?.focus()} />}
        {sourced.others && sourced.origin !== 'researcher' && (
          <Others article={article} field={field} others={sourced.others} onSettle={() => row.current?.focus()} />
        )}
      </dd>
    </>
  )
}

type DoubtProps = { article: Article; field: MetadataField; onSettle: () => void }

/** Ends a doubt in favour of what is shown. */
function Keep({ article, field, onSettle }: DoubtProps) {
  const t = useText()
  const shown = useFieldText()(field, article.metadata[field].value ?? '')
  return (
    <button
      type="button"
      className="btn s quiet lib-keep"
      aria-label={t('original.others.keepValue', { value: shown })}
      title={t('original.others.keepValue', { value: shown })}
      onClick={() => {
        onSettle()
        confirm(article, [field])
      }}
    >
      <Check className="s12" />
      {t('original.others.keep')}
    </button>
  )
}

/** What other places say; taking one is a correction by hand. */
function Others({ article, field, others, onSettle }: DoubtProps & { others: OtherValue[] }) {
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
      onUse={(value) => {
        onSettle()
        void act('article.set', { ids: [article.id], edits: { [field]: value } })
      }}
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
