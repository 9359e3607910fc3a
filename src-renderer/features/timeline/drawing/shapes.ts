/** Roles of colour in a drawing; a palette gives each its value. */
export type Colour =
  | 'page'
  | 'chrome'
  | 'line'
  | 'line-strong'
  | 'ink'
  | 'ink-2'
  | 'ink-3'
  | 'ok'
  | 'conflict'
  | 'straw'
  | 'straw-line'
  | 'trace'
  | 'trace-soft'

export type Palette = Readonly<Record<Colour, string>>

type Stroke = { stroke: Colour; lineWidth: number; dash?: readonly number[] | undefined }
type Painted = { fill?: Colour | undefined } & Partial<Stroke>

/** What a drawing is made of, in pixels, in order of painting. One list serves the screen, pictures and files. */
export type Shape =
  | ({ kind: 'rect'; x: number; y: number; width: number; height: number; radius?: number } & Painted)
  | ({ kind: 'circle'; x: number; y: number; radius: number } & Painted)
  | ({ kind: 'line'; points: readonly (readonly [x: number, y: number])[] } & Stroke)
  | ShapeText
  /** Shapes of which only what is within the rectangle is seen. */
  | { kind: 'clip'; x: number; y: number; width: number; height: number; shapes: readonly Shape[] }

/** `y` is the baseline. `halo`: what the letters stand out against. */
export type ShapeText = {
  kind: 'text'
  x: number
  y: number
  text: string
  size: 11 | 12
  weight: 400 | 500 | 600
  colour: Colour
  anchor: 'start' | 'middle' | 'end'
  halo?: Colour
}

export const fontFamily = 'Inter Variable, IBM Plex Sans Arabic, system-ui, sans-serif'

/** Any letter of Arabic or Hebrew before one of another script: the text runs from right to left. */
export const isRightToLeft = (text: string): boolean => /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text)
