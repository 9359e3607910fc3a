import { Info } from 'lucide-react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useText } from '../../../i18n/i18n'

const marks = ['asWritten', 'workedOut', 'range', 'about', 'orLater', 'suggested', 'publication'] as const
const states = ['agreed', 'differs'] as const

/** What the marks mean: beside the drawing's controls where there is room, behind a button elsewhere. */
export function Legend() {
  const t = useText()
  return (
    <>
      <LegendList className="lgd wide" />
      <DialogTrigger>
        <Button className="btn s icon quiet lgd-button" aria-label={t('drawing.legend')}>
          <Info className="s14" />
        </Button>
        <Popover className="menu lgd-pop">
          <Dialog aria-label={t('drawing.legend')}>
            <LegendList className="lgd" />
          </Dialog>
        </Popover>
      </DialogTrigger>
    </>
  )
}

function LegendList({ className }: { className: string }) {
  const t = useText()
  return (
    <ul className={className}>
      {marks.map((mark) => (
        <li key={mark}>
          <Glyph mark={mark} />
          {t(`drawing.${mark}`)}
        </li>
      ))}
      {states.map((state) => (
        <li key={state} className={`lgd-${state}`}>
          <b aria-hidden="true">{state === 'agreed' ? '✓' : '≠'}</b>
          {t(`drawing.${state}`)}
        </li>
      ))}
    </ul>
  )
}

/** As the canvas draws it. */
function Glyph({ mark }: { mark: (typeof marks)[number] }) {
  return (
    <svg viewBox="0 0 22 12" aria-hidden="true">
      {mark === 'asWritten' && <circle className="m" cx="11" cy="6" r="4.5" />}
      {mark === 'workedOut' && <circle className="m h" cx="11" cy="6" r="4.5" />}
      {mark === 'range' && <path className="wh" d="M1 2v8M1 6H21M21 2v8" />}
      {mark === 'about' && (
        <>
          <circle className="m h" cx="11" cy="6" r="3.5" />
          <path className="wh" d="M16.500 6h2.500M20.500 6h1M5.500 6H3M1.500 6h-1" />
        </>
      )}
      {mark === 'orLater' && <path className="wh" d="M1 2v8M1 6H21M16 2l5 4l-5 4" />}
      {mark === 'suggested' && <circle className="m gh" cx="11" cy="6" r="4.5" />}
      {mark === 'publication' && <rect className="m" x="7" y="2" width="8" height="8" />}
    </svg>
  )
}
