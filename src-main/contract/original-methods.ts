import { z } from 'zod'
import { metadataFields } from '../domain/article'
import { id, method } from './method'
import type * as O from './original-types'
import type * as T from './types'

const place = z.object({ articleId: id, path: z.string().max(32_768) })

/** The files that articles were made from, asked by windows. */
export const originalMethods = {
  /** Reads the original with today's extraction and tells what would be different. Nothing is changed. */
  'original.compare': method(z.object({ articleId: id })).returns<O.OriginalComparison>(),
  /**
   * Takes the text, some of the metadata, or both, from the original read anew, as one operation. `version` is that of
   * the text that was compared: `text/version-changed` where it is another by now.
   */
  'original.take': method(
    z.object({ articleId: id, version: id, text: z.boolean(), fields: z.array(z.enum(metadataFields)) }),
  ).returns<T.ArticleText>(),
} as const

/** Asked only where paths are known. */
export const trustedOriginalMethods = {
  /** Writes an original as it was imported, and beside it its SHA-256 in the form that `sha256sum --check` reads. */
  'original.export': method(place.extend({ replace: z.boolean() })).returns<O.ExportedOriginal>(),
} as const

/** Asked by windows, answered by main. */
export const shellOriginalMethods = {
  /** Asks, then shows a read-only copy of an article's original in the system's program for such files. */
  'shell.openOriginal': method(z.object({ articleId: id })).returns<{ opened: boolean }>(),
  /** Asks where to write an article's original and writes it; null when the dialog was closed. */
  'shell.exportOriginal': method(z.object({ articleId: id })).returns<O.ExportedOriginal | null>(),
} as const
