import { useSession } from '../../data/session'
import { RulesSheet } from './RulesSheet'
import { TeachSheet } from './TeachSheet'
import './rules.css'

/** The dialogs of cleaning rules, which any screen may open. */
export function RuleSheets() {
  const sheet = useSession((s) => s.ruleSheet)
  if (sheet?.kind === 'teach') return <TeachSheet outlet={sheet.outlet} text={sheet.text} />
  return sheet?.kind === 'list' ? <RulesSheet ruleId={sheet.ruleId} /> : null
}
