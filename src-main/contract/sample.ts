/** The day on which the sample articles were collected; they are invented, and so is the time that they are from. */
export const sampleDay = '2031-04-01'
