import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openLibrary } from '../../src-main/library/open'
import { childScript, runChild } from '../support/child'
import { fixedClock, temporaryFolder } from '../support/library'
import { finished, imported, reviewed, type TestServices, testServices } from '../support/services'

const child = childScript('library')

const convoy = `Convoy waits at the river bridge

Drivers say nobody told them when it opens

A convoy of nine lorries waited on Tuesday at the bridge over the river, drivers told the Harbour Gazette.

The bridge has been closed since 3 March 2023, when the ferry company stopped its service to the islands.
`

function write(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const count = ({ library }: TestServices, table: string): number =>
  library.reader.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0

describe('import review', () => {
  it('shows what was found and writes nothing before it is added', async () => {
    const services = testServices()
    const path = write(temporaryFolder(), 'convoy.txt', convoy)
    const stage = await reviewed(services, [path])
    expect(stage).toMatchObject({ total: 1, read: 1, state: 'done' })
    expect(stage.files[0]).toMatchObject({
      fileName: 'convoy.txt',
      bytes: Buffer.byteLength(convoy),
      sha256: createHash('sha256').update(convoy).digest('hex'),
      outcome: { kind: 'ready' },
      found: { mediaType: 'text/plain', metadata: { title: { value: 'Convoy waits at the river bridge' } } },
    })
    expect(count(services, 'original')).toBe(0)
    expect(services.notifications.at(-1)).toEqual({ kind: 'import.progress', stageId: stage.id, done: 1, total: 1 })
  })

  it('adds the chosen files as one operation, with the corrections, and keeps the bytes', async () => {
    const services = testServices()
    const folder = temporaryFolder()
    const paths = [write(folder, 'a.txt', convoy), write(folder, 'b.txt', 'A second text about the ferry.\n')]
    const stage = await reviewed(services, paths)
    const { blocks } = await services.ask['import.file']({ stageId: stage.id, index: 0 })
    const hide = blocks.findIndex((block) => block.text.startsWith('A convoy'))
    const added = await services.ask['import.add']({
      stageId: stage.id,
      files: [
        {
          index: 0,
          edits: { outlet: 'Harbour Gazette', published: '7 March 2023' },
          blocks: [{ index: hide, hidden: true }],
        },
        { index: 1 },
      ],
    })
    expect(added).toMatchObject({ skipped: 0 })
    const [first = 0] = added.articleIds
    const text = await services.ask['article.text']({ id: first })
    expect(text.article.metadata.outlet).toMatchObject({ value: 'Harbour Gazette', origin: 'researcher' })
    expect(text.article.metadata.published).toMatchObject({ value: '2023-03-07', confidence: 'entered' })
    expect(text.blocks[hide]).toMatchObject({ hidden: true, reason: 'researcher', label: null })
    expect(text.blocks.filter((block) => block.label !== null).map((block) => block.label)).toEqual(['1'])
    const original = services.library.reader.get<{ bytes: Buffer }>('SELECT bytes FROM original ORDER BY id')
    expect(original?.bytes.equals(readFileSync(paths[0] ?? ''))).toBe(true)
    expect((await services.ask['library.info']({})).articles).toBe(2)
    await services.ask['library.undo']({})
    expect(await services.ask['library.info']({})).toMatchObject({ articles: 0, trashed: 2 })
  })

  it('adds nothing and leaves the review open where a correction is not understood', async () => {
    const services = testServices()
    const stage = await reviewed(services, [write(temporaryFolder(), 'a.txt', convoy)])
    const add = (published: string) =>
      services.ask['import.add']({ stageId: stage.id, files: [{ index: 0, edits: { published } }] })
    await expect(add('some day')).rejects.toThrow('date/not-understood')
    expect(count(services, 'article')).toBe(0)
    expect((await add('2023')).articleIds).toHaveLength(1)
  })

  it('adds nothing of many files where a correction of the last one is not understood', async () => {
    const services = testServices()
    const folder = temporaryFolder()
    for (let at = 0; at < 201; at += 1) write(folder, `${at}.txt`, `Ferry number ${at} waits.\n`)
    const stage = await reviewed(services, [folder])
    const files = stage.files.map(({ index }) => ({ index, edits: index === 200 ? { published: 'some day' } : {} }))
    await expect(services.ask['import.add']({ stageId: stage.id, files })).rejects.toThrow('date/not-understood')
    expect(count(services, 'article')).toBe(0)
  })

  it('says of the same bytes where they are already, and adds them once', async () => {
    const services = testServices()
    const folder = temporaryFolder()
    const paths = [write(folder, 'a.txt', convoy), write(folder, 'copy.txt', convoy)]
    const stage = await reviewed(services, paths)
    expect(stage.files[1]).toMatchObject({
      outcome: { kind: 'duplicate', of: 'stage', fileName: 'a.txt' },
      look: [],
      found: { metadata: { title: { value: 'Convoy waits at the river bridge' } } },
    })
    const files = [{ index: 0 }, { index: 1 }]
    const added = await services.ask['import.add']({ stageId: stage.id, files })
    expect(added).toMatchObject({ skipped: 1 })
    const again = await reviewed(services, paths)
    expect(again.files.map((file) => file.outcome)).toEqual([
      { kind: 'duplicate', of: 'library', articleId: added.articleIds[0], fileName: 'a.txt' },
      { kind: 'duplicate', of: 'library', articleId: added.articleIds[0], fileName: 'a.txt' },
    ])
    const nothing = await services.ask['import.add']({ stageId: again.id, files })
    expect(nothing).toEqual({ articleIds: [], skipped: 2, refused: 0, stopped: false })
    expect(services.library.nextUndo()?.detail).toBe('Convoy waits at the river bridge')
  })

  it('tells what came from this review apart from what was there', async () => {
    const services = testServices()
    const folder = temporaryFolder()
    const there = write(folder, 'there.txt', convoy)
    const before = await reviewed(services, [there])
    await services.ask['import.add']({ stageId: before.id, files: [{ index: 0 }] })
    const stage = await reviewed(services, [there, write(folder, 'new.txt', 'The ferry waits at the quay.\n')])
    const { articleIds } = await services.ask['import.add']({
      stageId: stage.id,
      files: [{ index: 1 }],
      staysOpen: true,
    })
    const { files } = await services.ask['import.review']({ stageId: stage.id, since: 0 })
    expect(files.map(({ outcome }) => outcome)).toMatchObject([
      { kind: 'duplicate', of: 'library' },
      { kind: 'added', articleId: articleIds[0] },
    ])
    expect(files[1]?.found?.metadata.title, 'its row goes on showing what it is').toBeDefined()
  })

  it('adds what two reviews have at the same time once', async () => {
    const services = testServices()
    const path = write(temporaryFolder(), 'a.txt', convoy)
    const stages = [await reviewed(services, [path]), await reviewed(services, [path])]
    const added = []
    for (const { id } of stages) added.push(await services.ask['import.add']({ stageId: id, files: [{ index: 0 }] }))
    expect(added).toMatchObject([{ skipped: 0 }, { articleIds: [], skipped: 1 }])
    expect(count(services, 'article')).toBe(1)
  })

  it('adds files in the order in which they lie there, in whatever order they were chosen', async () => {
    const services = testServices()
    const folder = temporaryFolder()
    const paths = ['Anna', 'Berta', 'Clara'].map((name) => write(folder, `${name}.txt`, `The ferry ${name} waits.\n`))
    const stage = await reviewed(services, paths)
    const files = [2, 0, 1].map((index) => ({ index }))
    const { articleIds } = await services.ask['import.add']({ stageId: stage.id, files })
    const texts = await Promise.all(articleIds.map(async (id) => (await services.ask['article.text']({ id })).blocks))
    expect(texts.map(([block]) => block?.text)).toEqual([
      'The ferry Anna waits.',
      'The ferry Berta waits.',
      'The ferry Clara waits.',
    ])
  })

  it('adds anew what lies in the trash, without a second copy of the bytes', async () => {
    const services = testServices()
    const path = write(temporaryFolder(), 'a.txt', convoy)
    const [first = 0] = await imported(services, [path])
    await services.ask['article.trash']({ ids: [first] })
    const second = await imported(services, [path])
    expect(second).toHaveLength(1)
    expect(second[0]).not.toBe(first)
    expect(count(services, 'original')).toBe(1)
  })

  it('keeps what it cannot read in the list with the reason, and adds the others', async () => {
    const services = testServices()
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'empty'))
    const paths = [
      write(folder, 'empty.txt', ''),
      write(folder, 'photo.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3, 0, 0])),
      join(folder, 'gone.txt'),
      join(folder, 'empty'),
      write(folder, 'a.txt', convoy),
    ]
    const stage = await reviewed(services, paths)
    expect(stage.files.map(({ outcome }) => (outcome.kind === 'refused' ? outcome.code : outcome.kind))).toEqual([
      'import/empty-file',
      'import/binary',
      'import/vanished',
      'import/folder',
      'ready',
    ])
    const files = stage.files.map(({ index }) => ({ index }))
    const added = await services.ask['import.add']({ stageId: stage.id, files })
    expect(added).toMatchObject({ skipped: 4 })
    expect(added.articleIds).toHaveLength(1)
  })

  it('refuses what is larger than its limit, unread', async () => {
    const services = testServices()
    const folder = temporaryFolder()
    const stage = await reviewed(services, [write(folder, 'big.txt', new Uint8Array(201 * 1024 * 1024))])
    expect(stage.files[0]).toMatchObject({
      bytes: 0,
      outcome: { kind: 'refused', code: 'import/too-large', params: { limit: 200 } },
    })
  })

  it('walks folders in order of name, with links to files, without hidden files, circles and pipes', async () => {
    const services = testServices()
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'inner'))
    write(folder, 'b.txt', 'The second text of this folder.\n')
    write(folder, '.hidden.txt', 'Nobody should see this.\n')
    write(join(folder, 'inner'), 'c.txt', 'The third text of this folder.\n')
    write(folder, 'a.txt', 'The first text of this folder.\n')
    symlinkSync(folder, join(folder, 'inner', 'circle'))
    symlinkSync(write(temporaryFolder(), 'elsewhere.txt', 'A text of another folder.\n'), join(folder, 'link.txt'))
    execFileSync('mkfifo', [join(folder, 'pipe.txt')])
    const stage = await reviewed(services, [folder])
    expect(stage.files.map((file) => file.fileName)).toEqual(['a.txt', 'b.txt', 'c.txt', 'link.txt'])
  })

  it('takes pasted text, and pasted HTML where it has paragraphs', async () => {
    const services = testServices()
    const paste = async (text: string, html: string | null) => {
      const { stageId } = await services.ask['import.stageText']({ text, html, url: null, name: 'Pasted' })
      return (await finished(services, stageId)).files[0]
    }
    expect(await paste('The ferry came late.', null)).toMatchObject({
      fileName: 'Pasted.txt',
      outcome: { kind: 'ready' },
    })
    const { stageId } = await services.ask['import.stageText']({
      text: 'Late.',
      html: null,
      url: null,
      name: 'On 3/4 \\ a',
    })
    expect((await finished(services, stageId)).files[0]).toMatchObject({ fileName: 'On 3-4 - a.txt', folder: '' })
    const html = '<article><h1>Ferry late</h1><p>The ferry came an hour late on Monday, passengers said.</p></article>'
    const structured = await paste('Ferry late', html)
    expect(structured).toMatchObject({ fileName: 'Pasted.html', found: { mediaType: 'text/html' } })
    const copied = `Version:0.9\r\nSourceURL:https://post.example/a\r\n<html><!--StartFragment-->${html}<!--EndFragment-->`
    const metadata = (await paste('Ferry late', copied))?.found?.metadata
    expect(metadata).toMatchObject({ url: { value: 'https://post.example/a' }, title: { value: 'Ferry late' } })
    expect(await paste('A line.', '<span>A line.</span>')).toMatchObject({ fileName: 'Pasted.txt' })
  })

  it('keeps the address that pasted text was copied from', async () => {
    const services = testServices()
    const url = 'https://post.example/ferry'
    const pasted = { text: 'The ferry came late.', html: null, url, name: 'Pasted' }
    const { stageId } = await services.ask['import.stageText'](pasted)
    const [file] = (await finished(services, stageId)).files
    expect(file?.found?.metadata.url).toMatchObject({ value: url, evidence: { at: 'clipboard' } })
  })

  it('is not begun in a library that is open for reading', () => {
    const { library } = testServices()
    library.close()
    const reading = openLibrary(library.path, { clock: fixedClock, readOnly: true })
    onTestFinished(() => reading.close())
    const { ask } = testServices(reading)
    expect(() => ask['import.stage']({ paths: [] })).toThrow('library/read-only')
  })

  it('forgets a discarded review', async () => {
    const services = testServices()
    const stage = await reviewed(services, [write(temporaryFolder(), 'a.txt', convoy)])
    await services.ask['import.discard']({ stageId: stage.id })
    expect(() => services.ask['import.review']({ stageId: stage.id })).toThrow('import/stage-not-found')
  })

  it('says which files it may not read', async () => {
    const path = write(temporaryFolder(), 'secret.txt', convoy)
    chmodSync(path, 0o000)
    const reader = runChild(child, ['read', path, '--nobody'])
    expect(await reader.next()).toEqual({ code: 'import/no-permission' })
  })
})

describe('clock', () => {
  it('stamps originals and articles with the time of adding', async () => {
    const services = testServices()
    const [id = 0] = await imported(services, [write(temporaryFolder(), 'a.txt', convoy)])
    const article = await services.ask['article.get']({ id })
    expect([article.addedAt, article.original.importedAt]).toEqual([fixedClock(), fixedClock()])
  })
})
