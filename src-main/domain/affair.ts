import type { RelationKind } from './relation'

/** Why two articles belong together: they tell of one affair in their own words, or one carries the other's text. */
export const companionKinds = ['same-affair', 'near-copy', 'copy'] as const
export type CompanionKind = (typeof companionKinds)[number]

/** What shared wording makes of two articles; null where they only share passages. */
export function copyKind(kind: RelationKind): Exclude<CompanionKind, 'same-affair'> | null {
  if (kind === 'shared-passages') return null
  return kind === 'same-text' ? 'copy' : 'near-copy'
}
