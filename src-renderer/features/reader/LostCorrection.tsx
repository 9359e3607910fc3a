import { useEffect, useRef } from 'react'
import { KeyCap } from '../../commands/CommandButton'
import { useText } from '../../i18n/i18n'
import { EscapeAgain, useEscape } from './form-parts'

type Props = { draft: string; onClose: () => void }

/** A correction whose paragraph is gone from the text, or hidden: its words are there to be copied. */
export function LostCorrection({ draft, onClose }: Props) {
  const t = useText()
  const field = useRef<HTMLTextAreaElement>(null)
  const { isAsked, onEscape } = useEscape(true, onClose)
  useEffect(() => {
    // What had the keyboard may have gone with the paragraph.
    if (document.activeElement === document.body) field.current?.focus()
  }, [])
  return (
    <div className="bl block-editor" data-block-editor>
      <textarea
        ref={field}
        className="field src"
        aria-label={t('reader.edit.lostField')}
        dir="auto"
        readOnly
        value={draft}
        onKeyDown={onEscape}
      />
      <p className="field-error" role="status">
        {t('reader.edit.lost')}
      </p>
      <EscapeAgain isAsked={isAsked} />
      <div className="under">
        <p />
        <button type="button" className="btn s" onClick={onClose}>
          {t('reader.edit.discard')} <KeyCap chord="Escape" />
        </button>
      </div>
    </div>
  )
}
