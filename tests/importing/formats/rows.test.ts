import { describe, expect, it } from 'vitest'
import { extract, known, refusalOf, refusedParts, story, visible } from './support'

const text = story.join('\n\n')
const cell = (value: string) => `"${value.replaceAll('"', '""')}"`

describe('CSV', () => {
  it('gives an article a row, by the names of its columns', async () => {
    const table = [
      'Publication Date,Headline,Byline,Publication,Section,Language,URL,Body',
      `"March 4, 2031 Tuesday",The wall moved,"Maar, Inge",Island Press,World,English,https://press.example/1,${cell(text)}`,
      `2031-03-05,"The ""second"" wall",,Coast & Sea,,en,,${cell(story[1] ?? '')}`,
    ].join('\r\n')
    const { articles } = await extract(table, 'export.csv')
    expect(articles.map(({ part, mediaType }) => [part, mediaType])).toEqual([
      ['row 2', 'text/csv'],
      ['row 3', 'text/csv'],
    ])
    const [first, second] = articles
    if (!first || !second) return
    expect(known(first)).toEqual({
      title: 'The wall moved',
      byline: 'Maar, Inge',
      outlet: 'Island Press',
      section: 'World',
      published: '2031-03-04',
      language: 'en',
      url: 'https://press.example/1',
    })
    expect(first.metadata.title.evidence).toEqual({ kind: 'record', at: 'column Headline', quote: 'The wall moved' })
    expect(visible(first)).toEqual(story)
    expect(known(second)).toMatchObject({ title: 'The "second" wall', published: '2031-03-05' })
  })

  it('counts blank rows, as programs for tables do', async () => {
    const table = ['title,text', `One,${cell(text)}`, '', ',', `Two,${cell(story[1] ?? '')}`, '', 'Three,', '']
    const extraction = await extract(table.join('\n'), 'export.csv')
    expect(extraction.articles.map(({ part }) => part)).toEqual(['row 2', 'row 5'])
    expect(refusedParts(extraction)).toEqual(['row 7: import/no-entry-text'])
    const late = await extract(`\n\n${table.slice(0, 2).join('\n')}`, 'export.csv')
    expect(late.articles.map(({ part }) => part)).toEqual(['row 4'])
  })

  it('keeps paragraphs where words are marked up and paragraphs are not', async () => {
    const marked = story.map((paragraph) => `<b>${paragraph.slice(0, 6)}</b>${paragraph.slice(6)}`).join('\n\n')
    const { articles } = await extract(`title,text\nThe wall,${cell(marked)}`, 'export.csv')
    expect(articles.map(visible)).toEqual([story])
  })

  it.each([
    ['semicolons', ';', 'Titel;Datum;Quelle;Volltext', { title: 'Die Mauer', outlet: 'Inselblatt' }],
    ['tabs', '\t', 'Titre\tDate\tSource\tTexte', { title: 'Die Mauer', outlet: 'Inselblatt' }],
    ['commas, in Arabic', ',', 'العنوان,التاريخ,المصدر,النص', { title: 'Die Mauer', outlet: 'Inselblatt' }],
    [
      'bars, in Spanish',
      '|',
      'Título|Fecha de publicación|Medio|Texto completo',
      { title: 'Die Mauer', outlet: 'Inselblatt' },
    ],
    ['commas, in Chinese', ',', '标题,日期,来源,正文', { title: 'Die Mauer', outlet: 'Inselblatt' }],
    [
      'commas, in Russian',
      ',',
      'Заголовок,Дата публикации,Источник,Текст',
      { title: 'Die Mauer', outlet: 'Inselblatt' },
    ],
  ])('divided by %s', async (_name, delimiter, header, expected) => {
    const row = ['Die Mauer', '2031-03-04', 'Inselblatt', cell(text)].join(delimiter)
    const { articles } = await extract(`\ufeff${header}\n${row}\n`, 'a.csv')
    expect(articles[0] && known(articles[0])).toMatchObject({ ...expected, published: '2031-03-04' })
  })

  it('reads 04/03/2031 by the other dates of the same table, and not at all where none tells', async () => {
    const rows = (dates: string[]) =>
      ['date,text', ...dates.map((date, index) => `${date},${cell(`${story[index % 3]} ${index}`)}`)].join('\n')
    const dates = async (list: string[]) =>
      (await extract(rows(list), 'a.csv')).articles.map(({ metadata }) => [
        metadata.published.value,
        metadata.published.confidence,
      ])
    expect(await dates(['04/03/2031', '25/03/2031'])).toEqual([
      ['2031-03-04', 'likely'],
      ['2031-03-25', 'certain'],
    ])
    expect(await dates(['04/03/2031', '03/25/2031'])).toEqual([
      ['2031-04-03', 'likely'],
      ['2031-03-25', 'certain'],
    ])
    expect(await dates(['04/03/2031', '05/03/2031'])).toEqual([
      [null, 'none'],
      [null, 'none'],
    ])
  })

  it('refuses rows without text one by one, and tables without any', async () => {
    const extraction = await extract(`title,text\nEmpty,\nFull,${cell(text)}\n,,\n`, 'a.csv')
    expect(refusedParts(extraction)).toEqual(['row 2: import/no-entry-text'])
    expect(extraction.articles).toHaveLength(1)
    expect(await refusalOf(extract('name;size\nwall;3\n', 'a.csv'))).toBe('import/not-an-article')
    expect(await refusalOf(extract('one line of words\nand another one\n', 'a.csv'))).toBe('import/not-an-article')
  })

  it('takes a column of long texts for the text where none is called so, and a summary for a summary', async () => {
    const [named] = (await extract(`Headline,Column 7\nThe wall,${cell(text)}`, 'a.csv')).articles
    expect(named && visible(named)).toEqual(story)
    const [summed] = (await extract(`Headline,Summary\nThe wall,${cell(story[0] ?? '')}`, 'a.csv')).articles
    expect(summed?.partial).toBe('abstract-only')
  })

  it('puts a lead paragraph that stands in a column of its own before the text', async () => {
    const [article] = (
      await extract(`HD,LP,TD\nThe wall,${cell(story[0] ?? '')},${cell(story.slice(1).join('\n\n'))}`, 'a.csv')
    ).articles
    expect(article && visible(article)).toEqual(story)
  })

  it('cut off in its last cell is read up to there', async () => {
    const { articles } = await extract(`title,text\nA,${cell(text)}\nB,"${story[0]}`, 'a.csv')
    expect(articles.map(({ partial }) => partial)).toEqual([null, 'truncated'])
  })

  it('keeps HTML in its cells from being text', async () => {
    const [article] = (
      await extract(
        `title,content\nA,${cell(`<p>${story[0]}</p><script>alert(1)</script><p>${story[1]}</p>`)}`,
        'a.csv',
      )
    ).articles
    expect(article && visible(article)).toEqual(story.slice(0, 2))
  })

  it("reads a library program's table of entries with files as references", async () => {
    const table = `"Key","Item Type","Publication Year","Author","Title","Publication Title","Url","Abstract Note","Date","File Attachments"\n"ABC","newspaperArticle","2031","Maar, Inge","The wall","Island Press","https://press.example/1","${story[0]}","2031-03-04","C:\\lib\\12\\wall.html; C:\\lib\\13\\wall.pdf"`
    const { references, articles } = await extract(table, 'zotero.csv')
    expect(articles).toEqual([])
    expect(references.map(({ key, attachments, given }) => [key, attachments, given.published?.value])).toEqual([
      ['ABC', ['C:/lib/12/wall.html', 'C:/lib/13/wall.pdf'], '2031-03-04'],
    ])
  })
})

