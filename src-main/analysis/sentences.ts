/** A span of text, offsets in UTF-16 code units, `end` exclusive. */
export type Span = { start: number; end: number }

/** Long paragraphs are cut into windows of this many UTF-16 units: the segmenter of Node 20 takes quadratic time. */
const windowLength = 4000

/** Its rules differ by language in Greek alone, which the windows don't change; abbreviations are added below. */
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/**
 * Sentences of a text, paragraph by paragraph (a line feed always ends one). Abbreviations, initials and German ordinals
 * don't end a sentence.
 * @param language BCP 47, or null where unknown
 * @returns spans in order, without the white space around them; none is empty
 */
export const sentences = (text: string, language: string | null): Span[] => [...sentencesInTurn(text, language)]

/** As {@link sentences}, each found when it is asked for: a book in one paragraph takes time. */
export function* sentencesInTurn(text: string, language: string | null): Generator<Span> {
  let at = 0
  while (at <= text.length) {
    const lineEnd = text.indexOf('\n', at)
    const end = lineEnd < 0 ? text.length : lineEnd
    if (end > at) yield* sentencesOf(text, { start: at, end }, language)
    at = end + 1
  }
}

/** A mark that ends a sentence before the paragraph's end, and one that may, with all behind it up to the next letter. */
const closing = /[。！？]./u
const loosely = /[.!?…؟۔।]\P{L}*/gu

/** Whether a sentence may end within a paragraph. Chinese and Japanese put no space behind their marks. */
function isDivided(paragraph: string): boolean {
  if (closing.test(paragraph)) return true
  for (const { 0: run, index } of paragraph.matchAll(loosely)) {
    if (/\s\S/.test(paragraph.slice(index, index + run.length + 1))) return true
  }
  return false
}

/** The sentences of one paragraph. */
function* sentencesOf(text: string, paragraph: Span, language: string | null): Generator<Span> {
  if (!isDivided(text.slice(paragraph.start, paragraph.end))) {
    const whole = trimmed(text, paragraph.start, paragraph.end)
    if (whole) yield whole
    return
  }
  let open: Span | null = null
  for (const piece of pieces(text, paragraph)) {
    if (open && continues(text, open, piece, language)) {
      open = { start: open.start, end: piece.end }
      continue
    }
    if (open) yield open
    open = piece
  }
  if (open) yield open
}

/** The segmenter's pieces of a paragraph, trimmed. The last piece of a window is looked at again with what follows it. */
function* pieces(text: string, paragraph: Span): Generator<Span> {
  let at = paragraph.start
  while (at < paragraph.end) {
    const end = windowEnd(text, at, paragraph.end)
    const cuts = [...segmenter.segment(text.slice(at, end))].map((segment) => at + segment.index)
    const last = cuts.at(-1) ?? at
    const next = end === paragraph.end || last === at ? end : last
    for (const [i, start] of cuts.entries()) {
      const piece = trimmed(text, start, cuts[i + 1] ?? end)
      if (piece && start < next) yield piece
    }
    at = next
  }
}

/** Ends a window at white space where there is some, so that no word is cut. */
function windowEnd(text: string, start: number, limit: number): number {
  if (start + windowLength >= limit) return limit
  const space = text.lastIndexOf(' ', start + windowLength)
  return space > start ? space + 1 : start + windowLength
}

function trimmed(text: string, start: number, end: number): Span | null {
  let from = start
  let to = end
  while (from < to && /\s/.test(text.charAt(from))) from += 1
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1
  return from < to ? { start: from, end: to } : null
}

/** Titles and the like: what follows always belongs to them. */
const binding =
  /(?:^|[\s("“‘'«[–—-])(?:M[rs]|Mrs|Mx|Mme|Mlle|MM|Drs?|Profs?|Pr|Gen|Lieut|Lt|Maj|Col|Brig|Sgt|Cpl|Pvt|Capt|Cmdr|Adm|Cdr|Gov|Sens?|Reps?|Revs?|Hon|Msgr|Fr|Amb|Insp|Supt|Det|Ste?|Mt|Ft|vs|cf|approx|ca|Sra?|Srta|Dña|Dott|Avv|Hr|Frau|bzw|z\. ?B|d\. ?h|e\.g|i\.e)\.$/

/** These may also end a sentence, so what follows decides. */
const loose =
  /(?:^|[\s("“‘'«[–—.-])(?:(?:\p{L}\.)+\p{L}|\p{L}|Inc|Ltd|Corp|Cos?|Bros|Jr|Sr|Dept|Dist|Univ|Assn|Ave|Blvd|Rd|Calif|Mich|Conn|Mass|Penn|Tex|Fla|Wash|Ariz|Colo|Okla|Ore)\.$/u

/** A capital after one of the loose ones that opens a new sentence all the same. */
const opener =
  /^["“‘'«]?(?:The|A|An|In|On|At|It|Its|He|His|She|Her|They|Their|We|I|You|This|That|These|Those|There|But|And|However|Meanwhile|After|Before|When|While|As|For|If|Since|No|Not|Some|Many|Most|Both|Earlier|Later|According)(?![\p{L}])/u

const numbered = /(?:^|\s)(?:Nos?|Art|Sec|Ch|pp?|Vol|Fig|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/
const clock = /\d ?[ap]\.? ?m\.$/i
const afterClock =
  /^(?:on |(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d|[A-Z]{2,4}\b)/
const ordinal = /(?:^|\s)\d{1,2}\.$/
const ordinalLanguages = ['de', 'da', 'nb', 'nn', 'no', 'fi', 'cs', 'sk', 'hu', 'sl', 'hr', 'tr']
const germanMonth = /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b/

/** Whether `next` belongs to the sentence of `open`. */
function continues(text: string, open: Span, next: Span, language: string | null): boolean {
  const tail = text.slice(Math.max(open.start, open.end - 16), open.end)
  const head = text.slice(next.start, Math.min(next.end, next.start + 24))
  if (binding.test(tail)) return true
  if (/[!?…]["”’»]?$/.test(tail) && /^\p{Ll}/u.test(head)) return true
  if (clock.test(tail)) return afterClock.test(head)
  if (numbered.test(tail) && /^\d/.test(head)) return true
  if (ordinal.test(tail)) return isOrdinal(text.slice(open.start, Math.min(open.end, open.start + 4)), head, language)
  return loose.test(tail) && !opener.test(head)
}

/** "am 7. | Mai", or the number of a list item that stands alone. */
function isOrdinal(before: string, head: string, language: string | null): boolean {
  if (/^\d{1,2}\.$/.test(before) || germanMonth.test(head)) return true
  return ordinalLanguages.includes((language ?? '').split('-')[0]?.toLowerCase() ?? '')
}
