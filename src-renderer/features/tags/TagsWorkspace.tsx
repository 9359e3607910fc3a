import { useText } from '../../i18n/i18n'
import { TopBarSlot } from '../../ui/TopBarSlot'

export function TagsWorkspace() {
  const t = useText()
  return <TopBarSlot crumb={<h1>{t('app.tags')}</h1>} />
}
