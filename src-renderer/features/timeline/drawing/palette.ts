import type { Colour, Palette } from './shapes'

const tokens: Readonly<Record<Colour, string>> = {
  page: '--surface-page',
  chrome: '--surface-chrome',
  line: '--line',
  'line-strong': '--line-strong',
  ink: '--ink',
  'ink-2': '--ink-2',
  'ink-3': '--ink-3',
  ok: '--ok',
  conflict: '--conflict',
  straw: '--straw',
  'straw-line': '--straw-line',
  trace: '--trace',
  'trace-soft': '--trace-soft',
}

/** The system's own colours: shapes and words tell what colour no longer does. */
const forced: Palette = {
  page: 'Canvas',
  chrome: 'Canvas',
  line: 'GrayText',
  'line-strong': 'CanvasText',
  ink: 'CanvasText',
  'ink-2': 'CanvasText',
  'ink-3': 'CanvasText',
  ok: 'CanvasText',
  conflict: 'CanvasText',
  straw: 'Canvas',
  'straw-line': 'CanvasText',
  trace: 'Highlight',
  'trace-soft': 'Canvas',
}

/** The colours that hold at an element: those of its theme, or the system's where it forces them and `asForced`. */
export function paletteAt(element: Element, { asForced }: { asForced: boolean }): Palette {
  if (asForced && window.matchMedia('(forced-colors: active)').matches) return forced
  const style = getComputedStyle(element)
  const entries = Object.entries(tokens).map(([colour, token]) => [colour, style.getPropertyValue(token).trim()])
  return Object.fromEntries(entries) as Palette
}
