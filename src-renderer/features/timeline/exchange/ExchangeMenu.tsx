import { ArrowLeftRight } from 'lucide-react'
import { useState } from 'react'
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Pressable, Separator } from 'react-aria-components'
import type { ExportedTimeline } from '../../../../src-main/contract/exchange-types'
import { type TimelineFormat, timelineFormatNames } from '../../../../src-main/domain/timeline-file'
import { useCommands } from '../../../commands/registry'
import { act } from '../../../data/act'
import { useText } from '../../../i18n/i18n'
import '../../../ui/menu.css'
import './exchange.css'
import { ExportLosses } from './ExportLosses'
import { ImportEvents } from './ImportEvents'

type Props = {
  /** The timeline that is shown, or null for all events. */
  timeline: { id: number; name: string } | null
  hasEvents: boolean
}

/** Files that a timeline is written to, and tables that events come from. */
export function ExchangeMenu({ timeline, hasEvents }: Props) {
  const t = useText()
  const [written, setWritten] = useState<{ file: ExportedTimeline; format: TimelineFormat } | null>(null)
  const [stageId, setStageId] = useState<number | null>(null)
  const name = timeline?.name ?? t('exchange.allEvents')
  const write = async (format: TimelineFormat): Promise<void> => {
    const file = await act('shell.exportTimeline', { timelineId: timeline?.id ?? null, format, suggestedName: name })
    if (file && file.losses.length > 0) setWritten({ file, format })
  }
  const choose = async (): Promise<void> => {
    const chosen = await act('shell.chooseEventTable', {})
    if (chosen) setStageId(chosen.stageId)
  }
  const writer = (format: TimelineFormat) => (hasEvents ? () => write(format) : null)
  useCommands({
    'timeline.exportCsv': writer('csv'),
    'timeline.exportJson': writer('json'),
    'timeline.exportTimelineJs': writer('timelinejs'),
    'timeline.exportICalendar': writer('icalendar'),
    'timeline.exportMarkdown': writer('markdown'),
    'event.import': choose,
  })
  return (
    <>
      <MenuTrigger>
        <Pressable>
          <button type="button" className="btn icon" aria-label={t('exchange.menu')} title={t('exchange.menu')}>
            <ArrowLeftRight />
          </button>
        </Pressable>
        <Popover className="menu" placement="bottom end">
          <Menu aria-label={t('exchange.menu')}>
            <MenuSection>
              <Header className="menu-head">{t('exchange.export', { name })}</Header>
              {timelineFormatNames.map((format) => (
                <MenuItem
                  key={format}
                  textValue={t(`exchange.format.${format}`)}
                  isDisabled={!hasEvents}
                  onAction={() => void write(format)}
                >
                  {t(`exchange.format.${format}`)}
                </MenuItem>
              ))}
            </MenuSection>
            <Separator />
            <MenuItem textValue={t('exchange.import')} onAction={() => void choose()}>
              {t('exchange.import')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {written && <ExportLosses {...written} onClose={() => setWritten(null)} />}
      {stageId !== null && <ImportEvents stageId={stageId} onClose={() => setStageId(null)} />}
    </>
  )
}
