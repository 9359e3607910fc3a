import type { EventRow } from '../../../../src-main/contract/timeline-types'
import { useText } from '../../../i18n/i18n'
import { StateChip } from '../StateChip'
import type { Descriptions } from './describe'
import type { Item } from './layout'

type Props = {
  item: Item
  events: readonly EventRow[]
  describe: Descriptions
  place: { x: number; y: number }
  size: { width: number; height: number }
}

const width = 260
const listed = 5

/** What is under the pointer. The list says the same to those who can't see it. */
export function HoverCard({ item, events, describe, place, size }: Props) {
  const t = useText()
  const [mark] = item.marks
  if (!mark) return null
  const isBelow = place.y < size.height / 2
  const style = {
    left: Math.max(4, Math.min(place.x + 12, size.width - width - 4)),
    ...(isBelow ? { top: place.y + 16 } : { bottom: size.height - place.y + 12 }),
  }
  const event = mark.kind === 'event' ? events.find(({ id }) => id === mark.id) : undefined
  const isCluster = item.shape === 'cluster'
  const byHand = describe.byHand(item)
  const titles = [...new Set(item.marks.map(({ title }) => title))]
  return (
    <div className="dr-card" style={style} aria-hidden="true">
      <b dir="auto">{isCluster ? describe.contents(item.marks) : mark.title}</b>
      <span className="q">{describe.dates(item)}</span>
      {byHand !== null && <span className="t">{byHand}</span>}
      {isCluster && (
        <ul>
          {titles.slice(0, listed).map((title) => (
            <li key={title} dir="auto" className="trunc">
              {title}
            </li>
          ))}
          {titles.length > listed && <li className="t">{t('drawing.mark.more', { count: titles.length - listed })}</li>}
        </ul>
      )}
      {!isCluster && event && <StateChip state={event.state} resolved={event.resolution?.holds ?? false} />}
      {isCluster && <span className="t">{t('drawing.mark.nearer')}</span>}
    </div>
  )
}
