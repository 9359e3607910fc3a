import type { OperationSummary } from '../contract/types'

/** Values that SQLite takes as parameters. Booleans are stored as 0 and 1. */
export type SqlValue = string | number | bigint | null | Uint8Array
export type Params = Record<string, SqlValue>

/** What reads of `queries/` take. Statements are prepared once and kept. Rows come as stored, in snake_case. */
export type Reader = {
  get: <Row>(sql: string, params?: Params) => Row | undefined
  all: <Row>(sql: string, params?: Params) => Row[]
  iterate: <Row>(sql: string, params?: Params) => IterableIterator<Row>
}

/** What writes of `queries/` take: exists only inside a transaction. */
export type Writer = Reader & {
  run: (sql: string, params?: Params) => { changes: number; id: number }
}

/** Tables whose rows an operation touched. */
export type ChangeListener = (change: { tables: string[]; label: string }) => void

/** An open library file. All methods are synchronous; a throw inside a transaction rolls it back. */
export type Library = {
  readonly path: string
  readonly readOnly: boolean
  readonly reader: Reader
  /**
   * One command, one transaction, one named operation that undo takes back.
   * @param label the command's name, such as `passage.tag`
   * @param detail what it was done to, for people ("Aid deliveries"); may be empty
   */
  operation: <T>(label: string, detail: string, work: (writer: Writer, operationId: number) => T) => T
  /**
   * As `operation`, for work that is too long for one transaction: its steps run in several, between which other calls
   * are answered. One that fails is taken back; one that the end of the process cuts short, when the library is opened
   * next. One at a time: a second waits for the first. Listeners are told at the end.
   * @param steps begins the work and yields after each step, which others have to wait for
   * @returns null, and nothing is kept, where the operation was taken back meanwhile
   */
  longOperation: <T>(
    label: string,
    detail: string,
    steps: (writer: Writer) => Generator<unknown, T>,
  ) => Promise<T | null>
  /**
   * As `operation`, without row images: undo moves the articles that carry the operation's id to the trash, redo brings
   * them back.
   */
  importOperation: <T>(label: string, detail: string, work: (writer: Writer, operationId: number) => T) => T
  /**
   * One more transaction of an import that is too large for one. Null, and nothing done, where the import was taken
   * back meanwhile. `detail` tells anew what the operation was done to.
   */
  continueImport: <T>(operationId: number, detail: string, work: (writer: Writer) => T) => T | null
  /** A transaction over exempt tables only: settings, positions, derived data. */
  unjournalled: <T>(work: (writer: Writer) => T) => T
  /** Takes back the last operation. `undo/nothing`, `undo/conflict`. */
  undo: (at: string) => OperationSummary
  /** `redo/nothing`, `undo/conflict`. */
  redo: (at: string) => OperationSummary
  nextUndo: () => OperationSummary | null
  nextRedo: () => OperationSummary | null
  onChanged: (listener: ChangeListener) => () => void
  close: () => void
}
