import { Import } from 'lucide-react'
import { CommandButton } from '../../commands/CommandButton'
import type { CallFailed } from '../../data/client'
import { useSession } from '../../data/session'
import { useText } from '../../i18n/i18n'
import { EmptyState } from '../../ui/EmptyState'

/** A library without articles: how they come in. */
export function EmptyLibrary() {
  const t = useText()
  return (
    <EmptyState title={t('library.empty.title')} line={t('library.empty.line')}>
      <CommandButton id="library.import" className="primary" icon={<Import />} label={t('library.import')} showKey />
      <CommandButton id="library.importFolder" label={t('library.empty.folder')} />
      <CommandButton id="library.paste" label={t('library.empty.paste')} showKey />
    </EmptyState>
  )
}

/** The list could not be had: why, and another try. */
export function ListFailed({ error, onAgain }: { error: CallFailed; onAgain: () => void }) {
  const t = useText()
  return (
    <div className="centre">
      <section className="card failed" role="alert">
        <h2>{t('library.failed.title')}</h2>
        <p>{t(`error.${error.code}`, error.params)}</p>
        <div className="acts">
          <button type="button" className="btn" onClick={onAgain}>
            {t('library.failed.again')}
          </button>
        </div>
      </section>
    </div>
  )
}

/** No article is left by the filter. */
export function NoResult({ onCleared }: { onCleared: () => void }) {
  const t = useText()
  const clear = (): void => {
    useSession.setState({ view: 'all', viewTagId: null, filter: { query: '', status: null } })
    onCleared()
  }
  return (
    <EmptyState title={t('library.noResult.title')} line={t('library.noResult.line')}>
      <button type="button" className="btn" onClick={clear}>
        {t('library.noResult.clear')}
      </button>
    </EmptyState>
  )
}
