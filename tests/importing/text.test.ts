import { describe, expect, it } from 'vitest'
import { parseDateLine } from '../../src-main/importing/date-line'
import { body, extractText, hidden, losesNothing, ofKind, paragraphs } from './support'

const [first = '', second = '', third = ''] = paragraphs(3)

describe('plain text', () => {
  it('takes each line as a paragraph where no blank lines divide it', async () => {
    expect(body(await extractText(`${first}\n${second}\n${third}`))).toEqual([first, second, third])
  })

  it('joins the lines of text broken to a width, and keeps its paragraphs apart', async () => {
    const broken = paragraphs(3).map((text) => text.replace(/(.{50,64}) /g, '$1\n'))
    const source = broken.join('\n\n')
    expect(body(await extractText(source))).toEqual(paragraphs(3))
    expect(body(await extractText(source.replaceAll('\n', '\r\n')))).toEqual(paragraphs(3))
  })

  it('joins broken lines whatever short lines stand before and after them', async () => {
    const broken = paragraphs(3).map((text) => text.replace(/(.{50,64}) /g, '$1\n'))
    const head = ['Desk: Islands', 'Sent: Friday', 'To: Everyone', 'Slug: Harbour', 'Pages: 2'].join('\n')
    const link =
      'https://courier.example/islands/2031/03/14/harbour-wall-gives-way-after-a-week-of-storms-and-swell.html'
    const source = [head, ...broken, 'Best wishes,\nInge Maar', link].join('\n\n')
    const shown = body(await extractText(source))
    expect(shown).toEqual(expect.arrayContaining([...paragraphs(3), 'Best wishes,', 'Inge Maar']))
    expect(shown).toContain('Slug: Harbour')
  })

  it('hides a signature under its mark, and nothing under a line that divides the text', async () => {
    const address = ['Inge Maar | Reporter', 'The Island Courier', '3 Quay Street', 'Tel. 555 0134']
    const signed = await extractText([first, '', second, '', '-- ', ...address].join('\n'))
    expect(body(signed)).toEqual([first, second])
    expect(hidden(signed)).toEqual(['--', ...address].map((line) => ['print', line]))
    expect(body(await extractText([first, '', second, '', '--', '', third].join('\n')))).toContain(third)
  })

  it('does not join a list of short lines', async () => {
    const source = `Harbour opening times\n\nMonday\nTuesday\nWednesday, from noon\n\n${first}\n\n${second}`
    const article = await extractText(source)
    expect(losesNothing(source, article)).toBe(true)
    expect(article.blocks.map((block) => block.text)).toContain('Wednesday, from noon')
  })

  it('tells title, subtitle, byline, date and picture credit apart, in any order', async () => {
    const head = [
      'Harbour wall gives way after a week of storms',
      'By Inge Maar',
      'Islanders ask who will pay for the crane',
      'Tuesday, 4 March 2031, 18:20 CET',
      'Photograph: Tove Lind/Island Press',
    ]
    const article = await extractText(`${head.join('\n')}\n\n${first}\n\n${second}`)
    expect(article.blocks.map((block) => block.kind)).toEqual([
      'title',
      'byline',
      'subtitle',
      'date',
      'caption',
      'paragraph',
      'paragraph',
    ])
    const { metadata } = article
    expect([metadata.byline.value, metadata.published.value]).toEqual(['Inge Maar', '2031-03-04'])
  })

  it('reads values with their labels', async () => {
    const source = `Title: The wall\nSource: Island Press\nDate: 2031-03-04\nURL: https://island.example/wall\n\n${first}\n\n${second}`
    const { metadata } = await extractText(source)
    expect([metadata.title.value, metadata.outlet.value, metadata.published.value, metadata.url.value]).toEqual([
      'The wall',
      'Island Press',
      '2031-03-04',
      'https://island.example/wall',
    ])
  })

  it('begins a paragraph of broken lines where one is set in or is a date', async () => {
    const wrapped = [
      'The board of the shipping line said that it would pay a first dividend',
      'of eleven crowns this year, which is two crowns more than last year a',
      'share, and that the crews would have to wait for theirs until the next',
    ]
    const lines = [
      ...wrapped,
      ...wrapped.map((line, at) => (at === 0 ? `    ${line}` : line)),
      '9 May 2031',
      ...wrapped,
    ]
    const article = await extractText(lines.join('\n'))
    expect(article.blocks.map((block) => block.text)).toEqual([
      wrapped.join(' '),
      wrapped.join(' '),
      '9 May 2031',
      wrapped.join(' '),
    ])
  })

  it('takes the first of two lines that name the same', async () => {
    const head = [
      'The wall gives way',
      '',
      'Source: Sund Post',
      'Publisher: Sund House',
      'Published: 7 May 2031',
      '9 May 2031',
    ]
    const { metadata } = await extractText([...head, '', ...paragraphs(3)].join('\n'))
    expect([metadata.outlet.value, metadata.published.value]).toEqual(['Sund Post', '2031-05-07'])
  })

  it('takes no first sentence, no question of the text and no list for a title', async () => {
    expect((await extractText(`${first}\n\n${second}`)).metadata.title.value).toBeNull()
    expect((await extractText('Bread and milk\nCheese\nTwo kinds of pears')).metadata.title.value).toBeNull()
  })

  it('is not dated by a day in its text, by an update, or by a caption', async () => {
    const caption = 'Harbour master Inge Maar meets with engineers in Port Ansel, Tamria on March 21, 2030.'
    const source = `The wall\n\nUpdated 5 March 2031\n\n${first}\n\n${caption}\n\nThe wall was built on 3 May 1931.`
    const article = await extractText(source)
    expect(article.metadata.published.value).toBeNull()
    expect(ofKind(article, 'caption')).toEqual([caption])
    expect(ofKind(article, 'date')).toEqual(['Updated 5 March 2031'])
  })

  it('hides page furniture wherever it stands, and everything after the comments', async () => {
    const furniture = ['Back to top', 'We use cookies to improve your visit.', 'Story continues below advertisement']
    const source = [first, ...furniture, second, third, 'Leave a comment', 'First! I was there.', 'So was I'].join(
      '\n\n',
    )
    const article = await extractText(source)
    expect(body(article)).toEqual([first, second, third])
    expect(hidden(article).map(([reason]) => reason)).toEqual([
      'navigation',
      'cookies',
      'advertisement',
      'comments',
      'comments',
      'comments',
    ])
  })

  it('leaves sentences alone that only begin like page furniture', async () => {
    const lines = [
      'Search for survivors continues in the harbour after the second night',
      'Share prices of the shipping line fell by a fifth after the wall gave way.',
      'Comments by the harbour master angered the islanders, who had waited for a week.',
      'Live-fire exercises off the northern islands have been put off until the wall is mended.',
      'Copyright in the old harbour maps belongs to the islands, a court found.',
      'Subscribe to a simple theory and the sea will prove you wrong, the engineer said.',
      'The company said its use of cookies on the booking page was lawful.',
    ]
    const article = await extractText(lines.join('\n\n'))
    expect(hidden(article)).toEqual([])
  })

  it('shows a text that is nothing but page furniture, rather than nothing', async () => {
    const article = await extractText('Comments (0)\nShare this article')
    expect(body(article)).toEqual(['Comments (0)', 'Share this article'])
  })

  it('names no outlet that is only quoted', async () => {
    const quoted =
      'The wall had been leaking for years, a diver told The New York Times, and Island Radio reported it twice.'
    expect((await extractText(`${first}\n\n${quoted}`)).metadata.outlet.value).toBeNull()
  })
})

describe('a line that is only a date', () => {
  it.each([
    ['May 12, 2031', '2031-05-12'],
    ['Published: Monday, 12 May 2031 at 09:30 GMT', '2031-05-12'],
    ['12 May 2031 | 4 min read', '2031-05-12'],
    ['2031-05-12T09:30:00Z', '2031-05-12'],
    ['٣ أيار/مايو ٢٠٣١', '2031-05-03'],
    ['الاثنين 12 مايو 2031', '2031-05-12'],
    ['12 mai 2031', '2031-05-12'],
    ['12. März 2031', '2031-03-12'],
    ['12 de mayo de 2031', '2031-05-12'],
    ['12 мая 2031 г.', '2031-05-12'],
    ['2031年5月12日', '2031-05-12'],
    ['May 2031', '2031-05'],
  ])('%s', (line, edtf) => {
    expect(parseDateLine(line)).toEqual({ edtf, updated: false })
  })

  it.each([
    '05/06/2031',
    '31 February 2031',
    '2031',
    'On 12 May 2031 the wall fell',
    '12 May',
    'May 2031 to June 2031',
  ])('not: %s', (line) => {
    expect(parseDateLine(line)).toBeNull()
  })
})
