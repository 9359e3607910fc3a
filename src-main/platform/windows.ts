import { BrowserWindow, screen } from 'electron'
import { appOrigin } from './app-protocol'
import { paths } from './paths'
import type { Bounds, PreferenceStore } from './preferences'
import { hardenContents } from './security'

const smallest = { minWidth: 1024, minHeight: 700 }
const first = { width: 1440, height: 900 }

/** Opens a window of the app, where the last one stood. */
export function openWindow(preferences: PreferenceStore, developmentUrl?: string): BrowserWindow {
  const bounds = onScreen(preferences.get().bounds)
  const window = new BrowserWindow({
    ...first,
    ...smallest,
    ...bounds,
    show: false,
    title: 'Collate',
    backgroundColor: '#f5f4f2',
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
  window.once('ready-to-show', () => window.show())
  window.on('close', () =>
    preferences.change({ bounds: { ...window.getNormalBounds(), maximized: window.isMaximized() } }),
  )
  void window.loadURL(developmentUrl ?? `${appOrigin}/`)
  return window
}

/** Kept bounds, where they still lie on a screen. */
function onScreen(bounds: Bounds | null): Bounds | null {
  if (!bounds) return null
  const { x, y, width, height } = screen.getDisplayMatching(bounds).workArea
  const visible = bounds.x < x + width && bounds.y < y + height && bounds.x + bounds.width > x && bounds.y + 40 > y
  return visible ? bounds : null
}
