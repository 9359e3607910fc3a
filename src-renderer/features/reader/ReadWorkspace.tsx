import { useText } from '../../i18n/i18n'
import { TopBarSlot } from '../../ui/TopBarSlot'

export function ReadWorkspace() {
  const t = useText()
  return <TopBarSlot crumb={<h1>{t('app.read')}</h1>} />
}
