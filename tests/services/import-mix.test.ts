import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Stage, StagedFile } from '../../src-main/contract/import-types'
import { ok } from '../../src-main/domain/result'
import { temporaryFolder } from '../support/library'
import { finished, reviewed, type TestServices, testServices } from '../support/services'

const text = (name: string) => `The ferry ${name} lay in the harbour of Sund for a week, its owners said on Tuesday.\n`

const feed = (items: readonly string[]) => `<?xml version="1.0"?>
<rss version="2.0"><channel><title>Sund Post</title><link>https://post.example/</link><description>News</description>
${items.map((name) => `<item><title>The ${name} waits</title><description>${text(name)}</description></item>`).join('\n')}
</channel></rss>`

const zip = (files: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? new TextEncoder().encode(content) : content,
      ]),
    ),
  )

function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = join(temporaryFolder(), 'clippings')
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

const rows = (stage: Stage) =>
  stage.files.map(({ folder, fileName, part, outcome }) => [
    [folder, fileName].filter((name) => name !== '').join('/') + (part ? `#${part}` : ''),
    outcome.kind === 'refused' ? outcome.code : outcome.kind,
  ])

const ready = (stage: Stage) => stage.files.filter((file) => file.outcome.kind === 'ready')

const addAll = ({ ask }: TestServices, stage: Stage) =>
  ask['import.add']({ stageId: stage.id, files: ready(stage).map(({ index }) => ({ index })) })

const count = ({ library }: TestServices, what: string): number =>
  library.reader.get<{ n: number }>(`SELECT count(*) AS n FROM ${what}`)?.n ?? 0

describe('a folder of everything', () => {
  const everything = () =>
    folderWith({
      'a.txt': text('Anna'),
      'b/feed.rss': feed(['Berta', 'Clara']),
      'c.zip': zip({
        'dora.txt': text('Dora'),
        'deep/inner.zip': zip({ 'emma.txt': text('Emma'), 'picture.bin': new Uint8Array([0, 1, 2]) }),
        'again.txt': text('Anna'),
      }),
    })

  it('has a row per article, in the order in which they lie there', async () => {
    const stage = await reviewed(testServices(), [everything()])
    expect(rows(stage)).toEqual([
      ['clippings/a.txt', 'ready'],
      ['clippings/b/feed.rss#item 1', 'ready'],
      ['clippings/b/feed.rss#item 2', 'ready'],
      ['clippings/c.zip/dora.txt', 'ready'],
      ['clippings/c.zip/deep/inner.zip/emma.txt', 'ready'],
      ['clippings/c.zip/deep/inner.zip/picture.bin', 'import/not-supported'],
      ['clippings/c.zip/again.txt', 'duplicate'],
    ])
  })

  it('goes into the library with the bytes of each file once, and is there when it comes again', async () => {
    const services = testServices()
    const folder = everything()
    const added = await addAll(services, await reviewed(services, [folder]))
    expect(added).toMatchObject({ skipped: 0, refused: 0, stopped: false })
    expect(added.articleIds).toHaveLength(5)
    expect(count(services, 'original')).toBe(4)
    const original = services.library.reader.get<{ bytes: Buffer; file_name: string }>(
      "SELECT bytes, file_name FROM original WHERE file_name LIKE '%emma%'",
    )
    expect(original).toMatchObject({ file_name: 'c.zip/deep/inner.zip/emma.txt', bytes: Buffer.from(text('Emma')) })
    const again = await reviewed(services, [folder])
    expect(ready(again)).toEqual([])
    expect(again.files.filter((file) => file.outcome.kind === 'duplicate')).toHaveLength(6)
    await services.ask['library.undo']({})
    expect(await services.ask['library.info']({})).toMatchObject({ articles: 0, trashed: 5, undo: null })
  })

  it('offers of a file with several articles those that the library has no more', async () => {
    const services = testServices()
    const folder = folderWith({ 'feed.rss': feed(['Berta', 'Clara']) })
    const first = await addAll(services, await reviewed(services, [folder]))
    await services.ask['article.trash']({ ids: first.articleIds.slice(1) })
    const again = await reviewed(services, [folder])
    expect(rows(again)).toEqual([
      ['clippings/feed.rss#item 1', 'duplicate'],
      ['clippings/feed.rss#item 2', 'ready'],
    ])
    expect((await addAll(services, again)).articleIds).toHaveLength(1)
    expect(count(services, 'original')).toBe(1)
  })

  it('tells what changed since, and nothing when nothing did', async () => {
    const services = testServices()
    const stage = await reviewed(services, [everything()])
    const review = (since: number) => services.ask['import.review']({ stageId: stage.id, since })
    expect((await review(stage.revision)).files).toEqual([])
    expect((await review(stage.revision - 2)).files.length).toBeLessThan(stage.files.length)
    expect(stage).toMatchObject({ total: 8, read: 8, state: 'done', msLeft: null })
  })

  it('says what should be looked at', async () => {
    const stage = await reviewed(testServices(), [folderWith({ 'a.txt': text('Anna') })])
    expect(stage.files[0]?.look).toEqual(['untitled', 'undated', 'unattributed', 'little-text'])
  })
})

