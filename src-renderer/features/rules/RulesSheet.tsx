import { Pencil, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { TaughtRule } from '../../../src-main/contract/text-types'
import type { RulePattern } from '../../../src-main/domain/cleaning-rule'
import { act } from '../../data/act'
import { useAnswer } from '../../data/queries'
import { closeRules } from '../../data/session'
import { number, useText } from '../../i18n/i18n'
import { EmptyState } from '../../ui/EmptyState'
import { ScrollRegion } from '../../ui/ScrollRegion'
import { Sheet } from '../../ui/Sheet'
import { Applying } from './Applying'
import { PatternForm } from './PatternForm'

/** All cleaning rules: to see, edit and delete. @param ruleId the rule to bring into view first */
export function RulesSheet({ ruleId }: { ruleId: number | null }) {
  const t = useText()
  const rules = useAnswer('rule.list', {})
  const [editing, setEditing] = useState<TaughtRule | null>(null)
  const [said, setSaid] = useState('')
  const [focused, setFocused] = useState(ruleId)
  const [isDeleting, setDeleting] = useState(false)
  const remove = async (rule: TaughtRule, next: TaughtRule | undefined): Promise<void> => {
    if (isDeleting) return
    setDeleting(true)
    setFocused(next?.id ?? null)
    const deleted = await act('rule.delete', { id: rule.id })
    if (deleted) setSaid(t('rules.deleted', { count: deleted.restored, number: number(deleted.restored) }))
    setDeleting(false)
  }
  const finish = (rule: TaughtRule): void => {
    setFocused(rule.id)
    setEditing(null)
  }
  return (
    <Sheet
      title={t('rules.title')}
      line={editing ? editing.outlet : t('rules.line')}
      closeLabel={t('app.close')}
      onClose={closeRules}
      width={editing ? 620 : 760}
    >
      {rules.error && <p className="field-error rules-failed">{t(`error.${rules.error.code}`, rules.error.params)}</p>}
      {editing && <EditRule rule={editing} onDone={() => finish(editing)} />}
      {!editing && rules.data?.length === 0 && <EmptyState title={t('rules.empty')} line={t('rules.emptyLine')} />}
      {!editing && rules.data && rules.data.length > 0 && (
        <ScrollRegion className="rules-list" label={t('rules.title')}>
          <RulesTable rules={rules.data} focused={focused} onEdit={setEditing} onDelete={remove} />
        </ScrollRegion>
      )}
      {isDeleting && (
        <div className="rules-applying">
          <Applying />
        </div>
      )}
      <p className="vh" aria-live="polite">
        {said}
      </p>
    </Sheet>
  )
}

function EditRule({ rule, onDone }: { rule: TaughtRule; onDone: () => void }) {
  const t = useText()
  const [pattern, setPattern] = useState<RulePattern>({ compare: rule.compare, text: rule.text })
  const save = async (): Promise<void> => {
    if (await act('rule.set', { id: rule.id, ...pattern })) onDone()
  }
  return (
    <PatternForm
      outlet={rule.outlet}
      pattern={pattern}
      onChange={setPattern}
      ruleId={rule.id}
      submitLabel={t('rules.save')}
      onSubmit={save}
      onCancel={onDone}
    />
  )
}

type TableProps = {
  rules: readonly TaughtRule[]
  focused: number | null
  onEdit: (rule: TaughtRule) => void
  onDelete: (rule: TaughtRule, next: TaughtRule | undefined) => Promise<void>
}

function RulesTable({ rules, focused, onEdit, onDelete }: TableProps) {
  const t = useText()
  const table = useRef<HTMLTableElement>(null)
  useEffect(() => {
    table.current?.querySelector<HTMLElement>(`[data-rule="${focused}"] button`)?.focus()
  }, [focused])
  return (
    <table className="rules-table" ref={table}>
      <thead>
        <tr>
          <th scope="col">{t('rules.columns.outlet')}</th>
          <th scope="col">{t('rules.columns.rule')}</th>
          <th scope="col">{t('rules.columns.hidden')}</th>
          <th scope="col">
            <span className="vh">{t('rules.columns.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule, i) => (
          <tr key={rule.id} data-rule={rule.id}>
            <td>
              <bdi>{rule.outlet}</bdi>
            </td>
            <td>
              <span className="sub">{t(`rules.listed.${rule.compare}`)}</span>
              <span className="src clamp2" dir="auto">
                {rule.text}
              </span>
            </td>
            <td>
              {rule.blocks > 0
                ? `${t('rules.lines', { count: rule.blocks, number: number(rule.blocks) })} ${t('rules.inArticles', { count: rule.articles, number: number(rule.articles) })}`
                : t('rules.none')}
              {rule.restored > 0 && (
                <span className="sub">
                  {t('rules.restored', { count: rule.restored, number: number(rule.restored) })}
                </span>
              )}
            </td>
            <td>
              <button
                type="button"
                className="btn s icon quiet"
                aria-label={t('rules.editOf', { text: rule.text })}
                title={t('rules.edit')}
                onClick={() => onEdit(rule)}
              >
                <Pencil className="s14" />
              </button>
              <button
                type="button"
                className="btn s icon quiet"
                aria-label={t('rules.deleteOf', { text: rule.text })}
                title={t('rules.delete')}
                onClick={() => void onDelete(rule, rules[i + 1] ?? rules[i - 1])}
              >
                <Trash2 className="s14" />
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
