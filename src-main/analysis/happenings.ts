import { type DayInterval, dayNumber } from '../domain/edtf'
import { atOnce } from './steps'
import { isReporting, type Term, termsOf } from './terms'

/** A dated statement: a sentence and the days on which it places its happening; null where they are unknown. */
export type HappeningInput = {
  articleId: number
  sentence: string
  interval: DayInterval | null
  language: string | null
  /** Where in `sentence` the date stands, in UTF-16 units; null where it is not in it. */
  date: { start: number; end: number } | null
}

/** From this likeness on, a statement tells of the same happening as those it is compared with. */
export const joinThreshold = 0.26
/** No two statements of a group may be less alike, so that a chain doesn't tie different happenings together. */
const floorThreshold = 0.12
/** Share of the likeness of whole statements that is measured without names. */
const actionShare = 0.3
/**
 * Next to a date stands what happened then: so many terms on each side count, each so much of the one nearer to it, where
 * there are enough. Likeness there and as a whole together, times `weight`, may say more than the whole. On ECB+ that finds
 * other pairs, at a share of right ones that is a little lower: `npm run bench -- happenings`.
 */
const next = { least: 2, terms: 4, decay: 0.6, actionShare: 0.5, weight: 0.65 }
/** Taken off the likeness, by days that the vaguer of the two dates allows: any of a week, any of a longer time. */
const vaguenessCost = { week: 0.05, longer: 0.1 }
/** Words of more statements than this don't lead to candidates; they still count once two are compared. */
const widespread = 400

/** Weights by stem; `length` of all of them, `actionLength` of those that are no names. */
type Vector = { weights: ReadonlyMap<string, number>; names: ReadonlySet<string>; length: number; actionLength: number }
type Days = { first: number; last: number }
type Statement = { vector: Vector; near: Vector | null; days: Days | null }

/**
 * Groups dated statements that tell of one happening: their dates have a day in common and they are alike in words and
 * names, weighted by rarity among the given ones. Every two of a group are alike to some degree.
 * @returns indices into `items`; each index stands in one group; groups and members in the order of `items`
 */
export const groupHappenings = (items: readonly HappeningInput[]): number[][] => atOnce(happeningGroups(items))

/** As {@link groupHappenings}, in steps between which other work can be done: thousands of statements take seconds. */
export function* happeningGroups(items: readonly HappeningInput[]): Generator<undefined, number[][]> {
  const statements = yield* toStatements(items)
  const groups = new Groups(statements)
  for (const pair of yield* candidates(statements)) {
    groups.tryToJoin(pair.a, pair.b)
    yield
  }
  return groups.list()
}

/**
 * How much a statement tells of the same happening as a group does, 0 to 1; 0 where no date of the group meets its own.
 * Compare with {@link joinThreshold}.
 */
export function joinsHappening(item: HappeningInput, group: readonly HappeningInput[]): number {
  const [own, ...others] = atOnce(toStatements([item, ...group]))
  if (!own) return 0
  const meeting = others.filter((other) => own.days && other.days && meet(own.days, other.days))
  if (meeting.length === 0) return 0
  const likenesses = meeting.map((other) => Math.max(0, likeness(own, other) - vagueness(own, other)))
  return likenesses.reduce((sum, value) => sum + value, 0) / likenesses.length
}

/** Rarity is smoothed as if there were more statements than given, so that a handful is still weighed sensibly. */
const assumedStatements = 20

function* toStatements(items: readonly HappeningInput[]): Generator<undefined, Statement[]> {
  const terms: Term[][] = []
  const frequencies = new Map<string, number>()
  for (const item of items) {
    const found = termsOf(item.sentence)
    for (const { stem } of found) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1)
    terms.push(found)
    yield
  }
  const statements: Statement[] = []
  for (const [i, item] of items.entries()) {
    const rarity = ({ stem }: Term): number =>
      Math.max(0.1, Math.log((items.length + assumedStatements) / (frequencies.get(stem) ?? 1)))
    const own = terms[i] ?? []
    const near = nextTo(item.sentence, own, item.date)
    statements.push({
      vector: toVector(own, rarity),
      near: near.length >= next.least ? toVector(near, rarity) : null,
      days: toDays(item.interval),
    })
    yield
  }
  return statements
}

