import { useEffect, useState } from 'react'
import { ask } from './client'
import { onLeft } from './leaving'
import { maxPanes } from './panes'
import { initialSession, type Session, useSession, type Workspace, workspaces } from './session'

const key = 'window'

/** `position` (an offset) and `width` are left out where the pane was never scrolled or resized; `activePane` is an index. */
type KeptPane = { articleId: number; position?: number; width?: number }
type Kept = {
  workspace: Workspace
  panes: KeptPane[]
  activePane: number
  selected: number[]
  timelineId: number | null
  briefingId: number | null
}

/**
 * Keeps what the window showed as a setting of the library, and takes it up again.
 * @returns whether it has been taken up
 */
export function useKeptSession(): boolean {
  const [ready, setReady] = useState(false)
  useEffect(() => {
    let gone = false
    // Until then the session is that of the library before.
    let isTakenUp = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const write = (): void => {
      clearTimeout(timer)
      timer = undefined
      void ask('setting.set', { key, value: toKept(useSession.getState()) }).catch(() => null)
    }
    const writeWaiting = (): void => {
      if (timer !== undefined) write()
    }
    const begin = async (): Promise<void> => {
      useSession.setState({ goneTo: null })
      const kept = fromKept(await ask('setting.get', { key }).catch(() => null))
      if (gone) return
      useSession.setState((now) => takenUp(now, kept))
      isTakenUp = true
      setReady(true)
    }
    void begin()
    const stop = useSession.subscribe((session, before) => {
      if (!isTakenUp) return
      const isMoved =
        session.positions !== before.positions ||
        session.widths !== before.widths ||
        session.selected !== before.selected
      // At once, since the library may be closed before the page is told to end. What changes with each step waits.
      if (isElsewhere(session, before)) write()
      else if (isMoved) {
        clearTimeout(timer)
        timer = setTimeout(write, 300)
      }
    })
    const stopKeeping = onLeft(writeWaiting)
    return () => {
      gone = true
      clearTimeout(timer)
      stopKeeping()
      stop()
    }
  }, [])
  return ready
}

const isElsewhere = (now: Session, before: Session): boolean =>
  now.workspace !== before.workspace ||
  now.panes !== before.panes ||
  now.activePane !== before.activePane ||
  now.timelineId !== before.timelineId ||
  now.briefingId !== before.briefingId

/** The session with what was kept; a review that is open, and a workspace that was gone to meanwhile, stay. */
export function takenUp({ stageId, goneTo, openings }: Session, kept: Partial<Session>): Session {
  const session = { ...initialSession, stageId, openings: openings + 1, ...kept }
  return goneTo ? { ...session, goneTo, workspace: goneTo } : session
}

/** What outlives a restart of what the window shows. */
export const toKept = (session: Session): Kept => ({
  workspace: session.workspace,
  panes: session.panes.map(({ id, articleId }) => ({
    articleId,
    ...given('position', session.positions[id]),
    ...given('width', session.widths[id]),
  })),
  activePane: Math.max(
    0,
    session.panes.findIndex((pane) => pane.id === session.activePane),
  ),
  selected: session.selected.slice(0, maxPanes),
  timelineId: session.timelineId,
  briefingId: session.briefingId,
})

const given = <K extends string>(key: K, value: unknown): { [k in K]?: number } =>
  typeof value === 'number' ? ({ [key]: value } as { [k in K]: number }) : {}

const numbers = (value: unknown): number[] =>
  Array.isArray(value) ? value.filter((n): n is number => typeof n === 'number') : []

/** Panes as they are kept today, or as ids of articles, as earlier versions kept them. */
function keptPanes(value: unknown): KeptPane[] {
  if (!Array.isArray(value)) return []
  return value
    .flatMap((pane: unknown): KeptPane[] => {
      if (typeof pane === 'number') return [{ articleId: pane }]
      const { articleId, position, width } = (pane ?? {}) as Record<string, unknown>
      if (typeof articleId !== 'number') return []
      return [{ articleId, ...given('position', position), ...given('width', width) }]
    })
    .slice(0, maxPanes)
}

/** Pane ids are given anew, from 1. */
const byPane = (panes: readonly KeptPane[], key: 'position' | 'width'): Record<number, number> =>
  Object.fromEntries(panes.flatMap(({ [key]: value }, i) => (value === undefined ? [] : [[i + 1, value]])))

/** What was kept, as far as it is still of the right form. */
export function fromKept(value: unknown): Partial<Session> {
  if (typeof value !== 'object' || value === null) return {}
  const kept = value as Record<string, unknown>
  const workspace = workspaces.find((w) => w === kept.workspace)
  const panes = keptPanes(kept.panes)
  const active = typeof kept.activePane === 'number' ? kept.activePane : 0
  return {
    ...(workspace ? { workspace } : {}),
    panes: panes.map(({ articleId }, i) => ({ id: i + 1, articleId })),
    activePane: panes[active] ? active + 1 : panes.length > 0 ? 1 : null,
    lastPane: panes.length,
    positions: byPane(panes, 'position'),
    widths: byPane(panes, 'width'),
    selected: numbers(kept.selected),
    timelineId: typeof kept.timelineId === 'number' ? kept.timelineId : null,
    briefingId: typeof kept.briefingId === 'number' ? kept.briefingId : null,
  }
}
