export type Tense = 'past' | 'future' | 'unknown'

const future =
  "\\b(?:will|won[’']t|shall|going to|upcoming|(?:is|are|be) to|(?:plans?|planning|intends?|hopes?|wants?|aims?|vows?|ready) to|(?:is|are) (?:not )?(?:yet )?due|(?:due|set|scheduled|slated|expected|planned|poised|likely) to|(?:set|scheduled|slated|planned|due|pencill?ed in) (?:for|on|in|at)|to be [a-z]+(?:ed|en|ld)|takes? (?:effect|place)|comes? into (?:effect|force)|to (?:appear|begin|resume|take place|stand trial))\\b|['’]ll\\b"
/** A participle looks the same as a past tense, but not behind "be". */
const notParticiple = '(?<!\\bbe )'
const past = `\\b${notParticiple}(?:was|were|had|has|did|said|told|went|came|took|held|met|made|gave|began|left|sent|struck|hit|shot|won|lost|fell|rose|saw|found|led|fled|became|broke|brought|fought|got|kept|ran|spoke|stood|drove|flew|wrote|put|sank|sold|bought|taught|thought|felt|heard|knew|grew|threw|drew|withdrew|blew|paid|laid|swept|built|spent|lent|rode|wore|tore|swore|chose|froze|woke|stole|shook|ate|sought|caught|hid|dug|hung|sprang|shrank|understood|overthrew|arose)\\b`
/** Counts only where its clause holds nothing plainer, or where it stands right before the date. */
const maybePast = `\\b${notParticiple}[a-z]{2,}ed\\b`
const maybeFuture = '\\b(?:would|must|should)\\b'

/** All in one, so that a clause is read once: group 1 future, 2 past, 3 perhaps past, 4 perhaps future. */
const marks = new RegExp(`(${future})|(${past})|(${maybePast})|(${maybeFuture})`, 'gi')

type Mark = { tense: Tense; isPlain: boolean; end: number }

/** "unveiled on", "charged last": a verb that ends at most this many UTF-16 units before the date belongs to it. */
const adjacent = 5

/**
 * Tense of the statement around a date in an English sentence: that of the nearest verb before it in its clause, else of
 * the first after it, else of the last one before it. It decides whether "on Sunday" is the one before the publication
 * or the one after.
 * @param start offset of the expression in `sentence`, `end` behind it
 */
export function tenseAround(sentence: string, start: number, end: number): Tense {
  const before = sentence.slice(0, start)
  const clauseStart = Math.max(...[',', ';', ':', '—', ' – '].map((mark) => before.lastIndexOf(mark))) + 1
  const clause = before.slice(clauseStart)
  const nearest = governing(marksIn(clause), clause.length)
  if (/\bby $/.test(clause) && !(nearest?.isPlain && nearest.tense === 'past')) return 'future'
  return (nearest ?? marksIn(sentence.slice(end))[0] ?? governing(marksIn(before), start))?.tense ?? 'unknown'
}

/** The verb that a date at `at` goes with: one right before it, else the last plain one, else the last. */
function governing(found: readonly Mark[], at: number): Mark | undefined {
  const last = found.at(-1)
  if (last && at - last.end <= adjacent) return last
  return found.filter((mark) => mark.isPlain).at(-1) ?? last
}

const marksIn = (clause: string): Mark[] =>
  [...clause.matchAll(marks)].map((match) => ({
    tense: match[1] === undefined && match[4] === undefined ? 'past' : 'future',
    isPlain: match[3] === undefined && match[4] === undefined,
    end: match.index + match[0].length,
  }))
