import type { DateExpression } from '../../domain/date-expression'
import { edtfInterval, parseEdtf } from '../../domain/edtf'
import { lazily } from '../../domain/lazily'
import { type DateOrder, orderOfNumbers } from '../date-order'
import { type Span, sentences } from '../sentences'
import { type Reference, referenceOf } from './calendar'
import { confidenceOf } from './confidence'
import { type Grammar, grammarOf } from './grammar'
import type { NumericOrder, Placement, Resolution } from './placement'
import type { Reading, Rule } from './reading'
import { resolve } from './resolve'
import { type Tense, tenseAround } from './tense'

export type DateOptions = {
  /** EDTF of the publication; null leaves relative dates unresolved. */
  published: string | null
  /** BCP 47, or null where unknown. */
  language: string | null
  /** Order of day and month in the outlet's numeric dates, where it is known. */
  order?: DateOrder | null
}

/** A date expression with the sentence that it stands in and the rule that found it. */
export type FoundDate = DateExpression & { sentence: Span; rule: Rule }

type Match = Span & { rule: Rule; reading: Reading }

/** How much of the line guards may look at, in UTF-16 units, on each side. */
const surroundingLength = 48

/**
 * Finds date expressions and places them on the calendar.
 * @param text an article's text; expressions never cross its line feeds
 * @returns in order, not overlapping; offsets in UTF-16 units of `text`
 */
export function findDates(text: string, options: DateOptions): FoundDate[] {
  const grammar = grammarOf(options.language)
  const article: Article = {
    text,
    language: options.language,
    reference: referenceOf(options.published),
    line: { start: 0, end: -1, sentences: [], current: 0 },
    mention: null,
    order: lazily(() => orderIn(text, options)),
    writtenMonths: new Map(),
  }
  const found: FoundDate[] = []
  for (const match of matches(text, grammar)) {
    enterLine(article, match.start)
    const date = place(match, article)
    const before = found.at(-1)
    if (before && explains(text, before, match)) found[found.length - 1] = { ...date, ...joined(text, before, date) }
    else found.push(date)
  }
  return found
}

/** What is known while going through an article. */
type Article = {
  text: string
  language: string | null
  reference: Reference | null
  line: Span & { sentences: Span[]; current: number }
  /** EDTF of the last date mentioned. */
  mention: string | null
  order: () => NumericOrder | null
  /** Years of the months that are written with one on this line. */
  writtenMonths: Map<number, number>
}

/** What the article itself shows goes before its outlet's habit, and that before its language's. */
function orderIn(text: string, { order, language }: DateOptions): NumericOrder | null {
  const shown = orderOfNumbers([text])
  if (shown !== null) return { order: shown, step: 'order-of-article' }
  if (order) return { order, step: 'order-of-outlet' }
  return isEnglish(language) ? null : { order: 'day-first', step: 'order-of-language' }
}

function* matches(text: string, grammar: Grammar): Generator<Match> {
  for (let match = nextMatch(text, 0, grammar); match; match = nextMatch(text, match.end, grammar)) yield match
}

/** Most places are inside words, so that these are passed over first. */
function nextMatch(text: string, from: number, grammar: Grammar): Match | null {
  const { automaton } = grammar
  let before = from === 0 ? lineFeed : text.charCodeAt(from - 1)
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (!isAsciiWord(before) && automaton.mayBegin(code) && (isSpace(before) || !isInside(text, at))) {
      const match = read(text, at, grammar)
      if (match) return match
    }
    before = code
  }
  return null
}

const lineFeed = 10
const isSpace = (code: number): boolean => code === 32 || code === lineFeed
const isAsciiWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90)

/**
 * Inside a word or a number, or behind a number's point: "1,979" and "12:30" hold no date. Arabic and Hebrew prefixes are
 * part of their patterns.
 */
const isInside = (text: string, at: number): boolean =>
  /(?:[\p{L}\p{N}]|\d[.,:/–-])$/u.test(text.slice(Math.max(0, at - 2), at))

/** The first pattern that accepts what stands at `at`. */
function read(text: string, at: number, grammar: Grammar): Match | null {
  for (const index of grammar.automaton.candidates(text, at)) {
    const entry = grammar.patterns[index]
    if (!entry) break
    const reader = entry.reader()
    reader.lastIndex = at
    const match = reader.exec(text)
    if (!match) continue
    const start = at + (match.groups?.skip?.length ?? 0)
    const end = at + match[0].length
    const reading = entry.pattern.read(match.groups ?? {}, around(text, start, end))
    if (reading) return { ...withoutArticle(text, start, end), rule: entry.pattern.rule, reading }
  }
  return null
}

