/** A pane as levelling sees it, in pixels. `top`: of the passage within its text. `frame`: the pane's upper edge. */
export type Levelled = { top: number; frame: number; height: number; longest: number }

/**
 * The scroll position that brings a passage's first line to a height of the window, clamped at the ends of the text.
 * `longest` is the largest scroll position that the pane has.
 */
export const scrollFor = ({ top, frame, longest }: Levelled, height: number): number =>
  Math.max(0, Math.min(longest, frame + top - height))

/**
 * The height of the window at which all passages can stand: the one wanted, or as near as the ends of the texts let it be.
 * Where there is none for all, the first one's counts most.
 * @param panes the one in hand first
 */
export function commonHeight(panes: readonly Levelled[], wanted: number): number {
  const [first] = panes
  if (!first) return wanted
  const within = panes.map(({ top, frame, longest }) => ({ lowest: frame + top - longest, highest: frame + top }))
  const lowest = Math.max(...within.map((pane) => pane.lowest))
  const highest = Math.min(...within.map((pane) => pane.highest))
  const height = lowest <= highest ? Math.max(lowest, Math.min(highest, wanted)) : wanted
  return Math.max(first.frame, Math.min(first.frame + first.height, height))
}
