import { expect, it } from 'vitest'
import { failed, ok } from '../../src-main/domain/result'
import { value } from '../../src-main/ipc/value'

it('the value of an answer is taken out, and a failure is thrown with all that it says', () => {
  expect(value(ok(7))).toBe(7)
  expect(() => value(failed('import/too-large', { limit: 200 }))).toThrow(
    expect.objectContaining({ code: 'import/too-large', params: { limit: 200 } }),
  )
})
