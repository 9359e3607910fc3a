import { z } from 'zod'
import { hideReasons } from '../domain/article'
import { id, ids, method } from './method'
import type * as T from './types'

/** The text of an article: what of it is shown, and what it says. */
export const textMethods = {
  /** Hides a block or restores it. No offset moves. */
  'block.set': method(
    z.object({ id, hidden: z.boolean(), reason: z.enum(hideReasons).nullable().optional() }),
  ).returns<T.ArticleText>(),
  /** All hidden blocks of an article, or one run of them, restored as one operation. */
  'block.restore': method(z.object({ ids })).returns<T.ArticleText>(),
} as const
