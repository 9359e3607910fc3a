import { z } from 'zod'
import type { Relation } from '../domain/relation'
import { id, method } from './method'

/** Articles that share wording. */
export const relationMethods = {
  /**
   * What an article shares with others, the closest first. Right after an import some may be missing: `library.changed`
   * tells when they are found.
   */
  'relation.list': method(z.object({ articleId: id })).returns<Relation[]>(),
} as const
