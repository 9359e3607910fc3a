/** Worked out when it is asked for first, and kept. */
export function lazily<T>(find: () => T): () => T {
  let found: { value: T } | null = null
  return () => {
    found ??= { value: find() }
    return found.value
  }
}
