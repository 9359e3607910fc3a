import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { writeNote } from '../../src-main/exporting/markdown/write'
import { article, event, nodesOf, note, parseNote, passage, wordsOf } from './note'

const hostile =
  '<script>alert(1)</script> [^1] # no | pipe `code` *b* [x](javascript:alert(1)) https://evil.example www.evil.example a@b.example [@1] &amp; \\* ~~s~~ ![i](https://evil.example/x.png)'

type Link = { url: string }

describe('quotations', () => {
  test('stand word for word as block quotes, each with a footnote', () => {
    const quotes = ['Plain words.', 'Two\nparagraphs here.', '# not a heading', '1. no list', '> no quote', '\u2028odd']
    const passages = quotes.map((quote, index) => passage(index + 1, 1, { quote }))
    const written = writeNote(note({ passages, blocks: [{ kind: 'quotes', passageIds: passages.map((p) => p.id) }] }))
    const blocks = nodesOf(parseNote(written.markdown), 'blockquote')
    expect(blocks.map(wordsOf)).toEqual(quotes)
    for (const block of blocks) expect(nodesOf(block, 'footnoteReference')).toHaveLength(1)
    expect(nodesOf(parseNote(written.markdown), 'footnoteDefinition')).toHaveLength(quotes.length)
  })

  test('are kept word for word in right-to-left scripts', () => {
    const quote = 'أُغلق الميناء يوم 7 مارس، قال متحدث: «لن يُفتح».'
    const written = writeNote(
      note({ passages: [passage(1, 1, { quote })], blocks: [{ kind: 'quotes', passageIds: [1] }] }),
    )
    expect(wordsOf(nodesOf(parseNote(written.markdown), 'blockquote')[0])).toBe(quote)
    expect(written.markdown).toContain(quote)
  })

  test('cited twice share one footnote', () => {
    const written = writeNote(
      note({
        blocks: [
          { kind: 'text', markdown: 'It closed.[@1]' },
          { kind: 'quotes', passageIds: [1] },
        ],
      }),
    )
    const root = parseNote(written.markdown)
    expect(nodesOf(root, 'footnoteReference')).toHaveLength(2)
    expect(nodesOf(root, 'footnoteDefinition')).toHaveLength(1)
  })

  test('that the text no longer holds are listed and marked; those in the trash are listed and left out', () => {
    const written = writeNote(
      note({
        passages: [passage(1, 1, { holds: false }), passage(2, 1, { holds: false, trashed: true, quote: 'Gone.' })],
        blocks: [{ kind: 'quotes', passageIds: [1, 2] }],
      }),
    )
    expect(written.stale.map((one) => one.passageId)).toEqual([1, 2])
    expect(written.markdown).toContain('no longer found in the stored text')
    expect(written.markdown).not.toContain('Gone.')
  })
})

describe('hostile text', () => {
  const written = writeNote(
    note({
      title: `A: "b" --- ${hostile}`,
      articles: [
        article(1, { title: hostile, outlet: hostile, url: 'javascript:alert(1)' }),
        article(2, { title: null, standIn: hostile, url: 'https://example.org/a_(b)?c=<d>&e' }),
      ],
      passages: [passage(1, 1, { quote: hostile }), passage(2, 2, { quote: `${hostile}\n${hostile}` })],
      blocks: [
        { kind: 'heading', level: 2, text: hostile },
        { kind: 'quotes', passageIds: [1, 2] },
        {
          kind: 'timeline',
          events: [
            event({
              title: hostile,
              description: `${hostile}\n\n${hostile}`,
              evidence: [{ id: 1, passageId: 1, asserted: hostile, edtf: '2023-03-07', stance: 'supports' }],
            }),
          ],
        },
        { kind: 'sources', articleIds: null },
      ],
    }),
  )
  const root = parseNote(written.markdown)

  test('is inert: no markup or image comes of it, and no link but web and mail addresses', () => {
    for (const type of ['html', 'image', 'code', 'delete', 'imageReference']) expect(nodesOf(root, type)).toEqual([])
    // Readers of Markdown make links of bare addresses by themselves.
    const protocols = nodesOf<Link>(root, 'link').map((link) => new URL(link.url).protocol)
    expect(new Set(protocols)).toEqual(new Set(['http:', 'https:', 'mailto:']))
    expect(nodesOf(root, 'inlineCode').map(wordsOf)).toContain('javascript:alert(1)')
  })

  test('stays word for word', () => {
    const [first, second] = nodesOf(root, 'blockquote').map(wordsOf)
    expect(first).toBe(hostile)
    expect(second).toBe(`${hostile}\n${hostile}`)
    expect(wordsOf(nodesOf(root, 'strong')[0])).toBe(hostile)
  })

  test('leaves the structure as it was', () => {
    expect(nodesOf(root, 'table')).toHaveLength(1)
    expect(nodesOf(root, 'tableRow').map((row) => nodesOf(row, 'tableCell').length)).toEqual([4, 4])
    expect(nodesOf(root, 'heading')).toHaveLength(2)
    expect(nodesOf(root, 'footnoteDefinition')).toHaveLength(2)
  })

  test('is only data in the front matter', () => {
    const [yaml] = nodesOf<{ value: string }>(root, 'yaml')
    expect(parse(yaml!.value)).toEqual({ title: `A: "b" --- ${hostile}`, generator: 'Collate', quotes: 2, articles: 2 })
  })
})

