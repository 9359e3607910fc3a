import type { ErrorParams } from '../domain/error'
import type { Extract, FileToExtract } from '../domain/extraction'
import { failed } from '../domain/result'
import { type ExtractionRequest, type ExtractionResponse, unreadable } from './extraction-protocol'
import type { StoppedCode } from './library-protocol'
import type { Port } from './ports'

type Job = { id: number; file: FileToExtract; losses: number; settle: (answer: Awaited<ReturnType<Extract>>) => void }

/** What the client says to main, which starts, watches and kills the process. */
export type ExtractionSay = { wanted: () => void; busyWith: (file: number | null) => void }

/**
 * Extracts one file after the other over a port. Main watches the process behind it and may kill it: the file in hand
 * then fails with the reason, and the others go on with the next process.
 */
export function createExtractionClient(say: ExtractionSay) {
  const queue: Job[] = []
  let nextId = 1
  let port: Port | null = null
  let asked = false
  let inHand: Job | null = null

  const next = (): void => {
    if (inHand || queue.length === 0) return
    if (!port) {
      if (!asked) say.wanted()
      asked = true
      return
    }
    const job = queue.shift()
    if (!job) return
    inHand = job
    say.busyWith(job.id)
    const request: ExtractionRequest = { id: job.id, file: job.file }
    port.postMessage(request)
  }

  const receive = ({ id, result }: ExtractionResponse): void => {
    if (inHand?.id !== id) return
    const done = inHand
    inHand = null
    say.busyWith(null)
    done.settle(result)
    next()
  }

  const extract: Extract = (file) =>
    new Promise((settle) => {
      queue.push({ id: nextId, file, losses: 0, settle })
      nextId += 1
      next()
    })

  return {
    extract,
    connect: (to: Port): void => {
      port = to
      asked = false
      to.on('message', ({ data }) => receive(data as ExtractionResponse))
      to.start()
      next()
    },
    /**
     * The process is gone. A file that was handed over as it went, unknown to main, is tried once more: it may not be
     * the one to blame. Where no process comes up at all, the files fail one after the other.
     */
    stopped: (file: number | null, code: StoppedCode, params: ErrorParams): void => {
      port = null
      asked = false
      const job = inHand ?? queue.shift()
      inHand = null
      if (job) {
        job.losses += 1
        if (job.id !== file && job.losses === 1) queue.unshift(job)
        else job.settle(code === 'import/unreadable' ? unreadable(job.file.fileName) : failed(code, params))
      }
      next()
    },
  }
}
