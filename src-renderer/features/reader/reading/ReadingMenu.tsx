import { ALargeSmall, Minus, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Dialog, DialogTrigger, Popover, Pressable } from 'react-aria-components'
import { useCommandTitle } from '../../../commands/CommandButton'
import { useCommands } from '../../../commands/registry'
import { useText } from '../../../i18n/i18n'
import { Segmented } from '../../../ui/Segmented'
import '../../../ui/menu.css'
import { fonts, largest, leadings, type Reading, sizeOf, smallest, usual, widths, withStep } from './settings'
import { useChangeReading, useReading } from './use-reading'
import './reading.css'

/** How the text in all panes is set: size, longest line, letters, line spacing. */
export function ReadingMenu() {
  const t = useText()
  const titleOf = useCommandTitle()
  const reading = useReading() ?? usual
  const change = useChangeReading()
  const [isOpen, setOpen] = useState(false)
  const larger = sizeOf(reading) < largest ? () => change((now) => withStep(now, 1)) : null
  const smaller = sizeOf(reading) > smallest ? () => change((now) => withStep(now, -1)) : null
  useCommands({
    'reading.open': () => setOpen(true),
    'reading.larger': larger,
    'reading.smaller': smaller,
    'reading.reset': () => change(() => usual),
  })
  const choice = <K extends 'width' | 'font' | 'leading'>(what: K, values: readonly Reading[K][]) => (
    <>
      <span className="lbl">{t(`reading.${what}`)}</span>
      <Segmented
        label={t(`reading.${what}`)}
        value={reading[what]}
        options={values.map((value) => ({ value, label: t(`reading.${what}s.${value}`) }))}
        onChange={(value) => change((now) => ({ ...now, [what]: value }))}
      />
    </>
  )
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Pressable>
        <button type="button" className="btn icon" aria-label={t('reading.button')} title={titleOf('reading.open')}>
          <ALargeSmall />
        </button>
      </Pressable>
      <Popover className="menu reading-menu" placement="bottom end">
        <Dialog aria-label={t('reading.title')}>
          <span className="lbl">{t('reading.size')}</span>
          <fieldset className="size" aria-label={t('reading.size')}>
            <Step id="smaller" icon={<Minus className="s14" />} run={smaller} />
            <output aria-live="polite">{t('reading.pixels', { size: sizeOf(reading) })}</output>
            <Step id="larger" icon={<Plus className="s14" />} run={larger} />
          </fieldset>
          {choice('width', widths)}
          {choice('font', fonts)}
          {choice('leading', leadings)}
          <p className="q">{t('reading.hint')}</p>
          <button type="button" className="btn s" title={titleOf('reading.reset')} onClick={() => change(() => usual)}>
            {t('reading.reset')}
          </button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** A button that keeps the keyboard where there is no further step. */
function Step({ id, icon, run }: { id: 'larger' | 'smaller'; icon: ReactNode; run: (() => void) | null }) {
  const t = useText()
  const titleOf = useCommandTitle()
  return (
    <button
      type="button"
      className="btn s icon"
      aria-label={t(`reading.${id}`)}
      title={titleOf(`reading.${id}`)}
      aria-disabled={run === null}
      onClick={() => run?.()}
    >
      {icon}
    </button>
  )
}