describe('an archive', () => {
  it('has its first file of two equal ones in the review', async () => {
    const same = text('Anna')
    const stage = await reviewed(testServices(), [folderWith({ 'c.zip': zip({ 'z.txt': same, 'a.txt': same }) })])
    expect(rows(stage)).toEqual([
      ['clippings/c.zip/z.txt', 'ready'],
      ['clippings/c.zip/a.txt', 'duplicate'],
    ])
  })

  it('is opened four deep', async () => {
    const nested = (depth: number): Uint8Array =>
      depth === 1 ? zip({ 'anna.txt': text('Anna') }) : zip({ 'in.zip': nested(depth - 1) })
    const four = await reviewed(testServices(), [folderWith({ 'a.zip': nested(4) })])
    expect(rows(four)).toContainEqual(['clippings/a.zip/in.zip/in.zip/in.zip/anna.txt', 'ready'])
    const five = await reviewed(testServices(), [folderWith({ 'a.zip': nested(5) })])
    expect(rows(five)).toContainEqual(['clippings/a.zip/in.zip/in.zip/in.zip/in.zip/anna.txt', 'import/too-deep'])
  })

  it('is refused where it holds more than any archive of articles, together with what is around it', async () => {
    const services = testServices()
    const { extract } = services.context
    services.context.extract = async (file) => {
      const count = file.fileName.endsWith('/large') ? 19_998 : 1
      const files = Array.from({ length: count }, () => ({ ...file, fileName: `${file.fileName}/a.txt` }))
      return /\/(?:small|large)$/.test(file.fileName)
        ? ok({ articles: [], files, references: [], refused: [] })
        : extract(file)
    }
    const stage = await reviewed(services, [
      folderWith({ 'a.zip': zip({ small: text('Anna'), large: text('Berta') }) }),
    ])
    expect(rows(stage)).toContainEqual(['clippings/a.zip/large', 'import/archive-too-many'])
  })
})

