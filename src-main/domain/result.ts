import type { ErrorCode, ErrorParams } from './error'

/** What every call across a process border resolves to: a value, or a code from the closed union with its parameters. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure }

export type Failure = { code: ErrorCode; params: ErrorParams }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

export const failed = <T = never>(code: ErrorCode, params: ErrorParams = {}): Result<T> => ({
  ok: false,
  error: { code, params },
})
