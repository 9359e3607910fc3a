import { ChevronDown, ChevronRight, Download, Lightbulb, Minus, Plus } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { CommandButton } from '../../../commands/CommandButton'
import { useText } from '../../../i18n/i18n'
import { Segmented } from '../../../ui/Segmented'
import { Legend } from './Legend'
import { setDrawing, useDrawing } from './store'
import { pxPerDayFor, stepFor } from './ticks'
import { useSettledView } from './use-viewport'
import { centred, fitted } from './view'
import { isWhole, type Viewport } from './viewport'

export type Save = { svg: () => void; png: () => void; print: () => void }

type Props = {
  viewport: Viewport
  /** There is nothing to look at. */
  isEmpty: boolean
  hasSuggestions: boolean
  withoutDate: number
  /** A day to keep in view when the level changes: that of the event in hand, else of one that is near. */
  anchor: () => number | null
  save: Save
}

const levels = ['day', 'week', 'month', 'year'] as const

/** How the drawing is looked at: suggestions, nearness; and what leaves it. */
export function DrawingBar(props: Props) {
  const t = useText()
  const isOpen = useDrawing((s) => s.isOpen)
  const Icon = isOpen ? ChevronDown : ChevronRight
  return (
    <div className="dr-bar">
      <button
        type="button"
        className="btn s quiet dr-toggle"
        aria-expanded={isOpen}
        onClick={() => setDrawing({ isOpen: !isOpen })}
      >
        <Icon className="s14" />
        {t('drawing.show')}
      </button>
      {isOpen && !props.isEmpty && <Controls {...props} />}
    </div>
  )
}

function Controls({ viewport, hasSuggestions, withoutDate, anchor, save }: Props) {
  const t = useText()
  const withSuggestions = useDrawing((s) => s.withSuggestions)
  return (
    <>
      {hasSuggestions && (
        <button
          type="button"
          className="btn s icon quiet"
          aria-pressed={withSuggestions}
          aria-label={t('drawing.showSuggested')}
          title={t('drawing.showSuggested')}
          onClick={() => setDrawing({ withSuggestions: !withSuggestions })}
        >
          <Lightbulb className="s14" />
        </button>
      )}
      <Legend />
      <span className="grow" />
      {withoutDate > 0 && <span className="t dr-undated">{t('drawing.withoutDate', { count: withoutDate })}</span>}
      <CommandButton id="drawing.farther" icon={<Minus className="s14" />} className="s" iconOnly />
      <Levels viewport={viewport} anchor={anchor} />
      <CommandButton id="drawing.nearer" icon={<Plus className="s14" />} className="s" iconOnly />
      <SaveMenu save={save} />
    </>
  )
}

function Levels({ viewport, anchor }: Pick<Props, 'viewport' | 'anchor'>) {
  const t = useText()
  const view = useSettledView(viewport)
  const unit = levels.find((level) => level === stepFor(view.pxPerDay).unit) ?? ''
  const go = (level: (typeof levels)[number] | 'all' | ''): void => {
    if (level === '') return
    const middle = view.left + view.width / view.pxPerDay / 2
    if (level === 'all') viewport.glide(fitted(viewport.whole(), view.width))
    else viewport.glide(centred(view, anchor() ?? middle, pxPerDayFor(level)))
  }
  return (
    <div className="dr-levels">
      <Segmented
        label={t('drawing.zoom')}
        value={isWhole(view, viewport.whole()) ? 'all' : unit}
        options={[
          { value: 'day', label: t('drawing.days') },
          { value: 'week', label: t('drawing.weeks') },
          { value: 'month', label: t('drawing.months') },
          { value: 'year', label: t('drawing.years') },
          { value: 'all', label: t('drawing.all') },
        ]}
        onChange={go}
      />
    </div>
  )
}

function SaveMenu({ save }: { save: Save }) {
  const t = useText()
  return (
    <MenuTrigger>
      <Button className="btn s icon" aria-label={t('drawing.save')}>
        <Download className="s14" />
      </Button>
      <Popover placement="bottom end">
        <Menu className="menu" aria-label={t('drawing.save')}>
          <MenuItem onAction={save.svg}>{t('drawing.saveSvg')}</MenuItem>
          <MenuItem onAction={save.png}>{t('drawing.savePng')}</MenuItem>
          <MenuItem onAction={save.print}>{t('drawing.print')}</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
