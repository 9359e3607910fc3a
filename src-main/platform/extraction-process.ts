import { app, MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import { paths } from './paths'

/** Limits per file: time, and memory above the process's size when idle. */
export const extractionLimits = { timeMs: 10_000, memoryBytes: 512 * 1024 * 1024 }

const pollMs = 200

export type Stopped = { code: 'import/time-limit' | 'import/memory-limit' | 'import/unreadable' }

/**
 * Keeps an extraction process running. It is killed when a file takes too long or too much memory, and started again.
 * @param onPort given the port to each new process
 * @param onStopped told why a process went away
 */
export function superviseExtraction(onPort: (port: MessagePortMain) => void, onStopped: (why: Stopped) => void) {
  let child: UtilityProcess | null = null
  let since: number | null = null
  let idleBytes = 0
  let why: Stopped = { code: 'import/unreadable' }
  let ended = false

  const start = (): void => {
    const next = utilityProcess.fork(paths.extractionProcess(), [], { serviceName: 'Collate Extraction' })
    child = next
    since = null
    idleBytes = 0
    why = { code: 'import/unreadable' }
    next.once('message', () => {
      idleBytes = bytesOf(next)
      const { port1, port2 } = new MessageChannelMain()
      next.postMessage({ kind: 'connect' }, [port1])
      onPort(port2)
    })
    next.once('exit', () => {
      if (child === next) child = null
      if (ended) return
      onStopped(why)
      start()
    })
  }

  const watch = setInterval(() => {
    if (!child || since === null) return
    if (Date.now() - since > extractionLimits.timeMs) stop({ code: 'import/time-limit' })
    else if (idleBytes > 0 && bytesOf(child) - idleBytes > extractionLimits.memoryBytes) {
      stop({ code: 'import/memory-limit' })
    }
  }, pollMs)

  const stop = (reason: Stopped): void => {
    why = reason
    since = null
    child?.kill()
  }

  start()
  return {
    /** A file was handed over, or came back. */
    busy: (busy: boolean): void => {
      since = busy ? Date.now() : null
    },
    /** Starts afresh, for a library process that lost its port. */
    renew: (): void => {
      child?.kill()
    },
    end: (): void => {
      ended = true
      clearInterval(watch)
      child?.kill()
    },
  }
}

/** Size of a process, from Electron's own measurements; heap flags have no effect in a utility process. */
function bytesOf(child: UtilityProcess): number {
  const metric = app.getAppMetrics().find((m) => m.pid === child.pid)
  return (metric?.memory.workingSetSize ?? 0) * 1024
}
