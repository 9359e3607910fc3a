import { z } from 'zod'
import type * as T from './import-types'
import { articleEdits, id, method, offset, shortText, text } from './method'

/** Import reviews, asked by windows. */
export const importMethods = {
  /** Text from the clipboard as a file of the import review. */
  'import.stageText': method(z.object({ text, html: text.nullable(), name: shortText })).returns<{ stageId: number }>(),
  /** What is known of a stage so far; `import.progress` tells of more. */
  'import.review': method(z.object({ stageId: id })).returns<T.Stage>(),
  /** Adds the chosen files as one operation, with the researcher's corrections. */
  'import.add': method(
    z.object({
      stageId: id,
      files: z.array(
        z.object({
          index: offset,
          edits: articleEdits.optional(),
          /** Blocks by position whose visibility was changed in the review. */
          blocks: z.array(z.object({ index: offset, hidden: z.boolean() })).optional(),
        }),
      ),
    }),
  ).returns<T.AddedArticles>(),
  /** Forgets a stage, stopping its extraction. */
  'import.discard': method(z.object({ stageId: id })).returns<null>(),
} as const

/** Import reviews, asked only where paths are known. */
export const trustedImportMethods = {
  /** Begins an import review of files and folders. */
  'import.stage': method(z.object({ paths: z.array(z.string().max(32_768)).max(100_000) })).returns<{
    stageId: number
  }>(),
} as const
