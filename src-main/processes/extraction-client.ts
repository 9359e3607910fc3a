import type { Extract } from '../domain/article'
import type { ErrorCode, ErrorParams } from '../domain/error'
import { failed, type Result } from '../domain/result'
import type { ExtractionRequest, ExtractionResponse } from './extraction-protocol'
import type { Port } from './ports'

type Answer = Awaited<ReturnType<Extract>>

/**
 * Extracts one file after the other over a port. Main watches the process behind it and may kill it: the file in hand
 * then fails with the reason, and the others wait for the next port.
 * @param onBusy told when a file is handed over and when it came back
 */
export function createExtractionClient(onBusy: (busy: boolean) => void) {
  let last: Promise<unknown> = Promise.resolve()
  let nextId = 1
  let waiting: ((port: Port) => void)[] = []
  let port: Port | null = null
  let inHand: { id: number; settle: (answer: Answer) => void } | null = null

  const portReady = (): Promise<Port> =>
    port ? Promise.resolve(port) : new Promise((resolve) => waiting.push(resolve))

  const settle = (answer: Answer): void => {
    const current = inHand
    inHand = null
    if (!current) return
    onBusy(false)
    current.settle(answer)
  }

  const extract: Extract = (file) => {
    const next = last.then(async () => {
      const to = await portReady()
      return new Promise<Answer>((resolve) => {
        const request: ExtractionRequest = { id: nextId, file }
        nextId += 1
        inHand = { id: request.id, settle: resolve }
        onBusy(true)
        to.postMessage(request)
      })
    })
    last = next
    return next
  }

  return {
    extract,
    connect: (next: Port): void => {
      port = next
      next.on('message', ({ data }) => {
        const { id, result } = data as ExtractionResponse
        if (inHand?.id === id) settle(result as Result<never>)
      })
      next.start()
      for (const resolve of waiting) resolve(next)
      waiting = []
    },
    stopped: (code: ErrorCode, params: ErrorParams): void => {
      port = null
      settle(failed(code, params))
    },
  }
}
