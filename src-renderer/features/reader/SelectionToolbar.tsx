import { CalendarPlus, Copy, MessageSquareText, Quote, Tag } from 'lucide-react'
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { ArticleText } from '../../../src-main/contract/types'
import { CommandKey, useCommandTitle } from '../../commands/CommandButton'
import type { CommandId } from '../../commands/commands'
import { runCommand } from '../../commands/registry'
import { useText } from '../../i18n/i18n'
import { rangesOf } from './dom-text'
import { LinkTool } from './links/LinkTool'
import './selection.css'
import { EventForm } from './EventForm'
import { NoteForm } from './NoteForm'
import { SplitForm } from './passages/SplitForm'
import { TagPicker } from './TagPicker'
import { focusText, openForm, useReader } from './use-reader'

const gap = 6

/** What can be done with the text in hand, below it, or above where there is no room; and the form that a choice opens. */
export function SelectionToolbar({ text }: { text: ArticleText }) {
  const t = useText()
  const inHand = useReader((s) => s.inHand)
  const form = useReader((s) => s.form)
  const pressing = useReader((s) => s.pressing)
  const box = useRef<HTMLDivElement>(null)
  const place = usePlace(box, form, pressing)
  const titleOf = useCommandTitle()
  if (!inHand || pressing) return null
  const tool = (id: CommandId, icon: ReactNode, label: string) => (
    <button type="button" onClick={() => runCommand(id)} onPointerDown={(event) => event.preventDefault()}>
      {icon}
      {label}
      <CommandKey id={id} />
    </button>
  )
  return (
    <div ref={box} className="pop" style={place ?? { visibility: 'hidden' }}>
      {form === null && (
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
      )}
      {form === 'tag' && <TagPicker text={text} onClose={closeForm} />}
      {form === 'note' && <NoteForm text={text} onClose={closeForm} />}
      {form === 'event' && <EventForm onClose={closeForm} />}
      {form === 'split' && <SplitForm text={text} onClose={closeForm} />}
    </div>
  )
}

/** Closes the form and gives the keyboard back to the text. */
function closeForm(): void {
  const pane = useReader.getState().inHand?.pane
  openForm(null)
  if (pane !== undefined) focusText(pane)
}

/** Where the toolbar stands, in the window: followed while the text scrolls under it. */
function usePlace(box: RefObject<HTMLDivElement | null>, form: string | null, pressing: boolean) {
  const inHand = useReader((s) => s.inHand)
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form has another size, so it is placed anew
  useLayoutEffect(() => {
    if (!inHand) return
    const measure = (): void => setPlace(placeOf(inHand, box.current))
    measure()
    const root = document.querySelector(`[data-pane-text="${inHand.pane}"]`)
    const observer = new ResizeObserver(measure)
    if (root) observer.observe(root)
    window.addEventListener('scroll', measure, true)
    window.addEventListener('resize', measure)
    return () => {
      observer.disconnect()
      window.removeEventListener('scroll', measure, true)
      window.removeEventListener('resize', measure)
    }
  }, [inHand, form, pressing, box])
  return place
}

function placeOf(span: { start: number; end: number; pane: number }, box: HTMLElement | null) {
  const root = document.querySelector(`[data-pane-text="${span.pane}"]`)
  const frame = root?.parentElement?.getBoundingClientRect()
  // A passage that is no longer found has no place in the text: the toolbar then stands at the pane's upper edge.
  if (frame && span.start === span.end) return { left: frame.left + gap, top: frame.top + gap }
  const rects = root ? rangesOf(root, span).flatMap((r) => [...r.getClientRects()]) : []
  const first = rects[0]
  const last = rects.at(-1)
  if (!box || !frame || !first || !last || last.bottom < frame.top || first.top > frame.bottom) return null
  const { width, height } = box.getBoundingClientRect()
  const below = last.bottom + gap
  const above = first.top - gap - height
  const fits = below + height < window.innerHeight - 30
  const top = fits ? below : Math.max(frame.top, above)
  // Over its own pane where that is wide enough, not over what stands beside it.
  const edge = frame.width > width ? frame.right : window.innerWidth - 8
  const left = Math.max(8, Math.min(last.left, edge - width))
  return { left, top }
}
