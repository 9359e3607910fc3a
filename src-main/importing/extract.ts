import { withOrder } from '../analysis/date-order'
import type { ArticleMetadata } from '../domain/article'
import { metadataFields } from '../domain/article'
import { ExpectedError } from '../domain/error'
import type { ExtractedArticle, Extraction, FileToExtract, GivenMetadata } from '../domain/extraction'
import { type Sourced, unknownValue, withOthers } from '../domain/origin'
import { hasText, type ParsedArticle } from './formats/parsed'
import { doubtDates } from './future-dates'
import { chooseLanguage, detectLanguage } from './language'
import { firstKnown, sameWords } from './metadata'
import { findOutlet, outletOfAddress } from './outlet'
import { orderOfLocale } from './published'
import { formatOf, formats } from './sniff'
import { readSource } from './source-text'
import { readTextTable } from './text-table'

const nothing = { articles: [], files: [], references: [], refused: [] } satisfies Extraction

const bytesPerMegabyte = 1024 * 1024

/**
 * Bytes to articles, and to whatever else a file holds. Nothing of the file's text is dropped: page furniture becomes
 * hidden blocks with their reason. Only the file's content, the extension of its name and what is given with it are
 * looked at.
 * @throws ExpectedError import/empty-file, import/binary, import/not-supported, import/too-large, import/no-text,
 * import/unreadable, and what the format's reader says
 */
export async function extractFile(file: FileToExtract): Promise<Extraction> {
  if (file.bytes.length === 0) throw new ExpectedError('import/empty-file')
  if (file.tableOnly) return { ...nothing, table: readTextTable(file) }
  const format = formats[formatOf(file)]
  if (file.bytes.length > format.megabytes * bytesPerMegabyte) {
    throw new ExpectedError('import/too-large', { limit: format.megabytes })
  }
  if (file.sourceOnly) {
    return { ...nothing, source: await guarded(format, () => readSource(file)) }
  }
  const { articles = [], files = [], references: listed = [], refused = [] } = await read(file, format)
  const references = listed.map((reference) => ({ ...reference, given: doubtDates(reference.given, file.today) }))
  const extraction: Extraction = { articles: [], files, references, refused }
  for (const article of articles) {
    if (article.blocks.some((block) => hasText(block.text))) {
      extraction.articles.push(await complete(article, file))
    } else if (article.part !== null) {
      extraction.refused.push({ part: article.part, code: 'import/no-text', params: {} })
    }
  }
  const isEmpty = [extraction.articles, files, references, extraction.refused].every((list) => list.length === 0)
  if (isEmpty) throw new ExpectedError('import/no-text')
  return extraction
}

const read = (file: FileToExtract, format: FormatEntry) =>
  guarded(format, async () => {
    const reader = await format.load()
    return reader(file)
  })

type FormatEntry = (typeof formats)[keyof typeof formats]

async function guarded<T>({ name }: FormatEntry, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    // Whatever a format's library throws at a mangled file, the file is what is wrong: a document, not the archive in it.
    const isTold = error instanceof ExpectedError && error.code !== 'import/unreadable'
    throw isTold ? error : new ExpectedError('import/unreadable', { format: name }, { cause: error })
  }
}

async function complete(article: ParsedArticle, { given = {}, today }: FileToExtract): Promise<ExtractedArticle> {
  const { mediaType, part, blocks, partial } = article
  return { mediaType, part, metadata: doubtDates(await completeMetadata(article, given), today), blocks, partial }
}

/**
 * What is given goes before what was found; language and outlet may still be told from the text, and the language tells
 * how numeric dates are to be read.
 */
async function completeMetadata(article: ParsedArticle, given: GivenMetadata): Promise<ArticleMetadata> {
  const { metadata, blocks } = article
  const merged = (field: keyof ArticleMetadata): Sourced => {
    const [first, second] = [given[field], metadata[field]]
    return first || second ? withOthers([first ?? unknownValue, second ?? unknownValue], sameWords) : unknownValue
  }
  const outlet = merged('outlet')
  const url = merged('url')
  const body = blocks.filter((block) => !block.hidden)
  const language = chooseLanguage(merged('language'), await detectLanguage(body.length > 0 ? body : blocks))
  const order = orderOfLocale(language.value, url.value)
  return {
    ...(Object.fromEntries(metadataFields.map((field) => [field, merged(field)])) as ArticleMetadata),
    outlet: outlet.value ? outlet : firstKnown([findOutlet(blocks), outletOfAddress(url)]),
    published: withOrder(merged('published'), order),
    updated: withOrder(merged('updated'), order),
    language,
  }
}
