/** Strings of the importing feature. */
export const importing = {} as const
