import { copyKind } from '../domain/affair'
import type { SharedWording } from '../domain/relation'
import { overlap } from './overlap'
import type { Span } from './sentences'
import { sourcesOfText } from './upstream'
import type { Word } from './words'

/** An article as its origin is judged; `words` are those of its text. */
export type OriginText = { text: string; language: string | null; words: readonly Word[] }

/** Of two articles that only share passages, one has to have so much of its words from there to count as the other's copy. */
const sharedPart = 0.5
/** A source named in the first paragraphs, or so often, is the source of the whole article and not of a passage. */
const openingParagraphs = 3
const openingLength = 900
const manyMentions = 3

/** Whether one of two articles is made of the other's wording, or both of a third's. */
export const isTaken = ({ kind, share, otherShare }: Pick<SharedWording, 'kind' | 'share' | 'otherShare'>): boolean =>
  copyKind(kind) !== null || Math.max(share, otherShare) >= sharedPart

/** Where the opening of an article ends. @param paragraphs of its text that are shown, in order */
export function openingEnd(paragraphs: readonly Span[]): number {
  const opening = paragraphs.slice(0, openingParagraphs)
  return Math.min(opening.at(-1)?.end ?? 0, (opening[0]?.start ?? 0) + openingLength)
}

/** Whether an article as a whole rests on a source. @param places where it names the source; @param end of its opening */
export const restsOn = (places: readonly { start: number }[], end: number): boolean =>
  places.length >= manyMentions || places.some(({ start }) => start < end)

/**
 * Groups articles that are of one origin: one is made of the other's wording, or both rest on the same named source. A
 * source that is named in passing makes two articles not one.
 * @returns indices into `texts`; each stands in one group; groups and members in order
 */
export function originGroups(texts: readonly OriginText[]): number[][] {
  const groupOf = [...texts.keys()]
  const main = texts.map(mainSources)
  for (const [a, one] of texts.entries()) {
    for (const [b, other] of texts.entries()) {
      if (b <= a || groupOf[a] === groupOf[b]) continue
      const isOne = [...(main[a] ?? [])].some((name) => main[b]?.has(name)) || sharesOrigin(one.words, other.words)
      if (!isOne) continue
      const [into, from] = [Math.min(groupOf[a] ?? a, groupOf[b] ?? b), Math.max(groupOf[a] ?? a, groupOf[b] ?? b)]
      for (const [k, group] of groupOf.entries()) if (group === from) groupOf[k] = into
    }
  }
  return [...new Set(groupOf)].map((group) => [...groupOf.keys()].filter((k) => groupOf[k] === group))
}

function sharesOrigin(a: readonly Word[], b: readonly Word[]): boolean {
  const shared = overlap(a, b)
  return shared !== null && isTaken(shared)
}

/** The folded names of the sources that an article rests on as a whole. */
function mainSources({ text, language }: OriginText): Set<string> {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }) =>
    /\S/.test(line) ? [{ start: index, end: index + line.length }] : [],
  )
  const end = openingEnd(paragraphs)
  const places = new Map<string, { start: number }[]>()
  for (const source of sourcesOfText(text, language)) {
    places.set(source.name, [...(places.get(source.name) ?? []), source])
  }
  return new Set([...places].flatMap(([name, named]) => (restsOn(named, end) ? [name] : [])))
}
