import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contextLength, selectorOf, trimSpan } from '../../src-main/domain/passage'
import { tagPath } from '../../src-main/domain/tag'

const text = 'The crew of the ferry 🚢 left.\nقال الربان إن السفينة غرقت.\nNobody was hurt.'

test('a selector holds the exact quotation and what stands around it', () => {
  const start = text.indexOf('قال')
  const selector = selectorOf(text, start, start + 10)
  expect(selector).toEqual({
    start,
    end: start + 10,
    quote: text.slice(start, start + 10),
    prefix: text.slice(0, start),
    suffix: text.slice(start + 10, start + 10 + contextLength),
  })
})

test('the context of a selector is valid text wherever the passage lies', () => {
  const ships = '🚢'.repeat(80)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 78 }), fc.boolean(), (at, isOdd) => {
      const start = at * 2 + (isOdd ? 2 : 0)
      const { prefix, suffix } = selectorOf(`x${ships}`, start + 1, start + 3)
      for (const context of [prefix, suffix]) expect(context).not.toMatch(/\p{Surrogate}/u)
    }),
    { seed: 3 },
  )
})

test('a span is taken in either direction and without the white space around it', () => {
  expect(trimSpan('a  ferry  b', 1, 10)).toEqual({ start: 3, end: 8 })
  expect(trimSpan('a  ferry  b', 10, 1)).toEqual({ start: 3, end: 8 })
  expect(trimSpan('ferry', -5, 99)).toEqual({ start: 0, end: 5 })
  expect(trimSpan('a \n b', 1, 4)).toBeNull()
  expect(trimSpan('ferry', 2, 2)).toBeNull()
})

test('a typed tag name is split at its slashes', () => {
  expect(tagPath(' Aid /  Deliveries  by sea/')).toEqual(['Aid', 'Deliveries by sea'])
  expect(tagPath(' / ')).toEqual([])
})
