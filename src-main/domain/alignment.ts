/**
 * What two passages of different articles have in common: the same quoted words, wording that one took from the other or
 * both from a third, or the same statement in other words.
 */
export const linkKinds = ['quotation', 'shared-wording', 'same-statement'] as const
export type LinkKind = (typeof linkKinds)[number]

/** What the researcher said of a link: that it holds, that it doesn't, or the link itself. */
export const linkDecisions = ['confirmed', 'rejected', 'drawn'] as const
export type LinkDecision = (typeof linkDecisions)[number]

/** A span of one of the compared texts; offsets in UTF-16 units. */
export type Place = { text: number; start: number; end: number }

/**
 * Two sentences that report the same thing. `score`: the share of such pairs that were right on development data, from 0
 * to 1. `differences`: words within shared wording or a shared quotation that the other text hasn't.
 */
export type Link = { a: Place; b: Place; kind: LinkKind; score: number; differences: Place[] }

/**
 * What several texts share. `onlyHere`: sentences that no other comparable text tells; a text that can be compared with no
 * other has none. `compared`: whether each text could be compared with another.
 */
export type Alignment = { links: Link[]; onlyHere: Place[]; compared: boolean[] }
