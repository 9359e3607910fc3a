import { BrowserWindow, nativeTheme, screen } from 'electron'
import { appOrigin, isAppPage } from './addresses'
import { paths } from './paths'
import type { Bounds, PreferenceStore } from './preferences'
import { hardenContents } from './security'

const smallest = { minWidth: 1024, minHeight: 700 }
const first = { width: 1440, height: 900 }

/** A further window stands a little below and beside the one before. */
const step = 28

/** A page that crashes again within this time is not loaded again by itself. */
const crashPauseMs = 5_000

/** How long after its page was loaded a window's first picture is waited for. */
const firstPictureMs = 1_000

/** How soon a page that did not load is loaded again: at once, then ever later. */
const loadPauseMs = { first: 200, last: 10_000 }

type Options = { preferences: PreferenceStore; developmentUrl?: string | undefined; log: (line: string) => void }

/** Opens a window of the app, where the last one stood. */
export function openWindow({ preferences, developmentUrl, log }: Options): BrowserWindow {
  const bounds = onScreen(nextPlace(preferences.get().bounds))
  const window = new BrowserWindow({
    ...first,
    ...smallest,
    ...bounds,
    show: false,
    title: 'Collate',
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16171a' : '#f5f4f2',
    webPreferences: {
      preload: paths.preload(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  })
  hardenContents(window.webContents, developmentUrl)
  if (bounds?.maximized) window.maximize()
  showOnceDrawn(window)
  window.on('close', () =>
    preferences.change({ bounds: { ...window.getNormalBounds(), maximized: window.isMaximized() } }),
  )
  window.on('page-title-updated', (event) => event.preventDefault())
  reloadAfterCrash(window, log)
  reloadAfterFailure(window, { developmentUrl, log })
  load(window, developmentUrl)
  return window
}

/** Loads the app's page. What fails is told by the events of loading as well. */
const load = (window: BrowserWindow, developmentUrl: string | undefined): void => {
  window.loadURL(developmentUrl ?? `${appOrigin}/`).catch(() => undefined)
}

/** Shows a window with its first picture; where hidden windows are not drawn, soon after its page is loaded. */
function showOnceDrawn(window: BrowserWindow): void {
  const show = (): void => {
    if (!window.isDestroyed() && !window.isVisible()) window.show()
  }
  window.once('ready-to-show', show)
  window.webContents.once('did-finish-load', () => setTimeout(show, firstPictureMs))
}

/** A crashed page can't show a screen of its own: it is loaded again, once in a while. */
function reloadAfterCrash(window: BrowserWindow, log: (line: string) => void): void {
  let lastAt = 0
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log(`a window's process ended: ${reason}`)
    if (Date.now() - lastAt > crashPauseMs) window.webContents.reload()
    lastAt = Date.now()
  })
}

/**
 * A page that did not load leaves Chromium's page of errors, from which nobody can go on: it is loaded again.
 *
 * What counts is the page that is there once loading has stopped. Electron tells of no failure where a load was broken
 * off, and of a finished one where the page of errors is complete.
 */
function reloadAfterFailure(
  window: BrowserWindow,
  { developmentUrl, log }: Pick<Options, 'developmentUrl' | 'log'>,
): void {
  const { webContents } = window
  let pauseMs = loadPauseMs.first
  let reason = 'no reason told'
  webContents.on('did-fail-provisional-load', (_event, code, description, failed, isMainFrame) => {
    if (isMainFrame) reason = `${description} (${code}) ${failed}`
  })
  webContents.on('did-stop-loading', () => {
    if (window.isDestroyed() || webContents.isCrashed()) return
    // A page of errors has the address that failed, and no origin.
    if (isAppPage(webContents.mainFrame.origin, developmentUrl)) {
      pauseMs = loadPauseMs.first
      return
    }
    log(`a window's page did not load: ${reason}`)
    setTimeout(() => {
      if (!window.isDestroyed()) load(window, developmentUrl)
    }, pauseMs)
    pauseMs = Math.min(pauseMs * 2, loadPauseMs.last)
  })
}

/** Where the next window goes: beside the one in use, else where the last one stood. */
function nextPlace(kept: Bounds | null): Bounds | null {
  const current = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  if (!current) return kept
  const { x, y, width, height } = current.getNormalBounds()
  return { x: x + step, y: y + step, width, height, maximized: false }
}

/** Bounds, where they lie on a screen. */
function onScreen(bounds: Bounds | null): Bounds | null {
  if (!bounds) return null
  const { x, y, width, height } = screen.getDisplayMatching(bounds).workArea
  const visible = bounds.x < x + width && bounds.y < y + height && bounds.x + bounds.width > x && bounds.y + 40 > y
  return visible ? bounds : null
}
