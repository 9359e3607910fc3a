/** Weights by word, of length 1. */
export type Vector = ReadonlyMap<string, number>

/** TF-IDF as textbooks have it, over words in lower case: the baseline that measurements stand beside. */
export function vectorsOf(texts: readonly string[]): Vector[] {
  const counted = texts.map((text) => {
    const counts = new Map<string, number>()
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
    return counts
  })
  const frequencies = new Map<string, number>()
  for (const counts of counted)
    for (const word of counts.keys()) frequencies.set(word, (frequencies.get(word) ?? 0) + 1)
  return counted.map((counts) => {
    const weights = [...counts].map(
      ([word, count]) =>
        [word, count * (Math.log((1 + texts.length) / (1 + (frequencies.get(word) ?? 0))) + 1)] as const,
    )
    const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight ** 2, 0)) || 1
    return new Map(weights.map(([word, weight]) => [word, weight / length]))
  })
}

/** From 0 to 1. */
export function cosine(a: Vector, b: Vector): number {
  let product = 0
  for (const [word, weight] of a) product += weight * (b.get(word) ?? 0)
  return product
}
