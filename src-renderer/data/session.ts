import { create } from 'zustand'
import type { ArticleSort, Passage } from '../../src-main/contract/types'
import type { ArticleStatus } from '../../src-main/domain/article'
import type { ErrorCode, ErrorParams } from '../../src-main/domain/error'
import type { Relation } from '../../src-main/domain/relation'

export const workspaces = ['library', 'read', 'tags', 'timeline', 'briefing'] as const
export type Workspace = (typeof workspaces)[number]

export type ArticleView = 'all' | 'not-reviewed' | 'undated' | 'unattributed'

/** One thing that went wrong and that the user has not yet dismissed. */
export type Notice = { id: number; code: ErrorCode; params: ErrorParams }

/**
 * The state of this window's screen that more than one feature needs. Nothing here is stored data. `panes` and the
 * workspace are kept as a setting of the library by the shell.
 */
export type Session = {
  workspace: Workspace
  view: ArticleView
  viewTagId: number | null
  /** What the article table is narrowed to: the query as typed, and a status. */
  filter: { query: string; status: ArticleStatus | null }
  sort: ArticleSort
  /** Articles chosen in the table, the last one being current. */
  selected: readonly number[]
  /** An article that the table should scroll to and focus as soon as it lists it. */
  revealed: number | null
  /** Articles open side by side, in order: at most four. */
  panes: readonly number[]
  activePane: number
  /** A place that the reader should show: offsets of the article's text. */
  target: { articleId: number; start: number; end: number; stamp: number } | null
  tagId: number | null
  eventId: number | null
  briefingId: number | null
  stageId: number | null
  /** The sheet of cleaning rules: a line of an outlet that is to be hidden always, or the list with a rule in view. */
  ruleSheet: { kind: 'teach'; outlet: string; text: string } | { kind: 'list'; ruleId: number | null } | null
  notices: readonly Notice[]
}

export const initialSession: Session = {
  workspace: 'library',
  view: 'all',
  viewTagId: null,
  filter: { query: '', status: null },
  sort: { by: 'published', descending: false },
  selected: [],
  revealed: null,
  panes: [],
  activePane: 0,
  target: null,
  tagId: null,
  eventId: null,
  briefingId: null,
  stageId: null,
  ruleSheet: null,
  notices: [],
}

export const useSession = create<Session>(() => initialSession)

export const maxPanes = 4

const set = useSession.setState

export const show = (workspace: Workspace): void => set({ workspace })

/** Opens articles side by side, beside what is open; those already open are kept where they are. */
export function openInRead(articleIds: readonly number[]): void {
  const { panes } = useSession.getState()
  const added = articleIds.filter((id) => !panes.includes(id))
  const kept = panes.slice(0, Math.max(0, maxPanes - added.length))
  const next = [...kept, ...added].slice(0, maxPanes)
  const first = next.indexOf(articleIds[0] ?? -1)
  set({ workspace: 'read', panes: next, activePane: Math.max(0, first) })
}

/** Opens exactly these articles side by side. */
export const readTogether = (articleIds: readonly number[]): void =>
  set({ workspace: 'read', panes: articleIds.slice(0, maxPanes), activePane: 0 })

/** Opens an article at a span, which the reader shows and emphasises. */
export function openPassage(articleId: number, start: number, end: number): void {
  openInRead([articleId])
  set({ target: { articleId, start, end, stamp: Date.now() } })
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

export function closePane(index: number): void {
  const { panes, activePane } = useSession.getState()
  const next = panes.filter((_, i) => i !== index)
  set({ panes: next, activePane: Math.max(0, Math.min(activePane, next.length - 1)) })
}

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
