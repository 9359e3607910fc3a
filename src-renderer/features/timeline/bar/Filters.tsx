import { ListFilter, Pencil, Trash2, X } from 'lucide-react'
import { type RefObject, useMemo } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { EventRow } from '../../../../src-main/contract/timeline-types'
import type { EventState } from '../../../../src-main/domain/event'
import { CommandButton, CommandKey } from '../../../commands/CommandButton'
import { useSession } from '../../../data/session'
import { number, useText } from '../../../i18n/i18n'
import { conditionsOf, noFilter, outletsOf } from '../event-filter'
import { noMarks } from '../marks'
import type { Names } from '../use-names'
import { handOver, setFilter, setMarks, setView, useView } from '../use-view'
import './bar.css'

type Props = {
  events: readonly EventRow[]
  own: readonly EventRow[]
  names: Names
  filterRef: RefObject<HTMLInputElement | null>
  /** The keyboard goes on to the table. */
  onDone: () => void
}

/** Narrows what is shown by words and conditions, and says what is left. */
export function Filters({ events, own, names, filterRef, onDone }: Props) {
  const t = useText()
  const filter = useView((s) => s.filter)
  return (
    <>
      <search className="tl-filter">
        <input
          ref={filterRef}
          type="search"
          className="field"
          aria-label={t('timeline.table.filter')}
          placeholder={t('timeline.table.filter')}
          autoComplete="off"
          spellCheck={false}
          value={filter.text}
          onChange={(event) => setFilter({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && filter.text !== '') setFilter({ text: '' })
            else if (['Escape', 'Enter', 'ArrowDown'].includes(event.key)) onDone()
            else return
            event.preventDefault()
          }}
        />
        {filter.text === '' ? (
          <CommandKey id="event.filter" />
        ) : (
          <button
            type="button"
            className="btn s icon quiet"
            aria-label={t('timeline.filter.clearText')}
            onClick={() => {
              setFilter({ text: '' })
              filterRef.current?.focus()
            }}
          >
            <X className="s14" />
          </button>
        )}
      </search>
      <ConditionsMenu own={own} names={names} />
      <p className="t trunc" aria-live="polite">
        {events.length < own.length &&
          t('timeline.filter.left', { shown: number(events.length), count: number(own.length) })}
      </p>
    </>
  )
}

/** What can be done with events that are chosen together. Under the table, so that no row moves as the first is chosen. */
export function MarkedBar({ inTimeline }: { inTimeline: boolean }) {
  const t = useText()
  const count = useView((s) => s.marks.ids.length)
  if (count === 0) return null
  return (
    <fieldset className="tl-bar marked" aria-label={t('timeline.bulk.region')} data-region>
      <span aria-live="polite">{t('timeline.bulk.chosen', { count })}</span>
      <CommandButton
        id="event.editMany"
        className="s"
        icon={<Pencil className="s14" />}
        label={t('timeline.bulk.edit')}
        showKey
      />
      <CommandButton id="timeline.choose" className="s" label={t('timeline.timelines.takeShort')} showKey />
      {inTimeline && <CommandButton id="timeline.leave" className="s" label={t('timeline.timelines.leave')} />}
      <CommandButton
        id="event.delete"
        className="s danger"
        icon={<Trash2 className="s14" />}
        label={t('timeline.bulk.delete')}
      />
      <button
        type="button"
        className="btn s icon quiet"
        aria-label={t('timeline.bulk.clear')}
        title={t('timeline.bulk.clear')}
        onClick={() => {
          handOver(useSession.getState().eventId)
          setMarks(noMarks)
        }}
      >
        <X className="s14" />
      </button>
    </fieldset>
  )
}

const states = [
  'corroborated',
  'single-source',
  'conflicting',
  'unsourced',
] as const satisfies readonly EventState['kind'][]

/** Conditions beside words: state, tag, outlet, without a date. */
function ConditionsMenu({ own, names }: { own: readonly EventRow[]; names: Names }) {
  const t = useText()
  const filter = useView((s) => s.filter)
  const count = conditionsOf(filter)
  const outlets = useMemo(() => outletsOf(own), [own])
  return (
    <DialogTrigger>
      <Button className="btn s">
        <ListFilter className="s14" />
        {count > 0 ? t('timeline.filter.conditions', { count }) : t('timeline.filter.title')}
      </Button>
      <Popover className="menu conditions" placement="bottom start">
        <Dialog aria-label={t('timeline.filter.title')}>
          <Choice
            label={t('timeline.table.state')}
            any={t('timeline.filter.anyState')}
            value={filter.state}
            options={states.map((state) => ({ value: state, name: t(`timeline.filter.states.${state}`) }))}
            onChange={(state) => setFilter({ state: states.find((one) => one === state) ?? null })}
          />
          <Choice
            label={t('timeline.table.tags')}
            any={t('timeline.filter.anyTag')}
            value={filter.tagId === null ? null : String(filter.tagId)}
            options={names.tagChoices.map(({ id, name }) => ({ value: id, name }))}
            onChange={(id) => setFilter({ tagId: id === null ? null : Number(id) })}
          />
          <Choice
            label={t('timeline.filter.outlet')}
            any={t('timeline.filter.anyOutlet')}
            value={filter.outlet}
            options={outlets.map((outlet) => ({ value: outlet, name: outlet || t('cite.outletUnknown') }))}
            onChange={(outlet) => setFilter({ outlet })}
          />
          <label className="undated">
            <input
              type="checkbox"
              className="check"
              checked={filter.undated}
              onChange={(event) => setFilter({ undated: event.target.checked })}
            />
            {t('timeline.filter.undated')}
          </label>
          <button
            type="button"
            className="btn s"
            aria-disabled={count === 0}
            onClick={() => setView({ filter: { ...noFilter, text: filter.text } })}
          >
            {t('timeline.filter.clear')}
          </button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

type ChoiceProps = {
  label: string
  any: string
  /** Null: any. An option's value may be empty. */
  value: string | null
  options: readonly { value: string; name: string }[]
  onChange: (value: string | null) => void
}

function Choice({ label, any, value, options, onChange }: ChoiceProps) {
  return (
    <label>
      <span className="lbl">{label}</span>
      <select
        className="field"
        value={value === null ? 'any' : `is ${value}`}
        onChange={(event) => onChange(event.target.value === 'any' ? null : event.target.value.slice('is '.length))}
      >
        <option value="any">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={`is ${option.value}`}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  )
}
