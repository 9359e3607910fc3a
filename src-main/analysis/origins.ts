import { copyKind } from '../domain/affair'
import { overlap } from './overlap'
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
      const isOne = [...(main[a] ?? [])].some((name) => main[b]?.has(name)) || isTaken(one.words, other.words)
      if (!isOne) continue
      const [into, from] = [Math.min(groupOf[a] ?? a, groupOf[b] ?? b), Math.max(groupOf[a] ?? a, groupOf[b] ?? b)]
      for (const [k, group] of groupOf.entries()) if (group === from) groupOf[k] = into
    }
  }
  return [...new Set(groupOf)].map((group) => [...groupOf.keys()].filter((k) => groupOf[k] === group))
}

function isTaken(a: readonly Word[], b: readonly Word[]): boolean {
  const shared = overlap(a, b)
  if (shared === null) return false
  return copyKind(shared.kind) !== null || Math.max(shared.share, shared.otherShare) >= sharedPart
}

/** The folded names of the sources that an article rests on as a whole. */
function mainSources({ text, language }: OriginText): Set<string> {
  const paragraphs = [...text.matchAll(/[^\n]*\S[^\n]*/g)]
  const first = paragraphs[0]?.index ?? 0
  const last = paragraphs[openingParagraphs - 1] ?? paragraphs.at(-1)
  const end = Math.min((last?.index ?? 0) + (last?.[0].length ?? 0), first + openingLength)
  const mentions = new Map<string, number>()
  for (const { name, start } of sourcesOfText(text, language)) {
    mentions.set(name, (mentions.get(name) ?? 0) + (start < end ? manyMentions : 1))
  }
  return new Set([...mentions].flatMap(([name, count]) => (count >= manyMentions ? [name] : [])))
}
