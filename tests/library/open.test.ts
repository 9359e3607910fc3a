import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { ExpectedError } from '../../src-main/domain/error'
import { applicationId } from '../../src-main/library/connection'
import { schemaVersion } from '../../src-main/library/migrate'
import { createLibrary, openLibrary } from '../../src-main/library/open'
import { addArticle } from '../support/articles'
import { childScript, runChild } from '../support/child'
import { fixedClock, temporaryFolder, temporaryLibrary } from '../support/library'

const child = childScript('library')
const options = { clock: fixedClock }

function refusal(work: () => unknown): string {
  try {
    work()
    return 'opened'
  } catch (error) {
    if (error instanceof ExpectedError) return error.code
    throw error
  }
}

/** Names and hashes of all files of a folder. */
const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  )

/** A closed library with two articles, in a folder of its own. */
function closedLibrary(): { folder: string; path: string } {
  const folder = temporaryFolder()
  const path = join(folder, 'affair.collate')
  const library = createLibrary(path, options)
  addArticle(library, { title: 'Bridge', text: 'The bridge stays closed.\nThe ferry runs.' })
  addArticle(library, { text: 'x'.repeat(100_000) })
  library.close()
  return { folder, path }
}

describe('a connection', () => {
  it('has the settings that keep every commit and trust nothing in the file', () => {
    const { path, reader } = temporaryLibrary()
    const setting = (name: string, from = reader) =>
      Object.values(from.get<Record<string, unknown>>(`PRAGMA ${name}`) ?? {})[0]
    const expected = {
      synchronous: 2,
      foreign_keys: 1,
      trusted_schema: 0,
      cell_size_check: 1,
      secure_delete: 1,
      application_id: applicationId,
      user_version: schemaVersion,
    }
    for (const [name, value] of Object.entries(expected)) expect(setting(name), name).toBe(value)
    expect(setting('journal_mode')).toBe('wal')
    const second = openLibrary(path, { ...options, readOnly: true })
    for (const [name, value] of Object.entries(expected)) expect(setting(name, second.reader), name).toBe(value)
    second.close()
  })

  it('leaves one complete file when it is closed', () => {
    const { folder, path } = closedLibrary()
    expect(readdirSync(folder)).toEqual(['affair.collate'])
    const copy = join(temporaryFolder(), 'copy.collate')
    copyFileSync(path, copy)
    const library = openLibrary(copy, options)
    expect(library.reader.get('SELECT count(*) AS n FROM article')).toEqual({ n: 2 })
    library.close()
  })
})

describe('creating', () => {
  it('never touches a file that is there, and says when the folder is not', () => {
    const { folder, path } = closedLibrary()
    const before = contents(folder)
    expect(refusal(() => createLibrary(path, options))).toBe('library/exists')
    expect(refusal(() => createLibrary(join(folder, 'no', 'x.collate'), options))).toBe('library/missing')
    expect(contents(folder)).toEqual(before)
  })
})

