import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { operationNames } from '../../src-main/cli/operations'
import { openLibrary } from '../../src-main/library/open'
import { operation } from '../../src-renderer/i18n/en/operation'
import { nodesOf, parseNote, wordsOf } from '../exporting/note'
import { fixedClock, temporaryFolder } from '../support/library'
import { collate, collateJson, samples } from './collate'

const bridge = 'Workers closed the swing bridge on Tuesday.\n\nThe mayor of Sund said nothing about it.\n'

function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

const library = ['--library', 'L.collate']

describe('collate', () => {
  it('explains itself, in general and for each command', async () => {
    const help = await collate('.', ['--help'])
    expect(help.status).toBe(0)
    const names = [...help.out.matchAll(/^ {2}(\w+) /gm)].map((match) => match[1] ?? '')
    expect(names).toEqual([
      'import',
      'extract',
      'show',
      'set',
      'correct',
      'rules',
      'dates',
      'search',
      'tag',
      'compare',
      'related',
      'sources',
      'timeline',
      'export',
      'original',
      'undo',
      'demo',
    ])
    for (const name of names) {
      const { status, out } = await collate('.', [name, '--help'])
      expect(status).toBe(0)
      expect(out).toContain(`collate ${name}`)
      expect(out).toContain('--json')
    }
  })

  it.each([
    [[]],
    [['frobnicate']],
    [['import']],
    [['import', 'a.txt']],
    [['import', '-', 'a.txt', ...library]],
    [['extract', 'a.txt', '--colour']],
    [['set', 'one', ...library, '--title', 'T']],
    [['set', '1', ...library]],
    [['set', '1', ...library, '--status', 'done']],
    [['timeline', ...library, '--accept', '2']],
    [['timeline', ...library, 'more']],
    [['search', 'x', ...library, '--limit', '0']],
    [['export', 'recipe', ...library, '--out', 'x']],
    [['dates', 'a.txt', '--published', 'soon']],
  ])('answers wrong use with status 2: %j', async (args) => {
    const folder = folderWith({ 'a.txt': bridge })
    if (args[0] !== 'import') await collate(folder, ['import', 'a.txt', ...library])
    const { status, notes, out } = await collate(folder, args)
    expect(status).toBe(2)
    if (args.length > 0) expect(notes).toContain('--help')
    if (args.length > 0) expect(out).toBe('')
  })

  it('names what is missing', async () => {
    expect((await collate('.', ['import', ...library])).notes).toContain('import: FILE… is missing')
    expect((await collate('.', ['correct', '1', ...library])).notes).toContain('correct: PARAGRAPH is missing')
    const folder = folderWith({ 'a.txt': bridge })
    const { status, notes } = await collate(folder, ['import', 'a.txt', '--library', 'gone/L.collate'])
    expect(status).toBe(3)
    expect(notes).toContain('The folder for “')
  })

  it('tells operations in words', async () => {
    expect(Object.keys(operationNames).sort()).toEqual(Object.keys(operation).sort())
    const folder = folderWith({ 'a.txt': bridge })
    await collate(folder, ['import', 'a.txt', ...library])
    await collate(folder, ['correct', '1', '1', ...library, '--text', 'Workers shut the bridge.'])
    expect((await collate(folder, ['undo', ...library])).out).toMatch(/^taken back: correct paragraph: /)
  })

  it('fails with status 3 and a sentence where there is no library', async () => {
    const { status, out, notes } = await collate(temporaryFolder(), ['timeline', ...library])
    expect({ status, out }).toEqual({ status: 3, out: '' })
    expect(notes).toContain('“L”')
  })

  it('reads a library that is open elsewhere, and refuses to write to it', async () => {
    const folder = folderWith({ 'a.txt': bridge })
    await collate(folder, ['import', 'a.txt', ...library])
    const open = openLibrary(join(folder, 'L.collate'), { clock: fixedClock })
    try {
      expect((await collateJson(folder, ['search', 'bridge', ...library])).documents).toMatchObject([[{ article: 1 }]])
      expect((await collate(folder, ['timeline', ...library])).status).toBe(0)
      expect((await collate(folder, ['export', 'briefing', ...library, '--out', 'n.md'])).status).toBe(0)
      const refused = await collate(folder, ['set', '1', ...library, '--title', 'T'])
      expect(refused.status).toBe(3)
      expect(refused.notes).toContain('open elsewhere')
    } finally {
      open.close()
    }
  })
})

