import { describe, expect, it } from 'vitest'
import type { Extraction } from '../../../src-main/domain/extraction'
import { textOfLatex } from '../../../src-main/importing/formats/latex'
import { extract, known, refusalOf, story } from './support'

const values = (reference: Extraction['references'][number] | undefined) =>
  Object.fromEntries(Object.entries(reference?.given ?? {}).map(([field, sourced]) => [field, sourced.value]))

describe('RIS', () => {
  const record = [
    'TY  - NEWS',
    'TI  - The wall that moved',
    'AU  - Maar, Inge',
    'AU  - Lind, Tove, Jr.',
    'AU  - Island Correspondents',
    'T2  - Island Press',
    'SE  - World',
    'DA  - 2031/03/04/',
    'PY  - 2031',
    'LA  - eng',
    'UR  - https://press.example/wall',
    'Y2  - 2032/01/09/',
    'AB  - Stones have moved',
    'by more than a metre.',
    'L1  - files/12/wall.pdf',
    'L2  - https://press.example/wall',
    'L2  - files/13/wall.html',
    'ER  - ',
  ].join('\r\n')

  it('gives metadata and the files that belong to it', async () => {
    const { references, articles } = await extract(record, 'library.ris')
    expect(articles).toEqual([])
    expect(references).toHaveLength(1)
    expect(references[0]?.attachments).toEqual(['files/12/wall.pdf', 'files/13/wall.html'])
    expect(values(references[0])).toEqual({
      title: 'The wall that moved',
      byline: 'Inge Maar, Tove Lind Jr., Island Correspondents',
      outlet: 'Island Press',
      section: 'World',
      published: '2031-03-04',
      language: 'en',
      url: 'https://press.example/wall',
    })
    expect(references[0]?.given.published).toEqual({
      value: '2031-03-04',
      origin: 'file',
      confidence: 'certain',
      evidence: { kind: 'record', at: 'RIS DA', quote: '2031/03/04/' },
    })
  })

  it('with an abstract and no file is an article that says so; with neither it stays a reference', async () => {
    const without = record.replace(/L[12] {2}- .*\r\n/g, '')
    const { articles, references } = await extract(
      `${without}\r\n\r\nTY  - NEWS\r\nT1  - Bare\r\nER  -\r\n`,
      'library.ris',
    )
    expect(articles.map(({ part, partial }) => [part, partial])).toEqual([['The wall that moved', 'abstract-only']])
    expect(articles[0]?.blocks.map(({ text }) => text)).toEqual(['Stones have moved by more than a metre.'])
    expect(references.map(({ key }) => key)).toEqual(['Bare'])
  })

  it('is known by its first line in a file of plain text, and read without its ends', async () => {
    const { references } = await extract(`${record}\r\n${record}`.replaceAll('ER  - ', ''), 'export.txt')
    expect(references.map(({ key }) => key)).toEqual(['The wall that moved', 'The wall that moved (2)'])
  })

  it('without any record is refused', async () => {
    expect(await refusalOf(extract('nothing of the kind', 'a.ris'))).toBe('import/not-an-article')
  })
})

