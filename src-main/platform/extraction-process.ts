import { app, MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import type { ErrorParams } from '../domain/error'
import type { StoppedCode } from '../processes/library-protocol'
import { type FileLimits, type LimitCode, watchFile } from './file-limits'
import { killProcess } from './kill'
import { paths } from './paths'

const limits: FileLimits = { timeMs: 10_000, memoryBytes: 512 * 1024 * 1024 }

/** A process that has grown by this share of the limit with the files before is replaced by a fresh one. */
const worn = 0.5

/** Why a process went away. `file` is the one in hand, as the library process numbered it, or null. */
export type Stopped = { file: number | null; code: StoppedCode; params: ErrorParams }

type Worker = {
  child: UtilityProcess
  idleBytes: number
  file: number | null
  unwatch: () => void
  why: Stopped | null
}

/**
 * Starts an extraction process when one is wanted, and kills it where a file takes more than its limits. It is not
 * started again by itself: whoever has more files asks for the next one.
 * @param onStopped told when a process went away that was not replaced on purpose
 */
export function superviseExtraction(onStopped: (why: Stopped) => void) {
  let worker: Worker | null = null

  const start = (onPort: (port: MessagePortMain) => void): void => {
    const child = utilityProcess.fork(paths.extractionProcess(), [], { serviceName: 'Collate Extraction' })
    const started: Worker = { child, idleBytes: 0, file: null, unwatch: () => undefined, why: null }
    worker = started
    child.once('message', () => {
      started.idleBytes = bytesOf(child)
      const { port1, port2 } = new MessageChannelMain()
      child.postMessage({ kind: 'connect' }, [port1])
      onPort(port2)
    })
    child.once('exit', () => {
      started.unwatch()
      if (worker !== started) return
      worker = null
      onStopped(started.why ?? { file: started.file, code: 'import/unreadable', params: {} })
    })
  }

  const drop = (): void => {
    const dropped = worker
    worker = null
    dropped?.unwatch()
    if (dropped) killProcess(dropped.child)
  }

  const grownBytes = ({ child, idleBytes }: Worker): number => (idleBytes > 0 ? bytesOf(child) - idleBytes : 0)

  return {
    /** Hands a port to a fresh process; one that was there is ended with whatever it has in hand. */
    connect: (onPort: (port: MessagePortMain) => void): void => {
      drop()
      start(onPort)
    },
    /** A file was handed over (its number), or came back (null). */
    busyWith: (file: number | null): void => {
      const current = worker
      if (!current) return
      current.unwatch()
      current.unwatch = () => undefined
      current.file = file
      if (file !== null) {
        current.unwatch = watchFile(
          limits,
          () => grownBytes(current),
          (code) => {
            current.why = { file, code, params: paramsOf(code) }
            killProcess(current.child)
          },
        )
      } else if (grownBytes(current) > limits.memoryBytes * worn) {
        killProcess(current.child)
      }
    },
    end: drop,
  }
}

const paramsOf = (code: LimitCode): ErrorParams =>
  code === 'import/time-limit' ? { seconds: limits.timeMs / 1000 } : { megabytes: limits.memoryBytes / 1024 / 1024 }

/** Size of a process by Electron's own measurements, in bytes; 0 where it is not known. */
function bytesOf(child: UtilityProcess): number {
  const metric = app.getAppMetrics().find((m) => m.pid === child.pid)
  return (metric?.memory.workingSetSize ?? 0) * 1024
}
