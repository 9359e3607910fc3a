import { act } from '../../../data/act'
import { paint } from './canvas'
import { unscrolled } from './frame'
import { paletteAt } from './palette'
import type { Palette, Shape } from './shapes'
import { svgOf } from './svg'
import type { Picture } from './use-picture'
import type { View } from './view'

/** A picture that leaves the window, on paper as in a file: in the light theme, with all lanes. */
export type Sheet = {
  width: number
  height: number
  shapes: Shape[]
  palette: Palette
  title: string
  description: string
}

/** Pixels of a saved picture per pixel of the drawing. */
const pictureRatio = 2

export function sheetOf(picture: Picture, view: View, told: { title: string; description: string }): Sheet {
  const frame = unscrolled(picture.frame)
  const shapes = picture.shapes(view, { scroll: 0, chosen: null, focused: null }, frame)
  return { width: frame.width, height: frame.height, shapes, palette: lightPalette(), ...told }
}

/** The light theme's colours, whatever the window shows: an element of that theme is asked for them. */
function lightPalette(): Palette {
  const element = document.createElement('div')
  element.dataset.theme = 'light'
  document.body.append(element)
  const palette = paletteAt(element, { asForced: false })
  element.remove()
  return palette
}

/** Asks where to save a picture, and saves it. A failure is told in the notice area. */
export async function saveSheet(sheet: Sheet, format: 'svg' | 'png'): Promise<void> {
  const content = format === 'svg' ? svgOf(sheet) : await pngOf(sheet)
  await act('shell.saveDrawing', { format, content, suggestedName: sheet.title })
}

/** @returns base64 */
async function pngOf({ width, height, shapes, palette }: Sheet): Promise<string> {
  const canvas = document.createElement('canvas')
  canvas.width = width * pictureRatio
  canvas.height = height * pictureRatio
  const context = canvas.getContext('2d', { alpha: false })
  if (context) paint(context, shapes, palette, pictureRatio)
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '')
}
