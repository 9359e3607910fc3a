/**
 * A word that says what a statement is about. `stem`: folded so that its forms are one; `word`: the first of these forms,
 * in lower case; `weight`: before rarity counts.
 */
export type ContentWord = { stem: string; word: string; weight: number; isName: boolean }

/** A content word of a sentence; `start`: where it first stands there, in UTF-16 units. */
export type Term = ContentWord & { start: number }

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

/** Whether a term only says who tells it and how. */
export const isReporting = ({ word }: Term): boolean => reporting.has(word)

const token = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.,]\d+)*/gu

/** Content words of a sentence, each once, in order. Names weigh more: they tell happenings of one kind apart. */
export function termsOf(sentence: string): Term[] {
  const starts = new Map<string, number>()
  const found = new Map<string, ContentWord>()
  for (const { 0: word, index } of sentence.matchAll(token)) {
    for (const one of readWord(word, index === 0)) {
      if (!starts.has(one.stem)) starts.set(one.stem, index)
      add(found, one)
    }
  }
  return [...found.values()].map((one) => ({ ...one, start: starts.get(one.stem) ?? 0 }))
}

/**
 * As {@link termsOf}, for the sentences of one text: what was found of a word is kept and shared by all that have it, since
 * the words of a text come again and again.
 */
export function contentWordReader(): (sentence: string) => ContentWord[] {
  const opening = new Map<string, readonly ContentWord[]>()
  const further = new Map<string, readonly ContentWord[]>()
  return (sentence) => {
    const found = new Map<string, ContentWord>()
    for (const { 0: word, index } of sentence.matchAll(token)) {
      const known = index === 0 ? opening : further
      const read = known.get(word) ?? readWord(word, index === 0)
      known.set(word, read)
      for (const one of read) add(found, one)
    }
    return [...found.values()]
  }
}

function add(found: Map<string, ContentWord>, one: ContentWord): void {
  const known = found.get(one.stem)
  if (!known) found.set(one.stem, one)
  else if (known.weight < one.weight) {
    found.set(one.stem, known.isName && !one.isName ? { ...one, isName: true } : one)
  }
}

function readWord(word: string, isFirst: boolean): ContentWord[] {
  if (unspaced.test(word)) return unspacedWords(word)
  const lower = word.toLowerCase()
  if (lower.length < 2 || empty.has(lower)) return []
  const isCapital = /^\p{Lu}/u.test(word)
  const isName = isCapital && !isFirst
  const stem = wordStem(isCapital ? withoutDemonym(folded(lower)) : folded(lower))
  return [{ stem, word: lower, weight: reporting.has(lower) ? reportingWeight : isName ? nameWeight : 1, isName }]
}

const reportingWeight = 0.25

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

const hanAndKana = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Characters that hold sentences together: Japanese endings, and the particles of Chinese. */
const grammar =
  /^[\p{Script=Hiragana}的了在是和与及而就也都着或但被把将对为以于从向这那其之等已还并又與將對為從這還並]+$/u

/** By its dictionaries, whatever the language. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** Words of scripts that put no space between them. Names are in no dictionary: of what is left every two characters count. */
function unspacedWords(run: string): ContentWord[] {
  const found: ContentWord[] = []
  let left: string[] = []
  const pairLeft = () => {
    for (const [i, character] of left.slice(1).entries()) found.push(contentWord(`${left[i]}${character}`))
    left = []
  }
  for (const { segment } of segmenter.segment(run)) {
    const isSingle = [...segment].length === 1
    if (isSingle && hanAndKana.test(segment) && !grammar.test(segment)) left.push(segment)
    else {
      pairLeft()
      if (!unspaced.test(segment)) found.push(...readWord(segment, true))
      else if (!isSingle) found.push(contentWord(segment))
    }
  }
  pairLeft()
  return found
}

const contentWord = (word: string): ContentWord => ({
  stem: word,
  word,
  weight: grammar.test(word) ? reportingWeight : 1,
  isName: false,
})
