import { create } from 'zustand'
import type { ArticleSort, Passage } from '../../src-main/contract/types'
import type { ArticleStatus } from '../../src-main/domain/article'
import type { ErrorCode, ErrorParams } from '../../src-main/domain/error'
import type { Relation } from '../../src-main/domain/relation'
import { moved, noPanes, ofOpen, type PaneSet, withAnother, withArticles, withOnly, without } from './panes'

export const workspaces = ['library', 'read', 'tags', 'timeline', 'briefing'] as const
export type Workspace = (typeof workspaces)[number]

export type ArticleView = 'all' | 'not-reviewed' | 'undated' | 'unattributed'

/** One thing that went wrong and that the user has not yet dismissed. */
export type Notice = { id: number; code: ErrorCode; params: ErrorParams }

/**
 * The state of this window's screen that more than one feature needs. Nothing here is stored data. `panes` and the
 * workspace are kept as a setting of the library by the shell.
 */
export type Session = PaneSet & {
  workspace: Workspace
  /** The workspace gone to since the library was opened: it goes before the one that was kept, which may come later. */
  goneTo: Workspace | null
  view: ArticleView
  viewTagId: number | null
  /** How many libraries were opened in this window: what a feature keeps of how one is looked at ends with the next. */
  openings: number
  /** What the article table is narrowed to: the query as typed, and a status. */
  filter: { query: string; status: ArticleStatus | null }
  sort: ArticleSort
  /** Articles chosen in the table, the last one being current. */
  selected: readonly number[]
  /** An article that the table should scroll to and focus as soon as it lists it. */
  revealed: number | null
  /** Offsets that panes stand at, by the pane's id. One that was never scrolled has none. */
  positions: Readonly<Record<number, number>>
  /** Shares of the width that panes have, by the pane's id: in proportion to each other. One never resized has none. */
  widths: Readonly<Record<number, number>>
  /** Offsets that articles were last read at, in whatever pane; newer than the stored ones. */
  lastRead: Readonly<Record<number, number>>
  /** What other open articles tell as well stands back in Read. */
  onlyHere: boolean
  /** A place that a pane should show: offsets of its article's text. */
  target: { pane: number; start: number; end: number; stamp: number } | null
  tagId: number | null
  eventId: number | null
  /** The timeline that is looked at; null: all events. */
  timelineId: number | null
  briefingId: number | null
  stageId: number | null
  /** The sheet of cleaning rules: a line of an outlet that is to be hidden always, or the list with a rule in view. */
  ruleSheet: { kind: 'teach'; outlet: string; text: string } | { kind: 'list'; ruleId: number | null } | null
  notices: readonly Notice[]
}

export const initialSession: Session = {
  workspace: 'library',
  goneTo: null,
  view: 'all',
  viewTagId: null,
  openings: 0,
  filter: { query: '', status: null },
  sort: { by: 'published', descending: false },
  selected: [],
  revealed: null,
  ...noPanes,
  positions: {},
  widths: {},
  lastRead: {},
  onlyHere: false,
  target: null,
  tagId: null,
  eventId: null,
  timelineId: null,
  briefingId: null,
  stageId: null,
  ruleSheet: null,
  notices: [],
}

export const useSession = create<Session>(() => initialSession)

const set = useSession.setState

export const show = (workspace: Workspace): void => set({ workspace, goneTo: workspace })

function setPanes(next: PaneSet): void {
  const { positions, widths } = useSession.getState()
  set({ ...next, positions: ofOpen(positions, next), widths: ofOpen(widths, next) })
}

/** Opens articles side by side, beside what is open; those already open are kept where they are. */
export function openInRead(articleIds: readonly number[], at?: number): void {
  setPanes(withArticles(useSession.getState(), articleIds, at))
  show('read')
}

/** Opens exactly these articles side by side. */
export function readTogether(articleIds: readonly number[]): void {
  setPanes(withOnly(useSession.getState(), articleIds))
  show('read')
}

