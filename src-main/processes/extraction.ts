import { setPriority } from 'node:os'
import { ExpectedError } from '../domain/error'
import { failed, ok } from '../domain/result'
import { extractFile } from '../importing/extract'
import {
  type ExtractionReady,
  type ExtractionRequest,
  type ExtractionResponse,
  unreadable,
} from './extraction-protocol'
import type { Port } from './ports'

/**
 * The extraction process: parses untrusted files and knows nothing else, so that it can be killed at any moment. It is
 * started by Electron, which then hands it ports with `{ kind: 'connect' }`, or forked by Node, whose channel carries
 * requests itself.
 */

async function answer(request: ExtractionRequest): Promise<ExtractionResponse> {
  try {
    return { id: request.id, result: ok(await extractFile(request.file)) }
  } catch (error) {
    // Whatever else a parser throws at a file: the file can't be read, and the next one may be.
    const known = error instanceof ExpectedError
    return { id: request.id, result: known ? failed(error.code, error.params) : unreadable(request.file.fileName) }
  }
}

function listen(port: Port): void {
  port.on('message', ({ data }) => {
    void answer(data as ExtractionRequest).then((response) => port.postMessage(response))
  })
  port.start()
}

const ready: ExtractionReady = { kind: 'ready' }
const { parentPort } = process as unknown as { parentPort?: Port }

if (parentPort) {
  // Someone looks at a window meanwhile, which comes first; not by so much that a busy machine makes files run out of time.
  setPriority(4)
  parentPort.on('message', ({ ports: [port] }) => {
    if (port) listen(port)
  })
  parentPort.postMessage(ready)
} else if (process.send) {
  process.on('message', (request) => {
    void answer(request as ExtractionRequest).then((response) => process.send?.(response))
  })
  process.on('disconnect', () => process.exit())
  process.send(ready)
}
