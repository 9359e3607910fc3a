import { Check, ChevronDown } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import type { Timeline } from '../../../../src-main/contract/timeline-types'
import { runCommand } from '../../../commands/registry'
import { number, useText } from '../../../i18n/i18n'
import { showTimeline } from '../use-view'

type Props = { timelines: readonly Timeline[]; timeline: Timeline | null; total: number }

/** Which timeline is shown: all events, or a named choice of them. */
export function TimelineMenu({ timelines, timeline, total }: Props) {
  const t = useText()
  const entry = (id: number | null, name: string, count: number) => (
    <MenuItem key={id ?? 'all'} textValue={name} onAction={() => showTimeline(id)}>
      <span className="now">{(timeline?.id ?? null) === id && <Check className="s12" />}</span>
      <bdi className="trunc">{name}</bdi>
      <span className="count end">{number(count)}</span>
    </MenuItem>
  )
  const command = (id: 'timeline.create' | 'timeline.edit' | 'timeline.delete') => (
    <MenuItem textValue={t(`command.${id}`)} onAction={() => runCommand(id)}>
      <span className="now" />
      {t(`command.${id}`)}
    </MenuItem>
  )
  const shown = timeline?.name ?? t('timeline.timelines.all')
  return (
    <MenuTrigger>
      <Button className="btn timeline-menu" aria-label={t('timeline.timelines.shown', { name: shown })}>
        <bdi className="trunc">{shown}</bdi>
        <ChevronDown className="s14" />
      </Button>
      <Popover className="menu timelines" placement="bottom start">
        <Menu aria-label={t('timeline.timelines.menu')}>
          {entry(null, t('timeline.timelines.all'), total)}
          {timelines.map(({ id, name, eventIds }) => entry(id, name, eventIds.length))}
          <Separator />
          {command('timeline.create')}
          {timeline && command('timeline.edit')}
          {timeline && command('timeline.delete')}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