/**
 * The terms next to a date in its clause, those that stand nearer with more weight. Who reported it on that day is not what
 * happened.
 */
function nextTo(sentence: string, all: readonly Term[], date: HappeningInput['date']): Term[] {
  if (!date) return []
  const terms = all.filter((term) => !isReporting(term))
  const start = date.start - lengthAfterMark(sentence.slice(0, date.start))
  const before = terms.filter((term) => term.start >= start && term.start < date.start).reverse()
  const rest = sentence.slice(date.end)
  // A date that opens the sentence has its clause behind the comma.
  const skipped = before.length === 0 ? (/^[\s,]*/.exec(rest)?.[0].length ?? 0) : 0
  const end = date.end + skipped + lengthToMark(rest.slice(skipped))
  const after = terms.filter((term) => term.start >= date.end && term.start < end)
  return [before, after].flatMap((side) =>
    side.slice(0, next.terms).map((term, at) => ({ ...term, weight: term.weight * next.decay ** at })),
  )
}

/** Between digits they part no clauses. */
const clauseMark = /(?<!\d)[,;:()،؛，；：–—]|[,;:()،؛，；：–—](?!\d)/u

const lengthToMark = (text: string): number => clauseMark.exec(text)?.index ?? text.length

const lengthAfterMark = (text: string): number => text.split(clauseMark).at(-1)?.length ?? 0

function toVector(terms: readonly Term[], rarityOf: (term: Term) => number): Vector {
  const weights = new Map<string, number>()
  let sum = 0
  let actionSum = 0
  for (const term of terms) {
    const { stem, weight, isName } = term
    const value = weight * rarityOf(term)
    weights.set(stem, value)
    sum += value * value
    if (!isName) actionSum += value * value
  }
  const names = new Set(terms.filter((term) => term.isName).map((term) => term.stem))
  return { weights, names, length: Math.sqrt(sum), actionLength: Math.sqrt(actionSum) }
}

const openEnd = 10_000_000

function toDays(interval: DayInterval | null): Days | null {
  if (!interval || (interval.earliest === null && interval.latest === null)) return null
  return {
    first: interval.earliest === null ? -openEnd : dayNumber(interval.earliest),
    last: interval.latest === null ? openEnd : dayNumber(interval.latest),
  }
}

const meet = (a: Days, b: Days): boolean => a.first <= b.last && b.first <= a.last

/** How alike two statements are, 0 to 1: as a whole, or where what stands next to their dates says more. */
function likeness(a: Statement, b: Statement): number {
  const whole = cosine(a.vector, b.vector, actionShare)
  return Math.max(whole, (whole + nextLikeness(a, b)) * next.weight)
}

/** 0 where one of them has no date in its words. */
const nextLikeness = (a: Statement, b: Statement): number =>
  a.near && b.near ? cosine(a.near, b.near, next.actionShare) : 0

/**
 * Cosine of two statements, in part without names: the names of an affair stand in all its statements, what happened
 * tells them apart.
 */
function cosine(a: Vector, b: Vector, actionShare: number): number {
  const [short, long] = a.weights.size < b.weights.size ? [a, b] : [b, a]
  let all = 0
  let actions = 0
  for (const [stem, weight] of short.weights) {
    const product = weight * (long.weights.get(stem) ?? 0)
    all += product
    if (!a.names.has(stem) && !b.names.has(stem)) actions += product
  }
  const whole = all / nonZero(a.length * b.length)
  return (1 - actionShare) * whole + actionShare * (actions / nonZero(a.actionLength * b.actionLength))
}

