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
    if (error instanceof CallFailed) {
      if (error.code !== 'call/cancelled') addNotice(error.code, error.params)
    } else addNotice('internal/bug', { incident: String(error) })
    return null
  }
}
