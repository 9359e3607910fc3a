/** Stored with what the method found; a higher one makes stored results be worked out again. */
export const datesMethodVersion = 5
