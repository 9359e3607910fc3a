import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Extract, Extraction as FileExtraction, FileToExtract } from '../domain/extraction'
import { failed, type Result } from '../domain/result'
import { type ExtractionRequest, type ExtractionResponse, unreadable } from '../processes/extraction-protocol'

/** Per file: how long it may take, and by how much the process may grow. */
export type ExtractionLimits = { timeMs: number; memoryBytes: number }

export const extractionLimits: ExtractionLimits = { timeMs: 10_000, memoryBytes: 512 * 1024 * 1024 }

export type Extraction = { extract: Extract; close: () => void }

/** Memory is looked at this often: a parser grows by some hundred megabytes a second at most. */
const pollMs = 50

/** A process that has grown by this much with the files before is replaced by a fresh one. */
const worn = 0.5

/** A process in which files are extracted; `idleBytes` is its size before its first file, null where not known. */
type Worker = { child: ChildProcess; idleBytes: number | null }

/**
 * Extracts files, one after the other, in a process of its own that is killed where a file takes more than the limits;
 * the next file gets a new one. Memory is measured where the system has `/proc`.
 * @param entry the bundled extraction process
 */
export function createExtraction(entry: string, limits: ExtractionLimits = extractionLimits): Extraction {
  let worker: Promise<Worker> | null = null
  let last: Promise<unknown> = Promise.resolve()
  let nextId = 1

  async function extractNext(file: FileToExtract): Promise<Result<FileExtraction>> {
    worker ??= startWorker(entry)
    const current = await worker.catch(() => null)
    if (!current) {
      worker = null
      return unreadable(file.fileName)
    }
    const outcome = await ask(current, { id: nextId++, file }, limits)
    if (outcome.kind === 'answered' && grownBytes(current) < limits.memoryBytes * worn) return outcome.result
    worker = null
    current.child.kill('SIGKILL')
    return outcome.result
  }

  return {
    extract: (file) => {
      const next = last.then(() => extractNext(file))
      last = next
      return next
    },
    close: () => {
      void worker?.then(({ child }) => child.kill('SIGKILL')).catch(() => undefined)
      worker = null
    },
  }
}

function startWorker(entry: string): Promise<Worker> {
  const child = fork(entry, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
    // Ctrl+C in a terminal reaches all processes of a group: this one is still asked then, and closed by who asks.
    detached: true,
    windowsHide: true,
  })
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve({ child, idleBytes: residentBytes(child) }))
    child.once('error', reject)
    child.once('exit', () => reject(new Error('the extraction process ended before it was ready')))
  })
}

type Outcome = { kind: 'answered' | 'stopped'; result: Result<FileExtraction> }

function ask(worker: Worker, request: ExtractionRequest, { timeMs, memoryBytes }: ExtractionLimits): Promise<Outcome> {
  const { child } = worker
  return new Promise((resolve) => {
    const timer = setTimeout(() => stop(failed('import/time-limit', { seconds: timeMs / 1000 })), timeMs)
    const poll = setInterval(() => {
      if (grownBytes(worker) <= memoryBytes) return
      stop(failed('import/memory-limit', { megabytes: memoryBytes / 1024 / 1024 }))
    }, pollMs)
    const settle = (outcome: Outcome) => {
      clearTimeout(timer)
      clearInterval(poll)
      child.off('message', onMessage)
      child.off('exit', onEnd)
      resolve(outcome)
    }
    const stop = (result: Result<FileExtraction>) => settle({ kind: 'stopped', result })
    const onEnd = () => stop(unreadable(request.file.fileName))
    const onMessage = (message: unknown) => {
      const { id, result } = message as ExtractionResponse
      if (id === request.id) settle({ kind: 'answered', result })
    }
    child.on('message', onMessage)
    child.on('exit', onEnd)
    child.send(request, (error) => error && onEnd())
  })
}

const grownBytes = (worker: Worker): number =>
  worker.idleBytes === null ? 0 : (residentBytes(worker.child) ?? 0) - worker.idleBytes

/** Resident size of a process, or null where the system has no `/proc`. Source: proc_pid_status(5), VmRSS in kB. */
function residentBytes(child: ChildProcess): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch {
    return null
  }
}
