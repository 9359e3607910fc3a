import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseWordVectors } from '../../src-main/analysis/alignment/vectors'
import { halfOf } from '../support/pages'
import { type LabelledArticle, readSameEvent } from '../support/same-event'
import { fitted } from './align/fit'
import { affairs, passages, reading, type Topic, tfIdfAffairs, tfIdfPassages } from './align/quality'
import { firstTime, largeTexts, speed } from './align/speed'

/**
 * Which passages of different articles tell the same: `npm run bench -- align`. Time first, then how often it is
 * right on ECB+ (same-event): the topics in two halves, all constants chosen on the first. Each figure stands beside that
 * of TF-IDF in the same run. `npm run bench -- align fit` fits the constants of `model.ts` to the first half,
 * `… align speed` measures time alone.
 */
const vectors = parseWordVectors(readFileSync(resolve('resources/word-vectors.bin')))
const articles = readSameEvent()

if (process.argv[2] === 'fit') {
  if (articles) fitted(topicsOf(articles, 'dev'), vectors)
  else console.log('same-event/articles.jsonl: not found')
} else if (process.argv[2] === 'first') {
  await firstTime(vectors, process.argv[3])
} else {
  speed(vectors)
  largeTexts(vectors)
  if (process.argv[2] !== 'speed') {
    if (articles) quality(articles)
    else console.log('same-event/articles.jsonl: not found')
  }
}

function topicsOf(all: readonly LabelledArticle[], half: 'dev' | 'held-out'): Topic[] {
  const topics = [...new Set(all.map(({ topic }) => topic))].filter((topic) => halfOf(String(topic)) === half)
  return topics.map((topic) => all.filter((article) => article.topic === topic))
}

function quality(all: readonly LabelledArticle[]): void {
  const [dev, heldOut] = [topicsOf(all, 'dev'), topicsOf(all, 'held-out')]
  for (const [name, of, ofAffairs] of [
    ['aligned', passages(vectors), affairs(vectors)],
    ['TF-IDF', tfIdfPassages, tfIdfAffairs],
  ] as const) {
    const [onDev, onHeldOut] = [of(dev), of(heldOut)]
    const [affairsDev, affairsHeldOut] = [ofAffairs(dev), ofAffairs(heldOut)]
    const [threshold, affairThreshold] = [onDev.pairs.best().threshold, affairsDev.best().threshold]
    console.log(
      `\n${name}: thresholds chosen on the first half: passages ${threshold.toFixed(3)}, affairs ${affairThreshold.toFixed(3)}`,
    )
    for (const [half, { pairs, hits }, sameAffair] of [
      ['first half', onDev, affairsDev],
      ['held out', onHeldOut, affairsHeldOut],
    ] as const) {
      const { f1, precision, recall } = pairs.at(threshold)
      console.log(
        `  ${half.padEnd(11)} hit@1 ${hits.toFixed(3)}  pair F1 ${f1.toFixed(3)} (precision ${precision.toFixed(2)}, recall ` +
          `${recall.toFixed(2)}; best ${pairs.best().f1.toFixed(3)})  same affair F1 ${sameAffair.at(affairThreshold).f1.toFixed(3)}` +
          ` (best ${sameAffair.best().f1.toFixed(3)})`,
      )
    }
  }
  console.log('\ntwo articles of one affair at a time, likely links between labelled sentences')
  for (const [half, topics] of [
    ['first half', dev],
    ['held out', heldOut],
  ] as const) {
    const { precision, recall, linksOfSentence } = reading(topics, vectors)
    console.log(
      `  ${half.padEnd(11)} precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}; ` +
        `${linksOfSentence.toFixed(2)} likely links for a sentence`,
    )
  }
}
