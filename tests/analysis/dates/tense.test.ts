import { describe, expect, test } from 'vitest'
import { tenseAround } from '../../../src-main/analysis/dates/tense'

/** Tense around the part in brackets. */
function tenseOf(marked: string): string {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  return tenseAround(marked.replace(/[[\]]/g, ''), start, end)
}

describe('the statement is of the past', () => {
  test.each([
    'The ferry sank on [Sunday].',
    'On [Sunday] the mayor said nothing.',
    'The harbour was closed [Sunday].',
    'The plan unveiled on [Sunday] would cost too much.',
    'The mayor said on [Sunday] that he will resign.',
    'Divers, who left the wreck on [Sunday], will return.',
    'She has lived there since [Sunday].',
  ])('%s', (sentence) => expect(tenseOf(sentence)).toBe('past'))
})

describe('the statement is of the future', () => {
  test.each([
    'The ferry will sail on [Sunday].',
    'The mayor said he will resign on [Sunday].',
    'The council is to meet on [Sunday].',
    'The talks are scheduled for [Sunday].',
    'The deliveries are not due until [October].',
    'They must pay by [Sunday].',
    'The law takes effect on [Sunday].',
    'The mayor won’t come on [Sunday].',
    'The bridge, closed since March, is expected to open on [Sunday].',
  ])('%s', (sentence) => expect(tenseOf(sentence)).toBe('future'))
})

test('a statement without a verb, or in the present, tells nothing', () => {
  expect(tenseOf('No ferries on [Sunday].')).toBe('unknown')
  expect(tenseOf('The market opens on [Sunday].')).toBe('unknown')
})

test('“been closed” is no past behind “be”', () => {
  expect(tenseOf('A hearing will be held on [Friday].')).toBe('future')
})
