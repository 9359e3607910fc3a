import { useMemo } from 'react'
import { locale, useText } from '../../../i18n/i18n'
import { type Frame, frameOf } from './frame'
import { type Layout, layoutOf, type Words } from './layout'
import { levelOf, seenIn } from './level'
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
  /** Of it what a view shows, at the places that it has there. */
  seen: (view: View) => Layout
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
    const seen = (view: View): Layout => seenIn(layout(view), view)
    return {
      frame,
      layout,
      seen,
      shapes: (view, state, other = frame) =>
        sceneOf({
          ...state,
          frame: other,
          layout: seen(view),
          view,
          axis: axisOf(view, tickWords),
          laneNames,
          publishedName,
        }),
    }
  }, [content, width, height, text, t])
}

/** As many levels are kept as a gesture goes through. */
const keptLevels = 12

/** Lays out the levels that are looked at, each once as long as it is kept. */
function layouts(marks: readonly Mark[], rows: readonly number[], words: Words): (view: View) => Layout {
  const kept = new Map<number, Layout>()
  return ({ pxPerDay }) => {
    const level = levelOf(pxPerDay)
    const layout = kept.get(level) ?? layoutOf(marks, level, rows, words)
    kept.delete(level)
    kept.set(level, layout)
    const [oldest] = kept.keys()
    if (kept.size > keptLevels && oldest !== undefined) kept.delete(oldest)
    return layout
  }
}
