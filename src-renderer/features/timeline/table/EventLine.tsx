import { memo } from 'react'
import type { Event, EventRow, Evidence, EvidenceRow } from '../../../../src-main/contract/timeline-types'
import { useCite } from '../../../i18n/cite'
import { stepText, useDateText } from '../../../i18n/dates'
import { useText } from '../../../i18n/i18n'
import { TagChip } from '../../../ui/TagChip'
import type { Column, EditableColumn } from '../columns'
import { Edtf } from '../Edtf'
import { Quote } from '../Quote'
import { Differences, StateChip, stateDetail } from '../StateChip'
import { type Names, tagsOn } from '../use-names'
import { CellEditor, type Ending } from './CellEditor'

type Props = {
  event: EventRow
  index: number
  columns: readonly Column[]
  names: Names
  marked: boolean
  /** Whether the row reads as chosen: marked, or under the cursor while nothing is marked. */
  selected: boolean
  /** The chosen event's row is open and shows all that it rests on; null where it isn't, or that is not known yet. */
  detail: Event | null
  isOpen: boolean
  /** Where the table's tab stop is in this row. */
  stop: 'row' | Column | null
  editing: EditableColumn | null
  onEnd: (ending: Ending) => void
  measure: ((element: HTMLTableRowElement | null) => void) | null
}

/** One event of the table. Clicks and keys are the table's. */
export const EventLine = memo(function EventLine(props: Props) {
  const { event, index, columns, marked, selected, isOpen, stop, editing, names, measure } = props
  const t = useText()
  return (
    <tr
      ref={measure}
      className={isOpen ? 'open' : undefined}
      data-index={index}
      data-event={event.id}
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={stop === 'row' ? 0 : -1}
      data-region-focus={stop === 'row' || undefined}
      data-first={stop === 'row' || undefined}
    >
      <td className="c-mark">
        <input
          type="checkbox"
          className="check"
          tabIndex={-1}
          aria-label={t('timeline.table.mark', { title: event.title })}
          checked={marked}
          readOnly
        />
      </td>
      {columns.map((column) => (
        <td
          key={column}
          role="gridcell"
          data-column={column}
          className={editing === column ? 'editing' : undefined}
          tabIndex={stop === column ? 0 : undefined}
          data-region-focus={stop === column || undefined}
        >
          {editing === column ? (
            <CellEditor
              column={editing}
              event={event}
              names={names}
              label={t('timeline.table.edit', { column: t(`timeline.table.${column}`), title: event.title })}
              onEnd={props.onEnd}
            />
          ) : (
            <Cell column={column} {...props} />
          )}
        </td>
      ))}
    </tr>
  )
})

function Cell({ column, event, names, detail, isOpen, columns }: Props & { column: Column }) {
  if (column === 'asWritten') return <AsWritten asserted={event.evidence[0]?.asserted ?? ''} />
  if (column === 'resolved') return <Resolved event={event} isOpen={isOpen} detail={detail} />
  if (column === 'event') return <TitleCell {...{ event, detail, isOpen, columns, names }} />
  if (column === 'place') return <Name name={event.place} />
  if (column === 'actors') return <Name name={event.actors.join(', ')} />
  if (column === 'tags') return event.tagIds.length === 0 ? <None /> : <TagList names={names} tagIds={event.tagIds} />
  if (column === 'state') return <StateChip state={event.state} resolved={event.resolution?.holds === true} />
  return <EvidenceCell event={event} detail={detail} isOpen={isOpen} />
}

function None() {
  const t = useText()
  return <span className="t ui">{t('timeline.table.none')}</span>
}

const Name = ({ name }: { name: string }) => (name === '' ? <None /> : <bdi className="trunc line">{name}</bdi>)

const AsWritten = ({ asserted }: { asserted: string }) =>
  asserted === '' ? (
    <None />
  ) : (
    <span className="src trunc line" dir="auto">
      “{asserted}”
    </span>
  )

