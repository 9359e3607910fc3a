import { BrowserWindow, nativeTheme, screen } from 'electron'
import { appOrigin } from './addresses'
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

/** How often a page that did not load is loaded again, and how long after. */
const mostLoads = 5
const loadPauseMs = 200

/** Chromium's code for a load that another one took the place of. */
const abortedByNavigation = -3

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
  const url = developmentUrl ?? `${appOrigin}/`
  reloadAfterFailure(window, url, log)
  // What fails is told by the event that the failure has as well.
  window.loadURL(url).catch(() => undefined)
  return window
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

/** A page that did not load leaves Chromium's page of errors, from which nobody can go on: it is loaded again. */
function reloadAfterFailure(window: BrowserWindow, url: string, log: (line: string) => void): void {
  let times = 0
  window.webContents.on('did-finish-load', () => {
    times = 0
  })
  window.webContents.on('did-fail-load', (_event, code, description, failed, isMainFrame) => {
    if (!isMainFrame || code === abortedByNavigation || times === mostLoads) return
    times += 1
    log(`a window's page did not load: ${description} (${code}) ${failed}`)
    setTimeout(() => {
      if (!window.isDestroyed()) window.loadURL(url).catch(() => undefined)
    }, loadPauseMs)
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
