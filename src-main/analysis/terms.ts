/**
 * A word that says what a statement is about. `stem`: folded so that its forms are one; `word`: the first of these forms,
 * in lower case; `weight`: before rarity counts.
 */
export type Term = { stem: string; word: string; weight: number; isName: boolean }

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Words without content, and the parts of dates, which are compared as dates. */
const empty = words(
  'a about above after again against all also am amid among an and any are as at be because been before being between both but by can could did do does doing down during each few for from further had has have having he her here hers him himself his how i if in into is it its itself just me more most my no nor not now of off on once only or other our out over own per same she should so some such than that the their them then there these they this those through to too under until up upon very was we were what when where which while who whom why will with within without would you your ' +
    'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow tonight day days week weeks month months year years morning afternoon evening night midnight noon earlier later ago last next early late since following previous same local time gmt pm mr mrs ms dr two three four five six seven eight nine ten one first second',
)

/** Who says it and how: shared by statements of anything. */
const reporting = words(
  'said say says told tell tells saying report reports reported reportedly according source sources official officials spokesman spokeswoman spokesperson statement announced announce confirmed confirm added adding stated claimed claim quoted cited media news agency newspaper daily website spoke condition anonymity anonymous added noted called urged',
)

/** Whether a word in lower case tells nothing of what a text is about, whoever writes it. */
export const isCommonWord = (lower: string): boolean => empty.has(lower) || reporting.has(lower)

const token = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.,]\d+)*/gu

/** Content words of a sentence, each once, in order. Names weigh more: they tell happenings of one kind apart. */
export function termsOf(sentence: string): Term[] {
  const found = new Map<string, Term>()
  for (const match of sentence.matchAll(token)) {
    const word = match[0]
    const lower = word.toLowerCase()
    if (lower.length < 2 || empty.has(lower)) continue
    const isCapital = /^\p{Lu}/u.test(word)
    const isName = isCapital && match.index > 0
    const stem = wordStem(isCapital ? withoutDemonym(folded(lower)) : folded(lower))
    const weight = reporting.has(lower) ? 0.25 : isName ? nameWeight : 1
    const known = found.get(stem)
    if (!known || known.weight < weight)
      found.set(stem, { stem, word: lower, weight, isName: isName || known?.isName === true })
  }
  return [...found.values()]
}

const nameWeight = 1.2

/** "Israeli" and "Israel", "Gazan" and "Gaza", "Syrian" and "Syria" are one. */
const withoutDemonym = (word: string): string => word.replace(/(?<=\p{L}{3})(?:ians?|eans?|ans?|is?|ia|a)$/u, '')

/** Light stemming of English; the definite article of Arabic and what is written onto it. */
function wordStem(word: string): string {
  if (/^[\u0600-\u06ff]/.test(word))
    return word.replace(/^(?:[وفبكل]?ال|لل|[وفبل](?=\p{L}{4}))/u, '').replace(/[ةهي]$/u, '')
  if (!/^[a-z]{4,}$/.test(word)) return word
  const bare = word
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?<=[a-z]{3})(?:ations?|ions?|ings?|ed|es|s|ers?|ors?|ments?|ly)$/, '')
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1')
  return bare.replace(/(?<=[a-z]{3})[ey]$/, '')
}

/** Without accents and vowel points, hamza and alef as one. */
const folded = (lower: string): string =>
  /^[a-z\d]*$/.test(lower)
    ? lower
    : lower
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[أإآٱ]/g, 'ا')
        .replace(/ى/g, 'ي')
