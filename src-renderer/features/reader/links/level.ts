/** A pane as levelling sees it, in pixels. `top`: of the passage within its text. `frame`: the pane's upper edge. */
export type Levelled = { top: number; frame: number; height: number; longest: number }

/** What a first line takes below its upper edge, and what it keeps from the pane's, in pixels. */
const [line, gap] = [24, 4]

/** Heights at which a first line is seen whole in its pane. */
const seen = ({ frame, height }: Levelled) => ({ from: frame + gap, to: Math.max(frame + gap, frame + height - line) })

/**
 * The scroll position that brings a passage's first line to a height of the window, or as near as it is seen there, clamped
 * at the ends of the text. `longest` is the largest scroll position that the pane has.
 */
export function scrollFor(pane: Levelled, height: number): number {
  const { from, to } = seen(pane)
  const at = Math.max(from, Math.min(to, height))
  return Math.max(0, Math.min(pane.longest, pane.frame + pane.top - at))
}

/**
 * The height of the window at which all passages can stand and are seen: the one wanted, or as near as panes and the ends of
 * the texts let it be. Where there is none for all, the first one's counts most.
 * @param panes the one in hand first
 */
export function commonHeight(panes: readonly Levelled[], wanted: number): number {
  const [first] = panes
  if (!first) return wanted
  const within = panes.map((pane) => {
    const [{ from, to }, start] = [seen(pane), pane.frame + pane.top]
    return { lowest: Math.max(from, start - pane.longest), highest: Math.min(to, start) }
  })
  const lowest = Math.max(...within.map((pane) => pane.lowest))
  const highest = Math.min(...within.map((pane) => pane.highest))
  const height = lowest <= highest ? Math.max(lowest, Math.min(highest, wanted)) : wanted
  return Math.max(first.frame, Math.min(first.frame + first.height, height))
}
