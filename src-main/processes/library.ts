import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { ExpectedError } from '../domain/error'
import { withToday } from '../domain/extraction'
import { failed } from '../domain/result'
import type { Library } from '../library/handle'
import { createLibrary, openLibrary } from '../library/open'
import { warmAlignment } from '../services/alignment-warming'
import { allHandlers } from '../services/handlers'
import { createRouter, type Router } from '../services/router'
import { wordVectorsFrom } from '../services/word-vectors'
import { createExtractionClient } from './extraction-client'
import type { FromLibrary, ToLibrary } from './library-protocol'
import { createPortServer } from './port-server'
import type { Port } from './ports'

/** Beside the program, as in the repository and in a package. */
const wordVectors = wordVectorsFrom(join(import.meta.dirname, '../../resources/word-vectors.bin'))

/** How long after opening a library its window has asked its first questions. */
const settlingMs = 1000

/** How long closing waits for windows that don't answer. Main ends this process after five seconds. */
const drainMs = 2000

type Opened = { library: Library; route: Router }

/** The library process: owns the SQLite file and all services. Main opens it, closes it and hands it ports. */
function serveLibrary(main: Port): void {
  let opened: Opened | null = null
  let isWarmed = false
  const say = (message: FromLibrary): void => main.postMessage(message)
  const clock = (): string => new Date().toISOString()
  /** Tests have articles from a time of their own. */
  const today = (): string => process.env.COLLATE_TODAY ?? clock()
  const extraction = createExtractionClient({
    wanted: () => say({ kind: 'extraction-wanted' }),
    busyWith: (file) => say({ kind: 'extracting', file }),
  })
  const route: Router = async (...call) => (opened ? opened.route(...call) : failed('library/not-open'))
  const windows = createPortServer(route)
  const report = (incident: string, method: string, error: unknown): void =>
    say({
      kind: 'incident',
      incident,
      method,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })

  const open = ({ path, create, readOnly }: Extract<ToLibrary, { kind: 'open' }>): void => {
    try {
      const library = create ? createLibrary(path, { clock }) : openLibrary(path, { clock, readOnly })
      const handlers = allHandlers({
        library,
        clock,
        extract: withToday(extraction.extract, today),
        wordVectors,
        notify: windows.tell,
      })
      opened = { library, route: createRouter(handlers, report) }
      say({ kind: 'opened', readOnly: library.readOnly })
      if (!isWarmed) void setTimeout(settlingMs, undefined, { ref: false }).then(() => warmAlignment(wordVectors))
      isWarmed = true
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error
      say({ kind: 'failed', code: error.code, params: error.params })
    }
  }

  const close = async (): Promise<void> => {
    await Promise.race([windows.drained(), setTimeout(drainMs, undefined, { ref: false })])
    const closing = opened
    opened = null
    closing?.library.close()
    say({ kind: 'closed' })
  }

  const receive = (message: ToLibrary, port: Port | undefined): void => {
    if (message.kind === 'open') open(message)
    else if (message.kind === 'close') void close()
    else if (message.kind === 'window' && port) windows.add(port)
    else if (message.kind === 'extraction' && port) extraction.connect(port)
    else if (message.kind === 'extraction-stopped') extraction.stopped(message.file, message.code, message.params)
    else if (message.kind === 'call') {
      const { id, method, input } = message
      void route(method, input, true).then((result) => say({ kind: 'result', id, result }))
    }
  }
  main.on('message', ({ data, ports }) => receive(data as ToLibrary, ports[0]))
}

serveLibrary((process as unknown as { parentPort: Port }).parentPort)
