type Place = { articleId: number; start: number; end: number }

/** UTF-16 units of a stretch of text: about as much as a few sentences have. */
const stretchLength = 512

/** Items by the places where they stand, so that what stands near a place is found without looking at all of them. */
export class ByPlace<T> {
  private readonly stretches = new Map<number, Map<number, T[]>>()

  add(place: Place, item: T): void {
    const ofArticle = this.stretches.get(place.articleId) ?? new Map<number, T[]>()
    this.stretches.set(place.articleId, ofArticle)
    for (const stretch of stretchesOf(place)) {
      const items = ofArticle.get(stretch)
      if (items) items.push(item)
      else ofArticle.set(stretch, [item])
    }
  }

  /** All items that overlap a place, and some beside it; each once, in the order in which they were added to a stretch. */
  near(place: Place): Set<T> {
    const found = new Set<T>()
    const ofArticle = this.stretches.get(place.articleId)
    if (ofArticle)
      for (const stretch of stretchesOf(place)) for (const item of ofArticle.get(stretch) ?? []) found.add(item)
    return found
  }
}

function* stretchesOf({ start, end }: Place): Generator<number> {
  const last = Math.floor(Math.max(start, end - 1) / stretchLength)
  for (let stretch = Math.floor(start / stretchLength); stretch <= last; stretch += 1) yield stretch
}
