import { ExpectedError } from '../../domain/error'

/** Real feeds and packages stay below 20; parsers that build a tree spend stack on each level. */
const deepestNesting = 100

/** Document types that old feeds and books name by habit; they declare nothing by themselves and are not fetched. */
const harmlessDoctype =
  /^<!DOCTYPE\s+\w+\s+PUBLIC\s+"(?:-\/\/Netscape Communications\/\/DTD RSS 0\.91\/\/\w+|\+\/\/ISBN 0-9673008-1-9\/\/DTD OEB [\d.]+ (?:Package|Document)\/\/\w+)"\s*(?:"[^"<>]*")?\s*>/i

/**
 * Looks through XML before a tree is built of it, in time linear to its length.
 * @returns the text without its document type, where that is a well-known one that declares nothing
 * @throws ExpectedError import/doctype, import/unreadable beyond any sensible nesting
 */
export function checkedXml(text: string, format: string): string {
  let depth = 0
  let at = text.indexOf('<')
  while (at >= 0) {
    const skipped = endOfSection(text, at)
    if (skipped !== null) {
      at = text.indexOf('<', skipped)
      continue
    }
    if (/^<!doctype/i.test(text.slice(at, at + 9))) {
      const known = harmlessDoctype.exec(text.slice(at, at + 400))
      if (!known) throw new ExpectedError('import/doctype')
      return text.slice(0, at) + checkedXml(text.slice(at + known[0].length), format)
    }
    const end = text.indexOf('>', at)
    if (end < 0) break
    if (text[at + 1] === '/') depth -= 1
    else if (text[end - 1] !== '/') depth += 1
    if (depth > deepestNesting) throw new ExpectedError('import/unreadable', { format })
    at = text.indexOf('<', end)
  }
  return text
}

const sections: readonly [string, string][] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
]

/** The end of a comment, of literal text or of an instruction that begins here; null where none begins. */
function endOfSection(text: string, at: number): number | null {
  const section = sections.find(([start]) => text.startsWith(start, at))
  if (!section) return null
  const end = text.indexOf(section[1], at)
  return end < 0 ? text.length : end + section[1].length
}
