/**
 * A span of an article's text that has the words of a passage, or most of them. `share`: how much of what the passage said
 * is there, from 0 to 1. `takenBy`: the passage that has exactly this span, or null.
 */
export type LikelyPlace = {
  start: number
  end: number
  quote: string
  paragraph: string | null
  share: number
  takenBy: number | null
}
