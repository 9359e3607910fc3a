import { expect, it } from 'vitest'
import type { ExtractedBlock } from '../../src-main/domain/article'
import { matchedLines } from '../../src-main/services/import-source'

const blocks = (...texts: string[]): ExtractedBlock[] =>
  texts.map((text) => ({ kind: 'paragraph', text, hidden: false, reason: null, line: null }))
const places = (lines: string[], of: ExtractedBlock[]) => matchedLines(lines, of).map(({ block }) => block)

it('a line that comes several times stands beside the block at its place each time', () => {
  const interview = ['Did it rain?', 'Yes.', 'Did the ferry come?', 'Yes.', 'Was it late?', 'Yes.']
  expect(places(interview, blocks(...interview))).toEqual([0, 1, 2, 3, 4, 5])
})

it('a line that is part of a paragraph stands beside it, also where the text was taken in another order', () => {
  const text = blocks('The pier was closed at noon. Nobody was told.', 'The repairs take until the middle of May.')
  expect(places(['The repairs take', 'until the middle of May.', 'The pier was closed at noon.'], text)).toEqual([
    1, 1, 0,
  ])
})

it('a line that holds several blocks stands beside the first; one that none took beside none', () => {
  const text = blocks('The pier was closed at noon.', 'Nobody in the harbour was told.')
  expect(places(['The pier was closed at noon. Nobody in the harbour was told.', 'Share', '—'], text)).toEqual([
    0,
    null,
    null,
  ])
})
