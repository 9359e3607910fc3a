import { type Drawing, edgeWidth, type PaneSight } from './connectors'

type Paint = { fill: string; stroke: string; lineWidth: number; opacity: number }
type Words = { font: string; colour: string }
type Label = Words & { border: string; background: string; narrowest: number; radius: number; height: number }

/** How connectors look at rest, for a canvas. */
type Looks = {
  anchor: Paint
  anchorOn: Paint
  fill: Paint
  edge: Paint
  hair: Paint
  node: Paint
  nodeSign: Words
  nodeDiffers: Paint
  nodeDiffersSign: Words
  stub: Label
  stubOn: Label
  far: Label
  farOn: Label
}

/** A drawing with the words on its stubs, by their keys. */
export type Worded = Drawing & { words: ReadonlyMap<string, string> }

/** How far beyond a gutter its stubs and signs may reach, in pixels. */
const overhang = 24

/** The canvases of the gutters, and how to draw on them. */
export type Canvases = { looks: Looks; gutters: { context: CanvasRenderingContext2D; left: number; right: number }[] }

/**
 * Makes the canvases ready, one for each gutter: one for all would be as large as the panes, and put over them in each frame.
 * Writes first and reads then, once a movement.
 * @param layer takes its looks from `layer.css`
 * @param box holds the canvases
 */
export function readyCanvases(layer: HTMLElement, box: HTMLElement, panes: readonly PaneSight[]): Canvases {
  const top = Math.min(...panes.map((pane) => pane.top)) - overhang
  const height = Math.max(...panes.map((pane) => pane.bottom)) + overhang - top
  while (box.childElementCount > panes.length + 1) box.lastElementChild?.remove()
  while (box.childElementCount < panes.length + 1) box.append(document.createElement('canvas'))
  const scale = devicePixelRatio
  const edges = [undefined, ...panes].map((left, i) => gutterBetween(left, panes[i]))
  const gutters = [...box.querySelectorAll('canvas')].flatMap((canvas, i) => {
    const { left = 0, right = 0 } = edges[i] ?? {}
    canvas.width = Math.ceil((right - left) * scale)
    canvas.height = Math.ceil(height * scale)
    canvas.style.cssText = `left:${left}px;top:${top}px;width:${canvas.width / scale}px;height:${canvas.height / scale}px`
    const context = canvas.getContext('2d')
    context?.setTransform(scale, 0, 0, scale, -left * scale, -top * scale)
    return context ? [{ context, left, right }] : []
  })
  return { looks: looksIn(layer), gutters }
}

/** From one pane's edge to the next one's; beside the outermost panes where none is. In whole pixels. */
function gutterBetween(left: PaneSight | undefined, right: PaneSight | undefined): { left: number; right: number } {
  const from = left?.right ?? right?.left ?? 0
  const to = right?.left ?? left?.right ?? 0
  return { left: Math.floor(from - overhang), right: Math.ceil(to + overhang) }
}

/** Draws the connectors of a gutter as they look at rest. @param gutter counted from the left of the first pane */
export function paintConnectors({ looks, gutters }: Canvases, gutter: number, drawing: Worded): void {
  const { context, left, right } = gutters[gutter] ?? {}
  if (!context || left === undefined || right === undefined) return
  context.clearRect(left, -overhang, right - left, context.canvas.height + 2 * overhang)
  paintGutter(context, looks, drawing)
}

function paintGutter(context: CanvasRenderingContext2D, looks: Looks, drawing: Worded): void {
  const { edges, ribbons, stubs, far, words } = drawing
  for (const { x, y, height, isActive } of edges) {
    context.fillStyle = (isActive ? looks.anchorOn : looks.anchor).fill
    context.fillRect(x, y, edgeWidth, height)
  }
  for (const { shape, line, isActive } of ribbons) {
    if (shape) fillPath(context, looks.fill, shape)
    strokePath(context, isActive ? looks.edge : looks.hair, line)
  }
  context.textAlign = 'center'
  for (const { node } of ribbons) if (node) paintNode(context, looks, node)
  for (const { key, x, y, isActive } of stubs) {
    paintLabel(context, isActive ? looks.stubOn : looks.stub, { x, y, words: words.get(key) ?? '' })
  }
  for (const { key, x, y, isActive } of far) {
    paintLabel(context, isActive ? looks.farOn : looks.far, { x, y, words: words.get(key) ?? '' })
  }
}

