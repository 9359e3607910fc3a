import { lazily } from '../../domain/lazily'
import { type PatternTree, takes } from './pattern-tree'

/** Tells which of many patterns may match at a place, reading the text there once for all of them. */
export type Automaton = {
  /** Whether a pattern may begin with the character of this UTF-16 code. */
  mayBegin: (code: number) => boolean
  /** Indices, in order, of the patterns that may match at `at`: all that do, and few that don't. */
  candidates: (text: string, at: number) => readonly number[]
  /** How many steps with other than ASCII characters are kept. */
  keptSteps: () => number
}

/** One character of a pattern, with what may come behind it; or the end of the pattern of that index. */
type Place = { number: number; of: string; behind: () => readonly Place[]; ends: number | null }

/** The places that some beginning of a text leads to: the patterns that end there, and the others by what they take. */
type State = { ended: readonly number[]; byLetter: ReadonlyMap<string, readonly Place[]> }

/** Instead of the number of a state: where no pattern leads, and where nobody asked yet. */
const dead = -1
const unasked = -2

/** So many states are kept, against texts that are made to lead to ever new ones; news leads to some thousands. */
const mostStates = 10_000

/** So many steps with other than ASCII characters are kept, in some 20 MB; a text may have tens of thousands of them. */
const mostSteps = 500_000

/** Characters whose steps are looked up fastest. */
const asciiSize = 128

/** Places and states are made when a text first leads to them: most patterns have more than any text ever needs. */
export function automaton(patterns: readonly PatternTree[]): Automaton {
  const first = stateOf(placesOf(patterns))
  const states: State[] = []
  const numbers = new Map<string, number>()
  /** Where a state leads with a character: in rows of ASCII, and of the others by both. */
  let ascii = new Int16Array(256 * asciiSize)
  const others = new Map<number, number>()

  function forget(): void {
    states.splice(0, states.length, first)
    numbers.clear()
    ascii.fill(unasked)
    others.clear()
  }

  function numberOf(unordered: readonly Place[]): number {
    const places = [...unordered].sort((a, b) => a.number - b.number)
    const key = places.map(({ number }) => number).join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    const number = states.push(stateOf(places)) - 1
    numbers.set(key, number)
    if (states.length * asciiSize > ascii.length) {
      const longer = new Int16Array(2 * ascii.length).fill(unasked)
      longer.set(ascii)
      ascii = longer
    }
    return number
  }

  function newStep(from: number, code: number): number {
    const reached = new Set<Place>()
    for (const [of, places] of states[from]?.byLetter ?? []) {
      if (!takes(of, code)) continue
      for (const place of places) for (const next of place.behind()) reached.add(next)
    }
    const to = reached.size === 0 ? dead : numberOf([...reached])
    if (code < asciiSize) ascii[from * asciiSize + code] = to
    else others.set(from * 0x10000 + code, to)
    return to
  }

  function step(from: number, code: number): number {
    const known = code < asciiSize ? ascii[from * asciiSize + code] : others.get(from * 0x10000 + code)
    return known === undefined || known === unasked ? newStep(from, code) : known
  }

  function candidates(text: string, at: number): readonly number[] {
    if (states.length > mostStates || others.size > mostSteps) forget()
    let found = none
    let state = 0
    for (let i = at; i < text.length; i += 1) {
      state = step(state, text.charCodeAt(i))
      if (state === dead) break
      const ended = states[state]?.ended ?? none
      if (ended.length > 0) found = found === none ? ended : [...found, ...ended]
    }
    return found === none ? none : [...new Set(found)].sort((a, b) => a - b)
  }

  forget()
  return { mayBegin: (code) => step(0, code) !== dead, candidates, keptSteps: () => others.size }
}

const none: readonly number[] = []

function stateOf(places: readonly Place[]): State {
  const byLetter = new Map<string, Place[]>()
  const ended: number[] = []
  for (const place of places) {
    if (place.ends !== null) ended.push(place.ends)
    else {
      const same = byLetter.get(place.of)
      if (same) same.push(place)
      else byLetter.set(place.of, [place])
    }
  }
  return { ended, byLetter }
}

/** The places that patterns begin with. */
function placesOf(patterns: readonly PatternTree[]): readonly Place[] {
  let made = 0

  /** The places that `tree` begins with where `after` are the ones behind it. */
  function placed(tree: PatternTree, after: () => readonly Place[]): readonly Place[] {
    if (tree.kind === 'one') return [{ number: made++, of: tree.of, behind: after, ends: null }]
    if (tree.kind === 'group') return placed(tree.inside(), after)
    if (tree.kind === 'choice') return distinct(tree.among.flatMap((one) => placed(one, after)))
    if (tree.kind === 'repeat') return placedTimes(tree.what, tree.least, tree.most, after)
    return tree.parts.reduceRight((behind, part) => lazily(() => placed(part, behind)), after)()
  }

  function placedTimes(
    what: PatternTree,
    least: number,
    most: number,
    after: () => readonly Place[],
  ): readonly Place[] {
    if (most === 0) return after()
    if (most !== Number.POSITIVE_INFINITY || least > 0) {
      const once = placed(
        what,
        lazily(() => placedTimes(what, Math.max(least - 1, 0), most - 1, after)),
      )
      return least > 0 ? once : distinct([...once, ...after()])
    }
    const again: () => readonly Place[] = lazily(() => distinct([...placed(what, () => again()), ...after()]))
    return again()
  }

  return patterns.flatMap((tree, ends) => {
    const end: Place = { number: made++, of: '', behind: () => [], ends }
    return placed(tree, () => [end])
  })
}

const distinct = (places: readonly Place[]): readonly Place[] => [...new Set(places)]
