import { sameAffair } from '../about'
import { atOnce } from '../steps'
import { countsDiffer, sameDates, sameDays, sameNumbers } from './figures'
import type { PreparedSentence, PreparedText } from './prepared-text'
import { sameMeaning } from './vectors'

/**
 * Two sentences of different texts by their indices, with what speaks for their telling the same: `features` as
 * {@link featureNames}, `evidence` as {@link evidenceNames}.
 */
export type Candidate = {
  a: number
  b: number
  features: readonly number[]
  evidence: readonly number[]
  /** Weight of the shared words that tell something, about one each. */
  told: number
  /** Whether they name one day of the year, or else other days or other counts of the same thing. */
  dates: 'agree' | 'contradict' | 'none'
}

/**
 * What two sentences are compared by. `words`: cosine of their words weighted by rarity; `meaning`: of their word vectors;
 * `affair`: how much their articles are about one affair; `covered`: the part of the shorter one's words that the other has;
 * `shared`: weight of the words they share; `best`: how near the pair is to the best pair that either sentence has in the
 * other text; `sameNumbers` to `otherDays`: whether they share a figure or a day, or each has some and none is shared.
 */
export const featureNames = [
  'words',
  'wordsRoot',
  'meaning',
  'affair',
  'affairRoot',
  'covered',
  'shared',
  'best',
  'sameNumbers',
  'otherNumbers',
  'sameDays',
  'otherDays',
  'wordsAndAffair',
] as const

/**
 * What the two sentences say by themselves, whatever their articles are about. `told`: how much the words they share tell,
 * when those that most sentences have tell nothing; `toldPart`: its part of what the shorter one tells; `bestOfBoth`: how
 * near the pair is to the best that either has, from 0 to 1 each.
 */
export const evidenceNames = ['told', 'toldPart', 'meaning', 'bestOfBoth', 'sameNumbers'] as const

/** Rarity is smoothed as if there were more sentences than given, so that two short articles are weighed sensibly. */
const assumedSentences = 20
/** From this rarity on a word says something by itself; what is as common as "make" says a third. */
const tellingRarity = 3

type Weighed = {
  stems: Int32Array
  weights: Float64Array
  tells: Float64Array
  /** Square root of the sum of squared weights; sums of weights and of what they tell. */
  length: number
  total: number
  told: number
}

/** The sentences of several texts with the weights of their words among these texts. */
export const weigh = (texts: readonly PreparedText[]): Weighed[][] => atOnce(weighingSteps(texts))

/** As {@link weigh}, in steps between which other work can be done. */
export function* weighingSteps(texts: readonly PreparedText[]): Generator<undefined, Weighed[][]> {
  const stems: Stems = { ids: new Map(), frequencies: [], sentences: 0 }
  for (const { sentences } of texts) {
    for (const sentence of sentences) {
      countStems(stems, sentence)
      yield
    }
  }
  const weighed: Weighed[][] = []
  for (const text of texts) {
    const hasNames = tellsNames(text)
    const own: Weighed[] = []
    for (const sentence of text.sentences) {
      own.push(weighedSentence(sentence, stems, hasNames))
      yield
    }
    weighed.push(own)
  }
  return weighed
}

/** The stems of the given texts by number, and in how many of all sentences each stands. */
type Stems = { ids: Map<string, number>; frequencies: number[]; sentences: number }

function countStems(stems: Stems, { terms }: PreparedSentence): void {
  const { ids, frequencies } = stems
  stems.sentences += 1
  for (const { stem } of terms) {
    const id = ids.get(stem) ?? ids.size
    ids.set(stem, id)
    frequencies[id] = (frequencies[id] ?? 0) + 1
  }
}

