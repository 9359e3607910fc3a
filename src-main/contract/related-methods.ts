import { z } from 'zod'
import { id, method, shortText } from './method'
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

  /** The sources that an article names, as the researcher has them, by place. */
  'source.list': method(z.object({ articleId: id })).returns<R.NamedSource[]>(),
  /**
   * Gives a source another name in an article, or says that it is none (null); without a name what was said is taken back.
   * `source/not-found`.
   */
  'source.set': method(
    z.object({ articleId: id, found: shortText.min(1), name: shortText.nullable().optional() }),
  ).returns<R.NamedSource[]>(),
} as const
