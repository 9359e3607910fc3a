import { useEffect, useRef, useState } from 'react'
import type { RulePattern } from '../../../src-main/domain/cleaning-rule'
import { act } from '../../data/act'
import { closeRules } from '../../data/session'
import { useText } from '../../i18n/i18n'
import { Sheet } from '../../ui/Sheet'
import { PatternForm } from './PatternForm'

/** Teaches a rule by a line that was met while reading. */
export function TeachSheet({ outlet, text }: { outlet: string; text: string }) {
  const t = useText()
  const [pattern, setPattern] = useState<RulePattern>({ compare: 'is', text })
  const isOpen = useRef(false)
  useEffect(() => {
    isOpen.current = true
    return () => {
      isOpen.current = false
    }
  }, [])
  const create = async (): Promise<void> => {
    const taught = await act('rule.create', { outlet, ...pattern })
    // Closed meanwhile, it must not close a sheet that was opened after it.
    if (taught && isOpen.current) closeRules()
  }
  return (
    <Sheet
      title={t('rules.teachTitle', { outlet })}
      line={t('rules.teachLine')}
      closeLabel={t('app.close')}
      onClose={closeRules}
      width={620}
    >
      <PatternForm
        outlet={outlet}
        pattern={pattern}
        onChange={setPattern}
        submitLabel={t('rules.create')}
        onSubmit={create}
        onCancel={closeRules}
      />
    </Sheet>
  )
}
