import { type Sourced, unknownValue, withOthers } from '../domain/origin'

/** A value from one place of a file; `weight` says how far the place is to be trusted, from 1 to 10. */
export type Clue = { value: Sourced; weight: number }

/** @returns no clue for an unknown value */
export const clue = (value: Sourced, weight: number): Clue[] => (value.value === null ? [] : [{ value, weight }])

/**
 * The value that the clues agree on best: the most trusted of a group counts in full, others of it from other kinds of
 * places by half. Values that differ are kept beside it.
 * @param same whether two values say the same
 */
export function agreedValue(clues: readonly Clue[], same: (a: string, b: string) => boolean): Sourced {
  const groups: Clue[][] = []
  for (const one of [...clues].sort((a, b) => b.weight - a.weight)) {
    const group = groups.find(([first]) => first && same(first.value.value ?? '', one.value.value ?? ''))
    if (group) group.push(one)
    else groups.push([one])
  }
  const sorted = groups.map((group) => ({ group, score: scoreOf(group) })).sort((a, b) => b.score - a.score)
  const values = sorted.map(({ group }) => group[0]?.value ?? unknownValue)
  return withOthers(values, same)
}

function scoreOf(group: readonly Clue[]): number {
  const kinds = new Set<string>()
  return group.reduce((score, { value, weight }) => {
    const kind = /^(?:JSON-LD|meta)/.exec(value.evidence?.at ?? '')?.[0] ?? value.evidence?.at ?? ''
    if (kinds.has(kind)) return score
    kinds.add(kind)
    return score + (kinds.size === 1 ? weight : weight / 2)
  }, 0)
}
