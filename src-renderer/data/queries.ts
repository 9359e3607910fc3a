import {
  keepPreviousData,
  notifyManager,
  QueryClient,
  queryOptions,
  type UseQueryResult,
  useQuery,
} from '@tanstack/react-query'
import type { Input, MethodName, Output } from '../../src-main/contract/methods'
import type { Noun } from '../../src-main/contract/notifications'
import { ask, CallFailed } from './client'

/** The nouns that each reading method's answer is made of: a change to one of them makes the answer out of date. */
const dependencies = {
  'library.info': ['article', 'block', 'passage', 'tag', 'event', 'suggestion', 'briefing', 'library'],
  'article.list': ['article', 'block', 'passage', 'tag', 'relation'],
  'article.ids': ['article', 'block', 'passage', 'tag', 'relation'],
  'article.get': ['article', 'tag'],
  'article.text': ['article', 'block', 'passage', 'tag', 'event'],
  'text.history': ['article', 'block'],
  'rule.list': ['rule', 'article', 'block'],
  'rule.try': ['rule', 'article', 'block', 'passage'],
  'passage.list': ['article', 'block', 'passage', 'tag'],
  'passage.places': ['article', 'block', 'passage'],
  'tag.list': ['tag', 'article', 'passage'],
  'date.list': ['article', 'block'],
  'event.propose': ['article', 'block'],
  'suggestion.list': ['article', 'block', 'suggestion', 'event'],
  'event.list': ['event', 'passage', 'article', 'tag', 'relation', 'source'],
  'event.rows': ['event', 'passage', 'article', 'tag', 'relation', 'source'],
  'event.get': ['event', 'passage', 'article', 'tag', 'relation', 'source'],
  'timeline.list': ['timeline', 'event', 'passage', 'article', 'tag'],
  'timeline.publications': ['event', 'passage', 'article'],
  'eventTable.read': ['event'],
  'affair.companions': ['article', 'block', 'relation', 'affair'],
  'alignment.get': ['article', 'block', 'link', 'relation', 'source'],
  'source.list': ['article', 'block', 'source'],
  'layout.list': ['article', 'layout'],
  'relation.list': ['article', 'block', 'relation'],
  'briefing.list': ['briefing'],
  'briefing.get': ['briefing'],
  'briefing.render': ['briefing', 'passage', 'article', 'block', 'event', 'tag', 'timeline'],
  'search.query': ['article', 'block', 'passage', 'tag', 'event'],
  'import.file': [],
  'import.source': [],
  'watch.state': ['article', 'library'],
  'original.compare': ['article', 'block', 'passage'],
  'setting.get': ['setting'],
  'shell.state': [],
} as const satisfies Partial<Record<MethodName, readonly Noun[]>>

export type ReadingMethod = keyof typeof dependencies

/** How often a question is asked again that newer ones pushed aside, and how long after, in milliseconds. */
const again = { times: 3, afterMs: 300 }

const wasCancelled = (error: Error): boolean => error instanceof CallFailed && error.code === 'call/cancelled'

export function createQueryClient(): QueryClient {
  // An answer is drawn in the task that brings it: a timer would come after the next frame.
  notifyManager.setScheduler(queueMicrotask)
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: (failures, error) => wasCancelled(error) && failures < again.times,
        retryDelay: again.afterMs,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  // Without it a window has nothing to show, not even what went wrong.
  client.setQueryDefaults(['shell.state'], { retry: true })
  // Few and small, and Read waits for them.
  client.setQueryDefaults(['setting.get'], { gcTime: Number.POSITIVE_INFINITY })
  return client
}

/** A reading method as a query, for several at once (`useQueries`). */
export const answerOptions = <M extends ReadingMethod>(method: M, input: Input<M>) =>
  queryOptions<Output<M>, CallFailed>({ queryKey: [method, input], queryFn: () => ask(method, input) })

/**
 * The stored answer of a reading method, kept up to date by notifications.
 * @param input null leaves the question unasked
 */
export function useAnswer<M extends ReadingMethod>(
  method: M,
  input: Input<M> | null,
  options: { keepPrevious?: boolean } = {},
): UseQueryResult<Output<M>, CallFailed> {
  return useQuery<Output<M>, CallFailed>({
    queryKey: [method, input],
    queryFn: () => ask(method, input as Input<M>),
    enabled: input !== null,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
}

/** Marks answers out of date that are made of one of `changed`. */
export async function invalidate(client: QueryClient, changed: readonly Noun[]): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ queryKey }) => {
      const depends: readonly Noun[] | undefined = dependencies[queryKey[0] as ReadingMethod]
      return depends?.some((noun) => changed.includes(noun)) ?? false
    },
  })
}