describe('import', () => {
  it('makes the library, tells what it found, and of the same bytes adds nothing', async () => {
    const folder = folderWith({ 'a.txt': bridge, 'copy.txt': bridge })
    const first = await collateJson(folder, ['import', 'a.txt', 'copy.txt', ...library])
    expect(first.status).toBe(0)
    expect(first.documents).toMatchObject([
      {
        imported: [{ file: 'a.txt', article: 1, title: null, published: null, language: 'en', blocks: 2, hidden: 0 }],
        duplicates: [{ file: 'copy.txt', of: 1, kind: 'copy' }],
        refused: [],
      },
    ])
    const again = await collateJson(folder, ['import', 'a.txt', ...library])
    expect(again.documents).toMatchObject([{ imported: [], duplicates: [{ file: 'a.txt', of: 1 }] }])
  })

  it('imports what can be read and says of the rest why not', async () => {
    const folder = folderWith({ 'a.txt': bridge, 'empty.txt': '', 'b.txt': new Uint8Array([0, 1, 2, 0, 255, 254]) })
    mkdirSync(join(folder, 'void'))
    const files = ['a.txt', 'empty.txt', 'b.txt', 'gone.txt', 'void']
    const { status, documents, notes } = await collateJson(folder, ['import', ...files, ...library])
    expect(status).toBe(1)
    expect(documents[0].imported).toHaveLength(1)
    expect(documents[0].refused).toMatchObject([
      { file: 'empty.txt', code: 'import/empty-file' },
      { file: 'b.txt', code: 'import/binary' },
      { file: 'gone.txt', code: 'import/vanished' },
      { file: 'void', code: 'import/folder' },
    ])
    expect(notes).toContain('gone.txt: The file is not there.')
    expect((await collate(folder, ['import', 'gone.txt', ...library])).status).toBe(3)
  })

  it('tells of texts that are there already, edited or not', async () => {
    const wire = Array.from(
      { length: 12 },
      (_, at) => `Ferry ${at} left pier ${at * 7} late, harbour master ${at} said.`,
    )
    const folder = folderWith({ 'a.txt': wire.join('\n\n'), 'b.html': `<p>${wire.join('</p>\n<p>')}</p>` })
    await collate(folder, ['import', 'a.txt', ...library])
    const edited = [...wire.slice(0, 10), 'Nobody knew why the boats were so late.'].join('\n\n')
    writeFileSync(join(folder, 'c.txt'), edited)
    writeFileSync(join(folder, 'd.txt'), bridge)
    const { status, documents, notes } = await collateJson(folder, ['import', 'b.html', 'c.txt', 'd.txt', ...library])
    expect(status).toBe(0)
    expect(documents[0].imported).toHaveLength(3)
    expect(documents[0].related).toMatchObject([
      { file: 'b.html', article: 2, of: 1, kind: 'same-text', share: 1 },
      { file: 'c.txt', article: 3, of: 1, kind: 'near-copy', share: expect.any(Number) },
    ])
    expect(notes).toContain('b.html: the same text as article 1')
    expect(notes).toMatch(/c\.txt: \d+ % of its words as in article 1/)
  })

  it('leaves no empty library behind, and one that is there as it is', async () => {
    const folder = folderWith({ 'a.txt': bridge })
    expect((await collate(folder, ['import', 'gone.txt', ...library])).status).toBe(3)
    expect(readdirSync(folder)).toEqual(['a.txt'])
    await collate(folder, ['import', 'a.txt', ...library])
    await collate(folder, ['undo', ...library])
    expect((await collate(folder, ['import', 'gone.txt', ...library])).status).toBe(3)
    expect(readdirSync(folder)).toContain('L.collate')
  })

  it('tells of what archives and bibliographies hold by their paths and parts', async () => {
    const text = (name: string) => `The ferry ${name} lay in the harbour of Sund for a week, its owners said.\n`
    const bytes = (content: string) => new TextEncoder().encode(content)
    const ris = 'TY  - NEWS\r\nTI  - The Anna in port\r\nL1  - old/anna.txt\r\nER  - \r\n'
    const csv = `title,date,text\nThe Clara,2023-03-07,"${text('Clara').trim()}"\nThe Dora,2023-03-08,\n`
    const folder = folderWith({
      'c.zip': zipSync({ 'old/anna.txt': bytes(text('Anna')), 'new/berta.txt': bytes(text('Berta')) }),
      'export.ris': ris,
      'list.csv': csv,
    })
    const { status, documents, notes } = await collateJson(folder, [
      'import',
      'c.zip',
      'export.ris',
      'list.csv',
      ...library,
    ])
    expect(status).toBe(1)
    const [{ imported, references, refused }] = documents
    expect(
      imported.map((one: { file: string; part: string; title: string }) => [one.file, one.part, one.title]),
    ).toEqual([
      ['c.zip/old/anna.txt', null, 'The Anna in port'],
      ['c.zip/new/berta.txt', null, null],
      ['list.csv', expect.any(String), 'The Clara'],
    ])
    expect(references).toEqual([{ file: 'export.ris', joined: 1 }])
    expect(refused).toMatchObject([{ file: 'list.csv', part: expect.any(String), code: 'import/no-entry-text' }])
    expect(notes).toContain('list.csv (')
    const again = await collateJson(folder, ['import', 'c.zip', ...library])
    expect(again.documents[0].duplicates).toHaveLength(2)
  })

  it('passes over what no article is missed in, and fails where nothing else was there', async () => {
    const bytes = (content: string) => new TextEncoder().encode(content)
    const folder = folderWith({
      'page.zip': zipSync({ 'page.html': bytes(`<p>${bridge}</p>`), 'page_files/a.css': bytes('p {}') }),
      'pictures.zip': zipSync({ 'a.png': bytes('x') }),
    })
    const { status, documents, notes } = await collateJson(folder, ['import', 'page.zip', ...library])
    expect(status).toBe(0)
    expect(documents[0]).toMatchObject({
      refused: [],
      passedOver: [{ file: 'page.zip', part: '1 picture or style', code: 'import/passed-over' }],
    })
    expect(notes).toContain('1 picture or style')
    expect((await collate(folder, ['extract', 'page.zip'])).status).toBe(0)
    expect((await collate(folder, ['import', 'pictures.zip', ...library])).status).toBe(3)
  })

  it('sets outlet and date of all that it adds, as one operation', async () => {
    const folder = folderWith({ 'a.txt': bridge, 'b.txt': 'On 8 March 2023 a storm broke windows in Sund.\n' })
    const batch = ['--outlet', 'Sund Post', '--published', '9 March 2023']
    const { documents } = await collateJson(folder, ['import', 'a.txt', 'b.txt', ...library, ...batch])
    expect(
      documents[0].imported.map((one: { outlet: string; published: string }) => [one.outlet, one.published]),
    ).toEqual([
      ['Sund Post', '2023-03-09'],
      ['Sund Post', '2023-03-09'],
    ])
    await collate(folder, ['undo', ...library])
    expect((await collateJson(folder, ['search', 'Sund', ...library])).documents).toEqual([[]])
    expect((await collate(folder, ['import', 'a.txt', ...library, '--published', 'soon'])).status).toBe(2)
  })

  it('reads records from standard input, with what they say of their articles', async () => {
    const folder = temporaryFolder()
    const record = {
      id: 'r/1',
      title: 'Bridge closed',
      published: '2023-03-09',
      language: 'en',
      outlet: 'Sund Post',
      url: 'https://post.example/1',
      text: bridge,
    }
    const lines = [
      JSON.stringify(record),
      '',
      'no JSON',
      JSON.stringify({ id: 2, text: '' }),
      '{"id":3,"published":"x"}',
    ]
    const { status, documents } = await collateJson(folder, ['import', '-', ...library], lines.join('\n'))
    expect(status).toBe(1)
    expect(documents[0].imported).toMatchObject([
      { file: 'r/1', title: 'Bridge closed', outlet: 'Sund Post', published: '2023-03-09', language: 'en', blocks: 2 },
    ])
    expect(documents[0].refused.map((one: { file: string; code: string }) => [one.file, one.code])).toEqual([
      ['line 3', 'import/broken-line'],
      ['2', 'import/empty-file'],
      ['3', 'date/not-understood'],
    ])
  })
})