/** Opens panes as they were kept, in place of what is open. `width` is a share of the whole. */
export function openPanes(kept: readonly { articleId: number; position: number; width?: number | undefined }[]): void {
  const next = withOnly(
    useSession.getState(),
    kept.map((pane) => pane.articleId),
  )
  const widths = kept.flatMap(({ width }, i) => (width === undefined ? [] : [[next.panes[i]?.id, width]]))
  set({
    ...next,
    positions: Object.fromEntries(next.panes.map(({ id }, i) => [id, kept[i]?.position ?? 0])),
    widths: Object.fromEntries(widths),
    workspace: 'read',
  })
}

/** Opens an article once more, at its beginning, in a pane beside the one in hand. */
export function openAgain(articleId: number): void {
  const session = useSession.getState()
  setPanes(withAnother(session, articleId, session.panes.findIndex((pane) => pane.id === session.activePane) + 1))
  const { activePane } = useSession.getState()
  if (activePane !== null && activePane !== session.activePane) keepPosition(activePane, 0)
  show('read')
}

/** Shows a span of its article's text in a pane, emphasised. */
export const showPlace = (pane: number, start: number, end: number): void =>
  set({ target: { pane, start, end, stamp: Date.now() } })

/** Opens an article at a span, which the reader shows and emphasises: in the pane in hand where that has the article. */
export function openPassage(articleId: number, start: number, end: number): void {
  openInRead([articleId])
  const { activePane } = useSession.getState()
  if (activePane !== null) showPlace(activePane, start, end)
}

/** Opens an article that shares wording with an open one beside it, at the first passage that both have. */
export function openBeside({ articleId, spans: [first] }: Relation): void {
  openPassage(articleId, first?.otherStart ?? 0, first?.otherEnd ?? 0)
}

/** Opens an article at a passage. One whose words are no longer in the text has no place there. */
export function openPassageOf({ articleId, start, end, orphaned }: Passage): void {
  if (orphaned) openInRead([articleId])
  else openPassage(articleId, start, end)
}

export const activate = (pane: number): void => set({ activePane: pane })
export const closePane = (pane: number): void => setPanes(without(useSession.getState(), pane))

/** Moves a pane to another place in the order, and makes it the active one. @param to index in the order without it */
export const movePane = (pane: number, to: number): void => setPanes(moved(useSession.getState(), pane, to))

export const keepPosition = (pane: number, offset: number): void =>
  set({ positions: { ...useSession.getState().positions, [pane]: offset } })

export const keepLastRead = (articleId: number, offset: number): void =>
  set({ lastRead: { ...useSession.getState().lastRead, [articleId]: offset } })

export const keepWidths = (widths: Readonly<Record<number, number>>): void =>
  set({ widths: { ...useSession.getState().widths, ...widths } })

/** Shows articles in the table of all articles, chosen and with the first in view. */
export const showArticles = (articleIds: readonly number[]): void =>
  set({
    workspace: 'library',
    view: 'all',
    viewTagId: null,
    filter: { query: '', status: null },
    selected: articleIds.slice(1).concat(articleIds.slice(0, 1)),
    revealed: articleIds[0] ?? null,
  })

export const showTag = (tagId: number): void => set({ workspace: 'tags', tagId })
export const showEvent = (eventId: number): void => set({ workspace: 'timeline', eventId })
export const showBriefing = (briefingId: number | null): void => set({ workspace: 'briefing', briefingId })
export const teachRule = (outlet: string, text: string): void => set({ ruleSheet: { kind: 'teach', outlet, text } })
export const showRules = (ruleId: number | null): void => set({ ruleSheet: { kind: 'list', ruleId } })
export const closeRules = (): void => set({ ruleSheet: null })
export const showStage = (stageId: number | null): void => set({ stageId })

/** Tells of a failure in the notice area, where it stays until dismissed. The same failure is told once. */
export function addNotice(code: ErrorCode, params: ErrorParams = {}): void {
  const { notices } = useSession.getState()
  const same = notices.some((n) => n.code === code && JSON.stringify(n.params) === JSON.stringify(params))
  if (!same) set({ notices: [...notices, { id: (notices.at(-1)?.id ?? 0) + 1, code, params }] })
}

export const dismissNotice = (id: number): void =>
  set({ notices: useSession.getState().notices.filter((n) => n.id !== id) })