function Resolved({ event, isOpen, detail }: Pick<Props, 'event' | 'isOpen' | 'detail'>) {
  const t = useText()
  const dateText = useDateText()
  return (
    <>
      {/* Putting a date into words takes longer than drawing its row: it waits until it is asked for. */}
      <span
        className="mono"
        onPointerEnter={(pointed) => {
          if (event.edtf !== null) pointed.currentTarget.title = dateText(event.edtf)
        }}
      >
        {event.edtf === null ? t('timeline.table.noDate') : <Edtf edtf={event.edtf} />}
      </span>
      {isOpen && <DateNote event={event} detail={detail} />}
    </>
  )
}

const TagList = ({ names, tagIds }: { names: Names; tagIds: readonly number[] }) => (
  <span className="tag-list">
    {tagsOn(names, tagIds).map(({ id, name, colour }) => colour && <TagChip key={id} name={name} colour={colour} />)}
  </span>
)

/** How the event's date came about, in a few words, and the date in words. */
function DateNote({ event, detail }: { event: EventRow; detail: Event | null }) {
  const t = useText()
  const dateText = useDateText()
  const step = detail?.evidence[0]?.derivation.find((s) => s.code !== 'as-written')
  const how =
    event.dateOrigin === 'researcher'
      ? t('date.step.entered')
      : event.state.agree > 1
        ? t('timeline.state.agree', { count: event.state.agree })
        : step && stepText(t, step)
  const words = dateText(event.edtf)
  return (
    <>
      {words !== event.edtf && event.edtf !== null && <span className="how">{words}</span>}
      {how && <span className="how">{how}</span>}
    </>
  )
}

type TitleProps = Pick<Props, 'event' | 'detail' | 'isOpen' | 'columns' | 'names'>

function TitleCell({ event, detail, isOpen, columns, names }: TitleProps) {
  const t = useText()
  const hidden = (column: Column): boolean => !columns.includes(column)
  return (
    <>
      <span className={isOpen ? undefined : 'trunc line'} dir="auto">
        {event.title}
      </span>
      {isOpen && (
        <>
          <span className="sub line">{stateDetail(t, event.state)}</span>
          {detail && event.state.kind === 'conflicting' && <Differences event={detail} />}
          {detail?.evidence.some((evidence) => evidence.differing.length > 0) && (
            <span className="sub line">{t('timeline.state.namesDiffer')}</span>
          )}
          {hidden('place') && event.place !== '' && <bdi className="sub line">{event.place}</bdi>}
          {hidden('actors') && event.actors.length > 0 && <bdi className="sub line">{event.actors.join(', ')}</bdi>}
          {hidden('tags') && event.tagIds.length > 0 && <TagList names={names} tagIds={event.tagIds} />}
        </>
      )}
    </>
  )
}

function EvidenceCell({ event, detail, isOpen }: Pick<Props, 'event' | 'detail' | 'isOpen'>) {
  if (isOpen && detail) return detail.evidence.map((evidence) => <FullLine key={evidence.id} evidence={evidence} />)
  const [first, ...others] = event.evidence
  if (!first) return <None />
  return <EvidenceLine evidence={first} more={others.length} />
}

function EvidenceLine({ evidence, more }: { evidence: EvidenceRow; more: number }) {
  const t = useText()
  const cite = useCite()
  return (
    <div className="evd">
      <button type="button" className="link" dir="auto" tabIndex={-1} data-evidence={evidence.id}>
        <bdi>{cite(evidence)}</bdi>
      </button>
      <span className="src trunc" dir="auto">
        “{evidence.quote}”
      </span>
      {more > 0 && <span className="link">{t('timeline.table.more', { count: more })}</span>}
    </div>
  )
}

function FullLine({ evidence }: { evidence: Evidence }) {
  const cite = useCite()
  return (
    <div className="evd">
      <button type="button" className="link" dir="auto" tabIndex={-1} data-evidence={evidence.id}>
        <bdi>{cite(evidence.passage)}</bdi>
      </button>
      <span className="src trunc" dir="auto" lang={evidence.passage.language ?? undefined}>
        <Quote evidence={evidence} />
      </span>
    </div>
  )
}
