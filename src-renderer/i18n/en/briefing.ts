/** Strings of the briefing feature. */
export const briefing = {} as const