describe('search', () => {
  it('says that nothing was found, what more there is, and what it took for words', async () => {
    const folder = folderWith({ 'a.txt': bridge, 'b.txt': `A bridge in Hask.\n\n${bridge}` })
    await collate(folder, ['import', 'a.txt', 'b.txt', ...library])
    const search = async (...args: string[]) => (await collate(folder, ['search', ...args, ...library])).notes
    expect(await search('bridge')).toBe('')
    expect(await search('zeppelin')).toBe('nothing found')
    expect(await search('bridge', '--limit', '1')).toBe('1 more; --limit 2 shows all')
    expect(await search('date:yesterday')).toContain('“date:yesterday” was searched for as words: date: takes days')
    expect(await search('status:unread')).toContain('status: takes to-read')
    expect(await search('author:maar')).toContain('there is no filter author:')
    expect(await search('https://press.example/1')).toBe('nothing found')
    expect(await search('"mayor: said"')).not.toContain('filter')
  })
})

describe('extract and dates', () => {
  it('show what an import would find, a line per file', async () => {
    const { status, documents } = await collateJson('.', ['extract', ...samples])
    expect(status).toBe(0)
    expect(documents.map((one) => one.file)).toEqual(samples)
    expect(documents[0]).toMatchObject({
      outlet: 'Kolvar Herald',
      published: '2031-03-13',
      origins: { published: { origin: 'file' } },
    })
    const visible = documents[1].blocks.filter((block: { hidden: boolean }) => !block.hidden)
    expect(visible.length).toBeLessThan(documents[1].blocks.length)
    expect(documents[1].text.split('\n\n').length).toBeGreaterThan(5)
  })

  it('show the entries of a bibliography, which an import joins to their files', async () => {
    const ris = 'TY  - NEWS\r\nTI  - The Anna in port\r\nL1  - old/anna.txt\r\nER  - \r\n'
    const folder = folderWith({ 'export.ris': ris })
    const { status, documents } = await collateJson(folder, ['extract', 'export.ris'])
    expect(status).toBe(0)
    expect(documents).toMatchObject([
      { file: 'export.ris', title: 'The Anna in port', attachments: ['old/anna.txt'], outlet: null },
    ])
    const plain = (await collate(folder, ['extract', 'export.ris'])).out
    expect(plain).toContain('belongs to: old/anna.txt')
    expect(plain).toContain('title: The Anna in port')
  })

  it('tell of files that can not be read and go on', async () => {
    const folder = folderWith({ 'a.txt': bridge, 'empty.txt': '' })
    for (const command of ['extract', 'dates']) {
      const { status, documents } = await collateJson(folder, [command, 'empty.txt', 'a.txt'])
      expect(status).toBe(1)
      expect(documents).toMatchObject([{ file: 'empty.txt', code: 'import/empty-file' }, {}])
    }
  })

  it('resolve dates against the publication date, with offsets into the text', async () => {
    const folder = folderWith({ 'a.txt': bridge })
    const open = await collateJson(folder, ['dates', 'a.txt'])
    expect(open.documents[0]).toMatchObject({ id: 'a.txt', dates: [{ text: 'Tuesday', edtf: null, low: null }] })
    expect(open.documents[0].dates[0].reason).toBe('needs-publication-date')
    const resolved = await collateJson(folder, ['dates', 'a.txt', '--published', '9 March 2023'])
    const [date] = resolved.documents[0].dates
    expect(date).toMatchObject({ edtf: '2023-03-07', low: '2023-03-07', high: '2023-03-07' })
    const [extracted] = (await collateJson(folder, ['extract', 'a.txt'])).documents
    expect(extracted.text.slice(date.start, date.end)).toBe('Tuesday')
  })

  it('read texts from standard input', async () => {
    const text = '🚢 أُغلق — it closed on Tuesday.'
    const input = `${JSON.stringify({ id: 7, published: '2023-03-09', text })}\nnot JSON\n`
    const { status, documents } = await collateJson('.', ['dates', '-'], input)
    expect(status).toBe(1)
    const [{ id, dates }] = documents
    expect(id).toBe(7)
    expect(text.slice(dates[0].start, dates[0].end)).toBe('Tuesday')
  })
})

