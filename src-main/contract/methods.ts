import { z } from 'zod'
import { suggestionOrders } from '../domain/event'
import { tagColours } from '../domain/tag'
import { shellDrawingMethods, trustedDrawingMethods } from './drawing-methods'
import { exchangeMethods, shellExchangeMethods, trustedExchangeMethods } from './exchange-methods'
import { importMethods, trustedImportMethods } from './import-methods'
import { articleEdits, articleFilter, id, ids, method, none, offset, shortText, sort, span, text } from './method'
import { originalMethods, shellOriginalMethods, trustedOriginalMethods } from './original-methods'
import { passageMethods } from './passage-methods'
import { readingMethods } from './reading-methods'
import { relatedMethods } from './related-methods'
import { relationMethods } from './relation-methods'
import { textMethods } from './text-methods'
import { timelineMethods } from './timeline-methods'
import type * as T from './types'

/**
 * Everything that may be asked. Adding a method touches three places: its entry here, the service that answers it, and
 * the window's hook that asks it; bridge, router and client follow from this map by types.
 */

const briefingBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), text: shortText }),
  z.object({ kind: z.literal('text'), markdown: text }),
  z.object({ kind: z.literal('quotes'), tagId: id.nullable(), passageIds: ids }),
  z.object({ kind: z.literal('timeline'), eventIds: ids.nullable(), timelineId: id.optional() }),
  z.object({ kind: z.literal('sources') }),
])

/** Answered by the library process; asked by windows over their port. */
export const libraryMethods = {
  /** Counts and the operations that undo and redo would touch. */
  'library.info': method(none).returns<T.LibraryInfo>(),
  /** Takes back the last operation. `undo/nothing` when there is none. */
  'library.undo': method(none).returns<T.OperationSummary>(),
  /** Does again what was last taken back. */
  'library.redo': method(none).returns<T.OperationSummary>(),

  /** One page of the article table. */
  'article.list': method(
    z.object({ filter: articleFilter, sort, offset, limit: z.number().int().min(1).max(1000) }),
  ).returns<T.ArticlePage>(),
  /** All ids in the table's order, to move by keyboard and select ranges. */
  'article.ids': method(z.object({ filter: articleFilter, sort })).returns<number[]>(),
  'article.get': method(z.object({ id })).returns<T.Article>(),
  'article.text': method(z.object({ id })).returns<T.ArticleText>(),
  /** Corrects metadata, status or note of one or many articles, as one operation. `date/not-understood`. */
  'article.set': method(z.object({ ids, edits: articleEdits })).returns<T.Article[]>(),
  /** Moves articles to the trash; undo brings them back. */
  'article.trash': method(z.object({ ids })).returns<{ trashed: number }>(),
  'article.tag': method(z.object({ ids, add: ids, remove: ids })).returns<{ tagged: number }>(),
  ...textMethods,
  /** Remembers where reading stopped. Not an operation of undo. */
  'position.set': method(z.object({ articleId: id, start: offset })).returns<null>(),

  /** Marks a span without white space at its ends. The same span again gives the passage that is there, its note added to. */
  'passage.create': method(span.extend({ tagIds: ids.optional(), note: text.optional() })).returns<T.Passage>(),
  'passage.set': method(z.object({ id, note: text })).returns<T.Passage>(),
  'passage.tag': method(z.object({ id, add: ids, remove: ids })).returns<T.Passage>(),
  'passage.delete': method(z.object({ id })).returns<null>(),
  /** Passages in context: of a tag (with its children), of an article, of given ids, or all; by article and offset. */
  'passage.list': method(
    z.object({ tagId: id.optional(), articleId: id.optional(), ids: ids.optional(), query: shortText.optional() }),
  ).returns<T.PassageInContext[]>(),
  ...passageMethods,

  /** The tag tree, flat, in display order. */
  'tag.list': method(none).returns<T.TagRow[]>(),
  /** Creates a tag; "Parent/Child" creates what is missing. One that exists is returned. */
  'tag.create': method(
    z.object({ name: shortText, parentId: id.nullable().optional(), colour: z.enum(tagColours).optional() }),
  ).returns<T.TagRow>(),
  'tag.set': method(
    z.object({
      id,
      name: shortText.optional(),
      parentId: id.nullable().optional(),
      colour: z.enum(tagColours).optional(),
      description: text.optional(),
      shortcut: z
        .string()
        .regex(/^[1-9]$/)
        .nullable()
        .optional(),
    }),
  ).returns<T.TagRow>(),
  /** Deletes a tag and its children from articles and passages, which stay; undo brings it back. */
  'tag.delete': method(z.object({ id })).returns<null>(),

  /** Date expressions of an article, resolved against its publication date. */
  'date.list': method(z.object({ articleId: id })).returns<T.DateExpression[]>(),

  /** Undecided suggestions, grouped by happening, in order of date unless another is asked for; the first 500 of them. */
  'suggestion.list': method(
    z.object({ articleIds: ids.optional(), order: z.enum(suggestionOrders).optional() }),
  ).returns<T.Suggestion[]>(),
  /**
   * Makes an event of suggestions, or adds them to one, and takes it into a timeline by hand. `date` is typed text.
   * `suggestion/unresolved`.
   */
  'suggestion.accept': method(
    z.object({
      ids,
      title: shortText.optional(),
      date: shortText.optional(),
      eventId: id.optional(),
      timelineId: id.optional(),
    }),
  ).returns<T.Event>(),
  'suggestion.dismiss': method(z.object({ ids })).returns<{ dismissed: number }>(),

  ...timelineMethods,
  ...exchangeMethods,

  'briefing.list': method(none).returns<T.BriefingRow[]>(),
  'briefing.get': method(z.object({ id })).returns<T.Briefing>(),
  'briefing.create': method(z.object({ title: shortText })).returns<T.Briefing>(),
  'briefing.save': method(
    z.object({ id, title: shortText.optional(), blocks: z.array(briefingBlock).max(10_000).optional() }),
  ).returns<T.Briefing>(),
  'briefing.delete': method(z.object({ id })).returns<null>(),
  /** Adds a passage to the briefing's last block of chosen quotes, making the briefing and the block if there is none. */
  'briefing.quote': method(z.object({ passageId: id, briefingId: id.optional() })).returns<T.Briefing>(),
  'briefing.render': method(z.object({ id })).returns<T.RenderedBriefing>(),

  /** Full-text search over articles, passages, notes, tags and events, best first. */
  'search.query': method(
    z.object({ query: shortText, limit: z.number().int().min(1).max(200), offset }),
  ).returns<T.SearchResult>(),

  ...relationMethods,
  ...relatedMethods,
  ...readingMethods,
  ...importMethods,
  ...originalMethods,

  /** State of the screen that outlives a restart: open panes, widths. Not an operation of undo. */
  'setting.get': method(z.object({ key: shortText })).returns<unknown>(),
  'setting.set': method(z.object({ key: shortText, value: z.json() })).returns<null>(),
} as const

