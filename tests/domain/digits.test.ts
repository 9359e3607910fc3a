import { expect, test } from 'vitest'
import { asciiDigits } from '../../src-main/domain/digits'

test('digits of other scripts are the same numbers', () => {
  expect(asciiDigits('٧/٥/٢٠٢٤ ۷ 7')).toBe('7/5/2024 7 7')
})
