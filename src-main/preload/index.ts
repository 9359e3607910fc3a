import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge } from '../contract/bridge'
import type { Notification } from '../contract/notifications'
import { createPortClient } from './port-client'

/** Puts the bridge into the window. The port to the library and the paths of dropped files stay here. */

const listeners = new Set<(notification: Notification) => void>()
const tell = (notification: Notification): void => {
  for (const listener of listeners) listener(notification)
}

const library = createPortClient(tell)
ipcRenderer.on('collate:port', ({ ports }) => library.use(ports[0] ?? null))
ipcRenderer.on('collate:notification', (_event, notification: Notification) => tell(notification))
ipcRenderer.send('collate:port')

const bridge = {
  call: (method: string, input: unknown) => library.ask(method, input, false),
  shell: (method: string, input: unknown) => ipcRenderer.invoke('collate:shell', method, input),
  stageFiles: (files: File[]) =>
    library.ask('import.stage', { paths: files.map((file) => webUtils.getPathForFile(file)) }, true),
  listen: (listener: (notification: Notification) => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}

contextBridge.exposeInMainWorld('collate', bridge as unknown as Bridge<File>)
