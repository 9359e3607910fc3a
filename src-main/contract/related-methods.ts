import { z } from 'zod'
import { id, method } from './method'
import type * as R from './related-types'

/** Which articles belong together, and where they have it from. */
export const relatedMethods = {
  /**
   * Articles to read beside one: those of the same affair, the likeliest first, then its copies. Right after an import some
   * may be missing: `library.changed` tells when they are found.
   */
  'affair.companions': method(z.object({ articleId: id, limit: z.number().int().min(1).max(100) })).returns<
    R.Companion[]
  >(),
} as const
