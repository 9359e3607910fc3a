import { setImmediate } from 'node:timers/promises'
import type { Library, Writer } from './handle'
import { beginLong, endLong, pauseLong } from './journal'
import { reopenOperation } from './queries/operation'

/** How long other calls may have to wait for a transaction, but for its last step and its commit. */
const sliceMs = 40

/** Work in one transaction. The tables that it changed are told to listeners, or added to `changed` where that is given. */
export type Transaction = <T>(label: string, work: (writer: Writer) => T, changed?: Set<string>) => T

type Parts = {
  transaction: Transaction
  takingBack: (id: number) => void
  clock: () => string
  tell: (label: string, changed: ReadonlySet<string>) => void
}

/** Makes `Library.longOperation`: operations over several transactions, one after the other. */
export function longOperations(parts: Parts): Library['longOperation'] {
  let last: Promise<unknown> = Promise.resolve()
  return (label, detail, steps) => {
    const run = last.then(() => runLong(parts, label, detail, steps))
    last = run.catch(() => undefined)
    return run
  }
}

/** Listeners are told when all is done: what they would ask for meanwhile is soon out of date. */
async function runLong<T>(parts: Parts, label: string, ...rest: [string, Steps<T>]): Promise<T | null> {
  const changed = new Set<string>()
  try {
    return await inTransactions(parts, changed, label, ...rest)
  } finally {
    parts.tell(label, changed)
  }
}

type Steps<T> = (writer: Writer) => Generator<unknown, T>

async function inTransactions<T>(
  { transaction, takingBack, clock }: Parts,
  changed: Set<string>,
  label: string,
  detail: string,
  steps: Steps<T>,
): Promise<T | null> {
  const { id, work, first } = transaction(
    label,
    (writer) => {
      const begun = beginLong(writer, { label, detail, at: clock() })
      const generator = steps(writer)
      return { id: begun, work: generator, first: nextSlice(writer, begun, generator) }
    },
    changed,
  )
  let result = first
  while (!result.done) {
    await setImmediate()
    const slice = orTakenBack(() =>
      transaction(label, (writer) => (reopenOperation(writer, id) ? nextSlice(writer, id, work) : null), changed),
    )
    if (slice) result = slice
    else {
      takingBack(id)
      return null
    }
  }
  return result.value

  function orTakenBack<R>(slice: () => R): R {
    try {
      return slice()
    } catch (error) {
      try {
        takingBack(id)
      } catch {
        // Where the disk is full or the library was closed, the next opening takes it back.
      }
      throw error
    }
  }
}

function nextSlice<T>(writer: Writer, id: number, work: Generator<unknown, T>): IteratorResult<unknown, T> {
  const until = performance.now() + sliceMs
  let step = work.next()
  while (!step.done && performance.now() < until) step = work.next()
  if (step.done) endLong(writer, id)
  else pauseLong(writer, id)
  return step
}
