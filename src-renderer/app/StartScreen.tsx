import { FilePlus2, FolderOpen, GraduationCap, X } from 'lucide-react'
import type { ShellState } from '../../src-main/contract/types'
import { CommandButton } from '../commands/CommandButton'
import { act } from '../data/act'
import { useText } from '../i18n/i18n'
import { Progress } from '../ui/Progress'
import { KeysSheet } from './KeysSheet'
import { Notices } from './Notices'
import { Mark } from './Rail'
import { SettingsSheet } from './SettingsSheet'
import { useDialogs } from './use-dialogs'
import './start.css'

/** What the window shows without a library: make one, open one, or look at the sample. */
export function StartScreen({ state }: { state: ShellState }) {
  const t = useText()
  const dialog = useDialogs((s) => s.open)
  const opening = state.library.status === 'opening' ? state.library.name : null
  return (
    <main className="start">
      <div className="start-sheet" data-region>
        <header>
          <Mark />
          <h1>{t('app.start.title')}</h1>
        </header>
        <p className="lead">{t('app.start.line')}</p>
        {opening !== null ? (
          <Progress label={t('app.start.opening', { name: opening })} done={0} total={0} />
        ) : (
          <>
            <ul className="start-actions">
              <li>
                <CommandButton
                  id="library.create"
                  className="lg primary"
                  icon={<FilePlus2 />}
                  label={t('app.start.create')}
                  showKey
                />
                <span className="t">{t('app.start.createHint')}</span>
              </li>
              <li>
                <CommandButton
                  id="library.open"
                  className="lg"
                  icon={<FolderOpen />}
                  label={t('app.start.open')}
                  showKey
                />
              </li>
              <li>
                <CommandButton
                  id="library.openSample"
                  className="lg"
                  icon={<GraduationCap />}
                  label={t('app.start.sample')}
                />
                <span className="t">{t('app.start.sampleHint')}</span>
              </li>
            </ul>
            {state.recent.length > 0 && <Recent recent={state.recent} />}
          </>
        )}
        <p className="t foot">{t('app.start.local')}</p>
        {state.runtime.fallback && (
          <p className="warn foot">{t('app.status.fallback', { version: state.runtime.electron })}</p>
        )}
      </div>
      <Notices />
      {dialog === 'keys' && <KeysSheet />}
      {dialog === 'settings' && <SettingsSheet state={state} />}
    </main>
  )
}

function Recent({ recent }: { recent: ShellState['recent'] }) {
  const t = useText()
  return (
    <section>
      <h2 className="lbl">{t('app.start.recent')}</h2>
      <ul className="recent">
        {recent.map((library, index) => (
          <li key={`${library.folder}/${library.name}`}>
            <button type="button" className="open" onClick={() => void act('shell.openRecent', { index })}>
              <b className="trunc">{library.name}</b>
              <span className="t trunc">
                <bdi>{library.missing ? t('app.start.missing') : library.folder}</bdi>
              </span>
            </button>
            <button
              type="button"
              className="btn s icon quiet"
              aria-label={t('app.start.forget', { name: library.name })}
              onClick={() => void act('shell.forgetRecent', { index })}
            >
              <X className="s14" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
