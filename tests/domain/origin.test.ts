import { describe, expect, it } from 'vitest'
import { type Sourced, unknownValue, withOthers } from '../../src-main/domain/origin'

const found = (value: string, others: string[] = []): Sourced => ({
  value,
  origin: 'file',
  confidence: 'likely',
  evidence: { kind: 'element', at: 'title', quote: value },
  ...(others.length > 0 ? { others: others.map((other) => asOther(other)) } : {}),
})
const asOther = (value: string) => ({
  value,
  confidence: 'unsure' as const,
  evidence: { kind: 'line' as const, at: '1', quote: value },
})
const rivals = ({ others = [] }: Sourced) => others.map((other) => other.value)

describe('of several values', () => {
  it('the first known one is chosen, with what others say differently beside it', () => {
    const chosen = withOthers([unknownValue, found('Ferry', ['Boat']), found('Ship'), found('Ferry')])
    expect(chosen.value).toBe('Ferry')
    expect(rivals(chosen)).toEqual(['Boat', 'Ship'])
    expect(withOthers([unknownValue])).toEqual(unknownValue)
  })

  it('those that say the same in another way are no rivals, neither of the chosen one nor of each other', () => {
    const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
    const values = ['Ferry', 'FERRY', 'Boat', 'boat', 'Ship'].map((value) => found(value))
    expect(rivals(withOthers(values, same))).toEqual(['Boat', 'Ship'])
  })

  it('four rivals are kept, the best ones', () => {
    expect(rivals(withOthers(['a', 'b', 'c', 'd', 'e', 'f'].map((value) => found(value))))).toEqual([
      'b',
      'c',
      'd',
      'e',
    ])
  })
})
