import { Search } from 'lucide-react'
import { CommandKey } from '../commands/CommandButton'
import { runCommand } from '../commands/registry'
import { useText } from '../i18n/i18n'
import { topBarActionsId, topBarCrumbId } from '../ui/TopBarSlot'
import './top-bar.css'

/** Name of what is shown, the search box, and the workspace's actions. */
export function TopBar() {
  const t = useText()
  return (
    <header className="topbar" data-region>
      <div className="crumb" id={topBarCrumbId} />
      <button
        type="button"
        className="searchbox"
        title={t('app.searchHint')}
        data-region-focus
        onClick={() => runCommand('palette.open')}
      >
        <Search className="s14" />
        <span className="trunc">{t('app.searchHint')}</span>
        <CommandKey id="palette.open" />
      </button>
      <div className="tb-r" id={topBarActionsId} />
    </header>
  )
}
