import type { ServiceContext } from '../services/context'
import type { Extraction } from './extraction'

/** What a command is given of the world outside. */
export type Io = {
  /** Writes to standard output; resolves once there is room for more. */
  out: (text: string) => Promise<void>
  /** Writes a line to standard error: progress and notes. */
  note: (line: string) => void
  input: AsyncIterable<Uint8Array>
  /**
   * From now on the first Ctrl+C calls `stop` instead of ending the process; a second one ends it.
   * @returns what takes that back
   */
  onInterrupt: (stop: () => void) => () => void
  /** Relative paths are meant from here. */
  folder: string
  /** Now, as ISO 8601 in UTC. */
  clock: () => string
  /** Starts the process that files are extracted in. */
  startExtraction: () => Extraction
  /** Folder of the articles that the demonstration works on. */
  sampleFolder: string
  /** Read when they are first asked for. */
  wordVectors: ServiceContext['wordVectors']
}

/** 0 done, 1 done in part, 2 wrong use, 3 failed, 130 stopped by Ctrl+C. */
export type ExitStatus = 0 | 1 | 2 | 3 | 130

export const print = (io: Io, line: string): Promise<void> => io.out(`${line}\n`)

export const printJson = (io: Io, value: unknown): Promise<void> => print(io, JSON.stringify(value))

/** The status of work on several items: done, done in part, or failed where all of them failed. */
export const statusOf = (items: number, failed: number): ExitStatus => (failed === 0 ? 0 : failed === items ? 3 : 1)
