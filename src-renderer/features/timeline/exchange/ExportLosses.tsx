import type { ExportedTimeline } from '../../../../src-main/contract/exchange-types'
import type { TimelineFormat } from '../../../../src-main/domain/timeline-file'
import { useText } from '../../../i18n/i18n'
import { Sheet } from '../../../ui/Sheet'

type Props = { file: ExportedTimeline; format: TimelineFormat; onClose: () => void }

/** What a file that was just written could not say. */
export function ExportLosses({ file: { file, events, losses }, format, onClose }: Props) {
  const t = useText()
  return (
    <Sheet
      title={t('exchange.lossTitle')}
      line={t('exchange.lossLine', { file, count: events, format: t(`exchange.formatName.${format}`) })}
      closeLabel={t('app.close')}
      onClose={onClose}
      width={520}
      footer={
        <button type="button" className="btn primary" onClick={onClose}>
          {t('exchange.understood')}
        </button>
      }
    >
      <div className="losses">
        <ul>
          {losses.map(({ what, events: count }) => (
            <li key={what}>{t(`exchange.loss.${what}`, { count })}</li>
          ))}
        </ul>
        <p className="sub">{t('exchange.lossEnd')}</p>
      </div>
    </Sheet>
  )
}