describe('BibTeX', () => {
  const library = String.raw`
Comments stand between entries, with an @ in them.
@comment{jabref-meta: databaseType:bibtex;}
@string{ip = "Island " # {Press}}
@article{maar_wall_2031,
  title = {The {Wall} that moved: {\"U}ber die Mauer \& the sea},
  author = {Maar, Inge and {Lind and Sons} and Ho{\v{s}}ek, Ji{\v r}{\'\i} and others},
  journaltitle = ip,
  date = {2031-03-04},
  urldate = {2032-01-09},
  url = {https://press.example/the\_wall?a=1\&b=2},
  langid = {english},
  file = {Full Text:files/12/The Wall\: again.pdf:application/pdf;Snapshot:files/13/wall.html:text/html},
}
@misc(tide2031,
  Title = "Spring {"}tide{"} {at} Port~Ansel",
  year = 2031, month = mar, day = 5,
  howpublished = {\url{https://sea.example/tide}},
  abstract = {Water rose --- slowly.}
)
@article{bare, title={Bare}, month = {4}, year = {2031}, file = {:C\:/lib/bare.pdf:PDF}}
@online{broken, title = {Never closed,
@online{last, title = {Last}, year = {2031}, file = {/home/i/last.pdf; /home/i/last.html}}
`

  it('gives metadata and files of every entry, closed or not', async () => {
    const { references, articles } = await extract(library, 'library.bib')
    expect(references.map(({ key, attachments }) => [key, attachments])).toEqual([
      ['maar_wall_2031', ['files/12/The Wall: again.pdf', 'files/13/wall.html']],
      ['bare', ['C:/lib/bare.pdf']],
      ['broken', []],
      ['last', ['/home/i/last.pdf', '/home/i/last.html']],
    ])
    expect(values(references[0])).toEqual({
      title: 'The Wall that moved: Über die Mauer & the sea',
      byline: 'Inge Maar, Lind and Sons, Jiří Hošek',
      outlet: 'Island Press',
      published: '2031-03-04',
      language: 'en',
      url: 'https://press.example/the_wall?a=1&b=2',
    })
    expect(values(references[1])).toMatchObject({ published: '2031-04' })
    expect(articles.map(({ part, partial }) => [part, partial])).toEqual([['tide2031', 'abstract-only']])
    expect(articles[0] && known(articles[0])).toMatchObject({
      published: '2031-03-05',
      url: 'https://sea.example/tide',
    })
    expect(articles[0]?.blocks[0]?.text).toBe('Water rose — slowly.')
  })

  it.each([
    [String.raw`\'{e}t\'e \`a la c\^ote`, 'été à la côte'],
    [String.raw`{\O}resund, stra{\ss}e, {\L}{\'o}d{\'z}`, 'Øresund, straße, Łódź'],
    [String.raw`S{\~a}o Paulo, Gen{\`e}ve, Fran{\c c}ois, Erd{\H o}s`, 'São Paulo, Genève, François, Erdős'],
    [String.raw`pages 1--3, \textit{so} \emph{it} says`, 'pages 1–3, so it says'],
    [String.raw`100\% of \$5 \{net\}`, '100% of $5 {net}'],
    ["``quoted''", '“quoted”'],
    ['plain text', 'plain text'],
  ])('%s', (latex, text) => {
    expect(textOfLatex(latex)).toBe(text)
  })

  it('without any entry is refused, and survives what is no BibTeX', async () => {
    expect(await refusalOf(extract('no entries here', 'a.bib'))).toBe('import/not-an-article')
    for (const source of [
      '@article{',
      '@article{a, title = ',
      '@article{a, title = {{{{',
      `@article{a, x = ${'{'.repeat(50_000)}`,
    ]) {
      await extract(source, 'a.bib').catch((error: unknown) => expect(error).toHaveProperty('code'))
    }
  })
})

describe('CSL-JSON', () => {
  const items = [
    {
      id: 'http://zotero.org/users/1/items/ABC',
      'citation-key': 'maarWall',
      type: 'article-newspaper',
      title: 'The wall that <i>moved</i>',
      'container-title': 'Island Press',
      section: 'World',
      language: 'en-GB',
      URL: 'https://press.example/wall',
      author: [
        { family: 'Maar', given: 'Inge' },
        { literal: 'Island Correspondents' },
        { family: 'Beek', given: 'Jan', 'non-dropping-particle': 'van der' },
      ],
      issued: { 'date-parts': [['2031', 3, '4']] },
      accessed: { 'date-parts': [['2032', 1, 9]] },
    },
    { id: 2, type: 'webpage', title: 'Tides', issued: { 'date-parts': [[2031]] }, abstract: story[1] },
  ]

  it('gives metadata, and articles of abstracts', async () => {
    for (const name of ['library.json', 'library.csljson']) {
      const { references, articles } = await extract(JSON.stringify(items), name)
      expect(references.map(({ key }) => key)).toEqual(['maarWall'])
      expect(values(references[0])).toEqual({
        title: 'The wall that moved',
        byline: 'Inge Maar, Island Correspondents, Jan van der Beek',
        outlet: 'Island Press',
        section: 'World',
        published: '2031-03-04',
        language: 'en-GB',
        url: 'https://press.example/wall',
      })
      expect(articles.map(({ part, metadata }) => [part, metadata.published.value])).toEqual([['2', '2031']])
    }
  })
})
