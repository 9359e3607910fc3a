import { describe, expect, it } from 'vitest'
import { parseDateLine, readDateLine } from '../../src-main/importing/date-line'
import { readDateField } from '../../src-main/importing/published'
import { extractPage, extractText, paragraphs } from './support'

const day = '2031-05-07'

/** Lines of many languages, each with what it says: published, or updated, or both. */
const lines: readonly (readonly [string, string | null, string | null])[] = [
  ['7 May 2031', day, null],
  ['Wednesday, May 7th, 2031 | 5 min read', day, null],
  ['May 7, 2031 at 3:57 PM', day, null],
  ['Published: 14:20 BST, 7 May 2031', day, null],
  ['Updated 10:01 AM ET, Wed May 7, 2031', null, day],
  ['Published 7 May 2031 (updated 9 May 2031)', day, '2031-05-09'],
  ['2031-05-07T18:30:00+03:00', day, null],
  ['07-May-2031', day, null],
  ['3 мая 2031, 14:20', '2031-05-03', null],
  ['Обновлено: 7 мая 2031', null, day],
  ['٧ مايو ٢٠٣١ - ١٤:٢٠', day, null],
  ['الأربعاء 7 مايو 2031 الساعة 14:20 بتوقيت غرينتش', day, null],
  ['5 أيار/مايو 2031', '2031-05-05', null],
  ['آخر تحديث: 7 مايو 2031', null, day],
  ['פורסם: 7.5.2031', day, null],
  ['ב-7 במאי 2031', day, null],
  ['2031年5月7日 18:30', day, null],
  ['2031年5月7日更新', null, day],
  ['公開日 2031.05.07 更新日 2031.05.08', day, '2031-05-08'],
  ['입력 2031.05.07 15:20 수정 2031.05.08', day, '2031-05-08'],
  ['Veröffentlicht am 7.5.2031 um 14:20 Uhr', day, null],
  ['23.04.2031, 10:00 Uhr Aktualisiert: 24.04.2031', '2031-04-23', '2031-04-24'],
  ['Publié le 17/05/2031 à 14h20 - Mis à jour le 18/05/2031 à 10h', '2031-05-17', '2031-05-18'],
  ['le 1er août 2031', '2031-08-01', null],
  ['Actualizado: 7 de mayo de 2031', null, day],
  ['Publicado em 7 de maio de 2031 às 10h30', day, null],
  ['7 Mayıs 2031 Çarşamba 14:20', day, null],
  ['7 maja 2031 r.', day, null],
  ['2031. május 7., 14:20', day, null],
  ['2031 m. gegužės 7 d.', day, null],
  ['7η Μαΐου 2031', day, null],
  ['7. mai 2031 kl. 12:30', day, null],
  ['7 พ.ค. 2574', day, null],
  ['7 tháng 5 năm 2031', day, null],
  ['7 मई 2031', day, null],
  ['7 Mei 2031', day, null],
  ['May 2031', '2031-05', null],
]

/** Lines that are no dates, or not dates alone. */
const others = [
  '2 hours ago',
  '12 - 14 May 2031',
  '7 May 2031, 3 boats lost',
  'Harbour, 7 May 2031',
  'March 18 at 3:57 PM',
  '1452/07/15',
  'Copyright 2019-2031',
  'Call 555-12-2031',
  '31 February 2031',
  'Page 7 of 2031',
]

describe('a line that is a date', () => {
  it.each(lines)('%s', (line, published, updated) => {
    const dates = readDateLine(line)
    expect([dates?.published?.edtf ?? null, dates?.updated?.edtf ?? null]).toEqual([published, updated])
  })

  it.each(others)('is not: %s', (line) => {
    expect(readDateLine(line)).toBeNull()
  })

  it('keeps both readings of a numeric date, and names none of them alone', () => {
    expect(readDateLine('05/07/2031')?.published).toMatchObject({ edtf: '2031-07-05', other: '2031-05-07' })
    expect(parseDateLine('05/07/2031')).toBeNull()
    expect([parseDateLine('05/25/2031')?.edtf, parseDateLine('05.07.2031')?.edtf]).toEqual(['2031-05-25', '2031-07-05'])
  })
})

describe('a field with a date', () => {
  it('gives the day as it is written, whatever its zone', () => {
    const written = [
      '2031-05-07T23:30:00-08:00',
      'Wed, 07 May 2031 23:30:00 GMT',
      '20310507',
      '1935878400',
      '2031/05/07 23:30',
      'Wed May  7 23:30:00 +0000 2031',
    ]
    expect(written.map((text) => readDateField(text)?.edtf)).toEqual([day, day, day, '2031-05-07', day, day])
  })

  it('gives none for beginnings of calendars and for days that cannot be', () => {
    const written = ['1970-01-01T00:00:00Z', '0001-01-01', '2031-02-31', '9999-12-31', 'yesterday', '']
    expect(written.map((text) => readDateField(text))).toEqual(written.map(() => null))
  })
})

const story = paragraphs(5)
  .map((paragraph) => `<p>${paragraph}</p>`)
  .join('')
const page = (head: string, shown = '', language = 'en') =>
  `<!DOCTYPE html><html lang="${language}"><head>${head}</head><body><article><h1>The wall gives way after storms</h1>${shown}${story}</article></body></html>`
const datesOf = async (html: string) => {
  const { published, updated } = (await extractPage(html)).metadata
  return [published.value, published.confidence, updated.value]
}

