import { randomUUID } from 'node:crypto'
import {
  type Caller,
  type Handlers,
  type LibraryMethodName,
  libraryMethods,
  type TrustedMethodName,
  trustedMethods,
} from '../contract/methods'
import { ExpectedError } from '../domain/error'
import { failed, ok, type Result } from '../domain/result'

/** Answers a call by name. `trusted` callers are main and the preload; only they may name paths. */
export type Router = (method: string, input: unknown, trusted: boolean, caller?: Caller) => Promise<Result<unknown>>

/** Where bugs are written down, under the incident that the user is told. */
export type ReportBug = (incident: string, method: string, error: unknown) => void

type AnyHandler = (input: unknown, caller: Caller | undefined) => unknown

const writeToLog: ReportBug = (incident, method, error) => console.error(`incident ${incident} in ${method}:`, error)

/**
 * Checks every payload against its schema and turns what is thrown into failures: `ExpectedError` into its code, anything
 * else into `internal/bug` with the number of an incident. Never throws.
 */
export function createRouter(
  handlers: Handlers<LibraryMethodName | TrustedMethodName>,
  report: ReportBug = writeToLog,
): Router {
  const byName = new Map<string, AnyHandler>(Object.entries(handlers as Record<string, AnyHandler>))
  return async (method, input, trusted, caller) => {
    const schema = schemaOf(method, trusted)
    const handler = byName.get(method)
    if (!schema || !handler) return failed('call/unknown-method', { method })
    const parsed = schema.safeParse(input)
    if (!parsed.success) return failed('call/invalid', { method })
    try {
      return ok(await handler(parsed.data, caller))
    } catch (error) {
      if (error instanceof ExpectedError) return failed(error.code, error.params)
      const incident = randomUUID().slice(0, 8)
      report(incident, method, error)
      return failed('internal/bug', { incident })
    }
  }
}

function schemaOf(method: string, trusted: boolean) {
  if (Object.hasOwn(libraryMethods, method)) return libraryMethods[method as LibraryMethodName].input
  return trusted && Object.hasOwn(trustedMethods, method) ? trustedMethods[method as TrustedMethodName].input : null
}
