/**
 * A place to read at: an article, open in a pane. `id` is unique in the window and stays while the pane is open, wherever
 * it is moved; one article may be open in several.
 */
export type OpenPane = { id: number; articleId: number }

/** Panes in order, the one with the keyboard (its id), and the id that was given last: ids are never given twice. */
export type PaneSet = { panes: readonly OpenPane[]; activePane: number | null; lastPane: number }

export const maxPanes = 4

export const noPanes: PaneSet = { panes: [], activePane: null, lastPane: 0 }

/** Opens a pane for each article at a place in the order, the first of them active. Callers see to there being room. */
function inserted({ panes, lastPane }: PaneSet, articleIds: readonly number[], at: number): PaneSet {
  const added = articleIds.map((articleId, i) => ({ id: lastPane + 1 + i, articleId }))
  return {
    panes: [...panes.slice(0, at), ...added, ...panes.slice(at)],
    activePane: added[0]?.id ?? null,
    lastPane: lastPane + added.length,
  }
}

/** Exactly these articles, in this order; one named twice is open twice. */
export const withOnly = (set: PaneSet, articleIds: readonly number[]): PaneSet =>
  inserted({ ...set, panes: [] }, articleIds.slice(0, maxPanes), 0)

/**
 * Articles beside what is open: those already open stay where they are, the others come at `at` or at the end. Where there
 * is no room for all, the last ones that were not asked for are closed.
 */
export function withArticles(set: PaneSet, articleIds: readonly number[], at = set.panes.length): PaneSet {
  const wanted = [...new Set(articleIds)].slice(0, maxPanes)
  const isOpen = (articleId: number): boolean => set.panes.some((pane) => pane.articleId === articleId)
  const added = wanted.filter((articleId) => !isOpen(articleId))
  const surplus = Math.max(0, set.panes.length + added.length - maxPanes)
  const last = [...set.panes].reverse()
  const leaving = [...last.filter((p) => !wanted.includes(p.articleId)), ...last].slice(0, surplus)
  const before = set.panes.slice(0, at).filter((pane) => !leaving.includes(pane)).length
  const panes = set.panes.filter((pane) => !leaving.includes(pane))
  const next = inserted({ ...set, panes }, added, before)
  // The pane in hand may be one of several of the article: it is not left for another.
  const inHand = next.panes.find((pane) => pane.id === set.activePane && pane.articleId === wanted[0])
  const first = inHand ?? next.panes.find((pane) => pane.articleId === wanted[0])
  return { ...next, activePane: first?.id ?? set.activePane }
}

/** One more pane of an article, whether it is open or not. Nothing changes where there is no room. */
export const withAnother = (set: PaneSet, articleId: number, at = set.panes.length): PaneSet =>
  set.panes.length < maxPanes ? inserted(set, [articleId], at) : set

/** Without a pane; the one that takes its place becomes active where it was. */
export function without(set: PaneSet, id: number): PaneSet {
  const at = set.panes.findIndex((pane) => pane.id === id)
  const panes = set.panes.filter((pane) => pane.id !== id)
  const heir = panes[Math.min(at, panes.length - 1)]
  return { ...set, panes, activePane: set.activePane === id ? (heir?.id ?? null) : set.activePane }
}

/** With a pane moved to another place in the order, active. @param to index in the order without it */
export function moved(set: PaneSet, id: number, to: number): PaneSet {
  const pane = set.panes.find((p) => p.id === id)
  if (!pane) return set
  const others = set.panes.filter((p) => p.id !== id)
  return { ...set, panes: [...others.slice(0, to), pane, ...others.slice(to)], activePane: id }
}

/** The entries of a record by pane whose pane is open. */
export const ofOpen = <T>(byPane: Readonly<Record<number, T>>, { panes }: PaneSet): Record<number, T> =>
  Object.fromEntries(panes.flatMap(({ id }) => (byPane[id] === undefined ? [] : [[id, byPane[id]]])))
