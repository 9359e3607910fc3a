import { app, type Session, session, type WebContents } from 'electron'
import { appOrigin, appScheme } from './app-protocol'

/** Switches that keep Chromium itself from reaching out. Must be set before the app is ready. */
export function hardenProcess(): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  const { commandLine } = app
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
  commandLine.appendSwitch('disable-domain-reliability')
  commandLine.appendSwitch('no-pings')
}

/** Denies what a page could ask for: permissions, downloads, requests that are not the app's own. */
export function hardenSession(target: Session = session.defaultSession, developmentUrl?: string): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  target.setPermissionCheckHandler(() => false)
  target.setDevicePermissionHandler(() => false)
  target.setSpellCheckerLanguages([])
  target.on('will-download', (event) => event.preventDefault())
  target.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwn(details.url, developmentUrl) }))
}

/** Whether an address is the app's own: its files, Chromium's developer tools, data made in the page. */
export function isOwn(address: string, developmentUrl?: string): boolean {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return false
  }
  if (['devtools:', 'blob:', 'data:'].includes(url.protocol)) return true
  if (url.protocol === `${appScheme}:`) return true
  if (!developmentUrl) return false
  const { host } = new URL(developmentUrl)
  return url.host === host && ['http:', 'ws:'].includes(url.protocol)
}

/** Keeps a window where it is: no navigation, no further windows, no embedded pages. */
export function hardenContents(contents: WebContents, developmentUrl?: string): void {
  const home = developmentUrl ?? appOrigin
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    if (!event.url.startsWith(home)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Addresses that may be handed to the system's browser, after asking. */
export function isOpenable(address: string): boolean {
  try {
    return ['https:', 'mailto:'].includes(new URL(address).protocol)
  } catch {
    return false
  }
}
