import type { ErrorCode, ErrorParams } from '../domain/error'
import type { Result } from '../domain/result'

/** What main tells the library process. Ports travel beside `window` and `extraction`. */
export type ToLibrary =
  | { kind: 'open'; path: string; create: boolean; readOnly: boolean }
  | { kind: 'window' }
  | { kind: 'extraction' }
  /** Main killed the extraction process over the file in hand. */
  | {
      kind: 'extraction-stopped'
      code: 'import/time-limit' | 'import/memory-limit' | 'import/unreadable'
      params: ErrorParams
    }
  | { kind: 'call'; id: number; method: string; input: unknown }
  | { kind: 'close' }

export type FromLibrary =
  | { kind: 'opened'; readOnly: boolean }
  | { kind: 'failed'; code: ErrorCode; params: ErrorParams }
  | { kind: 'result'; id: number; result: Result<unknown> }
  /** A file was handed to the extraction process, or came back. */
  | { kind: 'extracting'; busy: boolean }
  | { kind: 'incident'; incident: string; method: string; message: string }
  | { kind: 'closed' }
