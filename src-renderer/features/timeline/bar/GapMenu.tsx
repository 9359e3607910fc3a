import { ChevronDown } from 'lucide-react'
import { useMemo } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { EventRow } from '../../../../src-main/contract/timeline-types'
import { type Gap, gapsOf } from '../../../../src-main/domain/gap'
import { useDateText } from '../../../i18n/dates'
import { number, useText } from '../../../i18n/i18n'
import { setView } from '../use-view'

/** The stretches of the timeline without any event, longest first. One leads to the first event after it. */
export function GapMenu({ events }: { events: readonly EventRow[] }) {
  const t = useText()
  const dateText = useDateText()
  const gaps = useMemo(() => gapsOf(events.map((event) => event.interval)), [events])
  if (gaps.length === 0) return null
  const words = ({ after, before }: Gap): string =>
    t('timeline.gaps.nothing', { after: dateText(after), before: dateText(before) })
  return (
    <MenuTrigger>
      <Button className="btn quiet">
        {t('timeline.gaps.button', { count: gaps.length })}
        <ChevronDown className="s14" />
      </Button>
      <Popover className="menu gaps" placement="bottom end">
        <Menu aria-label={t('timeline.gaps.title')}>
          {gaps.map((gap) => (
            <MenuItem key={gap.after} textValue={words(gap)} onAction={() => showAfter(gap, events)}>
              <span className="trunc">
                {words(gap)}
                {gap.possible > 0 && (
                  <span className="sub"> {t('timeline.gaps.possible', { count: gap.possible })}</span>
                )}
              </span>
              <span className="count end">
                {t('timeline.gaps.days', { count: gap.days, number: number(gap.days) })}
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

/** The event that ends a gap gets the keyboard, once the menu has given it back. */
function showAfter(gap: Gap, events: readonly EventRow[]): void {
  const next = events.find(({ interval }) => interval !== null && (interval.earliest ?? interval.latest) === gap.before)
  if (next) requestAnimationFrame(() => requestAnimationFrame(() => setView({ focusWanted: next.id })))
}