describe('a library', () => {
  it('is corrected, searched, tagged, put in order of time, exported and undone', async () => {
    const folder = folderWith({ 'a.txt': bridge, 'b.txt': 'On 8 March 2023 a storm broke windows in Sund.\n' })
    await collate(folder, ['import', 'a.txt', 'b.txt', ...library])
    const set = await collateJson(folder, ['set', '1', ...library, '--published', '9 March 2023', '--outlet', 'Post'])
    expect(set.documents).toMatchObject([{ article: 1, published: '2023-03-09', outlet: 'Post', title: null }])
    const found = await collateJson(folder, ['search', 'bridge', ...library])
    expect(found.documents).toMatchObject([[{ article: 1, outlet: 'Post', published: '2023-03-09' }]])
    expect(found.documents[0][0].snippet).toContain('swing bridge')
    const tagged = await collateJson(folder, ['tag', 'Works/Bridge', ...library, '--query', 'sund'])
    expect(tagged.documents).toEqual([{ tagged: 2 }])

    const timeline = await collateJson(folder, ['timeline', ...library, '--accept', '0.1'])
    expect(timeline.documents[0]).toMatchObject([
      {
        date: '2023-03-07',
        state: 'single-source',
        evidence: [{ article: 1, outlet: 'Post', asserted: 'Tuesday', stance: 'supports' }],
      },
      { date: '2023-03-08', evidence: [{ article: 2, outlet: null }] },
    ])
    expect((await collateJson(folder, ['timeline', ...library])).documents).toEqual(timeline.documents)

    const exported = await collateJson(folder, ['export', 'briefing', ...library, '--out', 'note.md'])
    expect(exported.documents).toMatchObject([{ file: join(folder, 'note.md'), quotes: 2, unsourced: 0, stale: 0 }])
    const note = readFileSync(join(folder, 'note.md'), 'utf8')
    const quotes = nodesOf(parseNote(note), 'blockquote').map(wordsOf)
    expect(quotes).toContain('Workers closed the swing bridge on Tuesday.')
    const again = await collate(folder, ['export', 'briefing', ...library, '--out', 'note.md'])
    expect(again.status).toBe(3)
    const replaced = await collateJson(folder, ['export', 'briefing', ...library, '--out', 'note.md', '--replace'])
    expect(replaced.documents[0].sha256).toBe(exported.documents[0].sha256)

    const undone = await collateJson(folder, ['undo', ...library])
    expect(undone.documents).toMatchObject([{ label: 'suggestion.accept' }])
    expect((await collateJson(folder, ['timeline', ...library])).documents).toEqual([[]])
    await collate(folder, ['undo', ...library, '--redo'])
    expect((await collateJson(folder, ['timeline', ...library])).documents).toEqual(timeline.documents)
  })

  it('shows an article with the numbers of its paragraphs, which extraction tells as well', async () => {
    const folder = folderWith({ 'a.md': `# Bridge shut\n\n${bridge}\nSubscribe to our newsletter\n` })
    await collate(folder, ['import', 'a.md', ...library])
    const shown = await collateJson(folder, ['show', '1', ...library])
    expect(shown.documents).toMatchObject([{ article: 1, title: 'Bridge shut', file: 'a.md', part: null, version: 1 }])
    const paragraphs = shown.documents[0].blocks.map((block: { paragraph: string }) => block.paragraph)
    expect(paragraphs).toEqual([null, '1', '2', null])
    const extracted = await collateJson(folder, ['extract', 'a.md'])
    expect(extracted.documents[0].blocks).toEqual(shown.documents[0].blocks)
    const plain = await collate(folder, ['show', '1', ...library])
    expect(plain.out).toContain('  [2] The mayor of Sund said nothing about it.\n  [hidden: newsletter] Subscribe')
    expect((await collate(folder, ['extract', 'a.md'])).out).toContain('  [1] Workers closed')
    expect(await collate(folder, ['show', '9', ...library])).toMatchObject({ status: 3 })
  })

  it('says that an article is not there', async () => {
    const folder = folderWith({ 'a.txt': bridge })
    await collate(folder, ['import', 'a.txt', ...library])
    expect((await collate(folder, ['set', '9', ...library, '--title', 'T'])).status).toBe(3)
    expect((await collate(folder, ['set', '1', ...library, '--published', 'soon'])).status).toBe(2)
  })
})

