import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { isMac } from '../commands/platform'
import { listenForKeys, runCommand } from '../commands/registry'
import { createQueryClient, useAnswer } from '../data/queries'
import { useNotifications } from '../data/use-notifications'
import { i18n } from '../i18n/i18n'
import { LibraryFailed } from './LibraryFailed'
import { Shell } from './Shell'
import { StartScreen } from './StartScreen'
import { useShellCommands } from './use-shell-commands'
import { useTheme } from './use-theme'

/** The window: providers, then the screen that the library's state asks for. */
export function App() {
  const [client] = useState(createQueryClient)
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <Screen client={client} />
      </QueryClientProvider>
    </I18nextProvider>
  )
}

function Screen({ client }: { client: QueryClient }) {
  const shell = useAnswer('shell.state', {})
  useNotifications(client, runCommand)
  useEffect(() => listenForKeys(isMac()), [])
  useTheme(shell.data?.theme ?? 'system')
  const status = shell.data?.library.status
  useShellCommands(status === 'open')
  if (!shell.data || !status) return null
  if (shell.data.library.status === 'failed') return <LibraryFailed library={shell.data.library} />
  if (status === 'none' || status === 'opening') return <StartScreen state={shell.data} />
  return <Shell state={shell.data} />
}
