import type { Input, LibraryMethodName, MethodName, Output, ShellMethodName } from '../../src-main/contract/methods'
import type { Notification } from '../../src-main/contract/notifications'
import type { ErrorCode, ErrorParams } from '../../src-main/domain/error'
import type { Result } from '../../src-main/domain/result'

/** A call that came back with a code. Its sentence is `error.<code>` in `i18n`. */
export class CallFailed extends Error {
  readonly code: ErrorCode
  readonly params: ErrorParams

  constructor(code: ErrorCode, params: ErrorParams) {
    super(code)
    this.name = 'CallFailed'
    this.code = code
    this.params = params
  }
}

/** @throws CallFailed for a result that is not ok */
function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new CallFailed(result.error.code, result.error.params)
}

const isShell = (method: MethodName): method is ShellMethodName => method.startsWith('shell.')

/** Asks the process that answers `method`. @throws CallFailed */
export async function ask<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
  const answer: Result<unknown> = isShell(method)
    ? await window.collate.shell(method, input as Input<ShellMethodName>)
    : await window.collate.call(method as LibraryMethodName, input as Input<LibraryMethodName>)
  return unwrap(answer) as Output<M>
}

/** Begins an import review of files that were dropped on the window. @throws CallFailed */
export const stageFiles = async (files: File[]): Promise<{ stageId: number }> =>
  unwrap(await window.collate.stageFiles(files))

/** @returns a function that ends the subscription */
export const listen = (listener: (notification: Notification) => void): (() => void) => window.collate.listen(listener)
