import { Columns2, FilePenLine, Keyboard, LibraryBig, Settings2, Tags, TextAlignCenter } from 'lucide-react'
import { runCommand } from '../commands/registry'
import { useSession, type Workspace, workspaces } from '../data/session'
import { useText } from '../i18n/i18n'
import './rail.css'
import { useReadDrop } from './use-read-drop'

const icons = {
  library: LibraryBig,
  read: Columns2,
  tags: Tags,
  timeline: TextAlignCenter,
  briefing: FilePenLine,
} as const satisfies Record<Workspace, unknown>

/** Workspaces at the window's edge. */
export function Rail() {
  const current = useSession((s) => s.workspace)
  const drop = useReadDrop()
  const t = useText()
  return (
    <nav className="rail" aria-label={t('app.workspaces')} data-region>
      <div className="rail-mark">
        <Mark />
      </div>
      {workspaces.map((workspace) => {
        const Icon = icons[workspace]
        return (
          <button
            key={workspace}
            type="button"
            className={workspace === 'read' && drop.over ? 'item over' : 'item'}
            aria-current={workspace === current ? 'page' : undefined}
            onClick={() => runCommand(`view.${workspace}`)}
            {...(workspace === 'read' ? drop.handlers : {})}
          >
            <Icon />
            <span>{t(`app.${workspace}`)}</span>
          </button>
        )
      })}
      <span className="grow" />
      <button type="button" className="item" onClick={() => runCommand('help.keys')}>
        <Keyboard />
        <span>{t('app.keys')}</span>
      </button>
      <button type="button" className="item" onClick={() => runCommand('settings.open')}>
        <Settings2 />
        <span>{t('app.settings')}</span>
      </button>
    </nav>
  )
}

/** Two pages, joined by the line that leads from one to the other. */
export const Mark = () => (
  <svg
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinejoin="round"
    strokeLinecap="round"
    aria-hidden
  >
    <path d="M3.75 4.75h7.5v14.5h-7.5z" />
    <path d="M14.75 4.75h5.5v14.5h-5.5" />
    <path d="M6.25 8.5h2.5M6.25 12h2.5" />
    <path d="M8.75 12c3.5 0 3 3.5 6.5 3.5h2.5" stroke="var(--trace)" strokeWidth="1.75" />
  </svg>
)
