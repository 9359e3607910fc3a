import { describe, expect, it } from 'vitest'
import { originGroups } from '../../src-main/analysis/origins'
import { wordsOf } from '../../src-main/analysis/words'
import { editedWire, wire } from '../support/wire'

const groups = (...texts: string[]) =>
  originGroups(texts.map((text) => ({ text, language: 'en', words: wordsOf(text) })))

const weather = 'Snow fell on the mountain roads north of Tarn during the night.'
const filler = Array.from({ length: 6 }, (_, i) => `Paragraph ${i} tells of the roads in the north of Tarn.`).join('\n')

describe('articles of one origin', () => {
  it('carry one wire', () => {
    expect(groups(wire, weather, editedWire)).toEqual([[0, 2], [1]])
  })

  it('are found beside a paragraph of nothing but blanks', () => {
    expect(groups(wire, ' '.repeat(200_000), editedWire)).toEqual([[0, 2], [1]])
  })

  it('name one source for what they tell', () => {
    const one = 'The ferry will stop, harbour master Ilva Brandt told Lagoon TV.'
    const other = 'No more ferries: Brandt told Lagoon TV that the crew has left.'
    expect(groups(one, weather, other)).toEqual([[0, 2], [1]])
  })

  it('are not made one by a source that is named in passing', () => {
    const late = `${filler}\nThe mayor of Osk told Lagoon TV that he is content.`
    expect(groups('The ferry will stop, Ilva Brandt told Lagoon TV.', late)).toEqual([[0], [1]])
  })

  it('are joined through a third', () => {
    const [first, second] = ['Brandt told Lagoon TV of the plan.', 'Olm told the Velda Observer of the plan.']
    expect(groups(first, second, weather, `${first} ${second}`)).toEqual([[0, 1, 3], [2]])
  })

  it('are none where there are no articles', () => {
    expect(groups()).toEqual([])
    expect(groups('', '')).toEqual([[0], [1]])
  })
})