describe('footnotes', () => {
  const footnoteText = (fields: Parameters<typeof article>[1], place: Parameters<typeof passage>[2] = {}): string => {
    const written = writeNote(
      note({
        articles: [article(1, fields)],
        passages: [passage(1, 1, place)],
        blocks: [{ kind: 'quotes', passageIds: [1] }],
      }),
    )
    return wordsOf(nodesOf(parseNote(written.markdown), 'footnoteDefinition')[0])
  }

  test('give outlet, title, date, paragraph and address', () => {
    const url = 'https://courier.example/closed'
    expect(footnoteText({ url })).toBe(`The Courier, Harbour closed, 1, 12 March 2023, ¶3, ${url}`)
  })

  test('say what is not known', () => {
    const unknown = { outlet: null, title: null, published: null }
    expect(footnoteText(unknown, { paragraph: null })).toBe('outlet unknown, untitled: The harbour closed., undated')
  })

  test('say that a paragraph was corrected, and what it said as imported', () => {
    expect(footnoteText({}, { imported: 'The harbor was\nclosed on day <b>1</b>.' })).toBe(
      'The Courier, Harbour closed, 1, 12 March 2023, ¶3 (paragraph corrected by the researcher; as imported: ' +
        '“The harbor was closed on day <b>1</b>.”)',
    )
  })

  test('repeat the words of a passage that the note does not quote', () => {
    const written = writeNote(note({ blocks: [{ kind: 'text', markdown: 'It closed.[@1]' }] }))
    const footnote = wordsOf(nodesOf(parseNote(written.markdown), 'footnoteDefinition')[0])
    expect(footnote).toContain('“The harbour was closed on day 1.”')
  })
})

describe('text', () => {
  test('keeps its Markdown and cites passages as footnotes', () => {
    const markdown = 'A **bold** [link](https://ok.example).[@1]\n\n- item [@1]'
    const written = writeNote(note({ blocks: [{ kind: 'text', markdown }] }))
    const root = parseNote(written.markdown)
    expect(nodesOf(root, 'strong')).toHaveLength(1)
    expect(nodesOf<Link>(root, 'link')[0]?.url).toBe('https://ok.example')
    expect(nodesOf(root, 'footnoteReference')).toHaveLength(2)
    expect(written.unsourced).toEqual([])
  })

  test('is made inert: raw HTML is text, dangerous links and images are their words', () => {
    const markdown =
      'a <b onclick="x">c</b> [d](JaVa&#9;Script:alert(1)) [e][f] ![g](https://h.example/i.png)\n\n<iframe src="x">\n\n[f]: data:text/html,x'
    const written = writeNote(note({ blocks: [{ kind: 'text', markdown }] }))
    const root = parseNote(written.markdown)
    for (const type of ['html', 'link', 'linkReference', 'image', 'definition']) expect(nodesOf(root, type)).toEqual([])
    expect(nodesOf(root, 'paragraph').map(wordsOf).slice(0, 2)).toEqual([
      'a <b onclick="x">c</b> d e g',
      '<iframe src="x">',
    ])
  })

  test('has footnotes of its own that never meet the generated ones', () => {
    const block = { kind: 'text', markdown: 'Mine.[^1] Theirs.[@1]\n\n[^1]: My remark.' } as const
    const written = writeNote(note({ blocks: [block, block] }))
    const labels = nodesOf<{ identifier: string }>(parseNote(written.markdown), 'footnoteDefinition').map(
      (definition) => definition.identifier,
    )
    expect(labels).toEqual(['text1-1', 'text2-1', '1'])
  })

  test('is told as unsourced where a paragraph cites nothing that is there', () => {
    const markdown = '# Heading\n\nSourced.[@1]\n\nClaimed *without* source.\n\nCites nobody.[@99]\n\n- An item.'
    const written = writeNote(note({ blocks: [{ kind: 'text', markdown }] }))
    expect(written.unsourced).toEqual(['Claimed without source.', 'Cites nobody.[@99]', 'An item.'])
  })
})

