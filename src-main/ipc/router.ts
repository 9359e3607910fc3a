import { randomUUID } from 'node:crypto'
import { BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { type ShellMethodName, shellMethods } from '../contract/methods'
import { ExpectedError } from '../domain/error'
import { failed, ok, type Result } from '../domain/result'
import { isAppPage } from '../platform/addresses'
import { type ShellParts, shellAnswers } from './shell'

type Options = ShellParts & { log: (line: string) => void; developmentUrl?: string | undefined }

/** The only place where main listens to windows: calls of the shell, and the request for a port to the library. */
export function listenToWindows({ log, developmentUrl, ...parts }: Options): void {
  const answers = shellAnswers(parts) as Record<string, (input: unknown, window: BrowserWindow) => Promise<unknown>>

  /** The window of a call that comes from its own top frame and the app's own page, else null. */
  const senderOf = (event: IpcMainEvent | IpcMainInvokeEvent): BrowserWindow | null => {
    const { senderFrame, sender } = event
    if (!senderFrame || senderFrame !== sender.mainFrame || !isAppPage(senderFrame.url, developmentUrl)) return null
    return BrowserWindow.fromWebContents(sender)
  }

  ipcMain.handle('collate:shell', async (event, method: unknown, input: unknown): Promise<Result<unknown>> => {
    const window = senderOf(event)
    const name = String(method)
    if (!window || !Object.hasOwn(shellMethods, name)) return failed('call/unknown-method', { method: name })
    const parsed = shellMethods[name as ShellMethodName].input.safeParse(input)
    if (!parsed.success) return failed('call/invalid', { method: name })
    try {
      return ok(await answers[name]?.(parsed.data, window))
    } catch (error) {
      if (error instanceof ExpectedError) return failed(error.code, error.params)
      const incident = randomUUID().slice(0, 8)
      log(`incident ${incident} in ${name}: ${error instanceof Error ? error.stack : String(error)}`)
      return failed('internal/bug', { incident })
    }
  })

  ipcMain.on('collate:port', (event) => {
    const window = senderOf(event)
    if (window) sendPort(window, parts)
  })
}

/** Gives a window a port to the library, or tells it that there is none; either with the state of the library. */
export function sendPort(window: BrowserWindow, { library }: Pick<ShellParts, 'library'>): void {
  const port = library.connectWindow()
  window.webContents.postMessage('collate:port', library.state().status, port ? [port] : [])
}
