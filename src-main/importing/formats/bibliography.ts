import type { MetadataField } from '../../domain/article'
import { ExpectedError } from '../../domain/error'
import type { Reference } from '../../domain/extraction'
import { readFragment, withOpening } from './fragment'
import type { ParsedArticle, ParsedFile } from './parsed'
import { type RecordField, recordMetadata } from './record'

/** An entry of a bibliography as its format's reader finds it. */
export type BibliographyEntry = {
  key: string
  /** Paths or addresses of files, as written. */
  attachments: string[]
  abstract: string
  record: Partial<Record<MetadataField, readonly RecordField[]>>
}

/**
 * Entries as references, to be joined to files. One with an abstract and no file is an article of its own, which its
 * abstract stands in for.
 * @throws ExpectedError import/not-an-article where there is no entry
 */
export function readEntries(entries: readonly BibliographyEntry[], mediaType: string): ParsedFile {
  if (entries.length === 0) throw new ExpectedError('import/not-an-article')
  const articles: ParsedArticle[] = []
  const references: Reference[] = []
  const keys = new Map<string, number>()
  for (const [index, entry] of entries.entries()) {
    const given = recordMetadata(entry.record)
    const attachments = [...new Set(entry.attachments.map(attachmentPath).filter((path) => path !== ''))]
    const key = uniqueKey(entry.key || `entry ${index + 1}`, keys)
    const text = attachments.length === 0 ? readFragment(entry.abstract) : null
    if (text && text.blocks.length > 0) {
      const { blocks, metadata } = withOpening(text.blocks, given)
      articles.push({ mediaType, part: key, metadata, blocks, partial: 'abstract-only' })
    } else references.push({ key, attachments, given })
  }
  return { articles, references }
}

function uniqueKey(key: string, keys: Map<string, number>): string {
  const count = (keys.get(key) ?? 0) + 1
  keys.set(key, count)
  return count === 1 ? key : uniqueKey(`${key} (${count})`, keys)
}

/** A file's path with "/" between folders; what is no file, such as a web address, is left out. */
function attachmentPath(written: string): string {
  const path = written
    .trim()
    .replace(/^file:\/+/i, '/')
    .replaceAll('\\', '/')
  if (/^[a-z][a-z+.-]+:\/\//i.test(path) || !/[^/]$/.test(path)) return ''
  return /^file:/i.test(written) ? decoded(path) : path
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** "Maar, Inge" as "Inge Maar"; a name without comma stays. RIS puts "Jr." last, BibTeX in the middle. */
export function personInOrder(name: string): string {
  const parts = name.split(',').map((part) => part.trim())
  const suffix = parts.find((part, index) => index > 0 && /^(?:[JS]r|I{1,3}|IV)\.?$/i.test(part))
  const [family, ...given] = parts.filter((part) => part !== suffix)
  return [...given, family, suffix].filter((part) => part).join(' ')
}
