import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { noVectors } from '../../src-main/analysis/alignment/vectors'
import { extractFile } from '../../src-main/importing/extract'
import { createLibrary } from '../../src-main/library/open'
import { addArticles, type ToAdd } from '../../src-main/services/import-add'
import { extractedText } from '../support/generated'
import { type CorpusText, corpus, timed } from './corpus'

/**
 * Import of plain text until it can be searched, against the bare insert of the same texts into an external-content FTS5
 * table in the same run: `npm run bench -- import [ARTICLES] [RUNS]`. Budget: 3 times. Extraction is timed beside it.
 */
const count = Number(process.argv[2] ?? 19_043)
const runs = Number(process.argv[3] ?? 3)
const budget = 3
const folder = mkdtempSync(join(tmpdir(), 'collate-bench-'))
const { name, texts } = corpus(count)

function bareInsert(path: string): void {
  const database = new Database(path)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec(`
    CREATE TABLE document (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL) STRICT;
    CREATE VIRTUAL TABLE document_index USING fts5 (
      title, body, content = 'document', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
    CREATE TRIGGER document_insert AFTER INSERT ON document BEGIN
      INSERT INTO document_index (rowid, title, body) VALUES (new.id, new.title, new.body);
    END;`)
  const insert = database.prepare('INSERT INTO document (title, body) VALUES (?, ?)')
  database.transaction(() => {
    for (const { title, text } of texts) insert.run(title, text)
  })()
  database.close()
}

function importAll(path: string, items: ToAdd[]): number {
  const clock = () => new Date().toISOString()
  const library = createLibrary(path, { clock })
  const extract = () => Promise.reject(new Error('extracted before'))
  const { articleIds } = addArticles(
    { library, clock, extract, wordVectors: () => noVectors, notify: () => undefined },
    items,
  )
  library.close()
  return articleIds.length
}

const fileText = ({ title, text }: CorpusText): string => `${title}\n\n${text}`

async function extractAll(): Promise<{ seconds: number; items: ToAdd[] }> {
  const items: ToAdd[] = []
  const start = performance.now()
  for (const [index, text] of texts.entries()) {
    const item = extractedText(fileText(text), null, `article-${index}.txt`)
    const { articles } = await extractFile({ bytes: item.file.bytes, fileName: item.file.fileName })
    items.push(...articles.map((extracted) => ({ ...item, extracted })))
  }
  return { seconds: (performance.now() - start) / 1000, items }
}

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
const megabytes = (path: string): string => (statSync(path).size / 1e6).toFixed(0)

try {
  const extraction = await extractAll()
  const bare: number[] = []
  const imports: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const barePath = join(folder, `bare-${run}.db`)
    const libraryPath = join(folder, `import-${run}.collate`)
    bare.push(timed(() => bareInsert(barePath)).seconds)
    const { seconds, value } = timed(() => importAll(libraryPath, extraction.items))
    imports.push(seconds)
    console.log(
      `run ${run + 1}: bare ${bare.at(-1)?.toFixed(2)} s (${megabytes(barePath)} MB), ` +
        `import of ${value} articles ${seconds.toFixed(2)} s (${megabytes(libraryPath)} MB)`,
    )
    rmSync(barePath)
    rmSync(libraryPath)
  }
  const ratio = median(imports) / median(bare)
  console.log(`${name}, ${count} texts: import ${ratio.toFixed(2)} times the bare insert (budget ${budget})`)
  console.log(
    `extraction ${extraction.seconds.toFixed(2)} s, with it ${((median(imports) + extraction.seconds) / median(bare)).toFixed(2)} times`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
