import { fontOf } from './canvas'
import type { Measured, Words } from './layout'
import type { Mark } from './marks'

/** Width of a text in pixels. */
export type Measure = (text: string, weight: number) => number

/** Measures as the canvas draws. Each text is measured once. */
export function measureText(): Measure {
  const context = document.createElement('canvas').getContext('2d')
  const known = new Map<string, number>()
  return (text, weight) => {
    const key = `${weight} ${text}`
    const before = known.get(key)
    if (before !== undefined) return before
    if (context) context.font = fontOf({ weight, size: 11 })
    const width = context?.measureText(text).width ?? text.length * 6
    known.set(key, width)
    return width
  }
}

/** The widest that a mark's name may be, and where that has no room, in pixels. */
const widest = 168
const widestShort = 92

/** Names of marks as they are drawn, each worked out once: cut where they are long, never between two halves of a letter. */
export function markWords(measure: Measure): Words {
  const known = new Map<string, ReturnType<Words>>()
  // Half-bold is a little wider: what fits in it fits in both.
  const cut = ({ title, sign }: Mark, most: number): Measured => {
    const text = shortened(title, most, (some) => measure(some, 600)) + sign
    return { text, width: Math.ceil(measure(text, 600)) }
  }
  return (mark) => {
    const key = mark.title + mark.sign
    const before = known.get(key)
    if (before) return before
    const words = { ...cut(mark, widest), short: cut(mark, widestShort) }
    known.set(key, words)
    return words
  }
}

/** A text that is no wider than that, with an ellipsis where some of it is left out. */
export function shortened(text: string, most: number, measure: (text: string) => number): string {
  // Longer than any line that would fit: measuring all of it would be for nothing.
  const letters = [...text.slice(0, 200)]
  if (letters.length === [...text].length && measure(text) <= most) return text
  let [low, high] = [0, Math.min(letters.length, 80)]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (measure(`${letters.slice(0, middle).join('').trimEnd()}…`) <= most) low = middle
    else high = middle - 1
  }
  return `${letters.slice(0, low).join('').trimEnd()}…`
}
