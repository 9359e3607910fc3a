import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { ArticleText } from '../../../src-main/contract/types'
import { useText } from '../../i18n/i18n'
import type { Held, OpenForm } from './use-reader'

/** What every form over a passage is given. */
export type FormProps = {
  form: OpenForm
  /** The text of its article; null until it is there, and where the article is gone. */
  text: ArticleText | null
  /** What saving it is about; null where its words are gone from the text and no others are selected. */
  over: Held | null
  /** What it is about, where that isn't what is in hand. */
  head: ReactNode
  onClose: () => void
}

/**
 * Escape closes a form; one with words in it only when it is pressed again. A tag's name and a split are a key or two: those close.
 * @returns whether that is waited for, and what hears the form's keys
 */
export function useEscape(hasWords: boolean, onClose: () => void) {
  const [isAsked, setAsked] = useState(false)
  const onEscape = (event: KeyboardEvent): boolean => {
    if (event.nativeEvent.isComposing) return false
    if (event.key !== 'Escape') {
      setAsked(false)
      return false
    }
    event.preventDefault()
    event.stopPropagation()
    if (hasWords && !isAsked) setAsked(true)
    else onClose()
    return true
  }
  return { isAsked: isAsked && hasWords, onEscape }
}

/** Said where Escape was pressed in a form with words in it. */
export function EscapeAgain({ isAsked }: { isAsked: boolean }) {
  const t = useText()
  return (
    <p className="sub" role="status">
      {isAsked ? t('reader.form.escapeAgain') : ''}
    </p>
  )
}
