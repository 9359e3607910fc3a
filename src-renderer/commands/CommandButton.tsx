import type { ReactNode } from 'react'
import { useText } from '../i18n/i18n'
import { type CommandId, declarationOf } from './commands'
import { chordText } from './keys'
import { isMac } from './platform'
import { isAvailable, runCommand, useRegistry } from './registry'

/** A chord as on its key cap. */
export const KeyCap = ({ chord }: { chord: string }) => <span className="kbd">{chordText(chord, isMac())}</span>

/** The first key of a command, as on its cap. */
export function CommandKey({ id }: { id: CommandId }) {
  const chord = declarationOf(id).keys[0]
  return chord ? <KeyCap chord={chord} /> : null
}

/** @returns a function that names a command with its first key, as tooltips do: "Undo (Ctrl Z)" */
export function useCommandTitle(): (id: CommandId) => string {
  const t = useText()
  return (id) => {
    const chord = declarationOf(id).keys[0]
    return chord ? `${t(`command.${id}`)} (${chordText(chord, isMac())})` : t(`command.${id}`)
  }
}

type Props = {
  id: CommandId
  icon?: ReactNode
  /** Shown in place of the command's name. */
  label?: string
  className?: string
  showKey?: boolean
  iconOnly?: boolean
}

/** A button that runs a command; off where nothing on the screen offers it. */
export function CommandButton({ id, icon, label, className = '', showKey = false, iconOnly = false }: Props) {
  const t = useText()
  useRegistry((s) => s.providers)
  const name = label ?? t(`command.${id}`)
  const titleOf = useCommandTitle()
  return (
    <button
      type="button"
      className={`btn ${iconOnly ? 'icon' : ''} ${className}`}
      title={titleOf(id)}
      aria-label={iconOnly ? name : undefined}
      disabled={!isAvailable(id)}
      onClick={() => runCommand(id)}
    >
      {icon}
      {!iconOnly && name}
      {showKey && <CommandKey id={id} />}
    </button>
  )
}
