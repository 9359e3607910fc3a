import { foldedSource } from '../domain/named-source'
import { type Span, sentencesInTurn } from './sentences'
import { isMedium, sourceForms } from './source-forms'
import { atOnce } from './steps'

/** A source that a text says it has something from. `name` is folded: equal names are one source. */
export type NamedSource = Span & { name: string }

/** Grows when other sources would be found in the same text. */
export const sourceVersion = 1

/** A day behind a name is no part of it: "told Reuters Wednesday". */
const dateWord =
  /(?<!\p{L})(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)(?!\p{L})/u

/**
 * The sources that a sentence names: "according to Ynet", "told AlQahera News", "Hebrew media reported". Articles that name
 * the same one for the same thing are of one origin.
 * @returns in order, without overlaps; offsets into the sentence
 */
export function namedSources(sentence: string): NamedSource[] {
  const text = sentence.replace(/\s/g, ' ')
  const found: NamedSource[] = []
  for (const { pattern, accepts } of sourceForms) {
    for (const match of text.matchAll(pattern)) {
      const bare = bareName(match[1] ?? '')
      if (bare.length < 2 || noName.test(bare) || !accepts(bare, match[0])) continue
      let start = match.indices?.[1]?.[0] ?? 0
      for (const one of oneByOne(bare)) {
        const span = { start, end: start + one.length }
        if (!found.some((other) => other.start < span.end && span.start < other.end)) {
          found.push({ ...span, name: foldedSource(one) })
        }
        start = span.end + conjunction.length
      }
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Words for a kind of medium, and what is left of "U.S.", are no name by themselves. */
const noName = /^(?:The|A|An|TV|Radio|News|Press|Media|Agency|Television|Channel|In|On|At|It|He|She|They)$/

/** Without a day behind it and without whose report it is: "Reuters' correspondent" speaks for Reuters. */
function bareName(source: string): string {
  const day = source.search(dateWord)
  return (day < 0 ? source : source.slice(0, day)).replace(/['’]s?(?: .*)?$|\s[أإا]ن(?:\s.*)?$/u, '').trim()
}

const conjunction = ' and '

/** "The Maris Post and Lagoon TV" are two. */
function oneByOne(source: string): string[] {
  const parts = source.split(conjunction)
  return parts.every(isMedium) ? parts : [source]
}

/** The sources that a text names, sentence by sentence; offsets into the text. */
export const sourcesOfText = (text: string, language: string | null): NamedSource[] =>
  atOnce(sourceSteps(text, language))

/** As {@link sourcesOfText}, in steps between which other work can be done: a book takes a second. */
export function* sourceSteps(text: string, language: string | null): Generator<undefined, NamedSource[]> {
  const found: NamedSource[] = []
  for (const { start, end } of sentencesInTurn(text, language)) {
    for (const source of namedSources(text.slice(start, end))) {
      found.push({ ...source, start: source.start + start, end: source.end + start })
    }
    yield
  }
  return found
}
