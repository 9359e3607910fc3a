import type { Query, QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Notification } from '../../src-main/contract/notifications'
import type { ShellState } from '../../src-main/contract/types'
import { listen } from './client'
import { invalidate } from './queries'
import { addNotice, useSession } from './session'

/** Keeps the window's answers true to what the other processes tell. */
export function useNotifications(client: QueryClient, runCommand: (id: string) => void): void {
  useEffect(() => {
    const handle = (notification: Notification): void => {
      if (notification.kind === 'library.changed') void invalidate(client, notification.nouns)
      else if (notification.kind === 'analysis.progress') client.setQueryData(['analysis'], notification)
      else if (notification.kind === 'watch.found') void client.invalidateQueries({ queryKey: ['watch.state'] })
      else if (notification.kind === 'shell.changed') changeShell(client, notification.state)
      else if (notification.kind === 'shell.command') runCommand(notification.command)
      else if (notification.kind === 'library.failed') {
        addNotice(notification.code)
        // What was being asked failed with the process; it is asked again of the next one.
        void client.invalidateQueries({ predicate: aboutLibrary })
      }
    }
    return listen(handle)
  }, [client, runCommand])
}

const aboutLibrary = ({ queryKey }: Query): boolean => queryKey[0] !== 'shell.state'

/** Takes over a new state of the app. Nothing that was asked of a library holds for the next one. */
function changeShell(client: QueryClient, state: ShellState): void {
  client.setQueryData(['shell.state', {}], state)
  const { status } = state.library
  if (status === 'opening' || status === 'none' || status === 'failed') {
    useSession.setState({ stageId: null, ruleSheet: null })
  }
  if (status === 'opening') void client.resetQueries({ predicate: aboutLibrary })
  else if (status === 'none' || status === 'failed') client.removeQueries({ predicate: aboutLibrary })
}
