import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FileToExtract } from '../../src-main/domain/extraction'
import { hasText } from '../../src-main/importing/formats/parsed'
import { expand } from '../../src-main/services/import-expand'
import { mutated, mutations } from '../support/mutations'
import { extractHere } from '../support/services'
import { type PlainArticle, wrappings } from '../support/wrapped'
import { pdfOf } from '../support/wrapped-pdf'

const article: PlainArticle = {
  title: 'Ferries stay in port as harbour wall moves',
  byline: 'Ilse Marten',
  outlet: 'Northbank Post',
  published: '2031-03-14',
  url: 'https://post.example/2031/harbour-wall',
  paragraphs: [
    'The harbour wall at Northbank gave way on Monday night, the port authority said, and the ferries stay in port.',
    'Engineer Tove Lind said that three stones had moved by more than a metre – أكثر من متر – and “nobody can say” more.',
    'About 1,200 people use the ferry every day.',
  ],
}

const ris = `TY  - NEWS\nT1  - ${article.title}\nAU  - Marten, Ilse\nPY  - 2031/03/14\nAB  - ${article.paragraphs[0]}\nER  - \n`
const bibtex = `@article{wall, title = {${article.title}}, author = {Marten, Ilse}, date = {2031-03-14}, abstract = {${article.paragraphs[0]}}}\n`
const csl = JSON.stringify([
  { id: 'wall', type: 'article-newspaper', title: article.title, abstract: article.paragraphs[0] },
])

/** Files that programs made, by format: real ones break in other places than those of a test. */
function madeFiles(): FileToExtract[] {
  const folder = join(import.meta.dirname, '../fixtures/formats')
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map((entry) => ({ fileName: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }))
}

const textFile = (fileName: string, text: string): FileToExtract => ({
  fileName,
  bytes: new TextEncoder().encode(text),
})

const files: FileToExtract[] = [
  ...Object.values(wrappings).map((wrap) => wrap(article)),
  { fileName: 'paper.pdf', bytes: pdfOf(article) },
  textFile('plain.txt', `${article.title}\n\n${article.paragraphs.join('\n\n')}`),
  textFile('list.ris', ris),
  textFile('list.bib', bibtex),
  textFile('list.json', csl),
]

/** Whatever a file holds is imported, or refused with a reason; anything else throws. */
async function comesToAnEnd(file: FileToExtract): Promise<void> {
  let outcomes = 0
  for await (const found of expand(extractHere, file)) {
    outcomes += 1
    if (found.kind === 'refused') expect(found.failure.code).toMatch(/^import\//)
    if (found.kind === 'article') {
      const { blocks, metadata } = found.article
      expect(blocks.some(({ text }) => hasText(text))).toBe(true)
      expect(Object.values(metadata).every(({ value }) => value === null || value.length <= 2000)).toBe(true)
    }
  }
  expect(outcomes).toBeGreaterThan(0)
}

describe('damaged files of every format, 200 of each that a test writes, are imported or refused with the reason', () => {
  it.each(files.map((file) => [file.fileName, file] as const))(
    '%s',
    async (_name, file) => {
      const damaged = fc.asyncProperty(mutations, (changes) =>
        comesToAnEnd({ ...file, bytes: mutated(file.bytes, changes) }),
      )
      await fc.assert(damaged, { seed: 20310314, numRuns: 200 })
      expect(Object.keys(Object.prototype)).toEqual([])
    },
    600_000,
  )

  it.each(madeFiles().map((file) => [file.fileName, file] as const))(
    '%s, as a program made it',
    async (_name, file) => {
      const damaged = fc.asyncProperty(mutations, (changes) =>
        comesToAnEnd({ ...file, bytes: mutated(file.bytes, changes) }),
      )
      await fc.assert(damaged, { seed: 20310314, numRuns: 8 })
    },
    600_000,
  )
})

describe('a file under the name of another format', () => {
  it.each(files.map((file) => [file.fileName, file] as const))(
    '%s',
    async (_name, file) => {
      for (const { fileName } of files) await comesToAnEnd({ ...file, fileName })
    },
    60_000,
  )
})
