import { z } from 'zod'
import { id, method } from './method'
import type * as T from './relation-types'

/** Articles that share wording. */
export const relationMethods = {
  /**
   * What an article shares with others, the closest first. Right after an import some may be missing: `library.changed`
   * tells when they are found.
   */
  'relation.list': method(z.object({ articleId: id })).returns<T.Relation[]>(),
} as const
