import { expect, it } from 'vitest'
import { seenFromOther } from '../../src-main/domain/relation'

it('what two texts share is told of the other in its own order', () => {
  const shared = {
    kind: 'shared-passages' as const,
    share: 0.2,
    otherShare: 0.4,
    words: 60,
    spans: [
      { start: 10, end: 20, otherStart: 300, otherEnd: 310 },
      { start: 50, end: 70, otherStart: 5, otherEnd: 25 },
    ],
  }
  const other = seenFromOther(shared)
  expect(other).toEqual({
    ...shared,
    share: 0.4,
    otherShare: 0.2,
    spans: [
      { start: 5, end: 25, otherStart: 50, otherEnd: 70 },
      { start: 300, end: 310, otherStart: 10, otherEnd: 20 },
    ],
  })
})
