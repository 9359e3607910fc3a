import type { PortMessage, PortRequest } from '../contract/bridge'
import type { Notification } from '../contract/notifications'
import type { Result } from '../domain/result'

type Pending = (result: Result<unknown>) => void

const portWaitMs = 5_000

const lost: Result<never> = { ok: false, error: { code: 'library/process-died', params: {} } }
const notOpen: Result<never> = { ok: false, error: { code: 'library/not-open', params: {} } }

/** Asks the library process over whatever port main gave last. Calls on a port that was replaced end as lost. */
export function createPortClient(onNotification: (notification: Notification) => void) {
  let port: MessagePort | null = null
  let nextId = 1
  let waiting: (() => void)[] = []
  const pending = new Map<number, Pending>()

  const receive = ({ data }: MessageEvent): void => {
    const message = data as PortMessage
    if ('notification' in message) {
      onNotification(message.notification)
    } else {
      pending.get(message.id)?.(message.result)
      pending.delete(message.id)
    }
  }

  /** Resolves once there is a port, or after a while without one. */
  const portReady = (): Promise<void> =>
    port
      ? Promise.resolve()
      : new Promise((resolve) => {
          const timer = setTimeout(resolve, portWaitMs)
          waiting.push(() => {
            clearTimeout(timer)
            resolve()
          })
        })

  return {
    use: (next: MessagePort | null): void => {
      port?.close()
      port = next
      for (const settle of pending.values()) settle(lost)
      pending.clear()
      if (!next) return
      next.onmessage = receive
      next.start()
      for (const go of waiting) go()
      waiting = []
    },
    ask: async (method: string, input: unknown, trusted: boolean): Promise<Result<unknown>> => {
      await portReady()
      const to = port
      if (!to) return notOpen
      const request: PortRequest = { id: nextId, method, input, trusted }
      nextId += 1
      return new Promise((resolve) => {
        pending.set(request.id, resolve)
        to.postMessage(request)
      })
    },
  }
}
