import type { ArticleMetadata, ExtractedArticle, ExtractedBlock, FileToExtract } from '../domain/article'
import { ExpectedError } from '../domain/error'
import { unknownValue } from '../domain/origin'
import { declaredEncoding, decodeText } from './decode'
import { readHtml } from './formats/html'
import { readMarkdown } from './formats/markdown'
import { hasText, type ParsedFile } from './formats/parsed'
import { readText } from './formats/text'
import { chooseLanguage, detectLanguage } from './language'
import { findOutlet } from './outlet'
import { extensionOf, type Format, formatOf } from './sniff'

const largestFileMegabytes = 50
const formatNames = { text: 'text', markdown: 'Markdown', html: 'HTML' } satisfies Record<Format, string>

/**
 * Bytes to blocks and metadata. Nothing of the file's text is dropped: page furniture becomes hidden blocks with their
 * reason. Only the file's content and the extension of its name are looked at.
 * @throws ExpectedError import/empty-file, import/binary, import/not-supported, import/too-large, import/no-text,
 * import/unreadable
 */
export async function extractArticle(file: FileToExtract): Promise<ExtractedArticle> {
  const { bytes, fileName } = file
  if (bytes.length === 0) throw new ExpectedError('import/empty-file')
  if (bytes.length > largestFileMegabytes * 1024 * 1024) {
    throw new ExpectedError('import/too-large', { limit: largestFileMegabytes })
  }
  const format = formatOf(fileName, bytes)
  const { text, partial } = decodeText(bytes, format === 'html' ? declaredEncoding(bytes) : null)
  if (!hasText(text)) throw new ExpectedError('import/no-text')
  const parsed = parse(format, text, extensionOf(fileName))
  if (!parsed.blocks.some((block) => hasText(block.text))) throw new ExpectedError('import/no-text')
  return {
    mediaType: parsed.mediaType,
    metadata: await completeMetadata(parsed),
    blocks: parsed.blocks,
    partial: parsed.partial ?? partial,
  }
}

function parse(format: Format, text: string, extension: string): ParsedFile {
  try {
    if (format === 'html') return readHtml(text, extension === 'xhtml')
    return format === 'markdown' ? readMarkdown(text) : readText(text)
  } catch (error) {
    // Whatever a format's library throws at a mangled file, the file is what is wrong.
    throw error instanceof ExpectedError
      ? error
      : new ExpectedError('import/unreadable', { format: formatNames[format] }, { cause: error })
  }
}

async function completeMetadata(parsed: ParsedFile): Promise<ArticleMetadata> {
  const { metadata, blocks } = parsed
  const body = blocks.filter((block) => !block.hidden)
  const detected = await detectLanguage(textOf(body.length > 0 ? body : blocks))
  return {
    title: metadata.title ?? unknownValue,
    subtitle: metadata.subtitle ?? unknownValue,
    byline: metadata.byline ?? unknownValue,
    outlet: metadata.outlet?.value ? metadata.outlet : findOutlet(blocks),
    published: metadata.published ?? unknownValue,
    language: chooseLanguage(metadata.language ?? unknownValue, detected),
    url: metadata.url ?? unknownValue,
  }
}

const textOf = (blocks: readonly ExtractedBlock[]): string => blocks.map((block) => block.text).join('\n')
