import { textOfHtml } from './html-slim'

/** Scripts nested deeper than this are no article's. */
const deepest = 6

/** The longest text that a page's linked data (schema.org) gives as an article's body; empty where there is none. */
export function linkedText(scripts: readonly string[]): string {
  let longest = ''
  for (const script of scripts) {
    if (!script.includes('articleBody')) continue
    for (const text of bodies(parsed(script), 0)) if (text.length > longest.length) longest = text
  }
  return /[&<]/.test(longest) ? textOfHtml(longest).join(' ') : longest
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(script.replace(/^\s*(?:\/\/)?\s*<!\[CDATA\[|(?:\/\/)?\s*\]\]>\s*$/g, ''))
  } catch {
    return null
  }
}

function* bodies(value: unknown, depth: number): Iterable<string> {
  if (value === null || typeof value !== 'object' || depth > deepest) return
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'articleBody' && typeof inner === 'string') yield inner
    else yield* bodies(inner, depth + 1)
  }
}
