import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import type { Input, LibraryMethodName, Output, TrustedMethodName } from '../contract/methods'
import type { Notification } from '../contract/notifications'
import type { ErrorCode, ErrorParams } from '../domain/error'
import { failed, ok, type Result } from '../domain/result'
import type { FromLibrary, ToLibrary } from '../processes/library-protocol'
import { superviseExtraction } from './extraction-process'
import { killProcess } from './kill'
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

/** A library process that dies this often in a row, each time soon after opening, is left alone; the screen says why. */
const deathsInARow = 5
const soonMs = 300

const closeWaitMs = 5_000

type Opened = (result: Result<null>) => void

/** Asks the library as main, which may name paths. */
export type AskLibrary = <M extends LibraryMethodName | TrustedMethodName>(
  method: M,
  input: Input<M>,
) => Promise<Result<Output<M>>>

/** What is done with a library before windows see it. */
type Prepare = (ask: AskLibrary) => Promise<Result<null>>

/**
 * Runs the library process, one per open library: starts it, connects it with extraction and windows, starts it again
 * when it dies, and closes it cleanly. Openings and closings wait for one another.
 */
export function createLibraryProcess({ onState, onNotification, log }: Callbacks) {
  let child: UtilityProcess | null = null
  let state: LibraryState = { status: 'none' }
  let nextId = 1
  let deaths = 0
  let openedAt = 0
  let turn: Promise<unknown> = Promise.resolve()
  let waiting: (() => void)[] = []
  const calls = new Map<number, (result: Result<unknown>) => void>()

  const onTheWay = (): boolean => state.status === 'opening' || state.status === 'recovering'
  const enter = (next: LibraryState): void => {
    state = next
    onState(next)
    if (onTheWay()) return
    const go = waiting
    waiting = []
    for (const resolve of go) resolve()
  }
  /** Resolves at once, or when the library that is being opened is open or has failed to. */
  const settled = async (): Promise<void> => {
    if (onTheWay()) await new Promise<void>((resolve) => waiting.push(resolve))
  }
  const send = (message: ToLibrary, ports: MessagePortMain[] = []): void => child?.postMessage(message, ports)
  const endCalls = (code: ErrorCode): void => {
    for (const answer of calls.values()) answer(failed(code))
    calls.clear()
  }
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work)
    turn = next.catch(() => undefined)
    return next
  }
  const extraction = superviseExtraction((why) => send({ kind: 'extraction-stopped', ...why }))

  const ask = async <M extends LibraryMethodName | TrustedMethodName>(
    method: M,
    input: Input<M>,
  ): Promise<Result<Output<M>>> => {
    if (!child) return failed('library/not-open')
    const id = nextId
    nextId += 1
    return new Promise((resolve) => {
      calls.set(id, (result) => resolve(result as Result<Output<M>>))
      send({ kind: 'call', id, method, input })
    })
  }

  const start = (path: string, create: boolean, opened: Opened, prepare?: Prepare): void => {
    const next = utilityProcess.fork(paths.libraryProcess(), [], { serviceName: 'Collate Library' })
    child = next
    next.on('message', (message: FromLibrary) => {
      if (child === next) receive(message, path, opened, prepare)
    })
    next.once('exit', (code) => {
      if (child !== next) return
      child = null
      extraction.end()
      endCalls('library/process-died')
      opened(failed('library/process-died'))
      died(path, code)
    })
    send({ kind: 'open', path, create, readOnly: false })
  }

  /** Opens the library again after its process died, unless it dies over and over. */
  const died = (path: string, code: number): void => {
    log(`the library process ended with ${code}`)
    deaths = state.status === 'open' && Date.now() - openedAt > soonMs ? 1 : deaths + 1
    if (deaths > deathsInARow) {
      enter({ status: 'failed', path, code: 'library/process-died', params: {} })
    } else {
      enter({ status: 'recovering', path })
      onNotification({ kind: 'library.failed', code: 'library/process-died' })
      start(path, false, () => undefined)
    }
  }

  /** Windows see the library once it is prepared. */
  const present = async (path: string, readOnly: boolean, opened: Opened, prepare?: Prepare): Promise<void> => {
    const presented = child
    const prepared = prepare ? await prepare(ask) : ok(null)
    if (child !== presented) return
    openedAt = Date.now()
    enter({ status: 'open', path, readOnly })
    opened(prepared)
  }

  const receive = (message: FromLibrary, path: string, opened: Opened, prepare?: Prepare): void => {
    if (message.kind === 'opened') {
      void present(path, message.readOnly, opened, prepare)
    } else if (message.kind === 'failed') {
      drop()
      enter({ status: 'failed', path, code: message.code, params: message.params })
      opened(failed(message.code, message.params))
    } else if (message.kind === 'result') {
      calls.get(message.id)?.(message.result)
      calls.delete(message.id)
    } else if (message.kind === 'extraction-wanted') {
      extraction.connect((port) => send({ kind: 'extraction' }, [port]))
    } else if (message.kind === 'extracting') {
      extraction.busyWith(message.file)
    } else if (message.kind === 'incident') {
      log(`incident ${message.incident} in ${message.method}: ${message.message}`)
    }
  }

  /** Ends the process without asking it. */
  const drop = (): void => {
    const dropped = child
    child = null
    extraction.end()
    if (dropped) killProcess(dropped)
  }

  const close = async (): Promise<void> => {
    const closing = child
    if (!closing) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, closeWaitMs)
      const closed = (): void => {
        clearTimeout(timer)
        resolve()
      }
      closing.on('message', (message: FromLibrary) => message.kind === 'closed' && closed())
      closing.once('exit', closed)
      send({ kind: 'close' })
      child = null
    })
    endCalls('call/cancelled')
    extraction.end()
    killProcess(closing)
  }

  return {
    state: (): LibraryState => state,
    /** Closes what is open and opens `path`; the result also shows in the state. */
    open: (path: string, create: boolean, prepare?: Prepare): Promise<Result<null>> =>
      inTurn(async () => {
        enter({ status: 'opening', path })
        await close()
        deaths = 0
        return new Promise((resolve) => start(path, create, resolve, prepare))
      }),
    close: (): Promise<void> =>
      inTurn(async () => {
        await close()
        enter({ status: 'none' })
      }),
    /** Ends both processes: the library cleanly, unless it takes too long. */
    end: (): Promise<void> => {
      const enough = new Promise<void>((resolve) => setTimeout(resolve, closeWaitMs))
      return Promise.race([inTurn(close), enough]).then(drop)
    },
    /** A port on which a window may ask, or null where no library is open. */
    connectWindow: (): MessagePortMain | null => {
      if (!child || state.status !== 'open') return null
      const { port1, port2 } = new MessageChannelMain()
      send({ kind: 'window' }, [port1])
      return port2
    },
    /** Asks as main, which may name paths. A library that is being opened, or opened again, is waited for. */
    call: async <M extends LibraryMethodName | TrustedMethodName>(
      method: M,
      input: Input<M>,
    ): Promise<Result<Output<M>>> => {
      await settled()
      return state.status === 'open' ? ask(method, input) : failed('library/not-open')
    },
  }
}

export type LibraryProcess = ReturnType<typeof createLibraryProcess>
