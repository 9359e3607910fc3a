import { candidates, evidenceNames, featureNames, weigh } from '../../../src-main/analysis/alignment/likeness'
import { type PreparedText, prepareText } from '../../../src-main/analysis/alignment/prepared-text'
import type { WordVectors } from '../../../src-main/analysis/alignment/vectors'
import { seeded } from '../../support/generated'
import { type Example, fitLogistic } from '../../support/logistic'
import type { LabelledSentence } from '../../support/same-event'
import type { Topic } from './quality'

/** Sentences that tell none of a topic's events are many: some of them do, with their weight in each of the models. */
const others = { part: 0.25, modelWeight: 0.5, evidenceWeight: 4 }

/** Fits the constants of `model.ts` to some topics and prints them. */
export function fitted(topics: readonly Topic[], vectors: WordVectors): void {
  const model: Example[] = []
  const evidence: Example[] = []
  for (const topic of topics) {
    const texts = topic.map(({ text }) => prepareText(text, 'en', vectors))
    model.push(...examples(topic, texts, weigh(texts), others.modelWeight, 'features'))
    for (const [k, one] of topic.entries()) {
      for (const [l, other] of topic.entries()) {
        const [a, b] = [texts[k], texts[l]]
        if (l <= k || one.event !== other.event || (k + l) % 2 === 1 || !a || !b) continue
        evidence.push(...examples([one, other], [a, b], weigh([a, b]), others.evidenceWeight, 'evidence'))
      }
    }
  }
  print('modelWeights', featureNames, model)
  print('evidenceWeights', evidenceNames, evidence)
}

function print(title: string, names: readonly string[], examples: readonly Example[]): void {
  const { weights, bias } = fitLogistic(examples)
  console.log(`${title} (${examples.length} pairs of sentences)`)
  for (const [k, name] of names.entries()) console.log(`  ${name}: ${weights[k]?.toFixed(3)},`)
  console.log(`  bias ${bias.toFixed(3)}`)
}

function examples(
  articles: Topic,
  texts: readonly PreparedText[],
  weighed: ReturnType<typeof weigh>,
  weight: number,
  values: 'features' | 'evidence',
): Example[] {
  const random = seeded(1)
  const found: Example[] = []
  for (const [k, a] of texts.entries()) {
    for (const [l, b] of texts.entries()) {
      if (l <= k) continue
      for (const candidate of candidates(a, b, weighed[k] ?? [], weighed[l] ?? [])) {
        if (!candidate) continue
        const one = lineOf(articles[k]?.sentences ?? [], a.sentences[candidate.a]?.start ?? 0)
        const other = lineOf(articles[l]?.sentences ?? [], b.sentences[candidate.b]?.start ?? 0)
        const features = candidate[values]
        if (one?.isLabelled && other?.isLabelled) {
          const holds = [...(one.events ?? [])].some((event) => other.events?.has(event))
          found.push({ features, holds, weight: 1 })
        } else if (isOther(one, other) && random() < others.part) found.push({ features, holds: false, weight })
      }
    }
  }
  return found
}

const lineOf = (lines: readonly LabelledSentence[], offset: number): LabelledSentence | undefined =>
  lines.find(({ start, end }) => offset >= start && offset < end)

/** Whether one of two sentences is labelled and the other tells none of the events. */
const isOther = (one: LabelledSentence | undefined, other: LabelledSentence | undefined): boolean =>
  [
    [one, other],
    [other, one],
  ].some(([labelled, without]) => labelled?.isLabelled && without?.events?.size === 0)