describe('the day a page was published', () => {
  it('is told apart from the day of its last change', async () => {
    const head =
      '<meta property="article:published_time" content="2031-05-07T10:00:00Z"><meta property="article:modified_time" content="2031-05-09T10:00:00Z">'
    expect(await datesOf(page(head))).toEqual(['2031-05-07', 'certain', '2031-05-09'])
    expect(
      await datesOf(page('', '<p class="meta">Veröffentlicht am 7. Mai 2031 – Aktualisiert am 9. Mai 2031</p>', 'de')),
    ).toEqual(['2031-05-07', 'certain', '2031-05-09'])
  })

  it('is the one that most places agree on, with the other beside it', async () => {
    const head =
      '<meta name="date" content="2031-06-30"><link rel="canonical" href="https://island.example/2031/05/07/wall">'
    const { published } = (await extractPage(page(head, '<p class="date">7 May 2031</p>'))).metadata
    expect(published).toMatchObject({
      value: '2031-05-07',
      others: [{ value: '2031-06-30', evidence: { at: 'meta date' } }],
    })
  })

  it('is the day on the page where a machine gives the same hour in universal time', async () => {
    const head = '<meta property="article:published_time" content="2031-05-06T22:30:00Z">'
    expect((await datesOf(page(head, '<p class="date">7 May 2031, 00:30</p>')))[0]).toBe('2031-05-07')
  })

  it('is read in the title of a time that is told from now', async () => {
    const shown = '<p>By Inge Maar <abbr title="2031-05-07T10:40:40Z">1 hr 4 mins ago</abbr></p>'
    expect(await datesOf(page('', shown))).toEqual(['2031-05-07', 'likely', null])
  })

  it.each(['article.firstPublished', 'publicationDate', 'wall:issueDate', 'first_publish_time'])(
    'is read from a field called %s',
    async (name) => {
      expect((await datesOf(page(`<meta name="${name}" content="2031-05-07T10:00:00Z">`)))[0]).toBe('2031-05-07')
    },
  )

  it('is none of an event or a change, whatever the field is called', async () => {
    const head = '<meta name="eventdate" content="2031-05-07"><meta name="republisher_date" content="2031-05-07">'
    expect(await datesOf(page(head))).toEqual([null, 'none', null])
  })

  it('is read in the order that the language, or the page itself, gives', async () => {
    const shown = '<p class="date">05/07/2031</p>'
    expect(await datesOf(page('', shown, 'fr'))).toEqual(['2031-07-05', 'likely', null])
    expect(await datesOf(page('', shown, 'en-US'))).toEqual(['2031-05-07', 'likely', null])
    expect(await datesOf(page('', shown))).toEqual(['2031-07-05', 'unsure', null])
    const british = '<link rel="canonical" href="https://www.island.co.uk/wall">'
    expect(await datesOf(page(british, shown, 'en-US'))).toEqual(['2031-07-05', 'likely', null])
    const changed = `${shown}<p class="date">Updated: 05/28/2031</p>`
    expect((await datesOf(page('', changed)))[0]).toBe('2031-05-07')
    expect((await datesOf(page('<meta name="date" content="2031-05-07">', shown)))[0]).toBe('2031-05-07')
  })

  it('is found in the address, whole or as a month', async () => {
    const at = (path: string) => datesOf(page(`<link rel="canonical" href="https://island.example${path}">`))
    expect(await at('/2031/05/07/wall')).toEqual(['2031-05-07', 'likely', null])
    expect(await at('/world/2031/may/07/wall')).toEqual(['2031-05-07', 'likely', null])
    expect(await at('/2031/05/wall')).toEqual(['2031-05', 'unsure', null])
    expect(await at('/article-20319999')).toEqual([null, 'none', null])
  })

  it('is read at the end of the title and at the beginning of the text', async () => {
    const titled = '<title>Wall gives way - 07.05.2031 - Island Press</title>'
    expect(await datesOf(page(titled))).toEqual([day, 'likely', null])
    for (const start of ['May 7, 2031 -- ', 'LINDHAVEN, May 7, 2031 (Island Press) — ']) {
      expect(await datesOf(page('').replace(/<p>/, `<p>${start}`))).toEqual([day, 'likely', null])
    }
    expect(await datesOf(page('').replace(/<p>/, '<p>May 7, 2031 was a day of storms. '))).toEqual([null, 'none', null])
  })

  it('is none that a row of a table gives to something else', async () => {
    const table =
      '<table><tr><th>Kind</th><td>Harbour</td></tr><tr><th>Founded</th><td>28 May 1998 <span class="published updated">1998-05-28</span></td></tr></table>'
    expect(await datesOf(page('', table))).toEqual([null, 'none', null])
  })

  it('is never that of a comment, a teaser, a copyright line or a picture', async () => {
    const around =
      '<div class="related"><time datetime="2031-01-02">2 January 2031</time> The old crane</div>' +
      '<section class="comments"><time datetime="2031-05-10">10 May 2031</time> I was there</section><footer>© 2019-2031 Island Press</footer>'
    const figure = '<figure><img src="a.jpg"><figcaption>The wall on 2 May 2019</figcaption></figure>'
    expect(await datesOf(page('', figure).replace('</body>', `${around}</body>`))).toEqual([null, 'none', null])
  })
})

it('a plain text keeps the days of publication and of change, and says which word is unsure', async () => {
  const text = (line: string) =>
    extractText(`The wall gives way after storms\n${line}\n\n${paragraphs(4).join('\n\n')}`)
  const both = (await text('Published 7 May 2031, updated 9 May 2031')).metadata
  expect([both.published.value, both.updated.value]).toEqual(['2031-05-07', '2031-05-09'])
  const { published } = (await text('05/07/2031')).metadata
  expect([published.confidence, published.others?.map(({ value }) => value)]).toEqual(['unsure', ['2031-05-07']])
})
