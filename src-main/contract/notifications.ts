import type { ErrorCode } from '../domain/error'
import type { WatchState } from './import-types'
import type { ShellState } from './types'

/** The nouns whose stored data a change can touch; the window's queries are keyed by them. */
export const nouns = [
  'article',
  'block',
  'rule',
  'passage',
  'tag',
  'event',
  'timeline',
  'suggestion',
  'relation',
  'affair',
  'link',
  'source',
  'layout',
  'briefing',
  'library',
  'setting',
] as const
export type Noun = (typeof nouns)[number]

/** What processes tell windows unasked. */
export type Notification =
  /** Stored data changed: queries over these nouns are out of date. */
  | { kind: 'library.changed'; nouns: Noun[]; label: string }
  /** An import review has more files ready. */
  | { kind: 'import.progress'; stageId: number; done: number; total: number }
  /** How many of the chosen rows of a review are added. */
  | { kind: 'import.adding'; stageId: number; done: number; total: number }
  /** In how many articles of its outlet a rule holds that is taught, changed or deleted; `done === total` ends it. */
  | { kind: 'rule.applying'; done: number; total: number }
  /** Another folder is watched, or it has other new files than before. */
  | ({ kind: 'watch.found' } & WatchState)
  /** Background analysis; `done === total` ends it. */
  | { kind: 'analysis.progress'; done: number; total: number }
  | { kind: 'shell.changed'; state: ShellState }
  /** A native menu item was chosen: the window runs the command of that name. */
  | { kind: 'shell.command'; command: string }
  | { kind: 'library.failed'; code: ErrorCode }