function around(text: string, start: number, end: number): { before: string; after: string } {
  const before = text.slice(Math.max(0, start - surroundingLength), start)
  const after = text.slice(end, end + surroundingLength)
  const lineEnd = after.indexOf('\n')
  return { before: before.slice(before.lastIndexOf('\n') + 1), after: lineEnd < 0 ? after : after.slice(0, lineEnd) }
}

/** "the 1940s", "a day earlier": the article is not part of the expression. */
function withoutArticle(text: string, start: number, end: number): Span {
  const article = /^(?:[Tt]he|[Aa]n?)[ \u00a0]+/.exec(text.slice(start, Math.min(end, start + 8)))
  return { start: start + (article?.[0].length ?? 0), end }
}

function enterLine(article: Article, at: number): void {
  if (at < article.line.end) return
  const { text } = article
  const start = text.lastIndexOf('\n', at - 1) + 1
  const lineEnd = text.indexOf('\n', at)
  const end = lineEnd < 0 ? text.length : lineEnd
  const spans = sentences(text.slice(start, end), article.language)
  article.line = {
    start,
    end,
    sentences: spans.map((s) => ({ start: s.start + start, end: s.end + start })),
    current: 0,
  }
  article.writtenMonths.clear()
}

function place(match: Match, article: Article): FoundDate {
  const { text } = article
  const sentence = sentenceOf(match, article)
  const placement: Placement = {
    reference: article.reference,
    tense: () => tenseOf(match, sentence, article),
    mention: article.mention,
    yearOfMonth: (month) => article.writtenMonths.get(month) ?? null,
    order: article.order,
  }
  const resolution = resolve(match.reading, placement)
  remember(match.reading, resolution, article)
  return {
    start: match.start,
    end: match.end,
    text: text.slice(match.start, match.end),
    edtf: resolution.edtf,
    interval: resolution.edtf === null ? null : edtfInterval(resolution.edtf),
    derivation: resolution.steps,
    confidence: confidenceOf(match.rule, resolution),
    sentence: { start: sentence.start, end: sentence.end },
    rule: match.rule,
  }
}

/** Matches come in order, so that the sentences before are done with. */
function sentenceOf(match: Match, article: Article): Span {
  const { line } = article
  while ((line.sentences[line.current]?.end ?? Number.POSITIVE_INFINITY) <= match.start) line.current += 1
  return line.sentences[line.current] ?? line
}

/** How much of a sentence the tense is looked for in, in UTF-16 units, on each side. */
const tenseContext = 400

function tenseOf(match: Match, sentence: Span, article: Article): Tense {
  if (!isEnglish(article.language)) return 'unknown'
  const start = Math.max(sentence.start, match.start - tenseContext)
  const end = Math.min(sentence.end, match.end + tenseContext)
  return tenseAround(article.text.slice(start, end), match.start - start, match.end - start)
}

/** Where the language is unknown too: verbs of another don't look English. */
const isEnglish = (language: string | null): boolean => language === null || /^en\b/i.test(language)

function remember(reading: Reading, resolution: Resolution, article: Article): void {
  if (resolution.edtf === null) return
  if (!looksBack(reading) && parseEdtf(resolution.edtf)?.kind === 'date') article.mention = resolution.edtf
  if (reading.kind === 'day' && reading.year !== null) article.writtenMonths.set(reading.month, reading.year)
}

/** "The previous day" leaves the story where it was, so that a second one means the same day. */
const looksBack = (reading: Reading): boolean => reading.kind === 'from-mention' && reading.sign < 0

const explained: readonly Rule[] = ['near-day', 'weekday', 'unit', 'other-calendar', 'holiday']
const explaining: readonly Rule[] = ['full-date', 'day-month', 'numeric']

/** "today (20 October 2011)", "on Tuesday, 6 May": the date says what the word before it means. */
const explains = (text: string, before: FoundDate, match: Match): boolean =>
  explained.includes(before.rule) &&
  explaining.includes(match.rule) &&
  /^(?:[ \u00a0]?[([][ \u00a0]?|,?[ \u00a0])$/.test(text.slice(before.end, match.start))

/** From the word to the date, with the bracket that closes behind it. */
function joined(text: string, before: FoundDate, date: FoundDate): { start: number; end: number; text: string } {
  const isOpen = /[([]/.test(text.slice(before.end, date.start))
  const bracket = isOpen ? (/^[ \u00a0]?[)\]]/.exec(text.slice(date.end, date.end + 2))?.[0].length ?? 0) : 0
  const end = date.end + bracket
  return { start: before.start, end, text: text.slice(before.start, end) }
}