describe('what cannot be opened', () => {
  const damage: Record<string, { code: string; make: (path: string) => void }> = {
    'an empty file': { code: 'library/not-a-library', make: (path) => truncateSync(path, 0) },
    'a text file': {
      code: 'library/not-a-library',
      make: (path) => writeFileSync(path, 'Not a library.\n'.repeat(100)),
    },
    'a database of another program': {
      code: 'library/not-a-library',
      make: (path) => {
        writeFileSync(path, '')
        const database = new Database(path)
        database.exec("CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('kept')")
        database.close()
      },
    },
    'a file cut short': {
      code: 'library/corrupt',
      make: (path) => truncateSync(path, readFileSync(path).length - 8192),
    },
    'a ruined page': {
      code: 'library/corrupt',
      make: (path) => {
        const bytes = readFileSync(path)
        bytes.fill(0x5a, 4096, 3 * 4096)
        writeFileSync(path, bytes)
      },
    },
    'a library of a newer program': {
      code: 'library/newer',
      make: (path) => {
        const database = new Database(path)
        database.pragma(`user_version = ${schemaVersion + 1}`)
        database.close()
      },
    },
  }

  it.each(Object.entries(damage))('%s is named, and not altered', (_, { code, make }) => {
    const { folder, path } = closedLibrary()
    make(path)
    const before = contents(folder)
    expect(refusal(() => openLibrary(path, options))).toBe(code)
    expect(contents(folder)).toEqual(before)
  })

  it('a large file that was cut short is named, though what is read first is whole', () => {
    const path = join(temporaryFolder(), 'large.collate')
    const library = createLibrary(path, options)
    library.importOperation('import.add', '', (writer) =>
      writer.run(
        `INSERT INTO original (sha256, media_type, file_name, bytes, size, imported_at)
         VALUES ('', 'text/plain', 'a.txt', zeroblob(@size), @size, '')`,
        { size: 34 * 1024 * 1024 },
      ),
    )
    library.close()
    truncateSync(path, statSync(path).size - 8192)
    expect(refusal(() => openLibrary(path, options))).toBe('library/corrupt')
  })

  it('a missing file or a folder is named, and nothing is made in its place', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'folder.collate'))
    expect(refusal(() => openLibrary(join(folder, 'gone.collate'), options))).toBe('library/missing')
    expect(refusal(() => openLibrary(join(folder, 'folder.collate'), options))).toBe('library/not-a-library')
    expect(readdirSync(folder)).toEqual(['folder.collate'])
  })

  it('a library of a newer program opens for reading alone', () => {
    const { path } = closedLibrary()
    damage['a library of a newer program']?.make(path)
    const library = openLibrary(path, { ...options, readOnly: true })
    expect(library.reader.get('SELECT count(*) AS n FROM article')).toEqual({ n: 2 })
    library.close()
  })
})

describe('a library that can only be read', () => {
  it('refuses every change', () => {
    const { path } = closedLibrary()
    const library = openLibrary(path, { ...options, readOnly: true })
    expect(refusal(() => library.operation('tag.create', '', () => undefined))).toBe('library/read-only')
    expect(refusal(() => library.unjournalled(() => undefined))).toBe('library/read-only')
    expect(refusal(() => library.undo(fixedClock()))).toBe('library/read-only')
    library.close()
  })

  it('opens from a folder that cannot be written, and makes no lock there', async () => {
    const { folder, path } = closedLibrary()
    chmodSync(path, 0o444)
    chmodSync(folder, 0o555)
    const before = contents(folder)
    const reader = runChild(child, ['open', path, '--nobody', '--hold'])
    expect(await reader.next()).toEqual({ opened: true, readOnly: true, articles: 2 })
    expect(contents(folder)).toEqual(before)
    reader.process.stdin.write('\n')
    await reader.ended
    expect(contents(folder)).toEqual(before)
    chmodSync(folder, 0o755)
  })

  it('is read from a copy where it was not closed', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'affair.collate')
    const library = createLibrary(path, options)
    addArticle(library, { text: 'The bridge stays closed.' })
    const left = temporaryFolder()
    for (const name of ['affair.collate', 'affair.collate-wal']) copyFileSync(join(folder, name), join(left, name))
    library.close()
    chmodSync(left, 0o555)
    const before = contents(left)
    const reader = runChild(child, ['open', join(left, 'affair.collate'), '--nobody'])
    expect(await reader.next()).toEqual({ opened: true, readOnly: true, articles: 1 })
    await reader.ended
    expect(contents(left)).toEqual(before)
    expect(existsSync(join(left, 'affair.collate-wal'))).toBe(true)
    chmodSync(left, 0o755)
  })

  it('says so where reading is not allowed either', async () => {
    const { path } = closedLibrary()
    chmodSync(path, 0o000)
    const reader = runChild(child, ['open', path, '--nobody'])
    expect(await reader.next()).toEqual({ code: 'library/no-permission' })
  })
})
