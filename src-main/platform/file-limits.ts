/** Per file: how long it may take, and by how much the process that reads it may grow above its idle size. */
export type FileLimits = { timeMs: number; memoryBytes: number }

export type LimitCode = 'import/time-limit' | 'import/memory-limit'

/** A parser grows by some hundred megabytes a second at most. */
const pollMs = 100

/**
 * Watches a process while it has a file in hand. Heap flags have no effect in a utility process, so its size is asked
 * for again and again.
 * @param grownBytes by how much the process is above its idle size; 0 where that is not known
 * @param onExceeded told once, with the limit that was passed
 * @returns a function that ends the watch
 */
export function watchFile(
  limits: FileLimits,
  grownBytes: () => number,
  onExceeded: (code: LimitCode) => void,
): () => void {
  const end = (): void => {
    clearTimeout(timer)
    clearInterval(poll)
  }
  const exceed = (code: LimitCode): void => {
    end()
    onExceeded(code)
  }
  const timer = setTimeout(() => exceed('import/time-limit'), limits.timeMs)
  const poll = setInterval(() => {
    if (grownBytes() > limits.memoryBytes) exceed('import/memory-limit')
  }, pollMs)
  return end
}
