import { fontFamily, isRightToLeft, type Palette, type Shape } from './shapes'

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Draws shapes onto a canvas. @param ratio the canvas's pixels per pixel of the drawing */
export function paint(context: Context, shapes: readonly Shape[], palette: Palette, ratio: number): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.lineJoin = 'round'
  context.textBaseline = 'alphabetic'
  for (const shape of shapes) draw(context, shape, palette)
}

function draw(context: Context, shape: Shape, palette: Palette): void {
  if (shape.kind === 'clip') {
    if (shape.shapes.length === 0) return
    context.save()
    context.beginPath()
    context.rect(shape.x, shape.y, shape.width, shape.height)
    context.clip()
    for (const inner of shape.shapes) draw(context, inner, palette)
    context.restore()
    return
  }
  if (shape.kind === 'text') {
    text(context, shape, palette)
    return
  }
  context.beginPath()
  if (shape.kind === 'circle') context.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI)
  else if (shape.kind === 'rect') context.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius ?? 0)
  else for (const [i, [x, y]] of shape.points.entries()) i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)
  if (shape.kind !== 'line' && shape.fill) {
    context.fillStyle = palette[shape.fill]
    context.fill()
  }
  if (!shape.stroke) return
  context.strokeStyle = palette[shape.stroke]
  context.lineWidth = shape.lineWidth ?? 1
  context.setLineDash(shape.dash ? [...shape.dash] : [])
  context.stroke()
}

const aligned = { start: 'left', middle: 'center', end: 'right' } as const

/** The font of a text, as CSS and canvases name it. */
export const fontOf = ({ weight, size }: { weight: number; size: number }): string =>
  `${weight} ${size}px ${fontFamily.replace(/^[^,]+/, '"$&"')}`

function text(context: Context, shape: Shape & { kind: 'text' }, palette: Palette): void {
  const font = fontOf(shape)
  if (context.font !== font) context.font = font
  context.textAlign = aligned[shape.anchor]
  context.direction = isRightToLeft(shape.text) ? 'rtl' : 'ltr'
  if (shape.halo) {
    context.strokeStyle = palette[shape.halo]
    context.lineWidth = 3
    context.setLineDash([])
    context.strokeText(shape.text, shape.x, shape.y)
  }
  context.fillStyle = palette[shape.colour]
  context.fillText(shape.text, shape.x, shape.y)
}
