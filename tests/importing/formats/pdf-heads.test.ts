import { describe, expect, it } from 'vitest'
import { body, extractArticle, hidden, ofKind } from '../support'
import { type PdfText, pdf } from './pdf-maker'

const read = (...pages: PdfText[][]) => extractArticle({ bytes: pdf(pages), fileName: 'paper.pdf' })

const lines = [
  ['The ferry to the islands left at', 'seven in the morning with forty', 'people and two goats on board.'],
  ['Nobody on the quay could tell us', 'why it had come back at nine that', 'day without any of its goats.'],
  ['The captain said that the animals', 'had asked to be set ashore before', 'the storm reached the islands.'],
]
const page = (head: string, number: number): PdfText[] => [
  { text: head, x: 40, y: 560 },
  ...(lines[number] ?? []).map((text, index) => ({ text, x: 40, y: 500 - index * 12 })),
]
const title = { text: 'Goats at sea', x: 40, y: 530, size: 22 }

describe('the running head of a PDF', () => {
  it.each([
    ['4 THE ISLAND COURIER Friday, March 14, 2031', 'THE ISLAND COURIER'],
    ['Friday, 14 March 2031 | The Island Courier | Page 4', 'The Island Courier'],
    ['Inselbote · Freitag, 14. März 2031 · Seite 4', 'Inselbote'],
  ])('on a single page names the paper and its day: %s', async (head, outlet) => {
    const article = await read([title, ...page(head, 0)])
    expect(hidden(article)).toEqual([['print', head]])
    expect(article.metadata.outlet).toMatchObject({ value: outlet, confidence: 'likely', evidence: { quote: head } })
    expect(article.metadata.published).toMatchObject({ value: '2031-03-14', confidence: 'likely' })
    expect(body(article)).toEqual([lines[0]?.join(' ')])
  })

  it('names the paper where it repeats, not the title or the writer', async () => {
    const named = await read(
      page('The Island Courier', 0),
      page('The Island Courier', 1),
      page('The Island Courier', 2),
    )
    expect(named.metadata.outlet).toMatchObject({ value: 'The Island Courier', confidence: 'likely' })
    expect(named.metadata.published.value).toBe(null)
    const titled = await read([title, ...page('By Inge Maar', 0)], page('Goats at sea', 1), page('Goats at sea', 2))
    expect(titled.metadata.outlet.value).toBe(null)
  })

  it('is none where a writer and a day stand at the top', async () => {
    const article = await read([title, ...page('By Inge Maar | March 14, 2031', 0)])
    expect(ofKind(article, 'byline')).toEqual(['By Inge Maar | March 14, 2031'])
    expect([article.metadata.byline.value, article.metadata.outlet.value]).toEqual(['Inge Maar', null])
    expect((await read([title, ...page('14 March 2031, Inge Maar', 0)])).metadata.outlet.value).toBe(null)
  })
})