describe('a bibliography', () => {
  const ris = [
    'TY  - NEWS',
    'TI  - The Anna in port',
    'AU  - Maar, Inge',
    'DA  - 2023/03/07',
    'L1  - files/1/anna.txt',
    'ER  - ',
    '',
    'TY  - NEWS',
    'TI  - Nobody has this one',
    'L1  - files/9/lost.pdf',
    'ER  - ',
    '',
  ].join('\r\n')

  const joined = (stage: Stage): StagedFile | undefined => stage.files.find((file) => file.fileName === 'anna.txt')

  it('gives its metadata to the files that it names, and says which it names in vain', async () => {
    const services = testServices()
    const folder = folderWith({
      'export.ris': ris,
      'files/1/anna.txt': text('Anna'),
      'files/2/anna.txt': text('Berta'),
    })
    const stage = await reviewed(services, [folder])
    expect(rows(stage)).toEqual([
      ['clippings/export.ris', 'reference'],
      [expect.stringMatching(/^clippings\/export\.ris#./), 'import/no-entry-text'],
      ['clippings/files/1/anna.txt', 'ready'],
      ['clippings/files/2/anna.txt', 'ready'],
    ])
    expect(stage.files[0]?.outcome).toEqual({ kind: 'reference', joined: 1 })
    const metadata = joined(stage)?.found?.metadata
    expect(metadata?.title).toMatchObject({ value: 'The Anna in port', evidence: { kind: 'record' } })
    expect(metadata?.published).toMatchObject({ value: '2023-03-07' })
    expect(stage.files[3]?.found?.metadata.title.value).toBeNull()
  })

  it('finds a file by its name alone where only one has it', async () => {
    const services = testServices()
    const here = ris.replace('files/1/anna.txt', 'C:\\Users\\Inge\\Zotero\\storage\\AB12\\anna.txt')
    const folder = folderWith({ 'texts/anna.txt': text('Anna'), 'lists/export.ris': here })
    expect(joined(await reviewed(services, [folder]))?.found?.metadata.title.value).toBe('The Anna in port')
  })

  it('is joined to no file where two have the name', async () => {
    const services = testServices()
    const here = ris.replace('files/1/anna.txt', 'anna.txt')
    const folder = folderWith({ 'x/anna.txt': text('Anna'), 'y/anna.txt': text('Berta'), 'lists/export.ris': here })
    const stage = await reviewed(services, [folder])
    expect(stage.files.filter((file) => file.outcome.kind === 'refused')).toHaveLength(2)
    expect(joined(stage)?.found?.metadata.title.value).toBeNull()
  })
})

describe('a bibliography beside its files', () => {
  const entry = (...fields: string[]) => ['TY  - NEWS', 'TI  - In port', ...fields, 'ER  - ', ''].join('\r\n')
  const titles = (stage: Stage) =>
    ready(stage).map(({ folder, fileName, found }) => [`${folder}/${fileName}`, found?.metadata.title.value])

  it('means the one that lies where it says, though another has the name', async () => {
    const stage = await reviewed(testServices(), [
      folderWith({
        'x/export.ris': entry('L1  - anna.txt'),
        'x/anna.txt': text('Anna'),
        'y/anna.txt': text('Berta'),
      }),
    ])
    expect(titles(stage)).toEqual([
      ['clippings/x/anna.txt', 'In port'],
      ['clippings/y/anna.txt', null],
    ])
  })

  it('finds a name whose accents are written in another way', async () => {
    const stage = await reviewed(testServices(), [
      folderWith({ 'export.ris': entry('L1  - caf\u00e9.txt'), 'cafe\u0301.txt': text('Anna') }),
    ])
    expect(titles(stage).map(([, title]) => title)).toEqual(['In port'])
  })

  it('gives an abstract that it has itself, which is said not to be the whole text', async () => {
    const abstract = 'AB  - The ferry Anna lay in the harbour of Sund for a week, its owners said.'
    const stage = await reviewed(testServices(), [folderWith({ 'export.ris': entry(abstract) })])
    expect(ready(stage).map(({ look }) => look)).toEqual([expect.arrayContaining(['partial'])])
  })

  it('is not its own attachment', async () => {
    const stage = await reviewed(testServices(), [folderWith({ 'export.ris': entry('L1  - export.ris') })])
    expect(rows(stage)).toMatchObject([
      [expect.any(String), 'reference'],
      [expect.any(String), 'import/no-entry-text'],
    ])
  })

  it('gives the outlet by whose other articles a date is read', async () => {
    const services = testServices()
    const page = (date: string, name: string) => `Published: ${date}\n\n${text(name)}\n${text('next to it')}`
    const known = folderWith({ 'a.txt': `Source: Sund Post\n${page('04/25/2031', 'Anna')}` })
    await addAll(services, await reviewed(services, [known]))
    const stage = await reviewed(services, [
      folderWith({ 'b.txt': page('05/07/2031', 'Berta'), 'export.ris': entry('T2  - Sund Post', 'L1  - b.txt') }),
    ])
    expect(ready(stage)[0]?.found?.metadata).toMatchObject({
      outlet: { value: 'Sund Post' },
      published: { value: '2031-05-07', evidence: { kind: 'outlet' } },
    })
  })
})

describe('adding', () => {
  it('refuses a file that was changed or removed since it was read, adds the rest, and keeps the review', async () => {
    const services = testServices()
    const folder = folderWith({ 'a.txt': text('Anna'), 'b.txt': text('Berta'), 'c.txt': text('Clara') })
    const stage = await reviewed(services, [folder])
    writeFileSync(join(folder, 'a.txt'), 'Something else stands here now.\n')
    rmSync(join(folder, 'b.txt'))
    expect(await addAll(services, stage)).toMatchObject({ articleIds: [expect.any(Number)], refused: 2, skipped: 0 })
    const after = await services.ask['import.review']({ stageId: stage.id })
    expect(rows(after)).toEqual([
      ['clippings/a.txt', 'import/changed'],
      ['clippings/b.txt', 'import/vanished'],
      ['clippings/c.txt', 'added'],
    ])
  })

  it('can be stopped: what was added stays, the rest can be added later, and all of it is one operation', async () => {
    const services = testServices()
    const files = Object.fromEntries(Array.from({ length: 450 }, (_, at) => [`${at}.txt`, text(`Number ${at}`)]))
    const stage = await reviewed(services, [folderWith(files)])
    const adding = addAll(services, stage)
    services.context.notify = (notification) => {
      if (notification.kind === 'import.adding' && notification.done === 200) {
        services.ask['import.stop']({ stageId: stage.id })
      }
    }
    const added = await adding
    expect(added).toMatchObject({ stopped: true })
    expect(added.articleIds).toHaveLength(200)
    const rest = await services.ask['import.review']({ stageId: stage.id })
    expect(rest.state).toBe('done')
    expect(ready(rest)).toHaveLength(250)
    services.context.notify = () => undefined
    expect((await addAll(services, rest)).articleIds).toHaveLength(250)
    await services.ask['library.undo']({})
    expect(await services.ask['library.info']({})).toMatchObject({ articles: 0, undo: null })
    await services.ask['library.redo']({})
    expect(await services.ask['library.info']({})).toMatchObject({ articles: 450, redo: null })
  })

  it('adds the rest as another operation where what was added first was taken back', async () => {
    const services = testServices()
    const stage = await reviewed(services, [folderWith({ 'a.txt': text('A ferry'), 'b.txt': text('A bridge') })])
    const [first, second] = ready(stage)
    const add = (index: number | undefined, staysOpen: boolean) =>
      services.ask['import.add']({ stageId: stage.id, files: [{ index: index ?? -1 }], staysOpen })
    await add(first?.index, true)
    await services.ask['library.undo']({})
    expect(await add(second?.index, false)).toMatchObject({ stopped: false })
    expect(await services.ask['library.info']({})).toMatchObject({ articles: 1, trashed: 1 })
    await services.ask['library.undo']({})
    expect(await services.ask['library.info']({})).toMatchObject({ articles: 0, undo: null })
  })

  it('ends where the review is given up meanwhile, and keeps what was added', async () => {
    const services = testServices()
    const files = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`${at}.txt`, text(`Number ${at}`)]))
    const stage = await reviewed(services, [folderWith(files)])
    services.context.notify = (notification) => {
      if (notification.kind === 'import.adding') services.ask['import.discard']({ stageId: stage.id })
    }
    expect(await addAll(services, stage)).toMatchObject({ stopped: true })
    expect(await services.ask['library.info']({})).toMatchObject({ articles: 200 })
  })

  it('ends where the import is undone meanwhile', async () => {
    const services = testServices()
    const files = Object.fromEntries(Array.from({ length: 450 }, (_, at) => [`${at}.txt`, text(`Number ${at}`)]))
    const stage = await reviewed(services, [folderWith(files)])
    services.context.notify = (notification) => {
      if (notification.kind === 'import.adding' && notification.done === 200) services.ask['library.undo']({})
    }
    expect(await addAll(services, stage)).toMatchObject({ stopped: true })
    expect(await services.ask['library.info']({})).toMatchObject({ articles: 0, trashed: 200 })
  })
})

