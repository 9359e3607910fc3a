/** Strings of the tags feature. */
export const tags = {} as const
