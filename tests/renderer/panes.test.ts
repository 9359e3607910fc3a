import { describe, expect, it } from 'vitest'
import {
  moved,
  noPanes,
  type PaneSet,
  withAnother,
  withArticles,
  withOnly,
  without,
} from '../../src-renderer/data/panes'
import { initialSession } from '../../src-renderer/data/session'
import { fromKept, takenUp, toKept } from '../../src-renderer/data/use-kept-session'

const articles = ({ panes }: PaneSet): number[] => panes.map((pane) => pane.articleId)
const ids = ({ panes }: PaneSet): number[] => panes.map((pane) => pane.id)
const inHand = ({ panes, activePane }: PaneSet): number | undefined =>
  panes.find((pane) => pane.id === activePane)?.articleId

describe('articles opened beside others', () => {
  it('leave those that are open in their panes, and the first one asked for is in hand', () => {
    const before = withOnly(noPanes, [10, 20])
    const after = withArticles(before, [30, 20])
    expect(articles(after)).toEqual([10, 20, 30])
    expect(ids(after).slice(0, 2)).toEqual(ids(before))
    expect(inHand(after)).toBe(30)
    expect(inHand(withArticles(after, [20, 10]))).toBe(20)
  })

  it('come at the place they are dropped at', () => {
    expect(articles(withArticles(withOnly(noPanes, [10, 20]), [30, 40], 1))).toEqual([10, 30, 40, 20])
  })

  it('take the place of the last ones that were not asked for', () => {
    const full = withOnly(noPanes, [10, 20, 30, 40])
    expect(articles(withArticles(full, [50]))).toEqual([10, 20, 30, 50])
    expect(articles(withArticles(full, [40, 50]))).toEqual([10, 20, 40, 50])
    expect(articles(withArticles(full, [50, 60], 0))).toEqual([50, 60, 10, 20])
    expect(articles(withArticles(full, [1, 2, 3, 4, 5]))).toEqual([1, 2, 3, 4])
  })

  it('stay in the pane in hand where the article is open in several', () => {
    const twice = withAnother(withOnly(noPanes, [10, 20]), 10)
    expect(articles(twice)).toEqual([10, 20, 10])
    expect(withArticles(twice, [10]).activePane).toBe(twice.activePane)
    expect(withArticles({ ...twice, activePane: ids(twice)[1] ?? null }, [10]).activePane).toBe(ids(twice)[0])
  })
})

describe('a pane', () => {
  it('keeps its id wherever it is moved, and no id is given twice', () => {
    const before = withOnly(noPanes, [10, 20, 30])
    const [first = 0, second, third] = ids(before)
    const after = moved(before, first, 2)
    expect(ids(after)).toEqual([second, third, first])
    expect(after.activePane).toBe(first)
    const again = withArticles(without(after, first), [10])
    expect(ids(before)).not.toContain(again.activePane)
  })

  it('that is closed hands over to the one that takes its place', () => {
    const set = withOnly(noPanes, [10, 20, 30])
    const [first = 0, , third = 0] = ids(set)
    expect(inHand(without(set, first))).toBe(20)
    expect(inHand(without({ ...set, activePane: third }, third))).toBe(20)
    expect(inHand(without(set, third))).toBe(10)
    expect(without(withOnly(noPanes, [10]), 1).activePane).toBe(null)
  })

  it('opens no fifth one', () => {
    const full = withOnly(noPanes, [10, 20, 30, 40])
    expect(withAnother(full, 10)).toBe(full)
  })
})

describe('what the window showed', () => {
  it('is the same after a restart: panes in order, each at its place, one article at two', () => {
    const set = withAnother(withOnly(noPanes, [10, 20]), 10)
    const [first = 0, , third = 0] = ids(set)
    const before = { ...initialSession, ...set, workspace: 'read' as const, positions: { [first]: 0, [third]: 480 } }
    const after = { ...initialSession, ...fromKept(JSON.parse(JSON.stringify(toKept(before)))) }
    expect(articles(after)).toEqual([10, 20, 10])
    expect(after.panes.map((pane) => after.positions[pane.id])).toEqual([0, undefined, 480])
    expect(after.panes.findIndex((pane) => pane.id === after.activePane)).toBe(2)
    expect(after.workspace).toBe('read')
    expect(new Set(ids(withArticles(after, [30]))).size).toBe(4)
  })

  it('is the timeline that was looked at', () => {
    const after = (value: unknown) => ({ ...initialSession, ...fromKept(value) }).timelineId
    const kept = JSON.parse(JSON.stringify(toKept({ ...initialSession, timelineId: 4 })))
    expect(after(kept)).toBe(4)
    expect(after({ ...kept, timelineId: '4' })).toBe(null)
    expect(after({ workspace: 'timeline' })).toBe(null)
  })

  it('is read as earlier versions kept it', () => {
    const after = { ...initialSession, ...fromKept({ workspace: 'read', panes: [7, 8], activePane: 1, selected: [8] }) }
    expect(articles(after)).toEqual([7, 8])
    expect(inHand(after)).toBe(8)
    expect(after.selected).toEqual([8])
  })

  it.each([null, 'read', { panes: 'x', activePane: -1 }, { panes: [null, {}, { articleId: '1' }], activePane: 7.5 }])(
    'is nothing where it was not kept in a form that is known: %j',
    (value) => {
      const after = { ...initialSession, ...fromKept(value) }
      expect(after.panes).toEqual([])
      expect(after.activePane).toBe(null)
    },
  )

  it('gives way to a workspace that was gone to before it was known', () => {
    const kept = fromKept({ workspace: 'read', panes: [{ articleId: 7 }], activePane: 0 })
    expect(takenUp({ ...initialSession, stageId: 3 }, kept)).toMatchObject({ workspace: 'read', stageId: 3 })
    const after = takenUp({ ...initialSession, workspace: 'library', goneTo: 'library' }, kept)
    expect(after.workspace).toBe('library')
    expect(articles(after)).toEqual([7])
  })
})
