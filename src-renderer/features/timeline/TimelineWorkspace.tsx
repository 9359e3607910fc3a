import { useText } from '../../i18n/i18n'
import { TopBarSlot } from '../../ui/TopBarSlot'

export function TimelineWorkspace() {
  const t = useText()
  return <TopBarSlot crumb={<h1>{t('app.timeline')}</h1>} />
}
