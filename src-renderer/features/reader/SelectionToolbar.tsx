import { CalendarPlus, Copy, MessageSquareText, Quote, Tag } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { CommandKey, useCommandTitle } from '../../commands/CommandButton'
import type { CommandId } from '../../commands/commands'
import { runCommand } from '../../commands/registry'
import { useText } from '../../i18n/i18n'
import { LinkTool } from './links/LinkTool'
import './selection.css'
import { usePlace } from './use-place'
import { type Held, useReader } from './use-reader'
import { isSame } from './writing'

/** What can be done with the text in hand, but for what a form is open over. */
export function SelectionToolbar() {
  const inHand = useReader((s) => s.inHand)
  const form = useReader((s) => s.form)
  const pressing = useReader((s) => s.pressing)
  if (!inHand || pressing || (form && isSame(form.over, inHand))) return null
  return <Tools inHand={inHand} />
}

function Tools({ inHand }: { inHand: Held }) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  const place = usePlace(box, inHand, null)
  const titleOf = useCommandTitle()
  const tool = (id: CommandId, icon: ReactNode, label: string) => (
    <button type="button" onClick={() => runCommand(id)} onPointerDown={(event) => event.preventDefault()}>
      {icon}
      {label}
      <CommandKey id={id} />
    </button>
  )
  return (
    <div ref={box} className="pop" style={place ?? { visibility: 'hidden' }}>
      <div className="seltb" role="toolbar" aria-label={t('reader.selection.toolbar')}>
        {tool('selection.tag', <Tag />, t('reader.selection.tag'))}
        {tool('selection.note', <MessageSquareText />, t('reader.selection.note'))}
        {tool('selection.event', <CalendarPlus />, t('reader.selection.event'))}
        {tool('selection.quote', <Quote />, t('reader.selection.quote'))}
        <span className="vr" />
        <LinkTool />
        <button
          type="button"
          aria-label={t('command.selection.copy')}
          title={titleOf('selection.copy')}
          onClick={() => runCommand('selection.copy')}
          onPointerDown={(event) => event.preventDefault()}
        >
          <Copy />
        </button>
      </div>
    </div>
  )
}