function fillPath(context: CanvasRenderingContext2D, { fill, opacity }: Paint, path: string): void {
  context.globalAlpha = opacity
  context.fillStyle = fill
  context.fill(new Path2D(path))
  context.globalAlpha = 1
}

function strokePath(context: CanvasRenderingContext2D, { stroke, lineWidth, opacity }: Paint, path: string): void {
  context.globalAlpha = opacity
  context.strokeStyle = stroke
  context.lineWidth = lineWidth
  context.stroke(new Path2D(path))
  context.globalAlpha = 1
}

type Node = NonNullable<Drawing['ribbons'][number]['node']>

function paintNode(context: CanvasRenderingContext2D, looks: Looks, { x, y, sign }: Node): void {
  const [circle, words] = sign === '≠' ? [looks.nodeDiffers, looks.nodeDiffersSign] : [looks.node, looks.nodeSign]
  context.beginPath()
  context.arc(x, y, nodeRadius, 0, 2 * Math.PI)
  context.fillStyle = circle.fill
  context.fill()
  context.strokeStyle = circle.stroke
  context.lineWidth = circle.lineWidth
  context.stroke()
  context.font = words.font
  context.fillStyle = words.colour
  context.fillText(sign, x, signBaseline({ y, sign }))
}

/** A connector's sign: how large its circle is, and where the sign's baseline is in it. */
export const nodeRadius = 9
export const signBaseline = ({ y, sign }: Pick<Node, 'y' | 'sign'>): number => (sign === '”' ? y + 7 : y + 4)

function paintLabel(
  context: CanvasRenderingContext2D,
  look: Label,
  { x, y, words }: { x: number; y: number; words: string },
): void {
  context.font = look.font
  const { width, fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = context.measureText(words)
  // Padding and border of both sides.
  const wide = Math.max(look.narrowest, width + 6)
  context.beginPath()
  context.roundRect(x - wide / 2 + 0.5, y - look.height / 2 + 0.5, wide - 1, look.height - 1, look.radius)
  context.fillStyle = look.background
  context.fill()
  context.strokeStyle = look.border
  context.lineWidth = 1
  context.stroke()
  context.fillStyle = look.colour
  context.fillText(words, x, Math.round(y + (above - below) / 2))
}

/** Reads how connectors look in the theme and colours of now, from elements that are never shown (`Looks` in LinkLayer.tsx). */
function looksIn(layer: HTMLElement): Looks {
  const one = (selector: string): Element => layer.querySelector(`.looks ${selector}`) ?? layer
  return {
    anchor: paintOf(one('.anch:not(.on)')),
    anchorOn: paintOf(one('.anch.on')),
    fill: paintOf(one('.fill')),
    edge: paintOf(one('.edge')),
    hair: paintOf(one('.hair')),
    node: paintOf(one('.node:not(.neq) circle')),
    nodeSign: wordsOf(one('.node:not(.neq) text')),
    nodeDiffers: paintOf(one('.neq circle')),
    nodeDiffersSign: wordsOf(one('.neq text')),
    stub: labelOf(one('.stub:not(.far, .on)')),
    stubOn: labelOf(one('.stub.on:not(.far)')),
    far: labelOf(one('.far:not(.on)')),
    farOn: labelOf(one('.far.on')),
  }
}

function paintOf(element: Element): Paint {
  const { fill, stroke, strokeWidth, opacity } = getComputedStyle(element)
  return { fill, stroke, lineWidth: Number.parseFloat(strokeWidth), opacity: Number(opacity) }
}

function wordsOf(element: Element): Words {
  const { fontWeight, fontSize, fontFamily, fill } = getComputedStyle(element)
  return { font: `${fontWeight} ${fontSize} ${fontFamily}`, colour: fill }
}

function labelOf(element: Element): Label {
  const style = getComputedStyle(element)
  return {
    font: `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`,
    colour: style.color,
    border: style.borderTopColor,
    background: style.backgroundColor,
    narrowest: Number.parseFloat(style.minWidth),
    radius: Number.parseFloat(style.borderTopLeftRadius),
    height: Number.parseFloat(style.height),
  }
}
