/** How the text in the panes is set. A size of null is the usual one, which is smaller in narrow panes. */
export type Reading = {
  /** Of Latin letters, in pixels. */
  size: number | null
  /** The longest line. */
  width: Width
  font: Font
  leading: Leading
}

export const widths = ['narrow', 'medium', 'wide', 'full'] as const
export const fonts = ['serif', 'sans'] as const
export const leadings = ['tight', 'normal', 'loose'] as const

type Width = (typeof widths)[number]
type Font = (typeof fonts)[number]
type Leading = (typeof leadings)[number]

export const usual: Reading = { size: null, width: 'medium', font: 'serif', leading: 'normal' }

export const smallest = 14
export const largest = 22
const usualSize = 16
const sizeInNarrowPanes = 15
/** From how many panes on they count as narrow. */
const manyPanes = 3

/** Longest lines in widths of the letter m. */
const ems: Record<Width, number | null> = { narrow: 27, medium: 33.75, wide: 42, full: null }
const lineHeights: Record<Leading, number> = { tight: 1.4, normal: 1.6125, loose: 1.9 }

/** Arabic letters are smaller and reach further than Latin ones of one size. */
const arabic = { size: 1.1875, lineHeight: 1.11 }

const oneOf = <T>(known: readonly T[], value: unknown, otherwise: T): T => known.find((k) => k === value) ?? otherwise

/** What was kept, as far as it is of the right form. */
export function asReading(value: unknown): Reading {
  const kept = (typeof value === 'object' ? (value ?? {}) : {}) as Record<string, unknown>
  const size = typeof kept.size === 'number' && Number.isFinite(kept.size) ? kept.size : null
  return {
    size: size === null ? null : Math.round(Math.min(largest, Math.max(smallest, size))),
    width: oneOf(widths, kept.width, usual.width),
    font: oneOf(fonts, kept.font, usual.font),
    leading: oneOf(leadings, kept.leading, usual.leading),
  }
}

/** The size that is shown for a choice, in pixels. */
export const sizeOf = ({ size }: Reading): number => size ?? usualSize

/** A step larger (1) or smaller (-1), within the limits. */
export const withStep = (reading: Reading, step: 1 | -1): Reading => ({
  ...reading,
  size: Math.min(largest, Math.max(smallest, sizeOf(reading) + step)),
})

/** The custom properties that the panes' style sheet works with. @param panes how many are side by side */
export function readingStyle(reading: Reading, panes: number): Record<`--${string}`, string> {
  const size = reading.size ?? (panes >= manyPanes ? sizeInNarrowPanes : usualSize)
  const ratio = lineHeights[reading.leading]
  const large = Math.round(size * arabic.size)
  const em = ems[reading.width]
  return {
    '--read-size': `${size}px`,
    '--read-line': `${Math.round(size * ratio)}px`,
    '--read-size-arabic': `${large}px`,
    '--read-line-arabic': `${Math.round(large * ratio * arabic.lineHeight)}px`,
    '--read-width': em === null ? 'none' : `${Math.round(size * em)}px`,
    ...(reading.font === 'sans' ? { '--font-source': 'var(--font-ui)' } : {}),
  }
}
