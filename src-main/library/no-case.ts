/** A text as SQLite's NOCASE compares it: the letters A to Z without case, all others as they are. */
export const noCase = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
