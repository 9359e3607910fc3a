/** A source's name as names are compared: without case, accents, an article in front or a possessive behind. */
export const foldedSource = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}ـ]/gu, '')
    .replace(/['’]s?$/u, '')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(?:the|le|der|die|das|el) (?=\p{Lu})/iu, '')
    .toLowerCase()
