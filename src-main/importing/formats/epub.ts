import { countWords } from '../../domain/article'
import { ExpectedError } from '../../domain/error'
import type { GivenMetadata, RefusedPart } from '../../domain/extraction'
import type { Sourced } from '../../domain/origin'
import { unknownValue, withOthers } from '../../domain/origin'
import { decodeText } from '../decode'
import { sameWords } from '../metadata'
import { readOpening } from '../opening'
import { type EpubDocument, type EpubPackage, packagePath, readPackage } from './epub-package'
import { readFragment } from './fragment'
import type { FormatReader, ParsedArticle } from './parsed'
import { recordMetadata } from './record'
import { createUnzip, zipEntries } from './zip-entries'

/** Shorter documents are covers, title pages and the like. */
const fewestWords = 30

type Chapter = { part: string; document: EpubDocument; text: string }

/**
 * Reads a book, an article a document: where there are several, as in a newspaper's edition, the book is their outlet and
 * each has its title from its heading. Covers, contents and notices of rights are passed over.
 */
export const readEpubFile: FormatReader = ({ bytes }) => {
  const entries = new Map(zipEntries(bytes).map((entry) => [entry.path, entry]))
  const unzip = createUnzip(bytes)
  const read = (path: string): string | null => {
    const entry = entries.get(path)
    return entry ? decodeText(unzip(entry), null).text : null
  }
  const protection = read('META-INF/encryption.xml') ?? ''
  if (entries.has('META-INF/rights.xml') || /CipherReference[^>]{1,500}\.x?html?["']/i.test(protection)) {
    throw new ExpectedError('import/encrypted')
  }
  const path = packagePath(read('META-INF/container.xml') ?? '')
  const source = path === null ? null : read(path)
  if (path === null || source === null) throw new ExpectedError('import/unreadable', { format: 'EPUB' })
  const book = readPackage(source, path)
  const refused: RefusedPart[] = []
  const chapters: Chapter[] = []
  for (const [index, document] of book.documents.entries()) {
    const part = `chapter ${index + 1}`
    const text = read(document.path)
    if (text === null) refused.push({ part, code: 'import/unreadable', params: { format: 'EPUB' } })
    else chapters.push({ part, document, text })
  }
  const parsed = chapters.map((chapter) => ({ chapter, fragment: readFragment(chapter.text, true) }))
  const articles = parsed.filter(({ chapter, fragment }) => {
    const words = countWords(fragment.blocks.map((block) => block.text).join('\n'))
    const isArticle = words > 0 && !chapter.document.isAround && (words >= fewestWords || parsed.length === 1)
    if (!isArticle) refused.push({ part: chapter.part, code: 'import/passed-over', params: {} })
    return isArticle
  })
  return {
    articles: articles.map(({ chapter, fragment }): ParsedArticle => {
      const opening = readOpening(fragment.blocks, {})
      const alone = articles.length === 1
      return {
        mediaType: 'application/epub+zip',
        part: alone ? null : chapter.part,
        metadata: combined(alone ? givenAlone(book) : givenTogether(book), opening.metadata, alone),
        blocks: opening.blocks,
        partial: fragment.partial,
      }
    }),
    refused,
  }
}

const at = (name: string) => `EPUB ${name}`

const givenAlone = ({ title, creators, publisher, date, language, source }: EpubPackage): GivenMetadata =>
  recordMetadata({
    title: [{ text: title, at: at('dc:title') }],
    byline: [{ text: creators, at: at('dc:creator') }],
    outlet: [{ text: publisher, at: at('dc:publisher') }],
    published: [{ text: date, at: at('dc:date') }],
    language: [{ text: language, at: at('dc:language') }],
    url: [{ text: source, at: at('dc:source') }],
  })

/** A newspaper's edition carries its day in its title: "Island Press [Tue, 04 Mar 2031]". */
function givenTogether({ title, creators, publisher, date, language }: EpubPackage): GivenMetadata {
  const [, name, day] = /^(.*?)\s*[[(]([^[\]()]*\d{4}[^[\]()]*)[\])]\s*$/.exec(title) ?? []
  return recordMetadata({
    byline: [{ text: creators, at: at('dc:creator'), confidence: 'unsure' }],
    outlet: [
      { text: name ?? title, at: at('dc:title'), confidence: 'likely' },
      { text: publisher, at: at('dc:publisher'), confidence: 'likely' },
    ],
    published: [
      { text: day, at: at('dc:title'), confidence: 'likely' },
      { text: date, at: at('dc:date'), confidence: 'likely' },
    ],
    language: [{ text: language, at: at('dc:language') }],
  })
}

/** A book of one article describes that article; one of several describes them less well than they do themselves. */
function combined(book: GivenMetadata, own: ParsedArticle['metadata'], alone: boolean): ParsedArticle['metadata'] {
  const metadata: Record<string, Sourced> = { ...book, ...own }
  for (const [field, value] of Object.entries(own)) {
    const of: Sourced = book[field as keyof GivenMetadata] ?? unknownValue
    metadata[field] = withOthers(alone ? [of, value] : [value, of], sameWords)
  }
  return metadata
}
