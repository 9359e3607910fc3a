import { samePairs } from './text-edit'

/**
 * Which blocks of a text each block of the next one came from: the one with the same words where there is one, otherwise
 * what the next text no longer has.
 * @param isOneEdit whether one correction, merge or split made the next text: then all that is new in it came from all
 * that is gone. Otherwise new blocks came from what is gone at their place.
 * @returns indices into `before`, for each block of `after`
 */
export function blockOrigins(
  before: readonly { text: string }[],
  after: readonly { text: string }[],
  isOneEdit: boolean,
): (readonly number[])[] {
  const pairs = samePairs(before, after)
  const origins = after.map((): number[] => [])
  const gone: number[] = []
  let [oldDone, newDone] = [0, 0]
  for (const [i, j] of [...pairs, [before.length, after.length] as const]) {
    const replaced = Array.from({ length: i - oldDone }, (_, k) => oldDone + k)
    gone.push(...replaced)
    for (let k = newDone; k < j; k += 1) origins[k] = isOneEdit ? gone : replaced
    if (j < after.length) origins[j] = [i]
    oldDone = i + 1
    newDone = j + 1
  }
  return origins
}
