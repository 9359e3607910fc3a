import { type Sourced, unknownValue, withOthers } from '../../domain/origin'
import { decodeFile } from '../decode'
import { readCopiedHtml } from './clipboard-html'
import { readHtml } from './html'
import type { FormatReader } from './parsed'

/** Reads HTML from the clipboard as the part of a page that it is. */
export const readCopiedFile: FormatReader = (file) => {
  const { text, partial } = decodeFile(file, 'markup')
  const { html, url } = readCopiedHtml(text)
  const article = readHtml(html, false)
  const metadata = { ...article.metadata, url: withOthers([copiedFrom(url), article.metadata.url ?? unknownValue]) }
  return { articles: [{ ...article, metadata, partial: article.partial ?? partial }] }
}

const copiedFrom = (url: string | null): Sourced =>
  url === null
    ? unknownValue
    : {
        value: url,
        origin: 'file',
        confidence: 'certain',
        evidence: { kind: 'record', at: 'clipboard SourceURL', quote: url },
      }
