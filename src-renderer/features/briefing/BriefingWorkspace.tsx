import { FileDown } from 'lucide-react'
import { CommandButton } from '../../commands/CommandButton'
import { useCommandContext, useCommands } from '../../commands/registry'
import { act } from '../../data/act'
import { useText } from '../../i18n/i18n'
import { EmptyState } from '../../ui/EmptyState'
import { TopBarSlot } from '../../ui/TopBarSlot'
import './briefing.css'
import { BriefingEditor } from './BriefingEditor'
import { chooseBriefing, useBriefings } from './use-briefing'

/** Notes in the making: text, quotes by tag, timeline and sources, with what they will look like beside them. */
export function BriefingWorkspace() {
  const t = useText()
  const { isPending, rows, shown } = useBriefings()
  useCommandContext('briefing')
  useCommands({
    'briefing.create': async () => {
      const made = await act('briefing.create', { title: t('briefing.defaultTitle') })
      if (made) chooseBriefing(made.id)
    },
  })
  const at = rows.findIndex((row) => row.id === shown?.id) + 1
  return (
    <>
      <TopBarSlot
        crumb={
          <>
            <h1 className="trunc">{shown?.title ?? t('app.briefing')}</h1>
            {rows.length > 1 && (
              <>
                <span className="sep">/</span>
                <span className="q">{t('briefing.count', { at, total: rows.length })}</span>
              </>
            )}
          </>
        }
        actions={shown && <CommandButton id="briefing.export" className="primary" icon={<FileDown />} />}
      />
      {shown && <BriefingEditor key={shown.id} briefing={shown} rows={rows} />}
      {!isPending && rows.length === 0 && (
        <EmptyState title={t('briefing.empty.title')} line={t('briefing.empty.line')}>
          <CommandButton id="briefing.create" label={t('briefing.empty.create')} showKey />
        </EmptyState>
      )}
    </>
  )
}
