import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createLibrary, openLibrary } from '../../src-main/library/open'
import { fixedClock, temporaryFolder } from '../support/library'
import { type TestServices, testServices } from '../support/services'
import { collate, collateJson } from './collate'

const library = ['--library', 'L.collate']
const bridge = 'Workers closed the swing bridge on Tuesday.\n\nThe mayor of Sund said nothing about it.\n'
const storm = 'On 8 March 2023 a storm broke windows in Sund.\n'

function folderWith(files: Record<string, string>): string {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

async function withArticle(): Promise<string> {
  const folder = folderWith({ 'a.txt': bridge })
  await collate(folder, ['import', 'a.txt', ...library])
  return folder
}

/** Works in the library as the window does. */
async function inWindow<T>(folder: string, work: (ask: TestServices['ask']) => Promise<T>): Promise<T> {
  const open = openLibrary(join(folder, 'L.collate'), { clock: fixedClock })
  try {
    return await work(testServices(open).ask)
  } finally {
    open.close()
  }
}

const stream = (records: readonly object[]): string => records.map((record) => JSON.stringify(record)).join('\n')

describe('import', () => {
  it('counts what came in, what was there and what could not be read, each by its name', async () => {
    const files = {
      'a.txt': bridge,
      'b.txt': storm,
      'copy.txt': bridge,
      'empty.txt': '',
      'void.txt': '',
      'nil.txt': '',
    }
    const folder = folderWith(files)
    const { status, out, notes } = await collate(folder, ['import', ...Object.keys(files), ...library])
    expect(status).toBe(1)
    expect(out).toMatch(/\n2 imported, 1 already there, 3 refused\n$/)
    expect(notes).toContain('copy.txt: already there as article 1')
    for (const name of ['empty.txt', 'void.txt', 'nil.txt']) expect(notes).toContain(`${name}: The file is empty`)
  })

  it('tells how much of an edited text is another’s, and whom a bibliography described', async () => {
    const wire = Array.from(
      { length: 12 },
      (_, at) => `Ferry ${at} left pier ${at * 7} late, harbour master ${at} said.`,
    )
    const edited = [...wire.slice(0, 10), 'Nobody knew why the boats were so late.']
    const ris = 'TY  - NEWS\r\nTI  - The ferries\r\nL1  - a.txt\r\nER  - \r\n'
    const folder = folderWith({ 'a.txt': wire.join('\n\n'), 'b.txt': edited.join('\n\n'), 'list.ris': ris })
    const { notes } = await collate(folder, ['import', 'a.txt', 'b.txt', 'list.ris', ...library])
    expect(notes).toMatch(/b\.txt: [89]\d % of its words as in article 1/)
    expect(notes).toContain('list.ris: gave its metadata to 1 articles')
  })

  it('takes a stream of hundreds as one operation, the same text once', async () => {
    const records = Array.from({ length: 230 }, (_, id) => ({ id: `r${id}`, text: `Pier ${id} of Sund was closed.` }))
    const folder = temporaryFolder()
    const all = stream([...records, { id: 'again', text: 'Pier 229 of Sund was closed.' }])
    const [done] = (await collateJson(folder, ['import', '-', ...library], all)).documents
    expect(done.imported).toHaveLength(230)
    expect(done.duplicates).toEqual([{ file: 'again', part: null, of: 230, kind: 'copy' }])
    const found = await collateJson(folder, ['search', 'pier', ...library, '--limit', '500'])
    expect(found.documents[0]).toHaveLength(230)
    expect(found.notes).toBe('')
    await collate(folder, ['undo', ...library])
    expect((await collateJson(folder, ['search', 'pier', ...library])).documents).toEqual([[]])
  }, 60_000)

  it('keeps an empty library that was there, though nothing came into it', async () => {
    const folder = temporaryFolder()
    createLibrary(join(folder, 'L.collate'), { clock: fixedClock }).close()
    expect((await collate(folder, ['import', 'gone.txt', ...library])).status).toBe(3)
    expect(existsSync(join(folder, 'L.collate'))).toBe(true)
  })
})

describe('compare', () => {
  const files = { 'a.txt': bridge, 'b.txt': `A boat was stuck.\n\n${bridge}`, 'empty.txt': '' }

  it('is done in part where a file could not be read, which is told apart from the results', async () => {
    const folder = folderWith(files)
    const plain = await collate(folder, ['compare', ...Object.keys(files)])
    expect(plain.status).toBe(1)
    expect(plain.out).not.toContain('{')
    expect(plain.notes).toContain('empty.txt: ')
    const { documents } = await collateJson(folder, ['compare', ...Object.keys(files)])
    expect(documents).toMatchObject([{ file: 'empty.txt', code: 'import/empty-file' }, { pairs: expect.any(Array) }])
  })
})

describe('related', () => {
  it('gives two texts one score, whichever comes first', async () => {
    const wire = Array.from(
      { length: 14 },
      (_, at) => `Ferry ${at} left pier ${at * 7} late, harbour master ${at} said.`,
    )
    const texts = [
      { id: 'long', text: wire.join('\n\n') },
      { id: 'short', text: wire.slice(0, 12).join('\n\n') },
    ]
    const score = async (records: object[]) => {
      const [{ pairs }] = (await collateJson('.', ['related', '-'], stream(records))).documents
      return pairs.map((pair: { kind: string; score: number }) => [pair.kind, pair.score])
    }
    expect(await score(texts)).toEqual([['near-copy', expect.closeTo(1, 1)]])
    expect(await score(texts.toReversed())).toEqual(await score(texts))
  })
})

describe('extract', () => {
  it('says on standard error what could not be read', async () => {
    const folder = folderWith({ 'a.txt': bridge, 'empty.txt': '' })
    const { status, out, notes } = await collate(folder, ['extract', 'empty.txt', 'a.txt'])
    expect(status).toBe(1)
    expect(notes).toMatch(/^empty\.txt: /)
    expect(out).not.toContain('empty.txt')
  })
})

describe('dates', () => {
  const closed = 'It closed on Tuesday.'

  it('counts from the day that was given for files, before the one that they have', async () => {
    const folder = folderWith({ 'a.md': `---\ndate: 2023-03-09\n---\n\n${closed}\n` })
    const edtf = async (...args: string[]) =>
      (await collateJson(folder, ['dates', 'a.md', ...args])).documents[0].dates.map(
        (one: { edtf: string }) => one.edtf,
      )
    expect(await edtf()).toEqual(['2023-03-07'])
    expect(await edtf('--published', '2023-05-04')).toEqual(['2023-05-02'])
  })

  it('counts from the day that a record has, before the one that was given for all', async () => {
    const records = stream([
      { id: 1, text: closed, published: '2023-03-09' },
      { id: 2, text: closed },
    ])
    const { documents } = await collateJson('.', ['dates', '-', '--published', '2023-05-04'], records)
    expect(documents.map((one) => one.dates[0].edtf)).toEqual(['2023-03-07', '2023-05-02'])
  })

  it('takes no files beside standard input', async () => {
    expect((await collate(folderWith({ 'a.txt': bridge }), ['dates', '-', 'a.txt'])).status).toBe(2)
  })
})

describe('correct', () => {
  it('tells both paragraphs that were joined, and which words are not clear', async () => {
    const folder = await withArticle()
    const joined = await collateJson(folder, ['correct', '1', '1', ...library, '--join'])
    expect(joined.documents[0].before).toMatchObject([{ paragraph: '1' }, { paragraph: '2' }])
    const twice = await collate(folder, ['correct', '1', '1', ...library, '--split', 'in'])
    expect(twice).toMatchObject({ status: 3, notes: 'Paragraph 1 has these words more than once.' })
  })

  it('tells how many passages kept their words, and how many lost them', async () => {
    const folder = await withArticle()
    await inWindow(folder, async (ask) => {
      const of = (words: string) => ({
        articleId: 1,
        start: bridge.indexOf(words),
        end: bridge.indexOf(words) + words.length,
      })
      for (const words of ['Workers', 'closed', 'bridge']) await ask['passage.create'](of(words))
    })
    const text = 'Workers shut the swing bridge on Tuesday.'
    const { out } = await collate(folder, ['correct', '1', '1', ...library, '--text', text])
    expect(out).toContain('version 2: 2 passages kept, 1 orphaned')
  })
})

describe('export', () => {
  it('writes the note that was asked for, and says what in it has no source or lost its words', async () => {
    const folder = await withArticle()
    const first = await inWindow(folder, async (ask) => {
      const words = 'closed the swing bridge'
      const start = bridge.indexOf(words)
      const passage = await ask['passage.create']({ articleId: 1, start, end: start + words.length })
      const { id } = await ask['briefing.create']({ title: 'The first note' })
      await ask['briefing.save']({
        id,
        blocks: [
          { kind: 'text', markdown: 'Nobody knows why.' },
          { kind: 'quotes', tagId: null, passageIds: [passage.id] },
        ],
      })
      await ask['briefing.create']({ title: 'The second note' })
      return id
    })
    const write = (out: string, ...args: string[]) =>
      collate(folder, ['export', 'briefing', ...library, '--out', out, ...args])
    expect((await write('latest.md')).notes).toBe('')
    expect((await write('first.md', '--id', String(first))).notes).toBe('1 statements without a source')
    await collate(folder, ['correct', '1', '1', ...library, '--text', 'The bridge is open.'])
    const stale = await write('stale.md', '--id', String(first))
    expect(stale).toMatchObject({ status: 0, out: `${join(folder, 'stale.md')}\n` })
    expect(stale.notes).toContain('1 quotations are no longer found in their article')
    expect((await write('gone.md', '--id', '99')).status).toBe(3)
  })
})

describe('rules', () => {
  it('are listed and tried while the library is open elsewhere, and not taught', async () => {
    const folder = await withArticle()
    await collate(folder, ['set', '1', ...library, '--outlet', 'Gazette'])
    const teach = ['rules', ...library, '--outlet', 'Gazette', '--hide', 'The mayor of Sund said nothing about it.']
    await inWindow(folder, async () => {
      expect((await collate(folder, ['rules', ...library])).status).toBe(0)
      expect((await collate(folder, [...teach, '--try'])).status).toBe(0)
      expect((await collate(folder, teach)).status).toBe(3)
    })
  })
})
