import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Library } from '../../src-main/library/handle'
import { createLibrary } from '../../src-main/library/open'

/** A clock that stands still. */
export const fixedClock = (): string => '2024-06-01T12:00:00.000Z'

/** A folder for one test, removed when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'collate-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An empty library in a real file, with a fixed clock; closed and removed when the test is over. */
export function temporaryLibrary(clock: () => string = fixedClock): Library {
  const library = createLibrary(join(temporaryFolder(), 'test.collate'), { clock })
  onTestFinished(() => library.close())
  return library
}
