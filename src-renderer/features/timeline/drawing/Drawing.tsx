import { memo, useRef, useState } from 'react'
import type { EventRow } from '../../../../src-main/contract/timeline-types'
import type { Suggestion } from '../../../../src-main/contract/types'
import type { LaneKind } from '../../../../src-main/domain/timeline'
import { useCommands } from '../../../commands/registry'
import { act } from '../../../data/act'
import { openInRead } from '../../../data/session'
import { useText } from '../../../i18n/i18n'
import { DrawingBar } from './DrawingBar'
import { useDescriptions } from './describe'
import { HeightHandle } from './HeightHandle'
import { Overview } from './Overview'
import { overviewHeight } from './overview'
import { PrintDrawing } from './PrintDrawing'
import { Stage } from './Stage'
import { type Sheet, saveSheet, sheetOf } from './save'
import { setDrawing, useDrawing } from './store'
import './drawing.css'
import { useContent } from './use-content'
import { usePicture } from './use-picture'
import { type Size, usePalette, useSize, useTextMeasure } from './use-surroundings'
import { useBounds, useViewport } from './use-viewport'
import { fitted, nearestDay, xOf, zoomed } from './view'

type Props = {
  /** What the picture is called. */
  title: string
  /** The lane of all events, where there are no others. */
  laneName: string
  events: readonly EventRow[]
  suggestions: readonly Suggestion[]
  laneKind: LaneKind
  tagName: (tagId: number) => string
  chosenId: number | null
  onChoose: (eventId: number) => void
  onOpen: (eventId: number) => void
  onSuggestion: (key: string) => void
}

const none: readonly Suggestion[] = []

/**
 * Events in time: what is certain as points, what is not as spans, who says so as lanes. Drawn anew only where one of its
 * properties is another.
 */
export const Drawing = memo(function Drawing(props: Props) {
  const t = useText()
  const { events, suggestions, laneKind, laneName, tagName, chosenId } = props
  const withSuggestions = useDrawing((s) => s.withSuggestions)
  const isOpen = useDrawing((s) => s.isOpen)
  const height = useDrawing((s) => s.height)
  const section = useRef<HTMLElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const palette = usePalette()
  const viewport = useViewport()
  const text = useTextMeasure()
  const describe = useDescriptions()
  const content = useContent({ events, suggestions: withSuggestions ? suggestions : none, laneKind, laneName, tagName })
  const shown = content !== null && isOpen
  const size = useSize(box, shown)
  const picture = usePicture(content, size && stageSize(size), text)
  useBounds(viewport, content, picture?.frame ?? null)
  const [printed, setPrinted] = useState<Sheet | null>(null)

  const sheet = (): Sheet | null => {
    if (!picture) return null
    const description = t('drawing.picture', {
      events: t('timeline.events', { count: events.length }),
      dates: describe.range(viewport.view()),
    })
    return sheetOf(picture, viewport.view(), { title: props.title, description })
  }
  const withSheet = (use: (sheet: Sheet) => unknown) => (): void => {
    const made = sheet()
    if (made) use(made)
  }
  const save = {
    svg: withSheet((made) => saveSheet(made, 'svg')),
    png: withSheet((made) => saveSheet(made, 'png')),
    print: withSheet(setPrinted),
  }
  const anchor = (): number | null => {
    const mark = content?.marks.find(({ kind, id }) => kind === 'event' && id === chosenId)
    return mark ? (mark.span.from + mark.span.to) / 2 : null
  }
  /** The event in hand stays where it is, as far as it can be seen. */
  const zoom = (factor: number): void => {
    const view = viewport.view()
    const x = xOf(view, anchor() ?? Number.NaN)
    viewport.glide(zoomed(view, factor, x > 0 && x < view.width ? x : undefined))
  }
  const focus = (): void => {
    setDrawing({ isOpen: true })
    requestAnimationFrame(() => section.current?.querySelector<HTMLElement>('[role=listbox]')?.focus())
  }
  useCommands({
    'drawing.nearer': shown ? () => zoom(2) : null,
    'drawing.farther': shown ? () => zoom(0.5) : null,
    'drawing.all': shown ? () => viewport.glide(fitted(viewport.whole(), viewport.view().width)) : null,
    'drawing.focus': content ? focus : null,
    'drawing.saveSvg': shown ? save.svg : null,
    'drawing.savePng': shown ? save.png : null,
    'drawing.print': shown ? save.print : null,
  })
  if (events.length === 0 && suggestions.length === 0) return null
  return (
    <section className="drawing" ref={section} aria-label={t('drawing.region')} data-region>
      <DrawingBar
        viewport={viewport}
        isEmpty={content === null}
        hasSuggestions={suggestions.length > 0}
        withoutDate={content?.withoutDate ?? 0}
        anchor={() => anchor() ?? nearestDay(viewport.view(), content?.marks ?? [])}
        save={save}
      />
      {isOpen && content === null && <p className="dr-empty">{t('drawing.empty')}</p>}
      {shown && (
        <>
          <div className="dr-box" ref={box} style={{ height }} dir="ltr">
            {picture && size && (
              <>
                <Stage
                  {...props}
                  {...{ content, picture, palette, viewport, describe }}
                  onArticle={(articleId) => openInRead([articleId])}
                />
                <Overview
                  {...{ content, palette, viewport, describe }}
                  gutter={picture.frame.gutter}
                  width={size.width}
                />
              </>
            )}
          </div>
          <HeightHandle />
        </>
      )}
      {printed && (
        <PrintDrawing
          sheet={printed}
          onReady={async () => {
            await act('shell.print', {})
            setPrinted(null)
          }}
        />
      )}
    </section>
  )
})

/** What is left beside the overview. */
const stageSize = ({ width, height }: Size): Size => ({ width, height: Math.max(1, height - overviewHeight) })
