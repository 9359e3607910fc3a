import { type DayInterval, intervalsMeet } from './edtf'

export const eventStatuses = ['proposed', 'accepted', 'dismissed'] as const
export type EventStatus = (typeof eventStatuses)[number]

/** What a quotation does for an event: it supports it, disputes it, or merely mentions it. */
export const stances = ['supports', 'disputes', 'mentions'] as const
export type Stance = (typeof stances)[number]

/** What is known of an event's place in time where its date says less. */
export const eventRelations = ['before', 'after', 'same-moment'] as const
export type EventRelation = (typeof eventRelations)[number]

/** An event happened before, after or at the same moment as another. */
export type EventOrder = { relation: EventRelation; eventId: number }

/** One readable step of how a date was worked out. `code` selects the sentence in `i18n`, `params` fill it. */
export type DerivationStep = { code: DerivationCode; params: Record<string, string> }

export const derivationCodes = [
  'as-written',
  'year-of-publication',
  'year-before-publication',
  'year-after-publication',
  'weekday-before',
  'weekday-same',
  'weekday-after',
  'days-before',
  'days-after',
  'weeks-before',
  'weeks-after',
  'months-before',
  'months-after',
  'years-before',
  'years-after',
  'week-of-publication',
  'week-before',
  'week-after',
  'month-of-publication',
  'month-before',
  'month-after',
  'year-before',
  'year-after',
  'day-of-publication',
  'previous-mention',
  'open-end',
  'open-start',
  'approximate',
  'vague',
  'needs-publication-date',
  'needs-earlier-date',
  'day-month-order',
  'day-first',
  'month-first',
  'order-of-outlet',
  'order-of-article',
  'order-of-language',
  'named-day',
  'no-such-date',
  'other-calendar',
  'entered',
] as const
export type DerivationCode = (typeof derivationCodes)[number]

/** What the state of an event is computed from: one piece of evidence with the article that it stands in. */
export type StateEvidence = {
  id: number
  articleId: number
  outlet: string | null
  stance: Stance
  /** Days that the quotation allows for the event; null where it asserts no date. */
  interval: DayInterval | null
  /** Upstream sources that it names ("Ynet", "AlQahera News"), folded. */
  upstreams: readonly string[]
  /** Ids of other evidence of the same event with which this one shares wording. */
  sharesWordingWith: readonly number[]
  /** Its article's text no longer has the words: it says nothing until these are found again. */
  orphaned: boolean
}

/**
 * `origins` is at most the number of independent origins: distinct known outlets, where evidence that shares wording or
 * an upstream source counts once. `agree`: articles whose dates have a day in common with all others. `orphaned`: pieces
 * of evidence whose words are gone from their article's text; nothing else counts them.
 */
export type EventState = {
  kind: 'unsourced' | 'single-source' | 'corroborated' | 'conflicting'
  articles: number
  outlets: number
  origins: number
  unknownOutlets: number
  agree: number
  orphaned: number
  /** Pairs of evidence ids that have no day in common, or where one disputes. */
  conflicts: { a: number; b: number; reason: 'dates' | 'disputes' }[]
}

/**
 * The state of an event, from its evidence.
 * Conflicting: two asserted intervals without a day in common, or one passage that disputes. Corroborated: at least two
 * known outlets of different origin.
 */
export function eventState(all: readonly StateEvidence[]): EventState {
  const evidence = all.filter((e) => !e.orphaned)
  const supporting = evidence.filter((e) => e.stance === 'supports')
  const articles = new Set(supporting.map((e) => e.articleId)).size
  const outlets = new Set(supporting.flatMap((e) => (e.outlet === null ? [] : [outletKey(e.outlet)]))).size
  const unknownOutlets = new Set(supporting.filter((e) => e.outlet === null).map((e) => e.articleId)).size
  const conflicts = conflictsOf(all)
  const origins = independentOrigins(supporting.filter((e) => e.outlet !== null))
  const dated = supporting.filter((e) => e.interval !== null)
  const agree = conflicts.some((c) => c.reason === 'dates') ? 0 : new Set(dated.map((e) => e.articleId)).size
  const kind =
    supporting.length === 0 && conflicts.length === 0
      ? 'unsourced'
      : conflicts.length > 0
        ? 'conflicting'
        : origins >= 2
          ? 'corroborated'
          : 'single-source'
  const orphaned = all.length - evidence.length
  return { kind, articles, outlets, origins, unknownOutlets, agree, orphaned, conflicts }
}

const outletKey = (outlet: string): string => outlet.trim().toLowerCase()

/** What a piece of evidence claims: enough to tell whether it disagrees with another. */
export type Claim = Pick<StateEvidence, 'id' | 'articleId' | 'stance' | 'interval' | 'orphaned'>

/** Pairs of claims that disagree: their dates have no day in common, or one disputes. */
export function conflictsOf(all: readonly Claim[]): EventState['conflicts'] {
  const claims = all.filter((claim) => !claim.orphaned)
  const supporting = claims.filter((claim) => claim.stance === 'supports')
  const conflicts: EventState['conflicts'] = []
  for (const [i, a] of supporting.entries()) {
    for (const b of supporting.slice(i + 1)) {
      if (a.interval && b.interval && !intervalsMeet(a.interval, b.interval)) {
        conflicts.push({ a: a.id, b: b.id, reason: 'dates' })
      }
    }
  }
  for (const disputing of claims.filter((claim) => claim.stance === 'disputes')) {
    for (const other of supporting) conflicts.push({ a: disputing.id, b: other.id, reason: 'disputes' })
    if (supporting.length === 0) conflicts.push({ a: disputing.id, b: disputing.id, reason: 'disputes' })
  }
  return conflicts
}

/**
 * A text that stays the same as long as the same articles disagree over the same; empty where nothing does. Other words of
 * an article, or more of them that claim the same, make no other conflict.
 */
export function conflictKey(claims: readonly Claim[]): string {
  const told = new Map(
    claims.map(({ id, articleId, stance, interval }) => [
      id,
      `${articleId} ${stance} ${interval ? `${interval.earliest ?? '..'}/${interval.latest ?? '..'}` : 'undated'}`,
    ]),
  )
  const pairs = conflictsOf(claims).map(({ a, b }) => [told.get(a), told.get(b)].sort().join(' | '))
  return [...new Set(pairs)].sort().join('\n')
}

/** Groups evidence that shares outlet, wording or upstream source; each group is one origin. */
function independentOrigins(evidence: readonly StateEvidence[]): number {
  const parent = new Map(evidence.map((e) => [e.id, e.id]))
  const root = (id: number): number => {
    const up = parent.get(id) ?? id
    return up === id ? id : root(up)
  }
  for (const [i, a] of evidence.entries()) {
    for (const b of evidence.slice(i + 1)) {
      const same =
        outletKey(a.outlet ?? '') === outletKey(b.outlet ?? '') ||
        a.upstreams.some((source) => b.upstreams.includes(source)) ||
        a.sharesWordingWith.includes(b.id) ||
        b.sharesWordingWith.includes(a.id)
      if (same) parent.set(root(a.id), root(b.id))
    }
  }
  return new Set(evidence.map((e) => root(e.id))).size
}

/** Ways through the suggestions: by date (unresolved ones last), article by article, or the surest first. */
export const suggestionOrders = ['date', 'article', 'confidence'] as const
export type SuggestionOrder = (typeof suggestionOrders)[number]

/** How many suggestions are listed at the most: the first in their order. The rest follow as these are decided. */
export const listedSuggestions = 500
