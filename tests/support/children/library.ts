/**
 * A process of its own over a library, for tests of locks, crashes, permissions and full disks. Prints one JSON document
 * a line, each written before the next step begins.
 *
 *   open PATH [--read-only] [--nobody] [--hold]   opens and says how; --hold keeps it open until the input ends
 *   work PATH SEED                                imports and tags until it is killed, a line after each commit
 *   read PATH [--nobody]                          reads a file as an import does
 *   fill PATH                                     imports until it fails, waits for a line of input, imports once more
 *   hot PATH                                      begins to write with a rollback journal, and waits
 */
import { existsSync, readSync, writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import { noVectors } from '../../../src-main/analysis/alignment/vectors'
import { ExpectedError } from '../../../src-main/domain/error'
import type { Library } from '../../../src-main/library/handle'
import { openLibrary } from '../../../src-main/library/open'
import { addArticles } from '../../../src-main/services/import-add'
import { readCandidate } from '../../../src-main/services/import-files'
import { extractedText, generatedText, seeded } from '../generated'

const [command, path = '', ...rest] = process.argv.slice(2)
const clock = () => '2024-06-01T12:00:00.000Z'

const print = (value: unknown) => writeSync(1, `${JSON.stringify(value)}\n`)
const waitForInput = () => readSync(0, Buffer.alloc(1))

const add = (library: Library, texts: string[]) =>
  addArticles(
    {
      library,
      clock,
      extract: () => Promise.reject(new Error('not used')),
      wordVectors: () => noVectors,
      notify: () => undefined,
    },
    texts.map((text, index) => extractedText(text, null, `generated-${index}.txt`)),
  ).articleIds

const commands: Record<string, () => unknown> = {
  read: async () => print({ bytes: (await readCandidate(path)).length }),
  open: () => {
    const library = openLibrary(path, { clock, readOnly: rest.includes('--read-only') })
    const articles = library.reader.get<{ n: number }>('SELECT count(*) AS n FROM article')?.n
    print({ opened: true, readOnly: library.readOnly, articles })
    if (rest.includes('--hold')) waitForInput()
    library.close()
  },
  work: () => {
    const random = seeded(Number(rest[0]))
    const library = openLibrary(path, { clock })
    for (let round = 0; ; round += 1) {
      const texts = Array.from({ length: 1 + Math.floor(random() * 3) }, () => generatedText(random, 6))
      print({ articles: add(library, texts) })
      const name = `tag ${process.pid} ${round}`
      library.operation('tag.create', name, (writer) =>
        writer.run("INSERT INTO tag (name, colour, created_at) VALUES (@name, 'teal', @at)", { name, at: clock() }),
      )
      print({ tag: name })
    }
  },
  fill: () => {
    const random = seeded(1)
    const library = openLibrary(path, { clock })
    let articles = 0
    try {
      for (;;) articles += add(library, [generatedText(random, 40)]).length
    } catch (error) {
      print({ articles, code: error instanceof ExpectedError ? error.code : String(error) })
    }
    waitForInput()
    articles += add(library, [generatedText(random, 40)]).length
    print({ articles })
    library.close()
  },
  hot: () => {
    const database = new Database(path)
    // A cache of one page makes SQLite write into the file before the commit.
    database.exec(
      'PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN IMMEDIATE; UPDATE change SET before = NULL',
    )
    database.exec('CREATE TABLE filler AS SELECT randomblob(200000)')
    print({ journal: existsSync(`${path}-journal`) })
    waitForInput()
  },
}

try {
  // Loads SQLite before the permissions are dropped: the file that it lies in may be closed to others.
  new Database(':memory:').close()
  if (rest.includes('--nobody') && process.geteuid?.() === 0) {
    process.setgid?.(65_534)
    process.setuid?.(65_534)
  }
  await commands[command ?? '']?.()
} catch (error) {
  print({ code: error instanceof ExpectedError ? error.code : String(error) })
}
