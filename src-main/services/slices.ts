import { setImmediate } from 'node:timers/promises'

/** How long other calls may have to wait for a slice of long work. */
const sliceMs = 15

/**
 * Runs work of many small steps to its end, in slices between which other calls are answered.
 * @param sharers how many such works share a slice: they go on in turns, and others wait no longer
 */
export async function inSlices<T>(steps: Generator<undefined, T>, sharers: () => number = () => 1): Promise<T> {
  for (;;) {
    const until = performance.now() + sliceMs / sharers()
    do {
      const step = steps.next()
      if (step.done) return step.value
    } while (performance.now() < until)
    await setImmediate()
  }
}
