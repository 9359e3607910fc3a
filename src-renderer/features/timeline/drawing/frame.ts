/** The measures of a drawing, in pixels: names at the left, under the axis a band for stems, lanes, and publications. */
export type Frame = {
  width: number
  height: number
  /** Width of the column with the lanes' names. */
  gutter: number
  axis: number
  band: number
  /** What of the lanes can be seen; they scroll where they need more. */
  region: { top: number; height: number }
  laneHeight: number
  lanesHeight: number
  publications: { top: number; height: number }
  /** How many marks have room above each other, by lane; the last is for publications. */
  rows: readonly number[]
}

const rowHeight = 22
const leastLane = 28

/** Room for the scroll bar of lanes that are higher than what can be seen. */
const scrollBar = 12

type Contents = { lanes: number; hasStems: boolean; hasPublications: boolean }

/** Lanes share what height there is. @param size of the drawing without the overview */
export function frameOf(
  size: { width: number; height: number },
  { lanes, hasStems, hasPublications }: Contents,
): Frame {
  const axis = 28
  const band = hasStems ? 26 : 4
  const top = axis + band
  const publicationRows = size.height - top - 2 * rowHeight - 10 >= lanes * leastLane ? 2 : 1
  const published = hasPublications ? publicationRows * rowHeight + 10 : 0
  const height = Math.max(leastLane, size.height - top - published)
  const laneHeight = Math.max(leastLane, Math.floor(height / Math.max(1, lanes)))
  const rows = Math.max(1, Math.floor((laneHeight - 8) / rowHeight))
  return {
    height: size.height,
    width: laneHeight * lanes > height ? size.width - scrollBar : size.width,
    gutter: size.width < 720 ? 120 : 144,
    axis,
    band,
    region: { top, height },
    laneHeight,
    lanesHeight: Math.max(height, laneHeight * lanes),
    publications: { top: top + height, height: published },
    rows: [...Array.from({ length: lanes }, () => rows), publicationRows],
  }
}

/** As high as all lanes need, for paper and files. */
export const unscrolled = (frame: Frame): Frame => {
  const more = frame.lanesHeight - frame.region.height
  return {
    ...frame,
    height: frame.height + more,
    region: { ...frame.region, height: frame.lanesHeight },
    publications: { ...frame.publications, top: frame.publications.top + more },
  }
}

/** The middle of a row from the top of the drawing. @param scroll how far the lanes are scrolled */
export function middleOfRow(frame: Frame, lane: number, row: number, scroll: number): number {
  const count = frame.rows[lane] ?? 1
  const isPublished = lane === frame.rows.length - 1
  const top = isPublished ? frame.publications.top : frame.region.top + lane * frame.laneHeight - scroll
  const height = isPublished ? frame.publications.height : frame.laneHeight
  return top + (height - count * rowHeight) / 2 + (row + 0.5) * rowHeight
}

/** How far the lanes have to be scrolled so that one can be seen, moving no more than needed. */
export function scrolledTo(frame: Frame, lane: number, scroll: number): number {
  if (lane >= frame.rows.length - 1) return scroll
  const top = lane * frame.laneHeight
  return Math.max(Math.min(scroll, top), top + frame.laneHeight - frame.region.height)
}
