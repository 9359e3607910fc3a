import { app, type Session, session, type WebContents } from 'electron'
import { isAppPage, isOwn } from './addresses'

/**
 * Switches that keep Chromium itself from reaching out. Must be set before the app is ready.
 * @param developmentUrl where Vite serves the window, in `npm run dev` alone
 */
export function hardenProcess(developmentUrl?: string): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  const { commandLine } = app
  const vite = developmentUrl ? `, EXCLUDE ${new URL(developmentUrl).hostname}` : ''
  commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${vite}`)
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
  if (developmentUrl) target.webRequest.onHeadersReceived(vitePolicy)
}

/** Vite writes scripts and styles into the page and talks over a socket; its pages are never part of the built app. */
const vitePolicy: Parameters<Session['webRequest']['onHeadersReceived']>[0] = ({ responseHeaders }, answer) =>
  answer({
    responseHeaders: {
      ...responseHeaders,
      'content-security-policy': [
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; " +
          "img-src 'self' data:; font-src 'self' data:; connect-src 'self' ws:",
      ],
    },
  })

/** Keeps a window where it is: no navigation, no further windows, no embedded pages. */
export function hardenContents(contents: WebContents, developmentUrl?: string): void {
  // Neither the policy of the page nor the session's filter of requests covers what WebRTC sends.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    if (!isAppPage(event.url, developmentUrl)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
