import type { Fence, PortMessage, PortRequest } from '../contract/bridge'
import type { Caller } from '../contract/methods'
import type { Notification } from '../contract/notifications'
import type { Result } from '../domain/result'
import type { Port } from './ports'

type Route = (method: string, input: unknown, trusted: boolean, caller: Caller) => Promise<Result<unknown>>

/** The one method with paths that a window's preload may ask, for files dropped on the window. */
const preloadMay = 'import.stage'

/** Answers calls of any number of windows and tells all of them what changed. */
export function createPortServer(route: Route) {
  /** With what waits for each to send a fence back, or to close. */
  const ports = new Map<Port, (fence: number) => void>()
  const behindAll = Number.POSITIVE_INFINITY
  let lastFence = 0
  const send = (port: Port, message: PortMessage): void => port.postMessage(message)
  return {
    add: (port: Port): void => {
      const whenGone: (() => void)[] = []
      const caller: Caller = { whenGone: (done) => whenGone.push(done) }
      ports.set(port, () => undefined)
      port.on('close', () => {
        for (const done of whenGone) done()
        ports.get(port)?.(behindAll)
        ports.delete(port)
      })
      port.on('message', ({ data }) => {
        const request = data as PortRequest | Fence
        if ('fence' in request) {
          ports.get(port)?.(request.fence)
          return
        }
        const trusted = request.trusted === true && request.method === preloadMay
        const answered = route(request.method, request.input, trusted, caller)
        void answered.then((result) => send(port, { id: request.id, result }))
      })
      port.start()
    },
    tell: (notification: Notification): void => {
      for (const port of ports.keys()) send(port, { notification })
    },
    /**
     * Resolves once all that windows have asked by now was taken up, their last words as they close among it: other
     * messages to this process may be faster than theirs.
     */
    drained: async (): Promise<void> => {
      lastFence += 1
      const fence = lastFence
      const isBack = (port: Port): Promise<void> =>
        new Promise((resolve) => {
          ports.set(port, (back) => back >= fence && resolve())
          send(port, { fence })
        })
      await Promise.all([...ports.keys()].map(isBack))
    },
  }
}
