import { ExpectedError } from '../domain/error'
import { failed } from '../domain/result'
import type { Library } from '../library/handle'
import { createLibrary, openLibrary } from '../library/open'
import { allHandlers } from '../services/handlers'
import { createRouter, type Router } from '../services/router'
import { createExtractionClient } from './extraction-client'
import type { FromLibrary, ToLibrary } from './library-protocol'
import { createPortServer } from './port-server'
import type { Port } from './ports'

/** The library process: owns the SQLite file and all services. Main opens it, closes it and hands it ports. */

const { parentPort } = process as unknown as { parentPort: Port }
const say = (message: FromLibrary): void => parentPort.postMessage(message)

const clock = (): string => new Date().toISOString()
const extraction = createExtractionClient((busy) => say({ kind: 'extracting', busy }))
const windows = createPortServer((method, input, trusted) => route(method, input, trusted))

let library: Library | null = null
let router: Router | null = null

const route: Router = (method, input, trusted) =>
  router ? router(method, input, trusted) : Promise.resolve(failed('library/not-open'))

function open({ path, create, readOnly }: Extract<ToLibrary, { kind: 'open' }>): void {
  try {
    library = create ? createLibrary(path, { clock }) : openLibrary(path, { clock, readOnly })
    const handlers = allHandlers({ library, clock, extract: extraction.extract, notify: windows.tell })
    router = createRouter(handlers, (incident, method, error) =>
      say({
        kind: 'incident',
        incident,
        method,
        message: error instanceof Error ? (error.stack ?? '') : String(error),
      }),
    )
    say({ kind: 'opened', readOnly: library.readOnly })
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error
    say({ kind: 'failed', code: error.code, params: error.params })
  }
}

function close(): void {
  router = null
  library?.close()
  library = null
  say({ kind: 'closed' })
}

parentPort.on('message', ({ data, ports: [port] }) => {
  const message = data as ToLibrary
  switch (message.kind) {
    case 'open':
      return open(message)
    case 'window':
      return port && windows.add(port)
    case 'extraction':
      return port && extraction.connect(port)
    case 'extraction-stopped':
      return extraction.stopped(message.code, message.params)
    case 'call':
      void route(message.method, message.input, true).then((result) => say({ kind: 'result', id: message.id, result }))
      return undefined
    case 'close':
      return close()
  }
})
