import { ExpectedError } from '../../domain/error'
import { type Sourced, unknownValue, withOthers } from '../../domain/origin'
import { decodeFile } from '../decode'
import { cutSiteName, found, webAddress } from '../metadata'
import { readHtml } from './html'
import { allParts, bodyOf, headerOf, headerText, type MimePart, parseMime } from './mime'
import type { FormatReader, ParsedArticle } from './parsed'

/**
 * Reads a web page that a browser saved into one file (MHTML, RFC 2557): its main document, without those that are
 * embedded in it. The time of saving is no date of the article.
 * @throws ExpectedError import/not-an-article where no part is a page
 */
export const readMhtmlFile: FormatReader = ({ bytes }) => {
  const message = parseMime(bytes)
  const pages = allParts(message).filter((part) => /^(?:text\/html|application\/xhtml\+xml)$/.test(part.type))
  const main = mainPage(message, pages)
  if (!main) throw new ExpectedError('import/not-an-article')
  const { text, partial } = decodePage(main)
  const article = readHtml(text, main.type.includes('xhtml'))
  return { articles: [{ ...withSavedFrom(article, message, main), partial: article.partial ?? partial }] }
}

/** The page that the file is about; of a frameset its longest frame, since a frameset has no text of its own. */
function mainPage(message: MimePart, pages: readonly MimePart[]): MimePart | undefined {
  const start = message.parameters.get('start')
  const address = headerOf(message, 'snapshot-content-location') ?? headerOf(message, 'content-location')
  const main =
    pages.find((part) => start !== undefined && headerOf(part, 'content-id') === start) ??
    pages.find((part) => address !== null && headerOf(part, 'content-location') === address) ??
    pages[0]
  if (!main || !/<frameset\b/i.test(decodePage(main).text)) return main
  return pages.filter((part) => part !== main).sort((a, b) => b.raw.length - a.raw.length)[0] ?? main
}

const decodePage = (part: MimePart) =>
  decodeFile(
    { bytes: bodyOf(part), fileName: 'page.html', mediaType: headerOf(part, 'content-type') ?? part.type },
    'markup',
  )

function withSavedFrom(article: ParsedArticle, message: MimePart, main: MimePart): ParsedArticle {
  const url = firstAddress([
    ['Snapshot-Content-Location', headerOf(message, 'snapshot-content-location')],
    ['Content-Location', headerOf(message, 'content-location') ?? headerOf(main, 'content-location')],
  ])
  const { title = unknownValue } = article.metadata
  const metadata = {
    ...article.metadata,
    url: withOthers([url, article.metadata.url ?? unknownValue]),
    title: title.value === null ? subjectTitle(message) : title,
  }
  return { ...article, mediaType: 'multipart/related', metadata }
}

function firstAddress(headers: readonly [string, string | null][]): Sourced {
  for (const [name, value] of headers) {
    const address = webAddress(value)
    if (address) return found(address, 'certain', { kind: 'record', at: `MHTML header ${name}`, quote: value ?? '' })
  }
  return unknownValue
}

function subjectTitle(message: MimePart): Sourced {
  const subject = headerText(message, 'subject')
  return found(cutSiteName(subject, null).title, 'likely', {
    kind: 'record',
    at: 'MHTML header Subject',
    quote: subject,
  })
}
