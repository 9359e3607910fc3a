import { useMemo } from 'react'
import { locale, useText } from '../../../i18n/i18n'
import { type Frame, frameOf } from './frame'
import { type Layout, layoutOf, type Words } from './layout'
import type { Mark } from './marks'
import { type SceneInput, sceneOf } from './scene'
import type { Shape } from './shapes'
import { axisOf, type TickWords } from './ticks'
import type { Content } from './use-content'
import type { Size } from './use-surroundings'
import type { View } from './view'
import { type Measure, shortened } from './words'

/** How content is drawn in a size: the measures, where marks stand at a level of zoom, and the shapes of a view. */
export type Picture = {
  frame: Frame
  layout: (view: View) => Layout
  shapes: (view: View, state: Pick<SceneInput, 'scroll' | 'chosen' | 'focused'>, frame?: Frame) => Shape[]
}

/** Null where nothing is to be drawn, or no room for it is there yet. */
export function usePicture(
  content: Content | null,
  size: Size | null,
  text: { measure: Measure; words: Words },
): Picture | null {
  const t = useText()
  const { width = 0, height = 0 } = size ?? {}
  return useMemo(() => {
    if (!content || width === 0) return null
    const { marks, lanes, hasPublications } = content
    const hasStems = lanes.lanes.length > 1
    const frame = frameOf({ width, height }, { lanes: lanes.lanes.length, hasStems, hasPublications })
    const fitting = (name: string): string =>
      shortened(name, frame.gutter - 26, (some) => (text.measure(some, 500) * 12) / 11)
    const laneNames = lanes.lanes.map(({ name }) => fitting(name))
    const publishedName = fitting(t('drawing.published'))
    const layout = layouts(marks, frame.rows, text.words)
    const tickWords: TickWords = { locale, beforeChrist: (year) => t('drawing.beforeChrist', { year }) }
    return {
      frame,
      layout,
      shapes: (view, state, other = frame) =>
        sceneOf({
          ...state,
          frame: other,
          layout: layout(view),
          view,
          axis: axisOf(view, tickWords),
          laneNames,
          publishedName,
        }),
    }
  }, [content, width, height, text, t])
}

/** Keeps the layouts of the level that is looked at and of the one before. */
function layouts(marks: readonly Mark[], rows: readonly number[], words: Words): (view: View) => Layout {
  let [last, before] = [null as Layout | null, null as Layout | null]
  return ({ pxPerDay }) => {
    if (last?.pxPerDay === pxPerDay) return last
    const known = before?.pxPerDay === pxPerDay ? before : layoutOf(marks, pxPerDay, rows, words)
    before = last
    last = known
    return known
  }
}
