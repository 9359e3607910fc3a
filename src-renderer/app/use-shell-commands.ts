import { useRef } from 'react'
import { useCommands } from '../commands/registry'
import { act } from '../data/act'
import { leaveField } from '../data/leaving'
import { show, showRules, showStage, useSession, type Workspace } from '../data/session'
import { focusRegion, focusWorkspace } from './regions'
import { useDialogs } from './use-dialogs'

/** Commands that hold on every screen, and those that need an open library. */
export function useShellCommands(open: boolean): void {
  const reviewing = useSession((s) => s.stageId !== null)
  const withLibrary = <T>(run: () => T) => (open ? run : null)
  const unlessReviewing = <T>(run: () => T) => (open && !reviewing ? run : null)
  const stopWaiting = useRef<() => void>(undefined)
  const goTo = (workspace: Workspace): void => {
    if (workspace !== useSession.getState().workspace) leaveField()
    show(workspace)
    stopWaiting.current?.()
    stopWaiting.current = focusWorkspace()
  }
  useCommands({
    'library.create': () => act('shell.create', {}),
    'library.open': () => act('shell.open', {}),
    'library.openSample': () => act('shell.openSample', {}),
    'library.close': withLibrary(() => act('shell.close', {})),
    'window.new': () => act('shell.newWindow', {}),
    'theme.system': () => act('shell.setTheme', { theme: 'system' }),
    'theme.light': () => act('shell.setTheme', { theme: 'light' }),
    'theme.dark': () => act('shell.setTheme', { theme: 'dark' }),
    'help.keys': () => useDialogs.setState({ open: 'keys' }),
    'settings.open': () => useDialogs.setState({ open: 'settings' }),
    'palette.open': withLibrary(() => useDialogs.setState({ open: 'palette' })),
    'view.library': withLibrary(() => goTo('library')),
    'view.read': withLibrary(() => goTo('read')),
    'view.tags': withLibrary(() => goTo('tags')),
    'view.timeline': withLibrary(() => goTo('timeline')),
    'view.briefing': withLibrary(() => goTo('briefing')),
    'rules.open': withLibrary(() => showRules(null)),
    'region.next': () => focusRegion(1),
    'region.previous': () => focusRegion(-1),
    'edit.undo': withLibrary(() => act('library.undo', {})),
    'edit.redo': withLibrary(() => act('library.redo', {})),
    'library.import': unlessReviewing(async () => review(await act('shell.chooseFiles', {}))),
    'library.importFolder': unlessReviewing(async () => review(await act('shell.chooseFolder', {}))),
    'library.paste': unlessReviewing(async () => review(await act('shell.pasteClipboard', {}))),
  })
}

const review = (stage: { stageId: number } | null): void => {
  if (stage) showStage(stage.stageId)
}
