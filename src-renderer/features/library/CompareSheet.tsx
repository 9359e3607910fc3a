import { useState } from 'react'
import type { MetadataChange, OriginalComparison } from '../../../src-main/contract/original-types'
import type { Article } from '../../../src-main/contract/types'
import type { MetadataField } from '../../../src-main/domain/article'
import { act } from '../../data/act'
import { useAnswer } from '../../data/queries'
import { useOnce } from '../../data/use-once'
import { useFieldText } from '../../i18n/dates'
import { useText } from '../../i18n/i18n'
import { useOrigin } from '../../i18n/origin'
import { Progress } from '../../ui/Progress'
import { Sheet } from '../../ui/Sheet'
import { TextChanges } from './TextChanges'
import './compare.css'

/** What reading an original anew would change, to be taken in whole or in part. */
export function CompareSheet({ article, onClose }: { article: Article; onClose: () => void }) {
  const t = useText()
  const answer = useAnswer('original.compare', { articleId: article.id })
  const comparison = answer.data
  const differs = comparison !== undefined && (comparison.metadata.length > 0 || comparison.text.length > 0)
  return (
    <Sheet
      title={t('original.compare.title')}
      {...(differs ? { line: t('original.compare.line') } : {})}
      closeLabel={t('app.close')}
      onClose={onClose}
      width={820}
      className="compare"
    >
      {answer.isPending && (
        <div className="compare-state">
          <Progress label={t('original.compare.reading', { file: article.original.fileName })} done={0} total={0} />
        </div>
      )}
      {answer.error && (
        <p className="compare-state field-error" role="alert">
          {t(`error.${answer.error.code}`, answer.error.params)}
        </p>
      )}
      {comparison && !differs && (
        <p className="compare-state" role="status">
          {t('original.compare.same')}
        </p>
      )}
      {comparison && differs && (
        <Choice
          key={keyOf(comparison)}
          comparison={comparison}
          lang={article.metadata.language.value}
          onClose={onClose}
        />
      )}
    </Sheet>
  )
}

/** What was chosen of one comparison means nothing of the next: the first answer may be one from before a change. */
const keyOf = ({ version, metadata, text }: OriginalComparison): string =>
  [version, ...metadata.map(({ field }) => field), text.length].join()

type ChoiceProps = { comparison: OriginalComparison; lang: string | null; onClose: () => void }

function Choice({ comparison, lang, onClose }: ChoiceProps) {
  const t = useText()
  const { articleId, version, metadata, text, orphaned } = comparison
  const [takeText, setTakeText] = useState(text.length > 0 && orphaned === 0)
  const [fields, setFields] = useState<readonly MetadataField[]>(metadata.map(({ field }) => field))
  const take = useOnce(async () => {
    if (await act('original.take', { articleId, version, text: takeText, fields: [...fields] })) onClose()
  })
  const differing = text.filter((change) => change.kind !== 'same').length
  return (
    <>
      <div className="compare-body">
        {metadata.length > 0 && (
          <fieldset>
            <legend>{t('original.compare.details')}</legend>
            {metadata.map((change) => (
              <FieldChange
                key={change.field}
                change={change}
                taken={fields.includes(change.field)}
                onTake={(taken) =>
                  setFields(taken ? [...fields, change.field] : fields.filter((field) => field !== change.field))
                }
              />
            ))}
          </fieldset>
        )}
        {text.length > 0 && (
          <fieldset>
            <legend>{t('original.compare.text')}</legend>
            <label className="compare-tick">
              <input
                type="checkbox"
                className="check"
                checked={takeText}
                onChange={(event) => setTakeText(event.target.checked)}
              />
              {t('original.compare.takeText')}
            </label>
            <p className="t">{t('original.compare.textLine', { count: differing })}</p>
            {orphaned > 0 && <p className="compare-warn">{t('original.compare.orphaned', { count: orphaned })}</p>}
            <TextChanges changes={text} lang={lang} />
          </fieldset>
        )}
      </div>
      <footer>
        <span className="grow" />
        <button type="button" className="btn" onClick={onClose}>
          {t('original.compare.keep')}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={!takeText && fields.length === 0}
          onClick={() => void take()}
        >
          {t('original.compare.take')}
        </button>
      </footer>
    </>
  )
}

type FieldChangeProps = { change: MetadataChange; taken: boolean; onTake: (taken: boolean) => void }

function FieldChange({ change: { field, before, after }, taken, onTake }: FieldChangeProps) {
  const t = useText()
  const words = useOrigin()
  const shown = useFieldText()
  return (
    <label className="compare-tick compare-field">
      <input type="checkbox" className="check" checked={taken} onChange={(event) => onTake(event.target.checked)} />
      <span className="name">{t(`library.field.${field}`)}</span>
      <del>
        <span className="vh">{t('original.compare.before')}: </span>
        <bdi>{before.value === null ? t('original.compare.none') : shown(field, before.value)}</bdi>
      </del>
      <ins>
        <span className="vh">{t('original.compare.after')}: </span>
        <bdi>{after.value === null ? t('original.compare.none') : shown(field, after.value)}</bdi>{' '}
        <span className="t">{words(after).origin}</span>
      </ins>
    </label>
  )
}
