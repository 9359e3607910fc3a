import { type Frame, middleOfRow } from './frame'
import { reachOf } from './labels'
import type { Item, Label, Layout } from './layout'
import type { View } from './view'

/** The mark at a place of the drawing, its label included; null where there is none. Of several the one nearest. */
export function itemAt(
  layout: Layout,
  frame: Frame,
  view: View,
  scroll: number,
  place: { x: number; y: number },
): Item | null {
  if (place.x < frame.gutter) return null
  const x = place.x - frame.gutter + view.left * view.pxPerDay
  const { region, publications, axis, band } = frame
  if (place.y >= axis && place.y < axis + band) return stemAt(layout, x)
  const isPublished = place.y >= publications.top && publications.height > 0
  if (!isPublished && (place.y < region.top || place.y >= region.top + region.height)) return null
  const lane = isPublished
    ? frame.rows.length - 1
    : Math.floor((place.y - region.top + scroll) / Math.max(1, frame.laneHeight))
  let [best, least] = [null as Item | null, Number.POSITIVE_INFINITY]
  for (const item of layout.lanes[lane] ?? []) {
    const dy = Math.abs(place.y - middleOfRow(frame, item.lane, item.row, scroll) - item.nudge)
    if (dy > 12 || !covers(item, x)) continue
    const distance = Math.abs(item.at - x) + dy
    if (distance < least) [best, least] = [item, distance]
  }
  return best
}

function covers(item: Item, x: number): boolean {
  // A target is at least 24 pixels wide.
  const [start, end] = [Math.min(item.start, item.at - 12), Math.max(item.end, item.at + 12)]
  return (x >= start && x <= end) || (item.label !== null && inLabel(item.label, x))
}

const inLabel = (label: Label, x: number): boolean => {
  const [from, to] = reachOf(label)
  return x >= from && x <= to
}

const stemAt = ({ stems }: Layout, x: number): Item | null =>
  stems.find(({ label }) => label !== null && inLabel(label, x))?.points[0] ?? null
