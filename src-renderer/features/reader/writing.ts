import type { ArticleText } from '../../../src-main/contract/types'
import { articleText } from '../../../src-main/domain/article'
import { parseDateInput } from '../../../src-main/domain/date-input'
import { act } from '../../data/act'
import { onLeaving } from '../../data/leaving'
import { focusActive, focusText, type Held, type OpenForm, spanOf, useReader } from './use-reader'

/** Whether two things in hand are the same passage, or the same words, of the same pane. */
export function isSame(one: Held | null, other: Held | null): boolean {
  if (!one || !other || one.articleId !== other.articleId || one.pane !== other.pane) return false
  if (one.passageId !== null && other.passageId !== null) return one.passageId === other.passageId
  return one.start === other.start && one.end === other.end
}

/** Opens a form over what is in hand. Where one with words in it is open, that has the keyboard first. */
export function openForm(kind: OpenForm['kind'], text: ArticleText, cut: number | null = null): void {
  const { inHand, form } = useReader.getState()
  if (!inHand) return
  if (form?.isTouched) {
    focusForm()
    return
  }
  const passage = text.passages.find((p) => p.id === inHand.passageId)
  const quote = passage?.quote ?? articleText(text.blocks).slice(inHand.start, inHand.end)
  useReader.setState({
    form: { kind, over: inHand, quote, version: text.version, words: {}, cut, isTouched: false },
  })
}

/** Gives the keyboard to the field of the open form. */
export function focusForm(): void {
  const form = document.querySelector('[data-passage-form]')
  form?.querySelector<HTMLElement>('input, textarea, .primary')?.focus()
}

/** Closes a form, unless another was opened since, and gives the keyboard back to its text, or to the one in hand. */
export function closeForm({ kind, over, quote }: OpenForm): void {
  const { form } = useReader.getState()
  if (form?.kind !== kind || form.over.articleId !== over.articleId || form.quote !== quote) return
  const hadKeyboard = document.activeElement?.closest('[data-passage-form]')
  useReader.setState({ form: null })
  if (!hadKeyboard) return
  if (document.querySelector(`[data-pane-text="${over.pane}"]`)) focusText(over.pane)
  else focusActive()
}

/** Keeps what is typed in a field of the open form. @param proposed what the field holds where nothing is typed */
export const write = (field: string, value: string, proposed = ''): void =>
  useReader.setState(({ form }) => {
    if (!form) return {}
    const { [field]: _, ...others } = form.words
    const words = value === proposed ? others : { ...others, [field]: value }
    return { form: { ...form, words, isTouched: Object.keys(words).length > 0 } }
  })

/**
 * Where the words of a form stand now: its passage, or what was selected, which is looked for near its place in another
 * version of the text.
 * @returns null where they are gone from it
 */
export function placeOfForm(text: ArticleText, { over, quote, version }: OpenForm): Held | null {
  const passage = text.passages.find((p) => p.id === over.passageId)
  if (passage) return passage.orphaned ? { ...over, start: 0, end: 0 } : { ...over, ...spanIn(passage) }
  const selected = { ...over, passageId: null, version: text.version }
  const whole = articleText(text.blocks)
  // After undo another text may have the number of this version.
  if (version === text.version && whole.slice(over.start, over.end) === quote) return selected
  const start = nearest(whole, quote, over.start)
  return start === null ? null : { ...selected, start, end: start + quote.length }
}

const spanIn = ({ start, end }: { start: number; end: number }) => ({ start, end })

/** @returns where words begin in a text that are nearest to an offset, or null */
function nearest(whole: string, words: string, offset: number): number | null {
  const before = whole.lastIndexOf(words, offset)
  const after = whole.indexOf(words, offset)
  if (before < 0 || after < 0) return before < 0 && after < 0 ? null : Math.max(before, after)
  return offset - before < after - offset ? before : after
}

/**
 * The stored passage of what was in hand; one is made of a selection.
 * @param note is added to the one it has
 * @returns its id, or null where that failed
 */
export async function passageOf(held: Held, note?: string): Promise<number | null> {
  if (held.passageId !== null && note === undefined) return held.passageId
  const passage = await act('passage.create', { ...spanOf(held), ...(note === undefined ? {} : { note }) })
  if (!passage) return null
  const stored = { ...held, ...spanIn(passage), passageId: passage.id, version: undefined }
  // What is in hand by now may be something else.
  useReader.setState(({ inHand, form }) => ({
    inHand: isSame(inHand, held) ? stored : inHand,
    form: form && isSame(form.over, held) ? { ...form, over: stored } : form,
  }))
  return passage.id
}

/** Stores what is written and not saved yet, as the window goes: words that were typed are worth more than a question. */
function keepWritten(): void {
  const { form } = useReader.getState()
  if (!form?.isTouched || (form.kind !== 'note' && form.kind !== 'event')) return
  useReader.setState({ form: null })
  const { over, words, isDeleted, proposed } = form
  if (words.note !== undefined) {
    const { note } = words
    if (over.passageId === null || isDeleted) void act('passage.create', { ...spanOf(over), note })
    else void act('passage.set', { id: over.passageId, note })
  }
  if (form.kind !== 'event') return
  const title = (words.title ?? proposed ?? form.quote).trim()
  if (title === '') return
  const date = parseDateInput(words.date ?? '')
  void act('event.create', { title, ...(date === null ? {} : { date }), evidence: [spanOf(over)] })
}

onLeaving(keepWritten)