function weighedSentence({ terms, rarities }: PreparedSentence, all: Stems, hasNames: boolean): Weighed {
  const stems = Int32Array.from(terms, ({ stem }) => all.ids.get(stem) ?? 0)
  const weights = new Float64Array(terms.length)
  const tells = new Float64Array(terms.length)
  for (const [i, term] of terms.entries()) {
    const frequency = all.frequencies[stems[i] ?? 0] ?? 1
    weights[i] = term.weight * Math.max(0.1, Math.log((all.sentences + assumedSentences) / frequency))
    const ofName = terms[i - 1]?.isName ? nameParts.next : nameParts.first
    const part = hasNames && term.isName ? ofName : Math.min(1, term.weight)
    tells[i] = part * rarityHere(frequency, all.sentences) * Math.min(1, (rarities[i] ?? 0) / tellingRarity)
  }
  const length = Math.sqrt(sum(weights.map((weight) => weight ** 2))) || 1
  return { stems, weights, tells, length, total: sum(weights), told: sum(tells) }
}

/** Who a sentence is about tells less than what happens; the words of one name tell hardly more than its first. */
const nameParts = { first: 0.6, next: 0.3 }

/** Whether capitals mean names: not where nouns have them too, nor in headlines that have them throughout. */
function tellsNames({ sentences }: PreparedText): boolean {
  let [names, all] = [0, 0]
  for (const { terms } of sentences) {
    all += terms.length
    for (const { isName } of terms) if (isName) names += 1
  }
  return names <= all * mostNames
}

const mostNames = 0.5

/** 1 for a word of no more than two sentences, 0 for one of all. */
const rarityHere = (frequency: number, count: number): number =>
  frequency <= 2 ? 1 : Math.max(0, Math.log(count / frequency) / Math.log(count / 2))

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0)

/** Columns of the pairs that share a word: row by row of one text, from each in order of the other. */
type Columns = Record<'a' | 'b' | 'words' | 'shared' | 'told' | 'meaning' | 'likeness', number[]>

/**
 * The pairs of sentences of two texts that have a word in common, in order; undefined where other work may be done.
 * @param weighedA from {@link weigh}, as `weighedB`
 */
export function* candidates(
  a: PreparedText,
  b: PreparedText,
  weighedA: readonly Weighed[],
  weighedB: readonly Weighed[],
): Generator<Candidate | undefined> {
  const affair = sameAffair(a.about, b.about)
  const columns = yield* commonWords(a, b, weighedA, weighedB)
  const bestA = new Float64Array(a.sentences.length)
  const bestB = new Float64Array(b.sentences.length)
  const value = (column: readonly number[], k: number) => column[k] ?? 0
  for (let k = 0; k < columns.a.length; k += 1) {
    const i = value(columns.a, k)
    const j = value(columns.b, k)
    const likeness = value(columns.likeness, k)
    bestA[i] = Math.max(bestA[i] ?? 0, likeness)
    bestB[j] = Math.max(bestB[j] ?? 0, likeness)
    if (k % pauseEvery === 0) yield
  }
  for (let k = 0; k < columns.a.length; k += 1) {
    const i = value(columns.a, k)
    const j = value(columns.b, k)
    const likeness = value(columns.likeness, k)
    const one = a.sentences[i]
    const two = b.sentences[j]
    const weighedOne = weighedA[i]
    const weighedTwo = weighedB[j]
    if (!one || !two || !weighedOne || !weighedTwo) continue
    const words = value(columns.words, k)
    const shared = value(columns.shared, k)
    const told = value(columns.told, k)
    const meaning = value(columns.meaning, k)
    const high = Math.max(bestA[i] ?? 0, bestB[j] ?? 0)
    const low = Math.min(bestA[i] ?? 0, bestB[j] ?? 0)
    const numbers = sameNumbers(one.figures, two.figures)
    const days = sameDays(one.figures, two.figures)
    const features = [
      words,
      Math.sqrt(words),
      meaning,
      affair,
      Math.sqrt(affair),
      shared / (Math.min(weighedOne.total, weighedTwo.total) + shortSentence),
      Math.log1p(shared),
      likeness / (high || 1),
      numbers === 'same' ? 1 : 0,
      numbers === 'other' ? 1 : 0,
      days === 'same' ? 1 : 0,
      days === 'other' ? 1 : 0,
      Math.sqrt(words * affair),
    ]
    const evidence = [
      Math.log1p(told),
      told / (Math.min(weighedOne.told, weighedTwo.told) + 1),
      meaning,
      likeness / (high || 1) + likeness / (low || 1),
      numbers === 'same' ? 1 : 0,
    ]
    const contradict = days === 'other' || countsDiffer(one.figures, two.figures) ? 'contradict' : 'none'
    const dates = sameDates(one.figures, two.figures) ? 'agree' : contradict
    yield { a: i, b: j, features, evidence, told, dates }
  }
}

