import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ExtractedArticle, FileToExtract } from '../../src-main/domain/extraction'
import { extractFile } from '../../src-main/importing/extract'
import { expand } from '../../src-main/services/import-expand'
import { seedFiles } from '../support/seeds'
import { extractHere } from '../support/services'
import { type PlainArticle, wrappings } from '../support/wrapped'
import { pdfOf } from '../support/wrapped-pdf'

const formats: typeof wrappings = {
  ...wrappings,
  pdf: (article: PlainArticle) => ({ fileName: 'paper.pdf', bytes: pdfOf(article) }),
}

/** All articles of a file and of the files that it holds. */
async function articlesOf(file: FileToExtract): Promise<ExtractedArticle[]> {
  const articles: ExtractedArticle[] = []
  for await (const found of expand(extractHere, file)) {
    if (found.kind === 'article') articles.push(found.article)
    if (found.kind === 'refused') throw new Error(`${found.file.fileName}: ${found.failure.code}`)
  }
  return articles
}

const shown = ({ blocks }: ExtractedArticle): string[] =>
  blocks
    .filter(({ hidden, kind }) => !hidden && !['title', 'subtitle', 'byline', 'date'].includes(kind))
    .map(({ text }) => text.replace(/\s+/g, ' '))

/** Paragraphs of an article, told from what its page left, by the reader of plain text. */
async function plainArticle(path: string, number: number): Promise<PlainArticle> {
  const [article] = (await extractFile({ bytes: readFileSync(path), fileName: `${number}.txt` })).articles
  if (!article) throw new Error(`${path} holds no article`)
  return {
    title: article.metadata.title.value ?? `What is known about the crossing, part ${number}`,
    byline: 'Ilse Marten',
    outlet: 'Northbank Post',
    published: '2024-05-16',
    url: `https://post.example/2024/crossing-${number}`,
    paragraphs: shown(article),
  }
}

const invented: PlainArticle = {
  title: 'Ferries stay in port as harbour wall “moves by a metre”',
  byline: 'Ilse Marten',
  outlet: 'Northbank Post',
  published: '2031-03-14',
  url: 'https://post.example/2031/harbour-wall',
  paragraphs: [
    'The harbour wall at Northbank gave way on Monday night after a week of swell, the port authority said, and the ferries to the northern islands stay in port until further notice.',
    'U.S. engineer Tove Lind – who has looked after the wall since 2019 – said that three stones had moved by more than a metre. “Nobody can say when a crane will come,” she told reporters.',
    'About 1,200 people use the ferry every day, most of them on their way to work; some 350 waited outside on Tuesday.',
    'The town’s understanding with the islanders, signed on 3 March 2030, says that the council pays for what the sea breaks & the islanders for what they break themselves.',
    'No date was given for the repair.',
  ],
}

async function comesOut(name: string, article: PlainArticle): Promise<void> {
  const [found, ...others] = await articlesOf(formats[name]?.(article) ?? { fileName: '', bytes: new Uint8Array() })
  expect(others).toEqual([])
  if (!found) throw new Error('no article')
  const { title, published, outlet, byline } = found.metadata
  expect(title.value).toBe(article.title)
  expect(published.value).toBe(article.published)
  expect(shown(found)).toEqual(article.paragraphs)
  if (!['pdf', 'docx'].includes(name)) expect(outlet.value).toBe(article.outlet)
  if (name !== 'eml') expect(byline.value).toBe(article.byline)
  expect(found.metadata.language.value?.slice(0, 2)).toBe('en')
}

describe('the same text and metadata come out of every format', () => {
  it.each(Object.keys(formats))('%s', async (name) => comesOut(name, invented))
})

const seeds = seedFiles()

describe.skipIf(seeds.length === 0)('the real articles come out of every format as they went in', () => {
  const cases = seeds.flatMap((path, number) => Object.keys(formats).map((name) => [number, name, path] as const))
  it.each(cases)('article %i in %s', async (number, name, path) => comesOut(name, await plainArticle(path, number)))
})
