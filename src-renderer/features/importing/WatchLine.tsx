import { FolderOpen, FolderX } from 'lucide-react'
import { useCommands } from '../../commands/registry'
import { act } from '../../data/act'
import { useAnswer } from '../../data/queries'
import { showStage, useSession } from '../../data/session'
import { number, useText } from '../../i18n/i18n'

/** The watched folder and how many new files lie in it, with its commands. Nothing where none is watched. */
export function WatchLine() {
  const t = useText()
  const reviewing = useSession((s) => s.stageId !== null)
  const { folder = null, missing = false, count = 0 } = useAnswer('watch.state', {}).data ?? {}
  const review = async (): Promise<void> => {
    const stage = await act('watch.review', {})
    if (stage) showStage(stage.stageId)
  }
  const isNew = count > 0 && !missing
  useCommands({
    'watch.choose': () => act('shell.chooseWatchedFolder', {}),
    'watch.stop': folder === null ? null : () => act('shell.stopWatching', {}),
    'watch.review': isNew && !reviewing ? review : null,
  })
  if (folder === null) return null
  if (missing) {
    return (
      <span className="warn" role="note">
        <FolderX className="s14" />
        <span className="trunc">{t('importing.watch.missing', { folder })}</span>
      </span>
    )
  }
  return (
    <span>
      <FolderOpen className="s14" />
      <span className="trunc" aria-live="polite">
        {isNew
          ? t('importing.watch.found', { count, number: number(count), folder })
          : t('importing.watch.nothing', { folder })}
      </span>
      {isNew && (
        <button type="button" className="link" disabled={reviewing} onClick={() => void review()}>
          {t('importing.watch.review')}
        </button>
      )}
    </span>
  )
}
