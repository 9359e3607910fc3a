import type { SuggestionItem } from '../../../../src-main/contract/types'
import { stepText, useDateText } from '../../../i18n/dates'
import { useText } from '../../../i18n/i18n'
import { Edtf } from '../Edtf'

/** The sum by which a date was worked out: phrase, reference, result. */
export function Derivation({ item, edtf }: { item: SuggestionItem; edtf: string | null }) {
  const t = useText()
  const dateText = useDateText()
  const steps = item.derivation.filter((step) => step.code !== 'as-written')
  const why = steps.map((step) => stepText(t, step)).join(', ')
  const relative = steps.length > 0
  return (
    <dl className="deriv">
      <div>
        <dt className="src">“{item.text}”</dt>
        <dd className="why">{t('timeline.queue.asWritten')}</dd>
      </div>
      {relative && (
        <div>
          <dt>
            <span className="op">+ </span>
            {item.published === null
              ? t('timeline.queue.noPublication')
              : t('timeline.queue.published', { date: dateText(item.published) })}
          </dt>
        </div>
      )}
      <div className="res">
        <dt>
          <span className="op">= </span>
          {edtf === null ? (
            <span className="stop">{t('timeline.queue.unresolved')}</span>
          ) : (
            <span className="mono">
              <Edtf edtf={edtf} />
            </span>
          )}
        </dt>
        <dd className="why">{why}</dd>
      </div>
    </dl>
  )
}
