import { type DragEvent, useEffect, useState } from 'react'
import type { ShellState } from '../../src-main/contract/types'
import { CallFailed, stageFiles } from '../data/client'
import { useReadAhead } from '../data/read-ahead'
import { addNotice, showStage, useSession } from '../data/session'
import { useKeptSession } from '../data/use-kept-session'
import { BriefingWorkspace } from '../features/briefing/BriefingWorkspace'
import { ImportReview } from '../features/importing/ImportReview'
import { LibraryWorkspace } from '../features/library/LibraryWorkspace'
import { ReadWorkspace } from '../features/reader/ReadWorkspace'
import { RuleSheets } from '../features/rules/RuleSheets'
import { TagsWorkspace } from '../features/tags/TagsWorkspace'
import { TimelineWorkspace } from '../features/timeline/TimelineWorkspace'
import { useText } from '../i18n/i18n'
import { Crash } from './Crash'
import { KeysSheet } from './KeysSheet'
import { Notices } from './Notices'
import { Palette } from './Palette'
import { Rail } from './Rail'
import { SettingsSheet } from './SettingsSheet'
import { StatusBar } from './StatusBar'
import { TopBar } from './TopBar'
import { useDialogs } from './use-dialogs'
import './shell.css'

const screens = {
  library: LibraryWorkspace,
  read: ReadWorkspace,
  tags: TagsWorkspace,
  timeline: TimelineWorkspace,
  briefing: BriefingWorkspace,
}

/** The window around an open library. */
export function Shell({ state }: { state: ShellState }) {
  const workspace = useSession((s) => s.workspace)
  const stageId = useSession((s) => s.stageId)
  const dialog = useDialogs((s) => s.open)
  const drop = useFileDrop(stageId === null)
  useReadAhead()
  const ready = useKeptSession()
  const t = useText()
  const Screen = screens[workspace]
  useEffect(() => {
    if (state.library.status === 'open') document.title = `${state.library.name} – Collate`
  }, [state.library])
  return (
    <div className="app" {...drop.handlers}>
      <Rail />
      <TopBar />
      <main className="view" data-workspace={workspace}>
        <Crash key={workspace}>{ready && <Screen />}</Crash>
      </main>
      <StatusBar state={state} />
      <Notices />
      {stageId !== null && <ImportReview key={stageId} stageId={stageId} />}
      <RuleSheets />
      {dialog === 'palette' && <Palette />}
      {dialog === 'keys' && <KeysSheet />}
      {dialog === 'settings' && <SettingsSheet state={state} />}
      {drop.over && <div className="drop-veil">{t('app.drop')}</div>}
    </div>
  )
}

/** Files dropped anywhere on the window begin an import review. While one is open, another would push it aside. */
function useFileDrop(accepts: boolean) {
  const [over, setOver] = useState(false)
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')
  const drop = async (files: File[]): Promise<void> => {
    try {
      showStage((await stageFiles(files)).stageId)
    } catch (error) {
      if (error instanceof CallFailed) addNotice(error.code, error.params)
    }
  }
  const handlers = {
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = accepts ? 'copy' : 'none'
      setOver(accepts)
    },
    onDragLeave: (event: DragEvent) => {
      if (event.currentTarget === event.target) setOver(false)
    },
    onDrop: (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      if (accepts) void drop([...event.dataTransfer.files])
    },
  }
  return { over, handlers }
}
