/**
 * Every reason for which a call can fail that a user can cause or must be told. Each has a sentence in `i18n`
 * (`error.<code>`), which says what happened, what was kept and what can be done.
 */
export const errorCodes = [
  'library/not-open',
  'library/missing',
  'library/exists',
  'library/locked',
  'library/not-a-library',
  'library/corrupt',
  'library/newer',
  'library/read-only',
  'library/no-permission',
  'library/disk-full',
  'library/process-died',
  'article/not-found',
  'block/not-found',
  'passage/not-found',
  'passage/empty',
  'passage/out-of-range',
  'passage/span-taken',
  'passage/not-adjacent',
  'passage/orphaned',
  'tag/not-found',
  'tag/name-taken',
  'tag/name-empty',
  'tag/cycle',
  'event/not-found',
  'event/title-empty',
  'event/undated',
  'event/other-day',
  'event/order-cycle',
  'event/not-conflicting',
  'resolution/reason-empty',
  'timeline/not-found',
  'timeline/name-taken',
  'timeline/name-empty',
  'timeline/empty',
  'evidence/not-found',
  'suggestion/not-found',
  'suggestion/unresolved',
  'briefing/not-found',
  'briefing/empty',
  'date/not-understood',
  'undo/nothing',
  'redo/nothing',
  'undo/conflict',
  'import/stage-not-found',
  'import/empty-file',
  'import/clipboard-empty',
  'import/binary',
  'import/not-supported',
  'import/vanished',
  'import/changed',
  'import/folder',
  'import/no-permission',
  'import/too-large',
  'import/no-text',
  'import/unreadable',
  'import/broken-line',
  'import/time-limit',
  'import/memory-limit',
  'import/no-text-layer',
  'import/encrypted',
  'import/too-deep',
  'import/archive-too-large',
  'import/archive-too-dense',
  'import/archive-too-many',
  'import/archive-empty',
  'import/doctype',
  'import/not-an-article',
  'import/not-a-table',
  'import/passed-over',
  'import/no-entry-text',
  'link/not-found',
  'link/one-article',
  'source/not-found',
  'layout/not-found',
  'layout/name-taken',
  'rule/not-found',
  'rule/empty',
  'text/version-changed',
  'text/empty',
  'text/unchanged',
  'block/not-adjacent',
  'original/damaged',
  'original/no-program',
  'export/exists',
  'export/no-permission',
  'export/disk-full',
  'export/folder-missing',
  'print/failed',
  'call/invalid',
  'call/unknown-method',
  'call/cancelled',
  'internal/bug',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** Values for the placeholders of the sentence that belongs to a code. */
export type ErrorParams = Record<string, string | number>

/** Thrown by services for what users can cause; anything else that is thrown is a bug. */
export class ExpectedError extends Error {
  readonly code: ErrorCode
  readonly params: ErrorParams

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: { cause?: unknown }) {
    super(`${code} ${JSON.stringify(params)}`, options)
    this.name = 'ExpectedError'
    this.code = code
    this.params = params
  }
}
