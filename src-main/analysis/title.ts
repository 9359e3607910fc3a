import { findDates } from './dates/find'

/** Longest title, in UTF-16 units. */
const limit = 90

/** So much of a sentence is read: expressions below look from many places to its end. */
const readLength = 1000

const finiteVerb =
  /\b(?:is|are|was|were|has|have|had|did|went|came|took|held|met|made|gave|began|left|sent|struck|hit|shot|won|lost|fell|rose|saw|found|led|fled|became|broke|brought|fought|got|kept|ran|spoke|stood|drove|flew|wrote|will|would|\p{Ll}{2,}ed)\b/u
const speechVerb =
  /\b(?:said|says|told|announced|reported|confirmed|stated|claimed|added|warned|declared|tweeted|wrote|noted|revealed|that)$/
/** What stands before a date and belongs to it. */
const leadIn =
  /(?:[\s,(–—-]*\b(?:on|in|at|by|since|until|from|during|before|after|late|early|around|about|the|a|an|morning|evening|afternoon|night|end|start|beginning|middle|of|for|day)\b)+\s*$/i
const leadOut = /^\s*(?:\b(?:night|morning|evening|afternoon|local time)\b)?\s*/i
const attribution =
  /,\s+(?:according to\b[^,]*|(?:\p{Lu}[\p{L}’'.-]*\s+|\p{Ll}+\s+){1,5}(?:said|reported|reports|announced|told\s[^,]*))$/u
const connective =
  /^(?:However|Moreover|Meanwhile|Furthermore|Separately|Instead|Still|Nevertheless|Nonetheless|Similarly|Besides|Also|Then|Therefore|Thus|Indeed|In response|In addition),\s+/
const openingClause = /^(?:Despite|After|While|Since|As|Although|Though|When|Following|Amid|With|In|Before)\b[^,]*,\s+/

/**
 * A short title for an event from the sentence that tells of it: the clause that its date places, without the date and
 * without who said so, at most 90 UTF-16 units, without a full stop.
 */
export function happeningTitle(sentence: string): string {
  const text = sentence.slice(0, readLength).replace(/\s+/g, ' ').trim().replace(connective, '')
  const clause = withoutEnds(datedClause(text) ?? withoutDates(text)).replace(attribution, '')
  const short = closed(clause.length > limit ? shortened(clause) : clause)
  return short === '' ? text.slice(0, limit) : short.charAt(0).toUpperCase() + short.slice(1)
}

/** Without punctuation at the end, and without quotation marks that stand around the whole. */
function withoutEnds(clause: string): string {
  const bare = clause.replace(/[.!?…:;,\s–—-]+$/u, '').replace(/[.!?,]+(?=["”»]$)/u, '')
  return /^["“«][^"“”«»]*["”»]$/u.test(bare) ? bare.slice(1, -1) : bare
}

/** Closes a quotation that was cut. */
function closed(title: string): string {
  const opened = (title.match(/“/g) ?? []).length - (title.match(/”/g) ?? []).length
  return opened > 0 ? `${title}”` : title
}

type Gap = { start: number; end: number }

/**
 * The dates of a sentence that it does without, each with the words that belong to it. "Tuesday's report" needs its date,
 * and so do languages in which what leads to a date is not known here.
 */
const dateGaps = (text: string): Gap[] =>
  /[\u0590-\u06ff]/.test(text)
    ? []
    : findDates(text, { published: null, language: null })
        .filter((date) => !/^['’]s\b/.test(text.slice(date.end)))
        .map((date) => ({
          start: date.start - (leadIn.exec(text.slice(0, date.start))?.[0].length ?? 0),
          end: date.end + (leadOut.exec(text.slice(date.end))?.[0].length ?? 0),
        }))

/** What stands before the first date, where that is a whole statement: "Troops took the bridge | on 7 May as part of …". */
function datedClause(text: string): string | null {
  const first = dateGaps(text)[0]
  if (!first) return null
  const before = text.slice(0, first.start).replace(openingClause, '')
  if (before.split(' ').length < 4 || !finiteVerb.test(before) || speechVerb.test(before.trim())) return null
  return withoutRelative(before.trim())
}

/** "Maris, which signed a treaty" and "The treaty, signed" in one clause; a relative clause about something else goes. */
function withoutRelative(clause: string): string {
  const [, main = '', relative = ''] = /^([^,]+), (?:(?:which|who) ([^,]+)|\p{L}+ed)$/u.exec(clause) ?? []
  if (main === '') return clause
  if (relative === '') return clause.replace(', ', ' ')
  return finiteVerb.exec(relative)?.index === 0 ? `${main} ${relative}` : main
}

function withoutDates(text: string): string {
  let rest = ''
  let at = 0
  for (const gap of dateGaps(text)) {
    if (gap.start < at) continue
    const between = text.slice(at, gap.start)
    // "On 6, 7 and 8 May" goes as a whole.
    if (at === 0 || !/^[\s,]*(?:(?:and|or|&)\s*)?$/.test(between)) rest += `${between} `
    at = gap.end
  }
  return (rest + text.slice(at))
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;:])/g, '$1')
    .replace(/^[\s,;:–—-]+/, '')
    .trim()
}

/** Cut at the end of a clause where one of some length fits, else at a word. */
function shortened(text: string): string {
  const withoutOpening = text.replace(openingClause, '')
  if (withoutOpening.length <= limit && withoutOpening.split(' ').length >= 4) return withoutOpening
  const head = withoutOpening.slice(0, limit - 1)
  const clauseEnd = Math.max(...[', ', '; ', ' – ', ' — '].map((mark) => head.lastIndexOf(mark)))
  if (clauseEnd >= limit / 2 && finiteVerb.test(head.slice(0, clauseEnd))) return head.slice(0, clauseEnd)
  const cut = head.slice(0, limit - 2)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), limit / 2)).replace(/[\s,;:–—-]+$/, '')}…`
}
