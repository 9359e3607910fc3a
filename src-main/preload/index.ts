import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge, LeavingEvent, LibraryStatus } from '../contract/bridge'
import type { Notification } from '../contract/notifications'
import { createPortClient } from './port-client'

const leavingEvent: LeavingEvent = 'collate:leaving'

type Listener = (notification: Notification) => void

/** What the window may do. The port to the library and the paths of dropped files stay here. */
function createBridge() {
  const listeners = new Set<Listener>()
  const tell: Listener = (notification) => {
    for (const listener of listeners) listener(notification)
  }
  const library = createPortClient({
    onNotification: tell,
    onLeaving: () => window.dispatchEvent(new Event(leavingEvent)),
  })
  ipcRenderer.on('collate:port', ({ ports }, status: LibraryStatus) => library.use(ports[0] ?? null, status))
  ipcRenderer.on('collate:notification', (_event, notification: Notification) => tell(notification))
  ipcRenderer.send('collate:port')
  return {
    call: (method: string, input: unknown) => library.ask(method, input, false),
    shell: (method: string, input: unknown) => ipcRenderer.invoke('collate:shell', method, input),
    stageFiles: (files: File[]) =>
      library.ask('import.stage', { paths: files.map((file) => webUtils.getPathForFile(file)) }, true),
    listen: (listener: Listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

// The generic signatures of `Bridge` can't be written for functions that pass any method on.
contextBridge.exposeInMainWorld('collate', createBridge() as unknown as Bridge<File>)
