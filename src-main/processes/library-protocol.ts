import type { ErrorCode, ErrorParams } from '../domain/error'
import type { Result } from '../domain/result'

/** Why an extraction process went away: killed over a limit, or ended by itself. */
export type StoppedCode = 'import/time-limit' | 'import/memory-limit' | 'import/unreadable'

/** What main tells the library process. Ports travel beside `window` and `extraction`. */
export type ToLibrary =
  | { kind: 'open'; path: string; create: boolean; readOnly: boolean }
  | { kind: 'window' }
  | { kind: 'extraction' }
  /** The extraction process is gone; `file` is the number of the one that it had in hand, as far as main heard of it. */
  | { kind: 'extraction-stopped'; file: number | null; code: StoppedCode; params: ErrorParams }
  | { kind: 'call'; id: number; method: string; input: unknown }
  | { kind: 'close' }

export type FromLibrary =
  | { kind: 'opened'; readOnly: boolean }
  | { kind: 'failed'; code: ErrorCode; params: ErrorParams }
  | { kind: 'result'; id: number; result: Result<unknown> }
  /** There are files to extract and no process that does it. */
  | { kind: 'extraction-wanted' }
  /** A file was handed to the extraction process (its number), or came back (null). */
  | { kind: 'extracting'; file: number | null }
  | { kind: 'incident'; incident: string; method: string; message: string }
  | { kind: 'closed' }
