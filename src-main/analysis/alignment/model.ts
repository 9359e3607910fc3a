import { type Candidate, evidenceNames, featureNames } from './likeness'

type Feature = (typeof featureNames)[number]
type Evidence = (typeof evidenceNames)[number]

/**
 * Weights of a logistic regression over `featureNames`: `npm run bench -- align fit` prints them, from the topics of the
 * development half of ECB+ (Cybulska and Vossen 2014), with sentences that tell nothing of a topic's events as
 * counter-examples.
 */
export const modelWeights: Readonly<Record<Feature, number>> = {
  words: -5.822,
  wordsRoot: 3.07,
  meaning: 2.551,
  affair: -7.198,
  affairRoot: 10.813,
  covered: 1.001,
  shared: 0.184,
  best: 0.264,
  sameNumbers: 0.342,
  otherNumbers: -0.094,
  sameDays: 1.358,
  otherDays: -0.033,
  wordsAndAffair: 8.397,
}

export const modelBias = -8.511

/**
 * As {@link modelWeights}, over `evidenceNames`, from two articles at a time of one affair: these are what is read side by
 * side, and what they are about no longer tells their sentences apart. Counter-examples weigh four times.
 */
export const evidenceWeights: Readonly<Record<Evidence, number>> = {
  told: 0.344,
  toldPart: 6.181,
  meaning: 2.909,
  bestOfBoth: 0.73,
  sameNumbers: 0.381,
}

export const evidenceBias = -6.154

/**
 * What one day of the year adds, and other days or counts take off: a judgement. The articles of ECB+ are of different days
 * themselves, so that they tell of one happening by different days of the week, and seldom name a date.
 */
const judgements = { agree: 1, contradict: -1, none: 0 } as const

/**
 * From this score on, two sentences may tell the same: about where F1 is best on the development half, 0.17 for all articles
 * of a topic and 0.21 for two at a time.
 */
export const linkThreshold = 0.2

/** From this score on they likely do. What reading draws. */
export const likelyThreshold = 0.4

/** What the two sentences say by themselves has to reach this for a likely link. */
const leastEvidence = 0.435
/** Fewer words in common than one and a bit, of those that tell something, link nothing. */
const leastTold = 1.3

/** A sentence whose evidence with every sentence of the other articles stays below is told by its own article only. */
export const onlyHereThreshold = 0.3

const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum))

function weightedSum(values: readonly number[], weights: readonly number[]): number {
  let sum = 0
  for (let k = 0; k < values.length; k += 1) sum += (values[k] ?? 0) * (weights[k] ?? 0)
  return sum
}

const ofFeatures = featureNames.map((name) => modelWeights[name])
const ofEvidence = evidenceNames.map((name) => evidenceWeights[name])

/** Two sentences of nearly the same words tell the same, however common these are. */
const sameWords = { cosine: 0.75, evidence: 0.9 }
const cosineAt = featureNames.indexOf('words')

/** How likely two sentences tell the same by what they say themselves, from 0 to 1. */
export function evidenceOf({ features, evidence, dates }: Candidate): number {
  const likely = logistic(weightedSum(evidence, ofEvidence) + evidenceBias + judgements[dates])
  return (features[cosineAt] ?? 0) >= sameWords.cosine ? Math.max(likely, sameWords.evidence) : likely
}

/**
 * How likely two sentences tell the same, from 0 to 1. Without enough evidence of their own it stays below
 * {@link likelyThreshold}, in the same order: articles of one affair are no reason to link all that they say.
 */
export function scoreOf(candidate: Candidate): number {
  const score = logistic(weightedSum(candidate.features, ofFeatures) + modelBias)
  if (score < squeezed || (candidate.told >= leastTold && evidenceOf(candidate) >= leastEvidence)) return score
  return squeezed + ((score - squeezed) * (likelyThreshold - squeezed)) / (1 - squeezed)
}

/** Scores from here on are brought below what is likely. */
const squeezed = 0.3
