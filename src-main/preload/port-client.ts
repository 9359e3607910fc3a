import type { LibraryStatus, PortMessage, PortRequest } from '../contract/bridge'
import type { Notification } from '../contract/notifications'
import type { ErrorCode } from '../domain/error'
import type { Result } from '../domain/result'

/** How long a call waits for a library that is being opened, or opened again. */
const portWaitMs = 10_000

const failure = (code: ErrorCode): Result<never> => ({ ok: false, error: { code, params: {} } })

type Listeners = {
  onNotification: (notification: Notification) => void
  /** Told as a library is about to close: what is asked before it returns is still answered by that one. */
  onLeaving: () => void
}

/**
 * Asks the library process over the port that main gave last. Calls that the process took with it end as
 * `library/process-died`; what is asked while it is being started again waits for it.
 */
export function createPortClient({ onNotification, onLeaving }: Listeners) {
  let port: MessagePort | null = null
  let status: LibraryStatus = 'opening'
  /** Whether main has told of a library, or of none. */
  let isTold = false
  let nextId = 1
  let waiting: (() => void)[] = []
  const pending = new Map<number, (result: Result<unknown>) => void>()

  const receive = ({ data }: MessageEvent): void => {
    const message = data as PortMessage
    if ('fence' in message) {
      onLeaving()
      port?.postMessage(message)
    } else if ('notification' in message) {
      onNotification(message.notification)
    } else {
      pending.get(message.id)?.(message.result)
      pending.delete(message.id)
    }
  }

  /** Resolves once main has told of a library or of none, or after a while. */
  const settled = (): Promise<void> => {
    if (port || (status !== 'opening' && status !== 'recovering')) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, portWaitMs)
      waiting.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }

  return {
    /** Takes over a port, or learns that there is none, with the state that the library is in. */
    use: (next: MessagePort | null, now: LibraryStatus): void => {
      if (now === 'opening') onLeaving()
      port?.close()
      port = next
      status = now
      isTold = true
      const outcome = failure(now === 'recovering' || now === 'failed' ? 'library/process-died' : 'call/cancelled')
      for (const settle of pending.values()) settle(outcome)
      pending.clear()
      if (now === 'opening' || now === 'recovering') return
      if (next) {
        next.onmessage = receive
        next.start()
      }
      const go = waiting
      waiting = []
      for (const resolve of go) resolve()
    },
    ask: async (method: string, input: unknown, trusted: boolean): Promise<Result<unknown>> => {
      // What is asked between two libraries is of the one before, and nothing for the next.
      if (isTold && status === 'opening') return failure('call/cancelled')
      // At once where it can be: last words are behind nothing.
      if (!port) await settled()
      const to = port
      if (!to) return failure(status === 'recovering' ? 'library/process-died' : 'library/not-open')
      const request: PortRequest = { id: nextId, method, input, trusted }
      nextId += 1
      return new Promise((resolve) => {
        pending.set(request.id, resolve)
        to.postMessage(request)
      })
    },
  }
}
