import { Component, type ReactNode } from 'react'
import { useText } from '../i18n/i18n'
import { EmptyState } from '../ui/EmptyState'

/** Keeps a fault in one workspace from taking the window down. */
export class Crash extends Component<{ children: ReactNode }, { message: string | null }> {
  override state = { message: null }

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    const { message } = this.state
    return message === null ? (
      this.props.children
    ) : (
      <Crashed message={message} onAgain={() => this.setState({ message: null })} />
    )
  }
}

function Crashed({ message, onAgain }: { message: string; onAgain: () => void }) {
  const t = useText()
  return (
    <EmptyState title={t('app.crash.title')} line={t('app.crash.line', { message })}>
      <button type="button" className="btn" onClick={onAgain}>
        {t('app.crash.again')}
      </button>
    </EmptyState>
  )
}
