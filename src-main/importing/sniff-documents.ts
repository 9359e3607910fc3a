/** Formats of documents and messages that their first bytes tell. */
type DocumentFormat = 'pdf' | 'docx' | 'eml' | 'mhtml'

const mailHeader =
  /^(?:from|to|cc|subject|date|sender|reply-to|mime-version|received|return-path|delivered-to|message-id|content-type|content-transfer-encoding|list-[a-z]+|x-[\w-]+|dkim-signature|authentication-results|arc-[\w-]+)\s*:/i

/** Marks that only messages have; a line such as "Date: 3 May" may stand over any text. */
const mailOnly =
  /^(?:mime-version|received|return-path|delivered-to|message-id|x-[\w-]+|dkim-signature|authentication-results|arc-[\w-]+|content-type)\s*:|^from\s*:.*@|^From \S+ .*\d{4}/im

/**
 * @param head the first bytes of a file, as Latin-1
 * @param extension of its name, in lower case
 * @returns null for a file that is none of these
 */
export function documentFormat(head: string, extension: string): DocumentFormat | null {
  // Some programs write a line or two before the mark; readers of PDFs accept it within the first 1024 bytes.
  if ((head.startsWith('%PDF-') || extension === 'pdf') && /^[\s\S]{0,1000}%PDF-\d/.test(head)) return 'pdf'
  if (head.startsWith('PK\x03\x04')) return isWord(head, extension) ? 'docx' : null
  const text = head.replace(/^\xef\xbb\xbf/, '').replace(/^From [^\n]*\n/, '')
  const lines = text.split(/\r?\n\r?\n/, 1)[0]?.split(/\r?\n(?![ \t])/) ?? []
  if (!mailHeader.test(lines[0] ?? '')) return null
  const headers = lines.filter((line) => mailHeader.test(line)).length
  if (/^(?:snapshot-content-location:|from: ["<]?saved by )/im.test(text)) return 'mhtml'
  if (extension === 'mht' || extension === 'mhtml') return 'mhtml'
  return headers >= 2 && mailOnly.test(lines.join('\n')) ? 'eml' : null
}

/** Word's own parts, or the list of parts that such documents begin with; spreadsheets are told by theirs. */
const isWord = (head: string, extension: string): boolean =>
  /word\/(?:document|_rels|styles)/.test(head) || (/^(?:docx|docm|dotx)$/.test(extension) && !/(?:xl|ppt)\//.test(head))

/** Office documents under a password are containers of another kind, with their content under this name. */
export const isEncryptedOffice = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))
