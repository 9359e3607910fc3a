import { describe, expect, it } from 'vitest'
import { extractFile } from '../../../src-main/importing/extract'

const read = (text: string, fileName: string) => extractFile({ bytes: new TextEncoder().encode(text), fileName })
const bibtex = async (...fields: string[]) => {
  const { references } = await read(
    `@article{maar31,\n${[...fields, 'url = {https://post.example/a}'].join(',\n')}\n}\n`,
    'a.bib',
  )
  return references[0]
}
const ris = (...lines: string[]) => read(`${lines.join('\r\n')}\r\n`, 'a.ris')

describe('a field of BibTeX', () => {
  it('goes on behind a brace that belongs to its text', async () => {
    const entry = await bibtex('title = {The sign \\} in print}', 'journal = {Sund Post}')
    expect(entry?.given.title?.value).toBe('The sign } in print')
    expect(entry?.given.outlet?.value).toBe('Sund Post')
  })

  it('names an organisation as it is written, and persons first name first', async () => {
    const entry = await bibtex('title = {T}', 'author = {{Radio Sund, News Desk} and Maar, Inge}')
    expect(entry?.given.byline?.value).toBe('Radio Sund, News Desk, Inge Maar')
  })

  it('names files with their drive', async () => {
    const entry = await bibtex(
      'title = {T}',
      'file = {:C:/texts/anna.txt:PDF;Full Text:files/12/berta.pdf:application/pdf}',
    )
    expect(entry?.attachments).toEqual(['C:/texts/anna.txt', 'files/12/berta.pdf'])
  })
})

describe('a record of RIS', () => {
  it('ends with its last line, whatever stands before the next', async () => {
    const { references } = await ris('TY  - NEWS', 'TI  - In port', 'L1  - anna.txt', 'ER  - ', 'AU  - Maar, Inge')
    expect(references.map(({ given }) => [given.title?.value, given.byline?.value])).toEqual([['In port', undefined]])
  })

  it('has the longer of two abstracts', async () => {
    const long = 'The ferry Anna lay in the harbour of Sund for a week, its owners said on Tuesday.'
    const { articles } = await ris('TY  - NEWS', 'TI  - In port', 'AB  - A ferry waits.', `N2  - ${long}`, 'ER  - ')
    expect(articles[0]?.blocks.map((block) => block.text)).toContain(long)
  })

  it('names several files in one line', async () => {
    const { references } = await ris('TY  - NEWS', 'TI  - In port', 'L1  - a/anna.txt; b/berta.pdf', 'ER  - ')
    expect(references[0]?.attachments).toEqual(['a/anna.txt', 'b/berta.pdf'])
  })
})
