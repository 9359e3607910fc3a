import { type Candidate, evidenceNames, featureNames } from './likeness'

type Feature = (typeof featureNames)[number]
type Evidence = (typeof evidenceNames)[number]

/**
 * Grows when other links would be found in the same texts: what is stored of them is then made anew.
 */
export const alignmentVersion = 2

/**
 * Weights of a logistic regression over `featureNames`: `npm run bench -- align fit` prints them, from the topics of the
 * development half of ECB+ (Cybulska and Vossen 2014), with sentences that tell nothing of a topic's events as
 * counter-examples.
 */
export const modelWeights: Readonly<Record<Feature, number>> = {
  words: -4.795,
  wordsRoot: 2.467,
  meaning: 2.26,
  affair: -8.911,
  affairRoot: 13.34,
  covered: 1.415,
  shared: 0.326,
  best: 0.32,
  sameNumbers: 0.327,
  otherNumbers: -0.209,
  sameDays: 1.293,
  otherDays: -0.093,
  wordsAndAffair: 7.408,
}

export const modelBias = -9.085

/**
 * As {@link modelWeights}, over `evidenceNames`, from two articles at a time of one affair: these are what is read side by
 * side, and what they are about no longer tells their sentences apart. Counter-examples weigh four times.
 */
export const evidenceWeights: Readonly<Record<Evidence, number>> = {
  told: 0.43,
  toldPart: 5.65,
  meaning: 2.55,
  bestOfBoth: 0.78,
  sameNumbers: 0.29,
  sameDates: 1,
}

export const evidenceBias = -5.99

/**
 * What another day or count takes off: a judgement. The articles of ECB+ are of different days themselves, so that
 * they tell of one happening by different days of the week.
 */
const contradiction = 1

/** From this score on, two sentences may tell the same: where F1 is best on the development half. */
export const linkThreshold = 0.16

/** From this score on they likely do. What reading draws. */
export const likelyThreshold = 0.4

/** What the two sentences say by themselves has to reach this for a likely link. */
const leastEvidence = 0.41
/** Fewer words in common than one and a bit, of those that tell something, link nothing. */
const leastTold = 1.3

/** A sentence whose evidence with every sentence of the other articles stays below is told by its own article only. */
export const onlyHereThreshold = 0.3

const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum))

const weightedSum = (values: readonly number[], weights: readonly number[]): number =>
  values.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0)

const ofFeatures = featureNames.map((name) => modelWeights[name])
const ofEvidence = evidenceNames.map((name) => evidenceWeights[name])

/** How likely two sentences tell the same by what they say themselves, from 0 to 1. */
export const evidenceOf = ({ evidence, isContradicted }: Candidate): number =>
  logistic(weightedSum(evidence, ofEvidence) + evidenceBias - (isContradicted ? contradiction : 0))

/**
 * How likely two sentences tell the same, from 0 to 1. Without enough evidence of their own it stays below
 * {@link likelyThreshold}, in the same order: articles of one affair are no reason to link all that they say.
 */
export function scoreOf(candidate: Candidate): number {
  const score = logistic(weightedSum(candidate.features, ofFeatures) + modelBias)
  if (candidate.told >= leastTold && evidenceOf(candidate) >= leastEvidence) return score
  return score < squeezed ? score : squeezed + ((score - squeezed) * (likelyThreshold - squeezed)) / (1 - squeezed)
}

/** Scores from here on are brought below what is likely. */
const squeezed = 0.3
