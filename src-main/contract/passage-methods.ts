import { z } from 'zod'
import { id, method, offset, span, version } from './method'
import type * as R from './passage-types'
import type * as T from './types'

/** What can be done with a passage once it is there. Each keeps its tags, its note, its events and its quotations in notes. */
export const passageMethods = {
  /**
   * Puts a passage on another span of its article: more or fewer words, or others where its own are gone. White space at
   * the ends is left out. `passage/span-taken` where another passage has exactly this span.
   */
  'passage.move': method(z.object({ id, start: offset, end: offset, version })).returns<T.Passage>(),
  /**
   * Makes two passages of one; `at` is an offset in the article's text. The first keeps its id, the second gets tags, note,
   * events and quotations as well. `text/version-changed`, `passage/orphaned`, `passage/empty`, `passage/span-taken`.
   */
  'passage.split': method(z.object({ id, at: offset, version })).returns<{ first: T.Passage; second: T.Passage }>(),
  /**
   * Makes one passage of two that overlap, stand in one paragraph or in two that follow each other; `into` keeps its id and
   * takes over what `from` has. Where the words of one are gone, it joins the other wherever that stands.
   * `passage/not-adjacent`, `passage/orphaned`, `passage/span-taken`.
   */
  'passage.merge': method(z.object({ from: id, into: id })).returns<T.Passage>(),
  /** Where the words of a passage, or most of them, stand in its article's text now, the likeliest first. */
  'passage.places': method(z.object({ id })).returns<R.LikelyPlace[]>(),
  /** A span, or a passage by its id, as a Markdown quotation with its source, in the words of exported notes. */
  'passage.cite': method(z.union([z.object({ id }), span])).returns<{ markdown: string }>(),
} as const