/** A statement without such words is like no other. */
const nonZero = (product: number): number => product || 1

/** What vague dates cost. */
function vagueness(a: Statement, b: Statement): number {
  const span = Math.max(...[a, b].map(({ days }) => (days ? days.last - days.first : openEnd)))
  return span === 0 ? 0 : span <= 7 ? vaguenessCost.week : vaguenessCost.longer
}

type Pair = { a: number; b: number; likeness: number }

/** Pairs of statements that may be of one happening, the most alike first. */
function* candidates(statements: readonly Statement[]): Generator<undefined, Pair[]> {
  const pairs: Pair[] = []
  const postings = new Map<string, number[]>()
  for (const b of byFirstDay(statements)) {
    const statement = statements[b]
    if (!statement?.days) continue
    for (const [a, shared] of sharedWeights(statement, statements, postings)) {
      const other = statements[a]
      if (!other) continue
      const isCandidate = shared >= (joinThreshold / 2) * other.vector.length * statement.vector.length
      if (!isCandidate && nextLikeness(other, statement) < joinThreshold) continue
      const value = likeness(other, statement) - vagueness(other, statement)
      if (value >= joinThreshold) pairs.push({ a: Math.min(a, b), b: Math.max(a, b), likeness: value })
    }
    for (const stem of statement.vector.weights.keys()) {
      const list = postings.get(stem)
      if (list) list.push(b)
      else postings.set(stem, [b])
    }
    yield
  }
  return pairs.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b)
}

const byFirstDay = (statements: readonly Statement[]): number[] =>
  statements.map((_, i) => i).sort((a, b) => (statements[a]?.days?.first ?? 0) - (statements[b]?.days?.first ?? 0))

/** By statement that came before and whose days reach this one's: the summed products of the weights of shared words. */
function sharedWeights(
  statement: Statement,
  statements: readonly Statement[],
  postings: Map<string, number[]>,
): Map<number, number> {
  const shared = new Map<number, number>()
  const from = statement.days?.first ?? 0
  for (const [stem, weight] of statement.vector.weights) {
    const current = (postings.get(stem) ?? []).filter((a) => (statements[a]?.days?.last ?? 0) >= from)
    if (postings.has(stem)) postings.set(stem, current)
    if (current.length > widespread) continue
    for (const a of current) {
      shared.set(a, (shared.get(a) ?? 0) + weight * (statements[a]?.vector.weights.get(stem) ?? 0))
    }
  }
  return shared
}

/** Groups that grow by joining two whose statements are alike on average, and none too unlike. */
class Groups {
  private readonly statements: readonly Statement[]
  private readonly groupOf: number[]
  private readonly members: Map<number, number[]>

  constructor(statements: readonly Statement[]) {
    this.statements = statements
    this.groupOf = statements.map((_, i) => i)
    this.members = new Map(statements.map((_, i) => [i, [i]]))
  }

  tryToJoin(a: number, b: number): void {
    const [one = a, two = b] = [this.groupOf[a], this.groupOf[b]]
    if (one === two) return
    const first = this.members.get(one) ?? []
    const second = this.members.get(two) ?? []
    if (!this.areAlike(first, second)) return
    const joined = [...first, ...second].sort((x, y) => x - y)
    for (const i of joined) this.groupOf[i] = one
    this.members.set(one, joined)
    this.members.delete(two)
  }

  list(): number[][] {
    return [...this.members.values()].sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0))
  }

  private areAlike(first: readonly number[], second: readonly number[]): boolean {
    let sum = 0
    for (const i of first) {
      for (const j of second) {
        const [a, b] = [this.statements[i], this.statements[j]]
        if (!a?.days || !b?.days || !meet(a.days, b.days)) return false
        const value = likeness(a, b) - vagueness(a, b)
        if (value < floorThreshold) return false
        sum += value
      }
    }
    return sum / (first.length * second.length) >= joinThreshold
  }
}
