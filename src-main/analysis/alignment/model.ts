import type { featureNames } from './likeness'

type Feature = (typeof featureNames)[number]

/**
 * Grows when other links would be found in the same texts: what is stored of them is then made anew.
 */
export const alignmentVersion = 1

/**
 * Weights of a logistic regression over {@link featureNames}: `npm run bench -- align fit` prints them, from the topics of
 * the development half of ECB+ (Cybulska and Vossen 2014), with sentences that tell nothing of a topic's events as
 * counter-examples.
 */
export const modelWeights: Readonly<Record<Feature, number>> = {
  words: -5.45,
  wordsRoot: 3.065,
  meaning: 2.268,
  affair: -6.987,
  affairRoot: 10.852,
  covered: 1.894,
  shared: 0.232,
  best: 0.71,
  sameFigures: 0.524,
  otherFigures: -0.097,
  wordsAndAffair: 6.98,
}

export const modelBias = -9.049

/** From this score on, two sentences may tell the same: where F1 is best on the development half. */
export const linkThreshold = 0.18

/** From this score on they likely do: nine of ten on the development half. What reading draws. */
export const likelyThreshold = 0.5

/** A sentence whose score with every sentence of the other articles stays below is told by its own article only. */
export const onlyHereThreshold = 0.35
