import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { ExtractedBlock } from '../../src-main/domain/article'
import { isNumbered } from '../../src-main/domain/article'
import { ExpectedError } from '../../src-main/domain/error'
import type { ExtractedArticle, FileToExtract } from '../../src-main/domain/extraction'
import { extractFile as extractAll } from '../../src-main/importing/extract'

/** The only article of a file. */
export async function extractArticle(file: FileToExtract): Promise<ExtractedArticle> {
  const { articles } = await extractAll(file)
  const [article] = articles
  if (!article || articles.length > 1) throw new Error(`${file.fileName} holds ${articles.length} articles`)
  return article
}

export const extractText = (text: string, fileName = 'article.txt'): Promise<ExtractedArticle> =>
  extractArticle({ bytes: new TextEncoder().encode(text), fileName })

export const extractFile = (path: string): Promise<ExtractedArticle> =>
  extractArticle({ bytes: readFileSync(path), fileName: basename(path) })

export const extractPage = (html: string): Promise<ExtractedArticle> => extractText(html, 'page.html')

/** The code with which an extraction is refused, or null where it isn't. */
export async function refusal(extraction: Promise<ExtractedArticle>): Promise<string | null> {
  try {
    await extraction
    return null
  } catch (error) {
    if (error instanceof ExpectedError) return error.code
    throw error
  }
}

export const body = (article: ExtractedArticle): string[] =>
  article.blocks.filter((block) => !block.hidden && isNumbered(block.kind)).map((block) => block.text)

export const hidden = (article: ExtractedArticle): (string | null)[][] =>
  article.blocks.filter((block) => block.hidden).map((block) => [block.reason, block.text])

export const ofKind = (article: ExtractedArticle, kind: ExtractedBlock['kind']): string[] =>
  article.blocks.filter((block) => block.kind === kind && !block.hidden).map((block) => block.text)

/** Every word of a text file is in a block, in order, and in no second one. */
export function losesNothing(source: string, article: ExtractedArticle): boolean {
  const words = (text: string) => text.split(/\s+/).filter((word) => word !== '')
  const kept = article.blocks.flatMap((block) => words(block.text))
  return kept.join(' ') === words(source).join(' ')
}

/** Sentences that read as an article's, so that a page has something to be found. */
export const paragraphs = (count: number): string[] =>
  Array.from(
    { length: count },
    (_item, index) =>
      `The ferry to the northern islands will not sail before the harbour wall is mended, said engineer number ${index + 1}, ` +
      'because the swell of the past week has moved three of its stones, and nobody can say yet when the crane will come.',
  )
