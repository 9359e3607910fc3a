import { expect, test } from 'vitest'
import { lazily } from '../../src-main/domain/lazily'

test('what is worked out lazily is worked out when asked for, once, even where it is nothing', () => {
  let asked = 0
  const value = lazily(() => {
    asked += 1
    return null
  })
  expect(asked).toBe(0)
  expect([value(), value(), asked]).toEqual([null, null, 1])
})
