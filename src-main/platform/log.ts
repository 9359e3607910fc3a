import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const largestBytes = 1_000_000

/** Writes lines with their time to a file, keeping one older file. Callers never pass text of an article. */
export function createLog(file: string): (line: string) => void {
  return (line) => {
    try {
      mkdirSync(dirname(file), { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestBytes) renameSync(file, `${file}.old`)
      appendFileSync(file, `${new Date().toISOString()} ${line}\n`)
    } catch {
      // A log that can't be written must not stop the work that it tells of.
    }
  }
}
