import { useEffect, useState } from 'react'
import { ask } from './client'
import { initialSession, maxPanes, useSession, type Workspace, workspaces } from './session'

const key = 'window'

type Kept = { workspace: Workspace; panes: number[]; activePane: number; selected: number[]; briefingId: number | null }

/**
 * Keeps what the window showed as a setting of the library, and takes it up again.
 * @returns whether it has been taken up
 */
export function useKeptSession(): boolean {
  const [ready, setReady] = useState(false)
  useEffect(() => {
    let gone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const write = (): void => {
      if (timer === undefined) return
      clearTimeout(timer)
      timer = undefined
      void ask('setting.set', { key, value: toKept(useSession.getState()) }).catch(() => null)
    }
    const begin = async (): Promise<void> => {
      const kept = asKept(await ask('setting.get', { key }).catch(() => null))
      if (gone) return
      useSession.setState({ ...initialSession, stageId: useSession.getState().stageId, ...kept })
      setReady(true)
    }
    void begin()
    const stop = useSession.subscribe((session, before) => {
      const same =
        session.workspace === before.workspace &&
        session.panes === before.panes &&
        session.activePane === before.activePane &&
        session.selected === before.selected &&
        session.briefingId === before.briefingId
      if (same) return
      clearTimeout(timer)
      timer = setTimeout(write, 300)
    })
    window.addEventListener('pagehide', write)
    return () => {
      gone = true
      clearTimeout(timer)
      window.removeEventListener('pagehide', write)
      stop()
    }
  }, [])
  return ready
}

const toKept = (session: Kept | ReturnType<typeof useSession.getState>): Kept => ({
  workspace: session.workspace,
  panes: [...session.panes],
  activePane: session.activePane,
  selected: session.selected.slice(0, maxPanes),
  briefingId: session.briefingId,
})

const numbers = (value: unknown): number[] =>
  Array.isArray(value) ? value.filter((n): n is number => typeof n === 'number') : []

/** What was kept, as far as it is still of the right form. */
function asKept(value: unknown): Partial<Kept> {
  if (typeof value !== 'object' || value === null) return {}
  const kept = value as Record<string, unknown>
  const workspace = workspaces.find((w) => w === kept.workspace)
  return {
    ...(workspace ? { workspace } : {}),
    panes: numbers(kept.panes).slice(0, maxPanes),
    activePane: typeof kept.activePane === 'number' ? kept.activePane : 0,
    selected: numbers(kept.selected),
    briefingId: typeof kept.briefingId === 'number' ? kept.briefingId : null,
  }
}