describe('JSON', () => {
  const object = {
    id: 7,
    title: 'The wall',
    published: '2031-03-04T01:00:00+03:00',
    language: 'en',
    outlet: 'Island Press',
    url: 'https://press.example/1',
    byline: 'Inge Maar',
    text,
  }

  it('of a line an article', async () => {
    const source = `${JSON.stringify(object)}\n\n{"title": "broken\n${JSON.stringify({ headline: 'B', body: story[0], source: { name: 'Coast' }, author: ['A', { name: 'B' }], date: 1_930_000_000 })}\n`
    const extraction = await extract(source, 'all.ndjson')
    expect(extraction.articles.map(({ part }) => part)).toEqual(['line 1', 'line 4'])
    expect(refusedParts(extraction)).toEqual(['line 3: import/broken-line'])
    const [first, second] = extraction.articles
    if (!first || !second) return
    expect(known(first)).toEqual({
      title: 'The wall',
      byline: 'Inge Maar',
      outlet: 'Island Press',
      published: '2031-03-04',
      language: 'en',
      url: 'https://press.example/1',
    })
    expect(visible(first)).toEqual(story)
    expect(known(second)).toMatchObject({ title: 'B', byline: 'A, B', outlet: 'Coast', published: '2031-02-27' })
  })

  it('as an array, in an object around it, or as one article', async () => {
    for (const value of [[object, object], { status: 'ok', articles: [object, object] }]) {
      const { articles } = await extract(JSON.stringify(value, null, 2), 'a.json')
      expect(articles.map(({ part }) => part)).toEqual(['item 1', 'item 2'])
    }
    expect((await extract(JSON.stringify(object), 'a.json')).articles).toHaveLength(1)
  })

  it('with what a web service wraps its values in', async () => {
    const post = {
      date: '2031-03-04T10:00:00',
      link: 'https://press.example/1',
      title: { rendered: 'The wall &#8211; again' },
      content: { rendered: `<p>${story[0]}</p>`, protected: false },
    }
    const fields = {
      webTitle: 'The wall',
      webPublicationDate: '2031-03-04T10:00:00Z',
      webUrl: 'https://press.example/2',
      sectionName: 'World',
      fields: { bodyText: text },
    }
    const { articles } = await extract(JSON.stringify([post]), 'a.json')
    expect(articles[0] && known(articles[0])).toMatchObject({
      title: 'The wall – again',
      published: '2031-03-04',
      url: 'https://press.example/1',
    })
    const [second] = (await extract(JSON.stringify([fields]), 'a.json')).articles
    expect(second && known(second)).toMatchObject({
      title: 'The wall',
      section: 'World',
      published: '2031-03-04',
      url: 'https://press.example/2',
    })
    expect(second && visible(second)).toEqual(story)
  })

  it('that is no list of articles, no JSON, or nested beyond measure, is refused', async () => {
    expect(await refusalOf(extract('{"name": "x", "version": "1.0"}', 'package.json'))).toBe('import/not-an-article')
    expect(await refusalOf(extract('12', 'a.json'))).toBe('import/not-an-article')
    expect(await refusalOf(extract('{"title": ', 'a.json'))).toBe('import/unreadable')
    expect(await refusalOf(extract('['.repeat(200_000), 'a.json'))).toBe('import/unreadable')
  })
})
