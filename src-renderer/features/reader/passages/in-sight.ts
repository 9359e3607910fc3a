import { rangesOf } from '../dom-text'

/** Whether a character of a pane's text is between the pane's upper and lower edge. */
export function isInSight(pane: number, offset: number): boolean {
  const root = document.querySelector(`[data-pane-text="${pane}"]`)
  const frame = root?.parentElement?.getBoundingClientRect()
  const box = root && rangesOf(root, { start: offset, end: offset + 1 })[0]?.getBoundingClientRect()
  return !frame || !box || (box.top >= frame.top && box.bottom <= frame.bottom)
}
