import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../support/app'

const folder = join(projectFolder, 'resources/sample')

/** The six articles of the sample, as files. */
export const sampleFiles: readonly string[] = readdirSync(folder)
  .filter((name) => name !== 'README.md')
  .sort()
  .map((name) => join(folder, name))

/** The file of the sample whose name begins so. */
export function sampleFile(start: string): string {
  const found = sampleFiles.find((file) => file.startsWith(join(folder, start)))
  if (!found) throw new Error(`no sample file begins with ${start}`)
  return found
}
