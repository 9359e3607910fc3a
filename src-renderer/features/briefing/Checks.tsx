import { Check, CircleDot, EqualNot } from 'lucide-react'
import type { RenderedBriefing } from '../../../src-main/contract/types'
import { CommandKey } from '../../commands/CommandButton'
import { runCommand } from '../../commands/registry'
import { useText } from '../../i18n/i18n'

type Props = { rendered: RenderedBriefing; exported: string | null }

/** What a reader of the note could object to. Warns, never blocks the export. */
export function Checks({ rendered, exported }: Props) {
  const t = useText()
  const { unsourced, stale, footnotes } = rendered
  const issues = unsourced.length + stale.length
  const next = (): void => runCommand('briefing.nextIssue')
  return (
    <section className="checks" aria-label={t('briefing.checks.region')}>
      <h2>{t('briefing.checks.title')}</h2>
      {unsourced.length > 0 && (
        <button type="button" className="chk c" onClick={next}>
          <CircleDot className="s14" />
          {t('briefing.checks.unsourced', { count: unsourced.length })}
        </button>
      )}
      {stale.length > 0 && (
        <button type="button" className="chk b" onClick={next}>
          <EqualNot className="s14" />
          {t('briefing.checks.stale', { count: stale.length })}
        </button>
      )}
      {stale.length === 0 && (
        <span className={footnotes.length > 0 ? 'chk o' : 'chk n'}>
          {footnotes.length > 0 && <Check className="s14" />}
          {footnotes.length > 0 ? t('briefing.checks.sound', { count: footnotes.length }) : t('briefing.checks.none')}
        </span>
      )}
      <span className="grow" />
      <span className="t trunc" aria-live="polite">
        {exported !== null && t('briefing.checks.exported', { file: exported })}
      </span>
      {issues > 0 && (
        <button type="button" className="btn s quiet" onClick={next}>
          {t('briefing.checks.next')} <CommandKey id="briefing.nextIssue" />
        </button>
      )}
    </section>
  )
}
