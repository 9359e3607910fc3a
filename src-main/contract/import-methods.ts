import { z } from 'zod'
import type * as T from './import-types'
import { articleEdits, id, method, none, offset, shortText, text } from './method'

const row = z.object({ stageId: id, index: offset })

/** Import reviews and the watched folder, asked by windows. */
export const importMethods = {
  /** Text from the clipboard as a file of the import review; `url` is the page that it was copied from, if known. */
  'import.stageText': method(
    z.object({ text, html: text.nullable(), url: shortText.nullable(), name: shortText }),
  ).returns<{ stageId: number }>(),
  /** What is known of a review; `import.progress` tells of more. `since` is a revision: only later changes are given. */
  'import.review': method(z.object({ stageId: id, since: offset.optional() })).returns<T.Stage>(),
  /** The text of a row. `import/not-an-article` for rows without one. */
  'import.file': method(row).returns<T.StagedArticle>(),
  /** The original's own text of a row, beside which the extracted one is checked. What can't be read: `import/…`. */
  'import.source': method(row).returns<T.StagedSource>(),
  /** Stops adding after the articles in hand where some are being added, else reading after the file in hand. */
  'import.stop': method(z.object({ stageId: id })).returns<null>(),
  /** Goes on reading. */
  'import.resume': method(z.object({ stageId: id })).returns<null>(),
  /**
   * Adds the chosen rows, with the researcher's corrections; `import.adding` tells how far it is. All that is added of a
   * review is one operation. The review ends with it, unless it was stopped, rows were refused, or files are still being
   * read.
   */
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
      /** Whether the review goes on in any case: files were still being read when these were chosen. */
      staysOpen: z.boolean().optional(),
    }),
  ).returns<T.AddedArticles>(),
  /** Forgets a stage, stopping its extraction. */
  'import.discard': method(z.object({ stageId: id })).returns<null>(),

  /** The watched folder and how many new files lie in it; `watch.found` tells of more. */
  'watch.state': method(none).returns<T.WatchState>(),
  /** Begins an import review of the new files of the watched folder. */
  'watch.review': method(none).returns<{ stageId: number }>(),
} as const

const paths = z.array(z.string().max(32_768)).max(100_000)

/** Import reviews, asked only where paths are known. */
export const trustedImportMethods = {
  /** Begins an import review of files and folders. `today` stands in for the present day, after which no article is from. */
  'import.stage': method(z.object({ paths, today: z.iso.date().optional() })).returns<{ stageId: number }>(),
  /** What lies in the watched folder now; `folder` is its name, or null where none is watched any more. */
  'watch.files': method(z.object({ folder: shortText.nullable(), missing: z.boolean(), paths })).returns<null>(),
} as const
