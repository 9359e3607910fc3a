import { resolve } from 'node:path'
import { app, BrowserWindow, nativeTheme } from 'electron'
import packageInformation from '../package.json' with { type: 'json' }
import { listenToWindows, sendPort } from './ipc/router'
import { openPath, type ShellParts, shellState, tellState, titleOf } from './ipc/shell'
import { registerAppScheme, serveApp } from './platform/app-protocol'
import { createLibraryProcess } from './platform/library-process'
import { createLibraryWatch } from './platform/library-watch'
import { createLog } from './platform/log'
import { setMenu } from './platform/menu'
import { createOpenedFiles } from './platform/opened-files'
import { paths } from './platform/paths'
import { createPreferences } from './platform/preferences'
import { hardenProcess, hardenSession } from './platform/security'
import { openWindow } from './platform/windows'

/** The desktop app: builds the parts and connects them. */

const developmentUrl = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL

/** The library file named on a command line, if any. */
const libraryIn = (argv: readonly string[], folder: string): string | null => {
  const named = argv.slice(1).find((argument) => argument.endsWith('.collate') && !argument.startsWith('-'))
  return named ? resolve(folder, named) : null
}

async function start(): Promise<void> {
  const log = createLog(paths.log())
  process.on('uncaughtException', (error) => log(`error in main: ${error.stack ?? error.message}`))
  process.on('unhandledRejection', (reason) =>
    log(`error in main: ${reason instanceof Error ? reason.stack : String(reason)}`),
  )
  await app.whenReady()
  const preferences = createPreferences(paths.preferences())
  nativeTheme.themeSource = preferences.get().theme
  hardenSession(undefined, developmentUrl)
  serveApp(paths.renderer())
  setMenu()

  const library = createLibraryProcess({
    log,
    onNotification: (notification) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send('collate:notification', notification)
    },
    onState: (state) => {
      // The port first, so that a window that hears of an open library can ask it.
      for (const window of BrowserWindow.getAllWindows()) sendPort(window, { library })
      tellState(parts)
      watch.follow(state)
    },
  })
  const watch = createLibraryWatch({ library, preferences, log })
  const runtime = {
    app: packageInformation.version,
    electron: process.versions.electron,
    fallback: process.versions.electron !== packageInformation.devDependencies.electron,
  }
  const newWindow = (): void => openWindow({ preferences, developmentUrl, log }).setTitle(titleOf(shellState(parts)))
  const parts: ShellParts = { library, preferences, runtime, openWindow: newWindow, opened: createOpenedFiles(), watch }
  listenToWindows({ ...parts, log, developmentUrl })

  const named = libraryIn(process.argv, process.cwd())
  if (named) void openPath(parts, named, false)
  newWindow()
  followApp(parts)
}

/** Second starts, the system's requests to open a file, and the end. */
function followApp(parts: ShellParts): void {
  const openFile = (path: string): void => {
    // A file that went missing leaves the open library as it is.
    void openPath(parts, path, false).catch(() => undefined)
  }
  app.on('second-instance', (_event, argv, folder) => {
    const path = libraryIn(argv, folder)
    if (path) openFile(path)
    const window = BrowserWindow.getAllWindows()[0]
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openFile(path)
  })
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) parts.openWindow()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  let ended = false
  // After the windows are gone, which write what they showed as they go.
  app.on('will-quit', (event) => {
    if (ended) return
    event.preventDefault()
    void parts.library.end().finally(() => {
      // After the last call, which may have made one more.
      parts.opened.remove()
      ended = true
      // A quit while this event is still being handled would be passed over.
      setImmediate(() => app.quit())
    })
  })
}

if (app.requestSingleInstanceLock()) {
  registerAppScheme()
  hardenProcess(developmentUrl)
  void start()
} else {
  app.quit()
}
