import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Theme } from '../contract/types'

export type Bounds = { x: number; y: number; width: number; height: number; maximized: boolean }

/** What this machine remembers: never part of a library. */
export type Preferences = {
  recent: string[]
  theme: Theme
  bounds: Bounds | null
  /** Watched folders by the path of their library. */
  watched: Readonly<Record<string, string>>
}

const recentKept = 12

const defaults: Preferences = { recent: [], theme: 'system', bounds: null, watched: {} }

/** Reads preferences once and writes each change whole (temporary file, then rename). A damaged file counts as none. */
export function createPreferences(file: string) {
  let current = read(file)
  const change = (next: Partial<Preferences>): void => {
    current = { ...current, ...next }
    mkdirSync(dirname(file), { recursive: true })
    const temporary = join(dirname(file), `.${basename(file)}.tmp`)
    writeFileSync(temporary, JSON.stringify(current, null, 2))
    renameSync(temporary, file)
  }
  return {
    get: (): Preferences => current,
    change,
    /** Puts a library first among the recent ones. */
    remember: (path: string): void =>
      change({ recent: [path, ...current.recent.filter((p) => p !== path)].slice(0, recentKept) }),
    forget: (index: number): void => change({ recent: current.recent.filter((_, i) => i !== index) }),
  }
}

export type PreferenceStore = ReturnType<typeof createPreferences>

function read(file: string): Preferences {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof found !== 'object' || found === null) return defaults
    const { recent, theme, bounds, watched } = found as Partial<Preferences>
    return {
      recent: Array.isArray(recent) ? recent.filter((p) => typeof p === 'string') : [],
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
      bounds: isBounds(bounds) ? bounds : null,
      watched: textsOf(watched),
    }
  } catch {
    return defaults
  }
}

/** The entries of an object that are texts; none where it is no object. */
const textsOf = (value: unknown): Record<string, string> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      )
    : {}

const isBounds = (value: unknown): value is Bounds =>
  typeof value === 'object' &&
  value !== null &&
  (['x', 'y', 'width', 'height'] as const).every((k) => Number.isFinite((value as Record<string, unknown>)[k]))
