import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Looked for once, when a test file first imports this module, so that the notice is printed once. */
const found = find()

function find(): string | null {
  const folder = resolve(import.meta.dirname, '../../../shared/seeds')
  if (existsSync(folder)) return folder
  console.log('seeds: not found')
  return null
}

/** The folder of real articles that lies beside a developer's checkout, or null on a machine without it. */
export function seedsFolder(): string | null {
  return found
}

/** Absolute paths of the seed articles in the order of their numbers; empty on a machine without them. */
export function seedFiles(): string[] {
  if (found === null) return []
  return readdirSync(found)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => join(found, name))
}
