/** The twelve hues of the design tokens, in the order in which new tags take them: neighbours differ in hue and pattern. */
export const tagColours = [
  'teal',
  'rust',
  'iris',
  'pine',
  'ochre',
  'violet',
  'moss',
  'rose',
  'lake',
  'brick',
  'olive',
  'plum',
] as const
export type TagColour = (typeof tagColours)[number]

/** Separates the levels of a tag's name where it is typed as one line: "Aid/Deliveries". */
export const tagSeparator = '/'

/** @returns the trimmed levels of a typed tag name, without empty ones. */
export const tagPath = (typed: string): string[] =>
  typed
    .split(tagSeparator)
    .map((level) => level.trim().replace(/\s+/g, ' '))
    .filter((level) => level !== '')
