import type { Companion } from '../../../src-main/contract/related-types'

/**
 * The companions that "Read together" opens beside an article: the likeliest of its affair, first one of each outlet that
 * is not its own, since another voice tells more than the same one again.
 */
export function readBeside(outlet: string | null, companions: readonly Companion[], room: number): Companion[] {
  const voices = new Set([outlet])
  const others = companions.filter((one) => {
    if (one.outlet === null || !voices.has(one.outlet)) {
      if (one.outlet !== null) voices.add(one.outlet)
      return true
    }
    return false
  })
  return [...others, ...companions.filter((one) => !others.includes(one))].slice(0, room)
}
