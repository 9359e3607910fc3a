import { webAddress } from '../metadata'

/** HTML as it was copied: the part that was selected, and the address of the page that it was copied from. */
export type CopiedHtml = { html: string; url: string | null }

const startMark = /<!--\s*StartFragment\s*-->/i
const endMark = /<!--\s*EndFragment\s*-->/i
const headerLine = /^(Version|StartHTML|EndHTML|StartFragment|EndFragment|StartSelection|EndSelection|SourceURL):(.*)$/i

/**
 * Cleans HTML from the clipboard of what systems and browsers put around it: the header and marks of Windows' "HTML
 * Format", the empty page and `<meta>` that Chromium and Firefox add.
 * @param source as the clipboard gives it, with or without that header
 */
export function readCopiedHtml(source: string): CopiedHtml {
  const { header, rest } = withoutHeader(source.replace(/^\ufeff/, '').replace(/\0+$/, ''))
  const fragment = between(rest)
  const html = fragment.replace(/^\s*(?:<meta\b[^>]*>\s*)+/i, '').trim()
  return { html, url: webAddress(header.get('sourceurl')) ?? savedFrom(rest) }
}

function withoutHeader(source: string): { header: ReadonlyMap<string, string>; rest: string } {
  const header = new Map<string, string>()
  if (!/^Version:\d/i.test(source)) return { header, rest: source }
  let at = 0
  while (at < source.length) {
    const end = source.indexOf('\n', at)
    const line = source.slice(at, end < 0 ? source.length : end).trim()
    const [, name, value] = headerLine.exec(line) ?? []
    if (!name) break
    header.set(name.toLowerCase(), (value ?? '').trim())
    at = end < 0 ? source.length : end + 1
  }
  return { header, rest: source.slice(at) }
}

/** The header's offsets count bytes of UTF-8 and are often wrong; the marks are not. */
function between(html: string): string {
  const start = startMark.exec(html)
  const from = start ? start.index + start[0].length : 0
  const end = endMark.exec(html.slice(from))
  return end ? html.slice(from, from + end.index) : html.slice(from)
}

/** Browsers that save pages, and some clipboard programs, write the address into a comment. */
const savedFrom = (html: string): string | null =>
  webAddress(/<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i.exec(html.slice(0, 4000))?.[1])
