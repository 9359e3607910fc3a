import type { FileToExtract, SourceText } from '../domain/extraction'
import { decodeFile } from './decode'
import { hasText } from './formats/parsed'
import { formatOf } from './sniff'

/** More would be no help beside a text, and slow to show. */
const mostLines = 5000
const mostCharacters = 1_000_000

/**
 * The text of a file as it stands there, in its order: of a page all that a browser would show as text, of other files
 * the text as it is stored.
 * @throws ExpectedError import/binary, import/no-text, import/not-supported
 */
export async function readSource(file: FileToExtract): Promise<SourceText> {
  const all = formatOf(file) === 'html' ? await pageLines(file) : decodeFile(file, 'text').text.split(/\r\n|[\r\n]/)
  const lines: string[] = []
  let characters = 0
  for (const line of all) {
    const text = line.replace(/\s+/g, ' ').trim()
    if (!hasText(text)) continue
    if (lines.length >= mostLines || characters + text.length > mostCharacters) return { lines, truncated: true }
    lines.push(text)
    characters += text.length
  }
  return { lines, truncated: false }
}

/** Elements that begin a new line, by their names in the page's source. */
const lineTag =
  /<\/?(?:address|article|aside|blockquote|body|br|button|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hgroup|hr|html|legend|li|main|menu|nav|ol|option|p|pre|search|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b[^>]*>/g

/** Lines of a page as its blocks divide its text. */
async function pageLines(file: FileToExtract): Promise<string[]> {
  const { slimPage } = await import('./formats/html-slim')
  const { html } = slimPage(decodeFile(file, 'markup').text, file.fileName.toLowerCase().endsWith('.xhtml'))
  return html
    .replace(/<title\b[^>]*>[^<]*<\/title>/g, '')
    .replace(/\s+/g, ' ')
    .replace(lineTag, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|nbsp|quot);/g, (_, name: string) => characterOf[name] ?? '')
    .replaceAll('&amp;', '&')
    .split('\n')
}

const characterOf: Readonly<Record<string, string>> = { lt: '<', gt: '>', nbsp: ' ', quot: '"' }
