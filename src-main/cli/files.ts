import { resolve } from 'node:path'
import { type ExtractedArticle, type Reference, withToday } from '../domain/extraction'
import type { Failure } from '../domain/result'
import { expand } from '../services/import-expand'
import { candidates, readCandidate } from '../services/import-files'
import type { Extraction } from './extraction'
import type { Io } from './io'
import { failureOf, messageOf } from './messages'

/** What FILE means, for the help of commands that take files. */
export const fileHelp = [
  'FILE           a folder, or text, Markdown, HTML, MHTML, PDF, DOCX, EML, EPUB, feeds (RSS, Atom, JSON Feed), WARC,',
  '               WACZ, CSV, NDJSON, bibliographies (RIS, BibTeX, CSL-JSON), or a ZIP of such files',
]

/** A part of a file that has several, as it is told of. */
export const named = (file: string, part: string | null): string => (part === null ? file : `${file} (${part})`)

/** A file as it was named, or found in a folder that was: its bytes, or why it can't be read. */
export type ReadFile = { file: string; fileName: string } & (
  | { bytes: Uint8Array; failure: null }
  | { bytes: null; failure: Failure }
)

/** Reads files and the files of folders, one after the other, in order. Paths are kept as they were given. */
export async function* readFiles(io: Io, names: readonly string[]): AsyncGenerator<ReadFile> {
  for (const name of names) {
    const path = resolve(io.folder, name)
    for (const candidate of await candidates([path])) {
      const file = candidate.path === path ? name : candidate.path
      yield { file, fileName: candidate.fileName, ...(await bytesOf(candidate.path, candidate.refusal)) }
    }
  }
}

async function bytesOf(path: string, refusal: Error | null) {
  try {
    if (refusal) throw refusal
    return { bytes: await readCandidate(path), failure: null }
  } catch (error) {
    return { bytes: null, failure: failureOf(error) }
  }
}

/** What a file, or one that it holds, turned out to be. */
export type ExtractedFile = { file: string } & (
  | { kind: 'article'; article: ExtractedArticle }
  | { kind: 'reference'; reference: Reference }
  | { kind: 'refused'; failure: Failure }
)

/** Extracts files, and the files that they hold, one after the other. */
export async function* extractFiles(
  io: Io,
  extraction: Extraction,
  names: readonly string[],
): AsyncGenerator<ExtractedFile> {
  const extract = withToday(extraction.extract, io.clock)
  for await (const { file, fileName, bytes, failure } of readFiles(io, names)) {
    if (failure) {
      yield { file, kind: 'refused', failure }
      continue
    }
    for await (const found of expand(extract, { bytes, fileName })) {
      const member = found.file.fileName === fileName ? file : `${file}${found.file.fileName.slice(fileName.length)}`
      if (found.kind === 'article') yield { file: member, kind: 'article', article: found.article }
      if (found.kind === 'reference') yield { file: member, kind: 'reference', reference: found.reference }
      if (found.kind === 'refused') {
        yield { file: named(member, found.part), kind: 'refused', failure: found.failure }
      }
    }
  }
}

/** Covers and contents of books, pictures and styles of pages, redirects: nobody misses them. */
export const isPassedOver = ({ code }: Failure): boolean => code === 'import/passed-over'

/** A refused file, as JSON tells of it. */
export const refusal = (file: string, failure: Failure) => ({
  file,
  code: failure.code,
  message: messageOf(failure),
})

/** Kinds of blocks that are not part of the body. */
const outsideBody = ['title', 'subtitle', 'byline', 'date', 'caption']

/** The visible body of an extracted article: its paragraphs joined by blank lines. */
export const bodyText = (article: ExtractedArticle): string =>
  article.blocks
    .filter((block) => !block.hidden && !outsideBody.includes(block.kind))
    .map((block) => block.text)
    .join('\n\n')
