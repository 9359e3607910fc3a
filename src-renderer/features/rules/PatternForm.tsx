import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { isUsablePattern, type RulePattern, ruleCompares } from '../../../src-main/domain/cleaning-rule'
import { useOnce } from '../../data/use-once'
import { useText } from '../../i18n/i18n'
import { Segmented } from '../../ui/Segmented'
import { TextField } from '../../ui/TextField'
import { Applying } from './Applying'
import { Trial } from './Trial'

type Props = {
  outlet: string
  pattern: RulePattern
  onChange: (pattern: RulePattern) => void
  /** The rule that is being edited. */
  ruleId?: number
  submitLabel: string
  /** Resolves once the rule holds, or where it could not be taken. */
  onSubmit: () => Promise<void>
  onCancel: () => void
}

/** What a rule looks for, and at once what it would hide. Enter takes it. */
export function PatternForm({ outlet, pattern, onChange, ruleId, submitLabel, onSubmit, onCancel }: Props) {
  const t = useText()
  const usable = isUsablePattern(pattern)
  const asked = useSettled(pattern, typingPauseMs)
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const [isApplying, setApplying] = useState(false)
  const take = useOnce(async () => {
    setApplying(true)
    await onSubmit()
    setApplying(false)
  })
  const submit = (event?: FormEvent): void => {
    event?.preventDefault()
    if (usable) void take()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    if (!(event.target instanceof HTMLTextAreaElement)) return
    event.preventDefault()
    submit()
  }
  return (
    <form className="rule-form" onSubmit={submit} onKeyDown={onKeyDown}>
      <div className="rule-fields">
        <TextField
          label={t('rules.text')}
          rows={3}
          source
          inputRef={field}
          value={pattern.text}
          onChange={(text) => onChange({ ...pattern, text })}
          hint={t('rules.hint')}
          error={usable ? null : t('rules.tooLittle')}
        />
        <div className="rule-compare">
          <span className="lbl" aria-hidden>
            {t('rules.compare')}
          </span>
          <Segmented
            label={t('rules.compare')}
            value={pattern.compare}
            options={ruleCompares.map((value) => ({ value, label: t(`rules.compares.${value}`) }))}
            onChange={(compare) => onChange({ ...pattern, compare })}
          />
        </div>
        <Trial outlet={outlet} pattern={isUsablePattern(asked) ? asked : null} ruleId={ruleId} />
      </div>
      <footer>
        <div className="grow">{isApplying && <Applying />}</div>
        <button type="button" className="btn" onClick={onCancel}>
          {t(isApplying ? 'app.close' : 'app.cancel')}
        </button>
        <button type="submit" className="btn primary" disabled={!usable} aria-disabled={isApplying || undefined}>
          {submitLabel}
        </button>
      </footer>
    </form>
  )
}

/** How long typing has to rest before a pattern is tried, in milliseconds. */
const typingPauseMs = 150

/** A value once it has not changed for a while; the first one at once. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
