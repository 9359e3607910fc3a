import { z } from 'zod'
import { linkKinds } from '../domain/alignment'
import { id, method, none, offset, shortText, span } from './method'
import type * as R from './reading-types'

const panes = z
  .array(z.object({ articleId: id, position: offset, width: z.number().positive().max(100).optional() }))
  .min(1)
  .max(4)

const compared = z.array(id).min(1).max(4)

/** Reading side by side. */
export const readingMethods = {
  /**
   * What two to four articles share, and what only one of them tells. One article named twice is compared once.
   * `call/cancelled` where the window stopped it, or asked for two newer ones meanwhile.
   */
  'alignment.get': method(z.object({ articleIds: compared })).returns<R.ReadingAlignment>(),
  /** The window waits for the comparison of these articles no longer; it ends where no other window does. */
  'alignment.stop': method(z.object({ articleIds: compared })).returns<null>(),
  /** Confirms or rejects a link that was found: that holds, whatever is found later. */
  'link.decide': method(
    z.object({ a: span, b: span, kind: z.enum(linkKinds), decision: z.enum(['confirmed', 'rejected']) }),
  ).returns<{ id: number }>(),
  /** Links two places by hand. `link/one-article`, `passage/out-of-range`, `passage/empty`. */
  'link.draw': method(z.object({ a: span, b: span, kind: z.enum(linkKinds) })).returns<{ id: number }>(),
  /** Takes back what was said of a link: a drawn one is gone, one that was found is as it was found. `link/not-found`. */
  'link.delete': method(z.object({ id })).returns<null>(),

  /** Layouts by name; those whose articles are all gone are not listed. */
  'layout.list': method(none).returns<R.Layout[]>(),
  /** Keeps panes under a name; one of that name is replaced. */
  'layout.save': method(z.object({ name: shortText.trim().min(1), panes })).returns<R.Layout>(),
  /** `layout/not-found`, `layout/name-taken`. */
  'layout.rename': method(z.object({ id, name: shortText.trim().min(1) })).returns<R.Layout>(),
  'layout.delete': method(z.object({ id })).returns<null>(),
} as const