const pauseEvery = 1000

/** Words of more sentences of one text than this are too common there to lead to pairs. */
const widespread = 400
/**
 * Sentences that one is compared with: once its rarer words have led to so many, the commoner ones lead to no more. Books
 * have so many that fewer have to do for each, the likeliest.
 */
const compared = { most: 256, least: 16, inAll: 400_000 }
/** Two words in common say less where a sentence has hardly more. */
const shortSentence = 3
const wordsPart = 0.6

function* commonWords(
  a: PreparedText,
  b: PreparedText,
  weighedA: readonly Weighed[],
  weighedB: readonly Weighed[],
): Generator<undefined, Columns> {
  const places = yield* placesOf(weighedB)
  const columns: Columns = { a: [], b: [], words: [], shared: [], told: [], meaning: [], likeness: [] }
  const products = new Float64Array(weighedB.length)
  const shared = new Float64Array(weighedB.length)
  const told = new Float64Array(weighedB.length)
  const most = Math.max(compared.least, Math.min(compared.most, Math.floor(compared.inAll / weighedA.length)))
  for (const [i, one] of weighedA.entries()) {
    let touched: number[] = []
    for (const k of byRarity(one, places)) {
      const found = places.get(one.stems[k] ?? -1)
      if (!found || found.length > 2 * widespread) continue
      const weight = one.weights[k] ?? 0
      const tells = one.tells[k] ?? 0
      const isOpen = touched.length < most
      for (let p = 0; p < found.length; p += 2) {
        const j = found[p] ?? 0
        const other = weighedB[j]
        const at = found[p + 1] ?? 0
        if (!other || (shared[j] === 0 && !isOpen)) continue
        if (shared[j] === 0) touched.push(j)
        products[j] = (products[j] ?? 0) + weight * (other.weights[at] ?? 0)
        shared[j] = (shared[j] ?? 0) + (weight + (other.weights[at] ?? 0)) / 2
        told[j] = (told[j] ?? 0) + (tells + (other.tells[at] ?? 0)) / 2
      }
    }
    if (touched.length > compared.most) {
      const likeliest = touched.sort((x, y) => (products[y] ?? 0) - (products[x] ?? 0) || x - y)
      for (const j of likeliest.slice(most)) products[j] = shared[j] = told[j] = 0
      touched = likeliest.slice(0, most)
    }
    for (const j of touched.sort((x, y) => x - y)) {
      const words = (products[j] ?? 0) / (one.length * (weighedB[j]?.length ?? 1))
      const meaning = sameMeaning(a.sentences[i]?.meaning ?? null, b.sentences[j]?.meaning ?? null)
      columns.a.push(i)
      columns.b.push(j)
      columns.words.push(words)
      columns.shared.push(shared[j] ?? 0)
      columns.told.push(told[j] ?? 0)
      columns.meaning.push(meaning)
      columns.likeness.push(wordsPart * words + (1 - wordsPart) * meaning)
      products[j] = 0
      shared[j] = 0
      told[j] = 0
    }
    yield
  }
  return columns
}

/** By word, one after the other: the index of a sentence that has it, and of the word in it. */
function* placesOf(weighed: readonly Weighed[]): Generator<undefined, Map<number, number[]>> {
  const places = new Map<number, number[]>()
  for (const [j, { stems }] of weighed.entries()) {
    if (j % pauseEvery === 0) yield
    for (let k = 0; k < stems.length; k += 1) {
      const list = places.get(stems[k] ?? -1)
      if (list) list.push(j, k)
      else places.set(stems[k] ?? -1, [j, k])
    }
  }
  return places
}

/** The words of a sentence, those of the fewest sentences of the other text first. */
function byRarity({ stems }: Weighed, places: ReadonlyMap<number, readonly number[]>): number[] {
  const counts = Array.from(stems, (stem) => places.get(stem)?.length ?? 0)
  return [...counts.keys()].sort((x, y) => (counts[x] ?? 0) - (counts[y] ?? 0) || x - y)
}
