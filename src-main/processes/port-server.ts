import type { PortMessage, PortRequest } from '../contract/bridge'
import type { Notification } from '../contract/notifications'
import type { Result } from '../domain/result'
import type { Port } from './ports'

type Route = (method: string, input: unknown, trusted: boolean) => Promise<Result<unknown>>

/** The one method with paths that a window's preload may ask, for files dropped on the window. */
const preloadMay = 'import.stage'

/** Answers calls of any number of windows and tells all of them what changed. */
export function createPortServer(route: Route) {
  const ports = new Set<Port>()
  const send = (port: Port, message: PortMessage): void => port.postMessage(message)
  return {
    add: (port: Port): void => {
      ports.add(port)
      port.on('close', () => ports.delete(port))
      port.on('message', ({ data }) => {
        const request = data as PortRequest
        const trusted = request.trusted === true && request.method === preloadMay
        void route(request.method, request.input, trusted).then((result) => send(port, { id: request.id, result }))
      })
      port.start()
    },
    tell: (notification: Notification): void => {
      for (const port of ports) send(port, { notification })
    },
  }
}
