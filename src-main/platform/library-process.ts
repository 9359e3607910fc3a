import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import type { Input, LibraryMethodName, Output, TrustedMethodName } from '../contract/methods'
import type { Notification } from '../contract/notifications'
import type { ErrorCode, ErrorParams } from '../domain/error'
import { failed, ok, type Result } from '../domain/result'
import type { FromLibrary, ToLibrary } from '../processes/library-protocol'
import { extractionLimits, superviseExtraction } from './extraction-process'
import { paths } from './paths'

export type LibraryState =
  | { status: 'none' }
  | { status: 'opening'; path: string }
  | { status: 'open'; path: string; readOnly: boolean }
  | { status: 'recovering'; path: string }
  | { status: 'failed'; path: string; code: ErrorCode; params: ErrorParams }

type Callbacks = {
  onState: (state: LibraryState) => void
  onNotification: (notification: Notification) => void
  log: (line: string) => void
}

/** A library process that dies this often within a minute is left alone, with its reason on the screen. */
const restartsAMinute = 5
const closeWaitMs = 5_000

/**
 * Runs the library process for one library at a time: starts it, connects it with extraction and windows, starts it again
 * when it dies, and closes it cleanly.
 */
export function createLibraryProcess({ onState, onNotification, log }: Callbacks) {
  let child: UtilityProcess | null = null
  let state: LibraryState = { status: 'none' }
  let nextId = 1
  let deaths: number[] = []
  const calls = new Map<number, (result: Result<unknown>) => void>()
  const extraction = superviseExtraction(
    (port) => child && send(child, { kind: 'extraction' }, [port]),
    ({ code }) => {
      const params = code === 'import/time-limit' ? { seconds: extractionLimits.timeMs / 1000 } : memoryParams
      if (child) send(child, { kind: 'extraction-stopped', code, params: code === 'import/unreadable' ? {} : params })
    },
  )

  const enter = (next: LibraryState): void => {
    state = next
    onState(next)
  }
  const send = (to: UtilityProcess, message: ToLibrary, ports: MessagePortMain[] = []): void =>
    to.postMessage(message, ports)

  const start = (path: string, create: boolean, opened: (result: Result<null>) => void): void => {
    const next = utilityProcess.fork(paths.libraryProcess(), [], { serviceName: 'Collate Library' })
    child = next
    next.on('message', (message: FromLibrary) => receive(message, path, opened))
    next.once('spawn', () => {
      send(next, { kind: 'open', path, create, readOnly: false })
      extraction.renew()
    })
    next.once('exit', (code) => {
      if (child !== next) return
      child = null
      for (const answer of calls.values()) answer(failed('library/process-died'))
      calls.clear()
      opened(failed('library/process-died'))
      died(path, code)
    })
  }

  /** Opens the library again after its process died, unless it dies over and over. */
  const died = (path: string, code: number): void => {
    log(`library process ended with ${code}`)
    deaths = [...deaths.filter((at) => Date.now() - at < 60_000), Date.now()]
    if (deaths.length > restartsAMinute) {
      enter({ status: 'failed', path, code: 'library/process-died', params: {} })
      return
    }
    enter({ status: 'recovering', path })
    onNotification({ kind: 'library.failed', code: 'library/process-died' })
    start(path, false, () => undefined)
  }

  const receive = (message: FromLibrary, path: string, opened: (result: Result<null>) => void): void => {
    if (message.kind === 'opened') {
      enter({ status: 'open', path, readOnly: message.readOnly })
      opened(ok(null))
    } else if (message.kind === 'failed') {
      enter({ status: 'failed', path, code: message.code, params: message.params })
      opened(failed(message.code, message.params))
    } else if (message.kind === 'result') {
      calls.get(message.id)?.(message.result)
      calls.delete(message.id)
    } else if (message.kind === 'extracting') {
      extraction.busy(message.busy)
    } else if (message.kind === 'incident') {
      log(`incident ${message.incident} in ${message.method}: ${message.message}`)
    }
  }

  const close = async (): Promise<void> => {
    const closing = child
    child = null
    if (!closing) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, closeWaitMs)
      closing.on('message', (message: FromLibrary) => {
        if (message.kind !== 'closed') return
        clearTimeout(timer)
        resolve()
      })
      closing.once('exit', () => resolve())
      send(closing, { kind: 'close' })
    })
    closing.kill()
  }

  return {
    state: (): LibraryState => state,
    /** Closes what is open and opens `path`; the result also shows in the state. */
    open: async (path: string, create: boolean): Promise<Result<null>> => {
      await close()
      deaths = []
      enter({ status: 'opening', path })
      return new Promise((resolve) => start(path, create, resolve))
    },
    close: async (): Promise<void> => {
      await close()
      enter({ status: 'none' })
    },
    /** Ends both processes, the library cleanly. */
    end: async (): Promise<void> => {
      await close()
      extraction.end()
    },
    /** A port on which a window may ask, or null where no library is open. */
    connectWindow: (): MessagePortMain | null => {
      if (!child || state.status !== 'open') return null
      const { port1, port2 } = new MessageChannelMain()
      send(child, { kind: 'window' }, [port1])
      return port2
    },
    /** Asks as main, which may name paths. */
    call: <M extends LibraryMethodName | TrustedMethodName>(method: M, input: Input<M>): Promise<Result<Output<M>>> => {
      const to = child
      if (!to) return Promise.resolve(failed('library/not-open'))
      const id = nextId
      nextId += 1
      return new Promise((resolve) => {
        calls.set(id, (result) => resolve(result as Result<Output<M>>))
        send(to, { kind: 'call', id, method, input })
      })
    },
  }
}

const memoryParams = { megabytes: extractionLimits.memoryBytes / 1024 / 1024 }

export type LibraryProcess = ReturnType<typeof createLibraryProcess>