describe('demo', () => {
  it('does the whole job on the sample, the same each time', async () => {
    const notes = await Promise.all(
      [temporaryFolder(), temporaryFolder()].map(async (folder) => {
        const { status, documents } = await collateJson(folder, ['demo', '--out', 'demo'])
        expect(status).toBe(0)
        expect(documents).toEqual([{ files: [join(folder, 'demo/sample.collate'), join(folder, 'demo/briefing.md')] }])
        return readFileSync(join(folder, 'demo/briefing.md'), 'utf8')
      }),
    )
    expect(notes[0]).toBe(notes[1])
    const root = parseNote(notes[0] ?? '')
    const quotes = nodesOf(root, 'blockquote')
    expect(quotes.length).toBeGreaterThan(8)
    for (const quote of quotes) expect(nodesOf(quote, 'footnoteReference')).toHaveLength(1)
    const rows = nodesOf(root, 'tableRow')
    const takeover = rows.filter((row) => wordsOf(row).startsWith('11 March 2031'))
    expect(takeover.map((row) => nodesOf(row, 'footnoteReference').length)).toEqual([6])
    expect(rows.some((row) => wordsOf(row).includes('conflicting: dates differ'))).toBe(true)
  })

  it('leaves a library that is there as it is', async () => {
    const folder = temporaryFolder()
    await collate(folder, ['demo', '--out', 'demo'])
    const before = readFileSync(join(folder, 'demo/sample.collate'))
    expect((await collate(folder, ['demo', '--out', 'demo'])).status).toBe(3)
    expect(readFileSync(join(folder, 'demo/sample.collate')).equals(before)).toBe(true)
  })
})
