import { expect, test } from 'vitest'
import { basisOf, confidenceOf } from '../../../src-main/analysis/dates/confidence'
import { findDates } from '../../../src-main/analysis/dates/find'
import { rules } from '../../../src-main/analysis/dates/reading'

const confidence = (text: string, order: 'day-first' | null = null): number =>
  findDates(text, { published: '2024-05-16', language: 'en', order }).at(-1)?.confidence ?? -1

test('what is written out is trusted most, what hangs on another date least', () => {
  const inOrder = [
    'It sank on 7 May 2024.',
    'It sank on 7 May.',
    'It sank yesterday.',
    'It sank on Sunday.',
    'It sank three days ago.',
    'It sank on 7 May 2024. It had sailed two days earlier.',
  ].map((text) => confidence(text))
  expect([...inOrder].sort((a, b) => b - a)).toEqual(inOrder)
})

test('a season with its year is written out, one without is not', () => {
  expect(confidence('It sank in the summer of 2023.')).toBeGreaterThan(confidence('It sank in the summer.'))
})

test('an order of numbers that is known from others is trusted less than numbers that can be read in one way', () => {
  expect(confidence('It sank on 25/5/2024.')).toBeGreaterThan(confidence('It sank on 7/5/2024.', 'day-first'))
})

test('what stays open has none', () => {
  expect(confidence('It sank on 7/5/2024.')).toBe(0)
  expect(rules.map((rule) => confidenceOf(rule, { edtf: null, steps: [] })).every((share) => share === 0)).toBe(true)
})

test('a basis goes by the derivation before the rule', () => {
  expect(basisOf('season', [{ code: 'as-written', params: {} }])).toBe('written')
  expect(basisOf('season', [{ code: 'year-of-publication', params: {} }])).toBe('season')
})