describe('reading', () => {
  it('goes on where what is ready is added meanwhile', async () => {
    const services = testServices()
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`${at}.txt`, text(`Number ${at}`)]))
    const { extract } = services.context
    let extracted = 0
    let release = () => undefined as unknown
    const released = new Promise((resolve) => {
      release = () => resolve(null)
    })
    services.context.extract = async (file) => {
      extracted += 1
      if (extracted > 20) await released
      return extract(file)
    }
    const { stageId } = await services.ask['import.stage']({ paths: [folderWith(files)] })
    const early = await until(services, stageId, (stage) => ready(stage).length > 10)
    const first = await addAll(services, early)
    expect(first.articleIds.length).toBeGreaterThan(10)
    release()
    const done = await finished(services, stageId)
    const rest = await addAll(services, done)
    expect(first.articleIds.length + rest.articleIds.length).toBe(60)
    expect(() => services.ask['import.review']({ stageId })).toThrow('import/stage-not-found')
  })

  it('stops and goes on where it was', async () => {
    const services = testServices()
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`${at}.txt`, text(`Number ${at}`)]))
    const { extract } = services.context
    const { stageId } = await services.ask['import.stage']({ paths: [folderWith(files)] })
    let extracted = 0
    services.context.extract = (file) => {
      extracted += 1
      if (extracted === 20) services.ask['import.stop']({ stageId })
      return extract(file)
    }
    const stopped = await until(services, stageId, (stage) => stage.state === 'stopped')
    await new Promise((resolve) => setTimeout(resolve, 100))
    const later = await services.ask['import.review']({ stageId })
    expect(later.read).toBeLessThan(25)
    expect(later).toMatchObject({ state: 'stopped', total: 60, msLeft: null })
    expect(later.files.length).toBeGreaterThanOrEqual(stopped.files.length)
    services.ask['import.resume']({ stageId })
    const done = await finished(services, stageId)
    expect(ready(done)).toHaveLength(60)
    expect(extracted).toBe(60)
  })
})

async function until({ ask }: TestServices, stageId: number, holds: (stage: Stage) => boolean): Promise<Stage> {
  for (;;) {
    const stage = await ask['import.review']({ stageId })
    if (holds(stage)) return stage
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
