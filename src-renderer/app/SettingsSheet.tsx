import type { ShellState } from '../../src-main/contract/types'
import { act } from '../data/act'
import { useText } from '../i18n/i18n'
import { Segmented } from '../ui/Segmented'
import { Sheet } from '../ui/Sheet'
import { closeDialog } from './use-dialogs'
import './settings.css'

/** Settings of this machine: the theme; and what Collate runs on. */
export function SettingsSheet({ state }: { state: ShellState }) {
  const t = useText()
  return (
    <Sheet title={t('app.settingsSheet.title')} closeLabel={t('app.close')} onClose={closeDialog} width={480}>
      <div className="settings">
        <h2 className="lbl">{t('app.settingsSheet.theme')}</h2>
        <Segmented
          label={t('app.settingsSheet.theme')}
          value={state.theme}
          options={(['system', 'light', 'dark'] as const).map((value) => ({
            value,
            label: t(`app.settingsSheet.${value}`),
          }))}
          onChange={(theme) => void act('shell.setTheme', { theme })}
        />
        <h2 className="lbl">{t('app.settingsSheet.about')}</h2>
        <p>{t('app.settingsSheet.version', { version: state.runtime.app })}</p>
        <p>{t('app.settingsSheet.runtime', { version: state.runtime.electron })}</p>
        {state.runtime.fallback && (
          <p className="warn">{t('app.status.fallback', { version: state.runtime.electron })}</p>
        )}
        <p className="q">{t('app.settingsSheet.offline')}</p>
      </div>
    </Sheet>
  )
}
