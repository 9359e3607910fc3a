import { align } from '../../src-main/analysis/alignment/align'
import { likelyThreshold } from '../../src-main/analysis/alignment/model'
import { prepareText } from '../../src-main/analysis/alignment/prepared-text'
import type { Link } from '../../src-main/domain/alignment'
import { wordVectors } from './word-vectors'

/** Texts aligned, with links and places as the words that they are on. */
export function aligned(texts: readonly string[], language: string | null = 'en') {
  const { links, onlyHere, compared } = align(texts.map((text) => prepareText(text, language, wordVectors())))
  const words = ({ text, start, end }: Link['a']) => texts[text]?.slice(start, end) ?? ''
  const told = (link: Link) => ({
    kind: link.kind,
    score: link.score,
    texts: [link.a.text, link.b.text],
    a: words(link.a),
    b: words(link.b),
    differences: link.differences.map(words),
  })
  return {
    links: links.map(told),
    likely: links.filter(({ score }) => score >= likelyThreshold).map(told),
    onlyHere: onlyHere.map(words),
    compared,
  }
}
