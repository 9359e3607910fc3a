import { useDateText } from '../../i18n/dates'
import { useText } from '../../i18n/i18n'

/** How a typed date is understood. */
export function Understood({ edtf }: { edtf: string | null }) {
  const t = useText()
  const dateText = useDateText()
  if (edtf === null) return <p className="field-error">{t('timeline.inspector.notUnderstood')}</p>
  return <p className="sub">{t('timeline.inspector.understood', { edtf, words: dateText(edtf) })}</p>
}
