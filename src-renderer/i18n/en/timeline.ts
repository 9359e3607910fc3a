/** Strings of the timeline feature. */
export const timeline = {} as const
