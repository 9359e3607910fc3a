import type { ShellState } from '../../src-main/contract/types'
import { CommandButton } from '../commands/CommandButton'
import { act } from '../data/act'
import { useText } from '../i18n/i18n'
import { Notices } from './Notices'

const titled = [
  'library/missing',
  'library/locked',
  'library/not-a-library',
  'library/corrupt',
  'library/newer',
  'library/no-permission',
]

/** A library that could not be opened: why, what is safe, what can be done. */
export function LibraryFailed({ library }: { library: Extract<ShellState['library'], { status: 'failed' }> }) {
  const t = useText()
  const title = titled.includes(library.code) ? library.code : 'other'
  return (
    <main className="centre">
      <section className="card failed" role="alert" data-region>
        <h1>{t(`app.failed.title.${title}`)}</h1>
        <p>{t(`error.${library.code}`, { name: library.name, ...library.params })}</p>
        <div className="acts">
          <button type="button" className="btn" onClick={() => void act('shell.openAgain', {})}>
            {t('app.failed.again')}
          </button>
          <CommandButton id="library.open" label={t('app.failed.another')} />
          <button type="button" className="btn quiet" onClick={() => void act('shell.close', {})}>
            {t('app.failed.back')}
          </button>
        </div>
      </section>
      <Notices />
    </main>
  )
}
