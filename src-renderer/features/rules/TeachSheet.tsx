import { useState } from 'react'
import type { RulePattern } from '../../../src-main/domain/cleaning-rule'
import { act } from '../../data/act'
import { closeRules } from '../../data/session'
import { useOnce } from '../../data/use-once'
import { useText } from '../../i18n/i18n'
import { Sheet } from '../../ui/Sheet'
import { PatternForm } from './PatternForm'

/** Teaches a rule by a line that was met while reading. */
export function TeachSheet({ outlet, text }: { outlet: string; text: string }) {
  const t = useText()
  const [pattern, setPattern] = useState<RulePattern>({ compare: 'is', text })
  const create = useOnce(async () => {
    if (await act('rule.create', { outlet, ...pattern })) closeRules()
  })
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
        onSubmit={() => void create()}
        onCancel={closeRules}
      />
    </Sheet>
  )
}
