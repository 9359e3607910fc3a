import { useEffect, useRef } from 'react'
import type { ArticleText } from '../../../src-main/contract/types'
import { useAnswer } from '../../data/queries'
import { activate, openPassage, showPlace, useSession } from '../../data/session'
import { useCite } from '../../i18n/cite'
import { useText } from '../../i18n/i18n'
import { EventForm } from './EventForm'
import { NoteForm } from './NoteForm'
import { SplitForm } from './passages/SplitForm'
import './selection.css'
import { TagPicker } from './TagPicker'
import { usePlace } from './use-place'
import { type Held, type OpenForm, take, useReader } from './use-reader'
import { closeForm, focusForm, isSame, placeOfForm } from './writing'

const forms = { tag: TagPicker, note: NoteForm, event: EventForm, split: SplitForm }

/** The form that is open over a passage: at its words while they are in hand, else at the foot of its pane. */
export function PassageForm() {
  const form = useReader((s) => s.form)
  return form && <Placed key={`${form.kind} ${form.over.articleId} ${form.quote}`} form={form} />
}

function Placed({ form }: { form: OpenForm }) {
  const box = useRef<HTMLDivElement>(null)
  const inHand = useReader((s) => s.inHand)
  const pressing = useReader((s) => s.pressing)
  const text = useAnswer('article.text', { id: form.over.articleId }).data ?? null
  const found = text ? placeOfForm(text, form) : form.over
  // Below its words it would lie over what is being corrected there.
  const isCorrected = useReader((s) => s.editing?.pane === form.over.pane)
  const isAside = isCorrected || !isSame(inHand, found)
  const place = usePlace(box, isAside ? null : found, form.over.pane)
  const isStale = form.kind === 'split' && text !== null && text.version !== form.version
  useEffect(() => {
    // Where it would be split is another place in another text.
    if (isStale) closeForm(form)
  }, [isStale, form])
  useEffect(() => {
    // As the window goes there is no text to look in: the form itself knows where its words are.
    if (!text || !found || isStale || found.end <= found.start) return
    const { start, end } = form.over
    const isDeleted = form.over.passageId !== null && found.passageId === null
    const isSamePlace = found.start === start && found.end === end && text.version === form.version
    if (isSamePlace && isDeleted === (form.isDeleted ?? false)) return
    const over = { ...found, passageId: form.over.passageId }
    const { version } = text
    useReader.setState(({ form: now }) => (now === form ? { form: { ...form, over, version, isDeleted } } : {}))
  }, [form, text, found, isStale])
  const Form = forms[form.kind]
  const selected = inHand && inHand.end > inHand.start ? inHand : null
  return (
    <div
      ref={box}
      data-passage-form
      data-beside
      data-region
      // A selection goes on under it.
      className={pressing ? 'pop through' : 'pop'}
      // Not hidden: its field takes the keyboard before it is placed.
      style={place ?? { opacity: 0 }}
    >
      <Form
        form={form}
        text={text}
        over={found ?? selected}
        head={isAside && <About form={form} text={text} found={found} />}
        onClose={() => closeForm(form)}
      />
    </div>
  )
}

/** Which passage a form is about, and the way back to it. */
function About({ form, text, found }: { form: OpenForm; text: ArticleText | null; found: Held | null }) {
  const t = useText()
  const cite = useCite()
  const goBack = (): void => {
    if (!found) return
    if (useSession.getState().panes.some(({ id }) => id === found.pane)) activate(found.pane)
    else openPassage(found.articleId, found.start, found.start)
    const pane = useSession.getState().activePane ?? found.pane
    const there = { ...found, pane }
    useReader.setState({ form: { ...form, over: there } })
    take(there)
    showPlace(pane, found.start, found.start)
    focusForm()
  }
  const label = text?.blocks.findLast((block) => block.start <= (found?.start ?? 0))?.label ?? null
  return (
    <div className="about">
      {found === null ? (
        <p className="field-error" role="status">
          {t('reader.form.gone')}
        </p>
      ) : (
        <button type="button" className="link ref" title={t('reader.form.back')} onClick={goBack}>
          <bdi>{cite({ outlet: text?.article.metadata.outlet.value ?? null, paragraph: label })}</bdi>
        </button>
      )}
      <p className="src clamp2" dir="auto">
        {form.quote}
      </p>
    </div>
  )
}
