import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { schemaVersion } from '../../src-main/library/migrate'
import { openLibrary } from '../../src-main/library/open'
import { childScript, runChild } from '../support/child'
import { fixedClock, temporaryFolder } from '../support/library'
import { testServices } from '../support/services'

const child = childScript('library')

/** A library as an earlier schema kept it. */
function keptLibrary(schema: number): string {
  const path = join(temporaryFolder(), 'pier.collate')
  const kept = join(import.meta.dirname, `../fixtures/libraries/schema-${schema}.collate.gz`)
  writeFileSync(path, gunzipSync(readFileSync(kept)))
  return path
}

/** Two articles, three events, a tag, four operations. */
const firstLibrary = (): string => keptLibrary(1)

const versionOf = (path: string): number => {
  const database = new Database(path, { readonly: true })
  const version = Number(database.pragma('user_version', { simple: true }))
  database.close()
  return version
}

const backups = (path: string): string[] => readdirSync(dirname(path)).filter((name) => name.includes('before update'))

describe('a library of an older schema', () => {
  it('is brought to the present one with all that it held, and works', async () => {
    const path = firstLibrary()
    const library = openLibrary(path, { clock: fixedClock })
    try {
      const { ask } = testServices(library)
      const { article, blocks } = await ask['article.text']({ id: 1 })
      expect(article.metadata.title.value).toBe('Ferry service to Northbank stopped after pier cracks')
      expect(article.metadata.section).toMatchObject({ value: null, origin: 'none' })
      expect(article.part).toBeNull()
      expect(blocks.filter((block) => block.hidden).map((block) => block.reason)).toEqual(['related'])
      expect((await ask['event.list']({})).length).toBe(3)
      await ask['article.set']({ ids: [1], edits: { section: 'City' } })
      expect((await ask['article.get']({ id: 1 })).metadata.section).toMatchObject({
        value: 'City',
        origin: 'researcher',
      })
      await ask['library.undo']({})
      expect((await ask['library.undo']({})).label).toBe('suggestion.accept')
      expect(await ask['event.list']({})).toEqual([])
    } finally {
      library.close()
    }
    expect(versionOf(path)).toBeGreaterThan(1)
  })

  it('keeps rules and corrected paragraphs, and can take them back', async () => {
    const library = openLibrary(keptLibrary(2), { clock: fixedClock })
    try {
      const { ask } = testServices(library)
      const shown = async () =>
        (await ask['article.text']({ id: 1 })).blocks.filter((block) => !block.hidden).map((block) => block.text)
      expect((await ask['rule.list']({})).map(({ outlet, blocks }) => ({ outlet, blocks }))).toEqual([
        { outlet: 'Aldmoor Gazette', blocks: 2 },
      ])
      expect((await shown()).some((text) => text.startsWith('Some four hundred and twenty people'))).toBe(true)
      await ask['library.undo']({})
      expect((await shown()).some((text) => text.startsWith('Some four hundred people'))).toBe(true)
      await ask['library.undo']({})
      expect(await shown()).toContain('Sign up for our evening letter.')
      const { links } = await ask['alignment.get']({ articleIds: [1, 2] })
      expect(links.some((link) => link.likely)).toBe(true)
    } finally {
      library.close()
    }
  })

  it('keeps links and layouts, and its events can be told more of', async () => {
    const library = openLibrary(keptLibrary(3), { clock: fixedClock })
    try {
      const { ask } = testServices(library)
      const { links } = await ask['alignment.get']({ articleIds: [1, 2] })
      expect(links.filter((link) => link.decision === 'confirmed')).toHaveLength(1)
      expect((await ask['layout.list']({})).map((layout) => layout.name)).toEqual(['The pier'])
      const [stop] = await ask['event.list']({})
      expect(stop).toMatchObject({ description: 'As both papers tell it.', place: '', actors: [], sequence: null })
      await ask['event.set']({ id: stop!.id, place: 'Aldmoor', actors: ['Harbour office'] })
      await ask['timeline.create']({ name: 'The pier', choice: { kind: 'search', query: 'aldmoor' } })
      expect(await ask['timeline.list']({})).toMatchObject([{ name: 'The pier', eventIds: [1, 3] }])
      for (let step = 0; step < 3; step += 1) await ask['library.undo']({})
      expect(await ask['event.list']({})).toMatchObject([{ description: '', place: '' }, {}, {}])
    } finally {
      library.close()
    }
  })

  it('is copied first, and the copy is the library as it was', () => {
    const path = firstLibrary()
    const before = readFileSync(path)
    openLibrary(path, { clock: fixedClock }).close()
    const [name, ...others] = backups(path)
    expect([name, others]).toEqual([`pier before update ${schemaVersion}.collate`, []])
    const copy = join(dirname(path), name ?? '')
    expect(versionOf(copy)).toBe(1)
    const database = new Database(copy, { readonly: true })
    const text = database.prepare("SELECT group_concat(text, '|') FROM block").pluck().get()
    database.close()
    writeFileSync(path, before)
    const original = new Database(path, { readonly: true })
    expect(text).toBe(original.prepare("SELECT group_concat(text, '|') FROM block").pluck().get())
    original.close()
  })

  it('never takes the place of an earlier copy', () => {
    const path = firstLibrary()
    const taken = join(dirname(path), `pier before update ${schemaVersion}.collate`)
    writeFileSync(taken, 'something else')
    openLibrary(path, { clock: fixedClock }).close()
    expect(readFileSync(taken, 'utf8')).toBe('something else')
    expect(backups(path).sort()).toEqual([
      `pier before update ${schemaVersion} 2.collate`,
      `pier before update ${schemaVersion}.collate`,
    ])
  })

  it('opens for reading without being changed', async () => {
    const path = firstLibrary()
    const before = readFileSync(path)
    const library = openLibrary(path, { clock: fixedClock, readOnly: true })
    const { ask } = testServices(library)
    expect((await ask['article.get']({ id: 2 })).metadata.outlet.value).toBe('Northbank Post')
    library.close()
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(readdirSync(dirname(path))).toEqual(['pier.collate'])
  })

  it('stays as it was where the update fails halfway', () => {
    const path = firstLibrary()
    const database = new Database(path)
    database.exec('CREATE TABLE relation (id INTEGER PRIMARY KEY)')
    database.close()
    expect(() => openLibrary(path, { clock: fixedClock })).toThrow('relation')
    expect(versionOf(path)).toBe(1)
    const after = new Database(path)
    expect(after.prepare("SELECT count(*) FROM pragma_table_info('article') WHERE name = 'part'").pluck().get()).toBe(0)
    after.exec('DROP TABLE relation')
    after.close()
    const library = openLibrary(path, { clock: fixedClock })
    expect(library.reader.get<{ n: number }>('SELECT count(*) AS n FROM article')?.n).toBe(2)
    library.close()
  })

  it('is whole before or after, whenever the process is killed', async () => {
    const path = firstLibrary()
    const first = readFileSync(path)
    for (let kill = 0; kill < 16; kill += 1) {
      writeFileSync(path, first)
      const opening = runChild(child, ['open', path])
      setTimeout(() => opening.process.kill('SIGKILL'), 60 + kill * 9)
      await opening.ended
      const library = openLibrary(path, { clock: fixedClock })
      const events = library.reader.get<{ n: number }>('SELECT count(*) AS n FROM event WHERE deleted_at IS NULL')?.n
      library.close()
      expect(events).toBe(3)
    }
    expect(backups(path).length).toBeGreaterThan(0)
    for (const name of backups(path)) expect(versionOf(join(dirname(path), name))).toBe(1)
  })

  it('is read as it was where a process was killed as it began to write', async () => {
    const path = firstLibrary()
    const writer = runChild(child, ['hot', path])
    expect(await writer.next()).toEqual({ journal: true })
    writer.process.kill('SIGKILL')
    await writer.ended
    const library = openLibrary(path, { clock: fixedClock, readOnly: true })
    expect(library.reader.get<{ n: number }>('SELECT count(*) AS n FROM change')?.n).toBe(19)
    library.close()
    const written = openLibrary(path, { clock: fixedClock })
    expect(written.reader.get<{ n: number }>('SELECT count(*) AS n FROM change')?.n).toBe(19)
    written.close()
  })

  it('is left alone, with the reason, where the disk has no room for the copy', async () => {
    const path = firstLibrary()
    const before = readFileSync(path)
    const opening = runChild(child, ['open', path], 'ulimit -S -f 100')
    expect(await opening.next()).toEqual({ code: 'library/disk-full' })
    await opening.ended
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(backups(path)).toEqual([])
    expect(existsSync(`${path}-wal`)).toBe(false)
  })
})
