import { strToU8, zipSync } from 'fflate'
import { ExpectedError } from '../../domain/error'
import { withoutHiddenText } from './docx-hidden'
import { checkedXml } from './xml'
import { createUnzip, zipEntries } from './zip-entries'

/** What a Word document consists of, as far as its text goes. */
export type DocxParts = {
  /** The document without pictures, fonts and embedded files. */
  bytes: Uint8Array
  /** `docProps/core.xml`; empty where there is none. */
  properties: string
  /** The XML of running heads and feet, and of text that is formatted as hidden. */
  furniture: string[]
}

/** The XML of a book of a thousand pages takes less. */
const mostXml = 60 * 1024 * 1024
const textParts = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|(?:word|docProps)\/(?:_rels\/)?[\w.-]+\.(?:xml|rels))$/i

/**
 * Unpacks the parts of a Word document that hold text, each counted while it is unpacked and looked through before
 * anything builds a tree of it.
 * @throws ExpectedError import/encrypted, import/archive-too-large, import/doctype, import/unreadable
 */
export function docxParts(source: Uint8Array): DocxParts {
  const unzip = createUnzip(source)
  const parts: Record<string, Uint8Array> = {}
  let total = 0
  for (const entry of zipEntries(source)) {
    if (!textParts.test(entry.path)) continue
    total += entry.unpacked
    if (total > mostXml) throw new ExpectedError('import/archive-too-large', { limit: mostXml / 1024 / 1024 })
    const bytes = unzip(entry)
    checkedXml(textOf(bytes), 'DOCX')
    parts[entry.path] = bytes
  }
  if (!parts['word/document.xml'] && !Object.keys(parts).some((path) => /^word\/document\w*\.xml$/i.test(path))) {
    throw new ExpectedError('import/unreadable', { format: 'DOCX' })
  }
  const hidden: string[] = []
  for (const path of Object.keys(parts).filter((one) => /^word\/document\w*\.xml$/i.test(one))) {
    const shown = withoutHiddenText(textOf(parts[path]), textOf(parts['word/styles.xml']))
    if (shown.hidden.length > 0) parts[path] = strToU8(shown.xml)
    hidden.push(...shown.hidden)
  }
  const furniture = Object.keys(parts).filter((path) => /^word\/(?:header|footer)\d*\.xml$/i.test(path))
  return {
    bytes: zipSync(parts, { level: 0 }),
    properties: textOf(parts['docProps/core.xml']),
    furniture: [...furniture.sort().map((path) => textOf(parts[path])), ...hidden],
  }
}

const textOf = (bytes: Uint8Array | undefined): string => (bytes ? new TextDecoder('utf-8').decode(bytes) : '')
