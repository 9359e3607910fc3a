/** Which events a timeline shows before some are taken in or left out by hand. */
export type TimelineChoice =
  | { kind: 'all' }
  /** Events that carry one of the tags, or one below it. */
  | { kind: 'tags'; tagIds: number[] }
  /** Events that a search finds, in the query language of the search box. */
  | { kind: 'search'; query: string }
  | { kind: 'hand' }

export const laneKinds = ['none', 'outlet', 'tag', 'actor', 'state'] as const
export type LaneKind = (typeof laneKinds)[number]

/** In order of date, or in one of the researcher's own. */
export const timelineOrders = ['date', 'reading'] as const
export type TimelineOrder = (typeof timelineOrders)[number]
