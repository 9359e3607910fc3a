import type { Input, MethodName, Output } from '../../src-main/contract/methods'
import { ask, CallFailed } from './client'
import { addNotice } from './session'

/**
 * Runs a changing method for a user's command. A failure is told in the notice area, but not that another step of the
 * user's, such as opening another library, came before the answer.
 * @returns the answer, or null where it failed
 */
export async function act<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M> | null> {
  try {
    return await ask(method, input)
  } catch (error) {
    tellOf(error)
    return null
  }
}

/** Runs a changing method as {@link act} does, for one that answers nothing. @returns whether it was done */
export async function isDone<M extends MethodName>(method: M, input: Input<M>): Promise<boolean> {
  try {
    await ask(method, input)
    return true
  } catch (error) {
    tellOf(error)
    return false
  }
}

function tellOf(error: unknown): void {
  if (!(error instanceof CallFailed)) addNotice('internal/bug', { incident: String(error) })
  else if (error.code !== 'call/cancelled') addNotice(error.code, error.params)
}
