import { describe, expect, it } from 'vitest'
import { asReading, readingStyle, sizeOf, usual, withStep } from '../../src-renderer/features/reader/reading/settings'

describe('how the text is set', () => {
  it('is as designed unless it was chosen: 16 on 26, 15 on 24 in narrow panes, Arabic 19 on 34', () => {
    expect(readingStyle(usual, 2)).toMatchObject({
      '--read-size': '16px',
      '--read-line': '26px',
      '--read-size-arabic': '19px',
      '--read-line-arabic': '34px',
      '--read-width': '540px',
    })
    expect(readingStyle(usual, 3)).toMatchObject({ '--read-size': '15px', '--read-line': '24px' })
  })

  it('is the same in all panes once a size was chosen', () => {
    const chosen = withStep(usual, 1)
    expect(sizeOf(chosen)).toBe(17)
    expect(readingStyle(chosen, 4)['--read-size']).toBe('17px')
    expect(readingStyle({ ...chosen, width: 'full' }, 1)['--read-width']).toBe('none')
    expect(readingStyle({ ...chosen, font: 'sans' }, 1)['--font-source']).toBe('var(--font-ui)')
  })

  it('stays between 14 and 22', () => {
    expect(withStep({ ...usual, size: 22 }, 1).size).toBe(22)
    expect(withStep({ ...usual, size: 14 }, -1).size).toBe(14)
  })

  it.each([null, undefined, 3, 'x', [], { size: Number.NaN, width: 'huge', font: 1 }])(
    'is as usual where what was kept is not of the right form: %j',
    (kept) => {
      expect(asReading(kept)).toEqual(usual)
    },
  )

  it('is as it was kept, within the limits', () => {
    expect(asReading({ size: 40, width: 'full', font: 'sans', leading: 'loose' })).toEqual({
      size: 22,
      width: 'full',
      font: 'sans',
      leading: 'loose',
    })
  })
})
