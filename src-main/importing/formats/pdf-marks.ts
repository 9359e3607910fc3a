import type { Piece } from './pdf-page'

/** Names of the drawing operators that say where a shape stands, with their numbers in an operator list. */
export type ShapeOperators = { save: number; restore: number; transform: number; constructPath: number }
export type Drawing = { fnArray: readonly number[]; argsArray: readonly unknown[] }
/** A shape's edges in points from the page's left and upper edge. */
export type Shape = { x0: number; x1: number; top: number; bottom: number }

type Matrix = readonly number[]

/** A list's mark, against the letters beside it: its size, and how far it is from them. */
const smallestMark = 0.2
const largestMark = 0.75
const widestGap = 2.5
/** A page of more small shapes shows a chart, not a list. */
const mostShapes = 200

/**
 * The shapes on a page that are about as wide as high and so small that they may mark the items of a list: browsers draw
 * these as shapes, not as letters.
 * @param view from the page's own measures to points from its upper left corner
 */
export function smallShapes({ fnArray, argsArray }: Drawing, operators: ShapeOperators, view: Matrix): Shape[] {
  const shapes: Shape[] = []
  const saved: Matrix[] = []
  let matrix = view
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index]
    if (operator === operators.save) saved.push(matrix)
    else if (operator === operators.restore) matrix = saved.pop() ?? view
    else if (operator === operators.transform) matrix = times(matrix, numbersOf(args))
    else if (operator === operators.constructPath && Array.isArray(args)) {
      const shape = shapeOf(matrix, numbersOf(args[2]))
      if (shape && isSmall(shape)) shapes.push(shape)
    }
  }
  return shapes
}

const numbersOf = (args: unknown): number[] =>
  typeof args === 'object' && args !== null ? Object.values(args).filter((one) => typeof one === 'number') : []

/** Two changes of place, size and direction in one; a list of other than six numbers changes nothing. */
function times([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, next: Matrix): Matrix {
  if (next.length !== 6) return [a, b, c, d, e, f]
  const [A = 1, B = 0, C = 0, D = 1, E = 0, F = 0] = next
  return [a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f]
}

function shapeOf([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, edges: readonly number[]): Shape | null {
  const [x0, y0, x1, y1] = edges
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return null
  const corners = [
    [x0, y0],
    [x1, y1],
  ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f] as const)
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return { x0: Math.min(...xs), x1: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

function isSmall({ x0, x1, top, bottom }: Shape): boolean {
  const [width, height] = [x1 - x0, bottom - top]
  return width > 1 && width < 12 && height > width * 0.8 && height < width * 1.25
}

/** The pieces of a page, and a bullet for each shape that stands before the first letters of a line, beside these. */
export function withMarks(pieces: readonly Piece[], shapes: readonly Shape[]): Piece[] {
  if (shapes.length > mostShapes) return [...pieces]
  const marks = shapes.flatMap((shape) => {
    const line = pieces.filter((piece) => piece.text.trim() !== '' && isBeside(piece, shape))
    const isBetween = line.some((one) => one.x1 <= shape.x0) && line.some((one) => one.x0 >= shape.x1)
    const next = line.find((one) => gapTo(one, shape) > 0 && gapTo(one, shape) < widestGap * one.size)
    return next && !isBetween ? [{ ...next, text: '•', x0: shape.x0, x1: shape.x1 }] : []
  })
  return [...pieces, ...marks]
}

const gapTo = (piece: Piece, shape: Shape): number => Math.max(piece.x0 - shape.x1, shape.x0 - piece.x1)

/** A mark stands in the lower half of a line, over its baseline. */
function isBeside(piece: Piece, { x0, x1, top, bottom }: Shape): boolean {
  const size = (x1 - x0) / piece.size
  return (
    size > smallestMark && size < largestMark && bottom < piece.y + piece.size * 0.1 && top > piece.y - piece.size * 0.9
  )
}
