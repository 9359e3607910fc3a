import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { BlockKind } from '../../../src-main/domain/article'

/** The texts that the files of each format were made from, and where those files are. */
export const fixtures = resolve(import.meta.dirname, '../../fixtures/formats')

export type SourceText = { head: Record<string, string>; blocks: { kind: BlockKind; text: string }[] }

/** A source text: its front matter and its blocks, a list's items and a table's rows each by themselves. */
export function sourceText(name: string): SourceText {
  const source = readFileSync(join(fixtures, 'texts', `${name}.md`), 'utf8')
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? []
  const pairs = head.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)])
  return {
    head: Object.fromEntries(pairs),
    blocks: body
      .trim()
      .split(/\n{2,}/)
      .flatMap((block) => block.split('\n').flatMap(blockOf)),
  }
}

function blockOf(line: string): { kind: BlockKind; text: string }[] {
  if (line.startsWith('| ---')) return []
  if (line.startsWith('| ')) return [{ kind: 'paragraph', text: line.slice(2, -2) }]
  if (line.startsWith('## ')) return [{ kind: 'heading', text: line.slice(3) }]
  if (line.startsWith('> ')) return [{ kind: 'quote', text: line.slice(2) }]
  if (line.startsWith('![')) return [{ kind: 'caption', text: line.slice(2, -1) }]
  if (line.startsWith('- ')) return [{ kind: 'list-item', text: line.slice(2) }]
  const kind = /^(?:By|Von|بقلم) /.test(line)
    ? 'byline'
    : /^\d{1,2}\.? \p{L}+ \d{4}$/u.test(line)
      ? 'date'
      : 'paragraph'
  return [{ kind, text: line }]
}