describe('the timeline', () => {
  const passages = [passage(1, 1), passage(2, 2)]
  const articles = [article(1), article(2, { outlet: 'Northern Post' })]
  const evidence = [
    { id: 1, passageId: 1, asserted: 'on Tuesday', edtf: '2023-03-07', stance: 'supports' },
    { id: 2, passageId: 2, asserted: 'on 8 March', edtf: '2023-03-08', stance: 'supports' },
  ] as const
  const rows = (events: Parameters<typeof event>[0][]) => {
    const blocks = [{ kind: 'timeline', events: events.map((fields) => event(fields)) } as const]
    const root = parseNote(writeNote(note({ articles, passages, blocks })).markdown)
    return { root, cells: nodesOf(root, 'tableRow').map((row) => nodesOf(row, 'tableCell').map(wordsOf)) }
  }

  test('gives the date as people read it and as EDTF, the state, and a footnote for each quote', () => {
    const { root, cells } = rows([{ evidence: [...evidence] }, { edtf: null, interval: null }])
    expect(cells[1]).toEqual([
      '7 March 2023 2023-03-07',
      'Harbour closed',
      'corroborated by at most 2 independent origins; date agreed by 3',
      ' ',
    ])
    expect(cells[2]?.[0]).toBe('undated')
    expect(nodesOf(nodesOf(root, 'tableRow')[1], 'footnoteReference')).toHaveLength(2)
  })

  test('names unknown outlets and missing sources', () => {
    const state = { articles: 3, outlets: 0, origins: 0, agree: 3, orphaned: 0, conflicts: [] }
    const { cells } = rows([
      { state: { ...state, kind: 'single-source', unknownOutlets: 3 } },
      { state: { ...state, kind: 'single-source', unknownOutlets: 0, outlets: 1, agree: 1 } },
      { state: { ...state, kind: 'unsourced', unknownOutlets: 0, agree: 0 } },
      { state: { ...state, kind: 'unsourced', unknownOutlets: 0, agree: 0, orphaned: 1 } },
    ])
    expect(cells.slice(1).map((cell) => cell[2])).toEqual([
      '3 articles, outlets unknown; date agreed by 3',
      'single source',
      'unsourced',
      'unsourced; 1 quotation no longer found in the stored text',
    ])
  })

  test('lists for an event in conflict which source says what', () => {
    const { root, cells } = rows([
      {
        evidence: [...evidence],
        state: {
          kind: 'conflicting',
          articles: 2,
          outlets: 2,
          origins: 2,
          unknownOutlets: 0,
          agree: 0,
          orphaned: 0,
          conflicts: [{ a: 1, b: 2, reason: 'dates' }],
        },
      },
    ])
    expect(cells[1]?.[2]).toBe('conflicting: dates differ')
    expect(nodesOf(root, 'listItem').map(wordsOf)).toEqual([
      'The Courier: 7 March 2023 2023-03-07, as written “on Tuesday”',
      'Northern Post: 8 March 2023 2023-03-08, as written “on 8 March”',
    ])
  })
})

describe('the whole note', () => {
  test('lists the cited articles by date, those without one last', () => {
    const articles = [article(1, { published: null }), article(2), article(3, { published: '2022' }), article(4)]
    const passages = [1, 2, 3].map((id) => passage(id, id))
    const written = writeNote(
      note({
        articles,
        passages,
        blocks: [
          { kind: 'sources', articleIds: null },
          { kind: 'quotes', passageIds: [1, 2, 3] },
        ],
      }),
    )
    expect(nodesOf(parseNote(written.markdown), 'listItem').map(wordsOf)).toEqual([
      'The Courier, Harbour closed, 3, 2022',
      'The Courier, Harbour closed, 2, 12 March 2023',
      'The Courier, Harbour closed, 1, undated',
    ])
  })

  test('is the same bytes each time', () => {
    const content = note({
      blocks: [
        { kind: 'quotes', passageIds: [1] },
        { kind: 'sources', articleIds: null },
      ],
    })
    expect(writeNote(content).markdown).toBe(writeNote(content).markdown)
    expect(writeNote(content).markdown.endsWith('\n')).toBe(true)
  })
})
