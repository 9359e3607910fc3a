import { once } from 'node:events'
import { join } from 'node:path'
import { createExtraction } from './cli/extraction'
import { main } from './cli/main'
import { wordVectorsFrom } from './services/word-vectors'

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

const here = import.meta.dirname

process.exitCode = await main(process.argv.slice(2), {
  out: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain')
  },
  note: (line) => {
    process.stderr.write(`${line}\n`)
  },
  input: process.stdin,
  onInterrupt: (stop) => {
    process.once('SIGINT', stop)
    return () => process.off('SIGINT', stop)
  },
  folder: process.cwd(),
  clock: () => new Date().toISOString(),
  startExtraction: () => createExtraction(join(here, 'extraction.js')),
  sampleFolder: join(here, '../../resources/sample'),
  wordVectors: wordVectorsFrom(join(here, '../../resources/word-vectors.bin')),
})

// Input that is still waited for would keep a command that was stopped alive.
process.stdin.destroy()
