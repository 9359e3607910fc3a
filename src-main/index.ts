import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { app, BrowserWindow, nativeTheme } from 'electron'
import packageInformation from '../package.json' with { type: 'json' }
import { listenToWindows, sendPort } from './ipc/router'
import { type ShellParts, tellState } from './ipc/shell'
import { registerAppScheme, serveApp } from './platform/app-protocol'
import { createLibraryProcess } from './platform/library-process'
import { createLog } from './platform/log'
import { setMenu } from './platform/menu'
import { paths } from './platform/paths'
import { createPreferences } from './platform/preferences'
import { hardenProcess, hardenSession } from './platform/security'
import { openWindow } from './platform/windows'

/** The desktop app: builds the parts and connects them. */

const developmentUrl = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL

/** The library file named on a command line, if any. */
const libraryIn = (argv: readonly string[], folder: string): string | null => {
  const named = argv.slice(1).find((argument) => argument.endsWith('.collate'))
  return named ? resolve(folder, named) : null
}

async function start(): Promise<void> {
  await app.whenReady()
  const log = createLog(paths.log())
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
    onState: () => {
      // The port first, so that a window that hears of an open library can ask it.
      for (const window of BrowserWindow.getAllWindows()) sendPort(window, { library })
      tellState(parts)
    },
  })
  const runtime = {
    app: packageInformation.version,
    electron: process.versions.electron,
    fallback: process.versions.electron !== packageInformation.devDependencies.electron,
  }
  const newWindow = (): BrowserWindow => openWindow(preferences, developmentUrl)
  const parts: ShellParts = { library, preferences, runtime, openWindow: newWindow }
  listenToWindows({ ...parts, log, developmentUrl })

  const openFile = (path: string): void => {
    if (existsSync(path)) preferences.remember(path)
    void library.open(path, false)
  }
  const named = libraryIn(process.argv, process.cwd())
  if (named) openFile(named)
  newWindow()

  app.on('second-instance', (_event, argv, folder) => {
    const path = libraryIn(argv, folder)
    if (path) openFile(path)
    const window = BrowserWindow.getAllWindows()[0]
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) newWindow()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  let ended = false
  app.on('before-quit', (event) => {
    if (ended) return
    event.preventDefault()
    void library.end().finally(() => {
      ended = true
      app.quit()
    })
  })
}

if (app.requestSingleInstanceLock()) {
  registerAppScheme()
  hardenProcess()
  void start()
} else {
  app.quit()
}
