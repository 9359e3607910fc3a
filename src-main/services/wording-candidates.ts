/** A hash of more texts than this is one of a stock phrase, which doesn't make two of them alike. */
const stockTexts = 40

/** Where more than this part of a text's hashes are stock, it is itself one of many copies. */
const familyShare = 2 / 3

/** Texts that one is compared with at most: those that have most hashes in common with it, the oldest first. */
const comparedTexts = 40

/** The first texts that have a hash, no more than `limit`. */
type Postings<K> = (hash: number, limit: number) => readonly K[]

/**
 * The texts that may share wording with one, the likeliest first. Of a family of many
 * copies, some are looked at.
 */
export function candidates<K>(hashes: readonly number[], postings: Postings<K>): K[] {
  const shared = new Map<K, number>()
  const count = (keys: readonly K[]) => {
    for (const key of keys) shared.set(key, (shared.get(key) ?? 0) + 1)
  }
  const stock: (readonly K[])[] = []
  for (const hash of hashes) {
    const found = postings(hash, stockTexts + 1)
    if (found.length > stockTexts) stock.push(found)
    else count(found)
  }
  if (stock.length > hashes.length * familyShare) for (const found of stock) count(found)
  return [...shared]
    .sort((a, b) => b[1] - a[1])
    .slice(0, comparedTexts)
    .map(([key]) => key)
}
