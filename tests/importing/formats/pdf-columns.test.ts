import { describe, expect, it } from 'vitest'
import { body, extractArticle, ofKind } from '../support'
import { type PdfText, pdf } from './pdf-maker'

const read = (page: readonly PdfText[]) => extractArticle({ bytes: pdf([page]), fileName: 'paper.pdf' })

/** Lines of a column from the top. */
const column = (lines: readonly string[], x: number, y: number): PdfText[] =>
  lines.map((text, index) => ({ text, x, y: y - index * 12 }))

const first = [
  'The ferry to the islands',
  'left at seven with forty',
  'people and two goats on',
  'board, of whom none had',
  'bought a ticket for the',
  'crossing to the harbour.',
]
const second = [
  'Nobody on the quay could',
  'tell us why it had come',
  'back at nine, although',
  'the captain said that a',
  'goat had asked to be set',
  'ashore before the storm.',
]
const third = [
  'The company will pay for',
  'the tickets of all those',
  'who can show that they',
  'were on board, and asks',
  'the owner of the goats',
  'to come to its counter.',
]

describe('columns of a page', () => {
  it('are told apart where their lines are at different heights', async () => {
    const article = await read([...column(first, 20, 500), ...column(second, 148, 494), ...column(third, 276, 500)])
    expect(body(article)).toEqual([first.join(' '), second.join(' '), third.join(' ')])
  })

  it('are told apart beside a quote in large letters', async () => {
    const quote = { text: 'It asked.', x: 150, size: 26 }
    const article = await read([
      ...column([...first, ...first], 20, 500),
      ...column(second, 148, 500),
      { ...quote, y: 403 },
      ...column(second, 148, 382),
      ...column([...third, ...third], 276, 500),
    ])
    const text = body(article).join(' ')
    for (const lines of [first, second, third]) expect(text.split(lines.join(' '))).toHaveLength(3)
  })

  it('are prose where words are spread over the width of a narrow one', async () => {
    const spread = (words: readonly string[], y: number, xs: readonly number[]): PdfText[] =>
      words.map((text, index) => ({ text, x: xs[index] ?? 0, y }))
    const lines = (x: number): PdfText[] => [
      { text: 'The ferry left at seven', x, y: 500 },
      // Helvetica of 10 points: "forty" is 19.45 wide, "people" 30.02.
      ...spread(['forty', 'people', 'on'], 488, [x, x + 39.45, x + 89.47]),
      ...spread(['board', 'was'], 476, [x, x + 86]),
      ...spread(['counted', 'twice,'], 464, [x, x + 78]),
      { text: 'and no goat was missed', x, y: 452 },
      { text: 'by anyone on the quay.', x, y: 440 },
    ]
    const wanted =
      'The ferry left at seven forty people on board was counted twice, and no goat was missed by anyone on the quay.'
    expect(body(await read([...lines(20), ...lines(150)]))).toEqual([wanted, wanted])
  })

  it('keep the lines of a quote in large letters together, the last of them centred', async () => {
    const lines = Array.from({ length: 4 }, () => 'The ferry to the islands')
    const article = await read([
      ...column(lines, 20, 500),
      // Helvetica: the first line is as wide as the column, 101.7; the second is 40.2 wide.
      { text: 'Ten goats seen', x: 20, y: 430, size: 14.75 },
      { text: 'at sea', x: 50.75, y: 412, size: 14.75 },
      ...column(lines, 20, 385),
    ])
    expect(body(article)).toEqual([lines.join(' '), lines.join(' ')])
    expect(ofKind(article, 'heading')).toEqual(['Ten goats seen at sea'])
  })
})
