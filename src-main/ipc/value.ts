import { ExpectedError } from '../domain/error'
import type { Result } from '../domain/result'

/** The value of an answer. @throws ExpectedError where it is a failure */
export function value<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new ExpectedError(result.error.code, result.error.params)
}