/** Answered by the library process, asked only by the main process and by the preload for dropped files: they name paths. */
export const trustedMethods = {
  ...trustedImportMethods,
  ...trustedOriginalMethods,
  ...trustedExchangeMethods,
  ...trustedDrawingMethods,
  /** Writes a note; `export/exists` where the file is there and `replace` is not set. */
  'briefing.export': method(
    z.object({ id, path: z.string().max(32_768), replace: z.boolean() }),
  ).returns<T.ExportedBriefing>(),
} as const

/** Answered by the main process; asked by windows. Native dialogs open there, so no path crosses the bridge. */
export const shellMethods = {
  'shell.state': method(none).returns<T.ShellState>(),
  /** Asks for a place and makes a library there. Null when the dialog was closed. */
  'shell.create': method(none).returns<null>(),
  'shell.open': method(none).returns<null>(),
  'shell.openRecent': method(z.object({ index: offset })).returns<null>(),
  /** Tries again to open the library that last failed to open. */
  'shell.openAgain': method(none).returns<null>(),
  'shell.forgetRecent': method(z.object({ index: offset })).returns<null>(),
  /** Copies the sample articles into a library of their own and opens it. */
  'shell.openSample': method(none).returns<null>(),
  'shell.close': method(none).returns<null>(),
  /** Asks for files and begins an import review; null when the dialog was closed. */
  'shell.chooseFiles': method(none).returns<{ stageId: number } | null>(),
  'shell.chooseFolder': method(none).returns<{ stageId: number } | null>(),
  /** Begins an import review of what is on the clipboard. `import/clipboard-empty` when there is no text on it. */
  'shell.pasteClipboard': method(none).returns<{ stageId: number }>(),
  /** Asks for a folder whose new files are offered for review from now on; null when the dialog was closed. */
  'shell.chooseWatchedFolder': method(none).returns<{ folder: string } | null>(),
  'shell.stopWatching': method(none).returns<null>(),
  /** Puts text on the clipboard. */
  'shell.copy': method(z.object({ text })).returns<null>(),
  /** Asks where to write a note and writes it; null when the dialog was closed. */
  'shell.exportBriefing': method(z.object({ id, suggestedName: shortText })).returns<T.ExportedBriefing | null>(),
  /** Shows an address and asks before the system's browser opens it. Only `https:` and `mailto:`. */
  'shell.openLink': method(z.object({ url: shortText })).returns<{ opened: boolean }>(),
  ...shellOriginalMethods,
  ...shellExchangeMethods,
  ...shellDrawingMethods,
  /** Prints what the window's page shows on paper, by the system's dialog. `print/failed`. */
  'shell.print': method(none).returns<{ printed: boolean }>(),
  'shell.setTheme': method(z.object({ theme: z.enum(['system', 'light', 'dark']) })).returns<null>(),
  'shell.newWindow': method(none).returns<null>(),
} as const

export const methods = { ...libraryMethods, ...shellMethods } as const

export type LibraryMethodName = keyof typeof libraryMethods
export type TrustedMethodName = keyof typeof trustedMethods
export type ShellMethodName = keyof typeof shellMethods
export type MethodName = keyof typeof methods

type AllMethods = typeof libraryMethods & typeof trustedMethods & typeof shellMethods
export type Input<M extends keyof AllMethods> = z.infer<AllMethods[M]['input']>
export type Output<M extends keyof AllMethods> = Exclude<AllMethods[M]['output'], undefined>

/** The window that asks. `whenGone` runs what is to be done once it is closed. */
export type Caller = { whenGone: (done: () => void) => void }

/** One function per method; throws `ExpectedError` for what users can cause. Main's own calls have no caller. */
export type Handlers<M extends keyof AllMethods> = {
  [K in M]: (input: Input<K>, caller?: Caller) => Output<K> | Promise<Output<K>>
}
