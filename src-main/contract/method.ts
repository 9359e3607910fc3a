import { z } from 'zod'
import { articleStatuses, metadataFields } from '../domain/article'

/** What the parts of the contract are made of. */

export type Method<I extends z.ZodType, O> = { input: I; output?: O }

/** Declares a method: a schema that the answering process checks every payload with, and the type of the answer. */
export const method = <I extends z.ZodType>(input: I) => ({ returns: <O>(): Method<I, O> => ({ input }) })

export const id = z.number().int().positive()
export const ids = z.array(id).max(100_000)
export const offset = z.number().int().nonnegative()
export const text = z.string().max(1_000_000)
export const shortText = z.string().max(2_000)
export const none = z.object({}).strict()
export const sort = z.object({
  by: z.enum(['title', 'outlet', 'published', 'status', 'words', 'passages', 'added']),
  descending: z.boolean(),
})
export const articleFilter = z.object({
  /** Query language of the search box; empty for all. */
  query: shortText.optional(),
  view: z.enum(['all', 'not-reviewed', 'undated', 'unattributed']).optional(),
  /** Articles with this tag or one below it, on themselves or on one of their passages. */
  tagId: id.optional(),
  /** Only those that carry the tag themselves. */
  ownTag: z.boolean().optional(),
})
/** A field set to null becomes unknown. `published` is typed text that the service turns into EDTF. */
export const articleEdits = z
  .object({
    ...(Object.fromEntries(metadataFields.map((f) => [f, shortText.nullable().optional()])) as Record<
      (typeof metadataFields)[number],
      z.ZodOptional<z.ZodNullable<z.ZodString>>
    >),
    status: z.enum(articleStatuses).optional(),
    note: text.optional(),
  })
  .strict()
/** The version of a text that offsets were read from: `text/version-changed` where the text is another one by now. */
export const version = z.number().int().positive().optional()
export const span = z.object({ articleId: id, start: offset, end: offset, version })
