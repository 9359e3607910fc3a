import type { QueryClient } from '@tanstack/react-query'

/** The key of a setting's answer. */
const answerKey = (key: string) => ['setting.get', { key }] as const

/**
 * Shows a setting at once and has it kept. Answers on their way were asked for before it and are dropped: one that came
 * late would put back what was there, and the next change would be made to that.
 * @param change of what is shown now, which may be newer than what was last drawn
 * @param keep stores what came of it; called once what is shown is changed
 */
export function changeSetting<T>(
  client: QueryClient,
  key: string,
  change: (now: unknown) => T,
  keep: (value: T) => unknown,
): void {
  const queryKey = answerKey(key)
  const next = change(client.getQueryData(queryKey))
  void client.cancelQueries({ queryKey, exact: true })
  client.setQueryData(queryKey, next)
  void keep(next)
}
