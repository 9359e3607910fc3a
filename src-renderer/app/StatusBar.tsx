import { useQuery } from '@tanstack/react-query'
import { Check, Database, Lock, TriangleAlert, WifiOff } from 'lucide-react'
import type { Notification } from '../../src-main/contract/notifications'
import type { ShellState } from '../../src-main/contract/types'
import { CommandKey } from '../commands/CommandButton'
import { runCommand } from '../commands/registry'
import { useAnswer } from '../data/queries'
import { WatchLine } from '../features/importing/WatchLine'
import { moment, useText } from '../i18n/i18n'
import './status-bar.css'

type Analysis = Extract<Notification, { kind: 'analysis.progress' }>

/** Library, offline, saved time, and the operation that undo would take back. */
export function StatusBar({ state }: { state: ShellState }) {
  const t = useText()
  const info = useAnswer('library.info', {}).data
  const analysis = useQuery<Analysis | null>({ queryKey: ['analysis'], queryFn: () => null, enabled: false }).data
  const recovering = state.library.status === 'recovering'
  const name = state.library.status === 'none' ? '' : state.library.name
  const undo = info?.undo
  return (
    <footer className="status">
      <span>
        <Database className="s14" />
        <span className="trunc">{name}</span>
      </span>
      <span>
        <WifiOff className="s14" />
        {t('app.status.offline')}
      </span>
      {info?.readOnly && (
        <span>
          <Lock className="s14" />
          {t('app.status.readOnly')}
        </span>
      )}
      {state.runtime.fallback && (
        <span className="warn" role="note">
          <TriangleAlert className="s14" />
          <span className="trunc">{t('app.status.fallback', { version: state.runtime.electron })}</span>
        </span>
      )}
      {state.library.status === 'open' && <WatchLine />}
      <span className="grow" aria-live="polite">
        {recovering && <span className="warn">{t('app.status.recovering')}</span>}
        {!recovering && analysis && analysis.done < analysis.total && (
          <span>{t('app.status.analysing', { done: analysis.done, total: analysis.total })}</span>
        )}
      </span>
      {info?.savedAt && (
        <span>
          <Check className="s14" />
          {t('app.status.saved', { time: moment(info.savedAt) })}
        </span>
      )}
      <button type="button" disabled={!undo} onClick={() => runCommand('edit.undo')} title={undo?.detail || undefined}>
        {undo ? t('app.status.undo', { what: t(`operation.${undo.label}`) }) : t('app.status.nothingToUndo')}
        {undo && <CommandKey id="edit.undo" />}
      </button>
    </footer>
  )
}
