import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { noVectors } from '../../src-main/analysis/alignment/vectors'
import { createExtraction, extractionLimits } from '../../src-main/cli/extraction'
import { main } from '../../src-main/cli/main'
import type { FileToExtract } from '../../src-main/domain/extraction'
import type { formats } from '../../src-main/importing/sniff'
import { fixedClock, temporaryFolder } from '../support/library'
import * as hostile from './hostile-files'

const megabyte = 1024 * 1024

/** The app's own time, and less memory than it allows, so that files of some megabytes reach it. */
const limits = { ...extractionLimits, memoryBytes: 200 * megabyte }

/** Which of the two limits a file passes first depends on the machine. */
const killed = ['import/time-limit', 'import/memory-limit']
const tooDeep = ['import/too-deep']
const tooMany = ['import/archive-too-many']
const tooDense = ['import/archive-too-dense']
const unreadable = ['import/unreadable']

type Case = { make: () => FileToExtract; refused: readonly string[] }

/** By format; each is refused with one of the codes. */
const cases: Readonly<Record<Exclude<keyof typeof formats, 'copied' | 'markdown'>, readonly Case[]>> = {
  text: [{ make: () => hostile.manyLines(24 * megabyte), refused: killed }],
  html: [{ make: () => hostile.openElements(24 * megabyte), refused: killed }],
  pdf: [
    { make: () => hostile.pdfStream(250 * megabyte), refused: killed },
    { make: () => hostile.pdfCircle(), refused: unreadable },
  ],
  docx: [
    { make: () => hostile.denseDocument(20 * megabyte), refused: tooDense },
    { make: () => hostile.longDocument(24 * megabyte), refused: killed },
  ],
  eml: [
    { make: () => hostile.manyParts(50_000), refused: tooDeep },
    { make: () => hostile.deepParts(50_000), refused: tooDeep },
    { make: () => hostile.nestedMails(200_000), refused: killed },
    { make: () => hostile.manyMessages(20_000), refused: tooMany },
  ],
  mhtml: [
    { make: () => hostile.manyPageParts(50_000), refused: tooDeep },
    { make: () => hostile.deepPageParts(50_000), refused: tooDeep },
  ],
  feed: [
    { make: () => hostile.manyItems(300_000), refused: killed },
    { make: () => hostile.openItems(100_000), refused: unreadable },
  ],
  json: [
    { make: () => hostile.manyEntries(500_000), refused: killed },
    { make: () => hostile.deepList(100_000), refused: unreadable },
    { make: () => hostile.deepLines(100_000), refused: unreadable },
  ],
  csv: [
    { make: () => hostile.longCell(40 * megabyte), refused: killed },
    { make: () => hostile.manyColumns(200_000, 5), refused: killed },
  ],
  ris: [{ make: () => hostile.openRecords(800_000), refused: killed }],
  bibtex: [{ make: () => hostile.openEntries(24 * megabyte), refused: killed }],
  zip: [
    { make: () => hostile.claimedFiles(30_000), refused: tooMany },
    { make: () => hostile.denseArchive(40 * megabyte), refused: tooDense },
    { make: () => hostile.nestedArchives(6), refused: tooDeep },
  ],
  epub: [
    { make: () => hostile.repeatedChapter(50_000), refused: tooDense },
    { make: () => hostile.denseChapter(20 * megabyte), refused: tooDense },
  ],
  warc: [
    { make: () => hostile.manyCaptures(20_001), refused: tooMany },
    { make: () => hostile.denseRecords(300 * megabyte), refused: killed },
    { make: () => hostile.densePages(20, 20 * megabyte), refused: killed },
  ],
  wacz: [{ make: () => hostile.denseWebArchive(300 * megabyte), refused: killed }],
}

const project = resolve(import.meta.dirname, '../..')
let built = ''

// As deep in the project as the app's own build, so that packages are found in the same places.
beforeAll(async () => {
  mkdirSync(join(project, 'out'), { recursive: true })
  built = mkdtempSync(join(project, 'out', 'hostile-'))
  await build({
    configFile: false,
    root: project,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: built,
      rolldownOptions: { input: { extraction: join(project, 'src-main/processes/extraction.ts') } },
    },
  })
}, 60_000)

afterAll(() => rmSync(built, { recursive: true, force: true }))

type Imported = {
  imported: { file: string; title: string | null }[]
  refused: { file: string; code: string; message: string }[]
}

/** Imports a folder as the command line does, with the real extraction process under the test's limits. */
async function importFolder(folder: string): Promise<Imported> {
  let out = ''
  await main(['import', 'files', '--library', 'L.collate', '--json'], {
    out: async (text) => {
      out += text
    },
    note: () => undefined,
    input: (async function* () {})(),
    onInterrupt: () => () => undefined,
    folder,
    clock: fixedClock,
    startExtraction: () => createExtraction(join(built, 'extraction.js'), limits),
    sampleFolder: folder,
    wordVectors: () => noVectors,
  })
  return JSON.parse(out)
}

const goodText = (number: number) =>
  `Boat ${number} comes home\n\nThe crew of boat ${number} came ashore at noon and told of a quiet night on the water.\n`

/** What a library holds, counted without Collate. */
function contents(path: string) {
  const library = new Database(path, { readonly: true })
  try {
    const count = (sql: string) => library.prepare(sql).pluck().get() as number
    return {
      intact: library.pragma('integrity_check', { simple: true }),
      strays: library.pragma('foreign_key_check'),
      articles: count('SELECT count(*) FROM article'),
      originals: count('SELECT count(*) FROM original'),
      operations: count('SELECT count(*) FROM op'),
    }
  } finally {
    library.close()
  }
}

it.each(Object.entries(cases))(
  'hostile files as %s are refused with the reason, those beside them come in, and nothing of theirs stays',
  async (_format, list) => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'files'))
    const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, 'files', name), content)
    write('0.txt', goodText(1))
    write('9.txt', goodText(2))
    const expected = list.map(({ make, refused }, index) => {
      const { fileName, bytes } = make()
      write(`${index}-${fileName}`, bytes)
      return { name: `${index}-${fileName}`, refused }
    })
    const { imported, refused } = await importFolder(folder)
    expect(imported.map(({ title }) => title)).toEqual(['Boat 1 comes home', 'Boat 2 comes home'])
    for (const { name, refused: codes } of expected) {
      const found = refused.filter(({ file }) => file.includes(name))
      expect(found.length, name).toBeGreaterThan(0)
      for (const { code, message } of found) {
        expect(codes, name).toContain(code)
        expect(message, name).not.toBe('')
      }
    }
    expect(contents(join(folder, 'L.collate'))).toEqual({
      intact: 'ok',
      strays: [],
      articles: 2,
      originals: 2,
      operations: 1,
    })
  },
  120_000,
)

it('Markdown that is hostile to its parser comes in as plain text, marked so', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'files'))
  const { fileName, bytes } = hostile.openBrackets(2 * megabyte)
  writeFileSync(join(folder, 'files', fileName), bytes)
  const { imported, refused } = await importFolder(folder)
  expect(imported.map(({ file }) => file)).toEqual([expect.stringContaining(fileName)])
  expect(refused).toEqual([])
})
