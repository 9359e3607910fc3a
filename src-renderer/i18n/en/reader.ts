/** Strings of the reader feature. */
export const reader = {} as const
