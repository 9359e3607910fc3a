import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { EventRow } from '../../../../src-main/contract/timeline-types'
import type { Descriptions } from './describe'
import { HoverCard } from './HoverCard'
import { itemAt } from './hit'
import type { Item } from './layout'
import { MarkList } from './MarkList'
import type { Move } from './moves'
import type { Palette } from './shapes'
import { useCanvas } from './use-canvas'
import type { Content } from './use-content'
import { useCursor } from './use-cursor'
import { type Actions, useOpening } from './use-opening'
import type { Picture } from './use-picture'
import { useRatio } from './use-surroundings'
import { useSettledView } from './use-viewport'
import { panned } from './view'
import type { Viewport } from './viewport'

type Props = Actions & {
  content: Content
  picture: Picture
  palette: Palette
  viewport: Viewport
  events: readonly EventRow[]
  chosenId: number | null
  describe: Descriptions
}

const moves: Readonly<Record<string, Move>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
}

/** Axis, lanes and publications: the canvas, and over it the list that has keyboard and pointer. */
export function Stage({ content, picture, palette, viewport, events, chosenId, describe, ...actions }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [hasFocus, setFocus] = useState(false)
  const [hovered, setHovered] = useState<{ item: Item; x: number; y: number } | null>(null)
  const ratio = useRatio()
  const view = useSettledView(viewport)
  const { frame } = picture
  const layout = picture.layout(view)
  const scroll = useMemo(
    () => ({
      get: () => scroller.current?.scrollTop ?? 0,
      set: (top: number) => scroller.current?.scrollTo({ top }),
    }),
    [],
  )
  const cursor = useCursor({ layout, frame, viewport, chosenId, onChoose: actions.onChoose, scroll })
  const focused = hasFocus ? (cursor.current?.key ?? null) : null

  useEffect(() => {
    if (!list.current) return
    return viewport.attach(list.current, frame.gutter, (dy) => scroll.set(scroll.get() - dy))
  }, [viewport, frame, scroll])

  useCanvas({ canvas, scroller, onMove: useCallback(() => setHovered(null), []) }, picture, {
    palette,
    ratio,
    viewport,
    chosen: chosenId,
    focused,
  })
  const { open, enter } = useOpening({ viewport, chosenId, go: cursor.go, ...actions })
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = moves[event.key]
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Escape' && hovered) setHovered(null)
    else if (to && event.shiftKey && (to === 'next' || to === 'previous')) {
      viewport.glide(panned(viewport.view(), to === 'next' ? 0.2 : -0.2))
    } else if (to && !event.shiftKey) cursor.move(to)
    else if (event.key === 'Enter' && cursor.current) open(cursor.current)
    else if (event.key === ' ' && cursor.current) {
      if (cursor.current.shape === 'cluster') enter(cursor.current)
      else cursor.go(cursor.current)
    } else return
    event.preventDefault()
  }
  const placeOf = ({ clientX, clientY }: { clientX: number; clientY: number }): { x: number; y: number } => {
    const edges = list.current?.getBoundingClientRect()
    return { x: clientX - (edges?.left ?? 0), y: clientY - (edges?.top ?? 0) }
  }
  const under = (place: { x: number; y: number }): Item | null =>
    itemAt(picture.seen(viewport.view()), frame, viewport.view(), scroll.get(), place)
  const onPointerMove = (event: PointerEvent): void => {
    const place = placeOf(event)
    const item = event.buttons === 0 ? under(place) : null
    if (item?.key !== hovered?.item.key) setHovered(item && { item, ...place })
  }
  const onClick = (event: { clientX: number; clientY: number }): void => {
    const item = under(placeOf(event))
    if (!item) return
    setHovered(null)
    if (item.shape === 'cluster') enter(item)
    else cursor.go(item, true)
    if (item.marks[0]?.kind === 'suggestion' && item.shape !== 'cluster') open(item)
  }
  return (
    <div className="dr-stage" ref={scroller}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is heard here is meant for the list in it */}
      <div
        className="dr-surface"
        style={{ height: frame.height }}
        data-over={hovered ? true : undefined}
        onKeyDown={onKeyDown}
        onFocus={() => setFocus(true)}
        onBlur={() => setFocus(false)}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setHovered(null)}
        onClick={onClick}
        onDoubleClick={(event) => {
          const item = under(placeOf(event))
          if (item && item.shape !== 'cluster') open(item)
        }}
      >
        <canvas ref={canvas} style={{ width: frame.width, height: frame.height }} />
        <MarkList
          items={layout.items}
          current={cursor.current}
          chosenId={chosenId}
          lanes={content.lanes.lanes}
          describe={describe}
          listRef={list}
        />
        {hovered && (
          <HoverCard
            item={hovered.item}
            events={events}
            describe={describe}
            place={hovered}
            size={{ width: frame.width, height: frame.height }}
          />
        )}
      </div>
      <div style={{ height: frame.lanesHeight - frame.region.height }} />
    </div>
  )
}
