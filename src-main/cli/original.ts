import { resolve } from 'node:path'
import type { OriginalComparison, TextChange } from '../contract/original-types'
import { originalHandlers } from '../services/original'
import { type Command, type Given, UsageError, wholeNumber } from './command'
import { type ExitStatus, type Io, print, printJson } from './io'
import { libraryOption, withLibrary } from './library'

export const originalCommand: Command = {
  name: 'original',
  usage: 'ARTICLE --library L (--out FILE [--replace] | --compare | --take) [--json]',
  summary: 'Writes the file that an article was made from as it was imported, or reads it again.',
  details: [
    'ARTICLE    its number, as import and search give it',
    '--out FILE writes the file, and its SHA-256 to FILE.sha256 for `sha256sum --check`; {file,sha256,bytes}',
    '--compare  tells what reading it again would change: {metadata:[{field,before,after}],text:[…],orphaned}',
    '--take     takes all of that, as one operation; what was entered or hidden by hand stays',
  ],
  options: {
    ...libraryOption,
    out: { type: 'string' },
    replace: { type: 'boolean' },
    compare: { type: 'boolean' },
    take: { type: 'boolean' },
  },
  words: { least: 1, most: 1 },
  run: (given, io) => {
    const articleId = wholeNumber(given.words[0] ?? '', 'ARTICLE')
    const wanted = [given.text('out') !== undefined, given.flag('compare'), given.flag('take')]
    if (wanted.filter(Boolean).length !== 1) throw new UsageError('original: one of --out, --compare, --take')
    if (given.text('out') !== undefined) return exportTo(given, io, articleId)
    return given.flag('take') ? take(given, io, articleId) : compare(given, io, articleId)
  },
}

function exportTo(given: Given, io: Io, articleId: number): Promise<ExitStatus> {
  const path = resolve(io.folder, given.text('out') ?? '')
  return withLibrary(given, io, 'read', async (context): Promise<ExitStatus> => {
    const done = originalHandlers(context)['original.export']({ articleId, path, replace: given.flag('replace') })
    await (given.flag('json') ? printJson(io, done) : print(io, `${done.sha256}  ${done.file}`))
    return 0
  })
}

function compare(given: Given, io: Io, articleId: number): Promise<ExitStatus> {
  return withLibrary(given, io, 'read', async (context): Promise<ExitStatus> => {
    const comparison = await originalHandlers(context)['original.compare']({ articleId })
    await (given.flag('json') ? printJson(io, comparison) : print(io, inLines(comparison)))
    return 0
  })
}

function take(given: Given, io: Io, articleId: number): Promise<ExitStatus> {
  return withLibrary(given, io, 'write', async (context): Promise<ExitStatus> => {
    const handlers = originalHandlers(context)
    const comparison = await handlers['original.compare']({ articleId })
    const fields = comparison.metadata.map(({ field }) => field)
    const text = comparison.text.length > 0
    if (text || fields.length > 0) {
      await handlers['original.take']({ articleId, version: comparison.version, text, fields })
    }
    await (given.flag('json') ? printJson(io, comparison) : print(io, inLines(comparison)))
    return 0
  })
}

function inLines({ metadata, text, orphaned }: OriginalComparison): string {
  const fields = metadata.map(
    ({ field, before, after }) => `${field}: ${before.value ?? 'not found'} → ${after.value ?? 'not found'}`,
  )
  const lines = [...fields, ...text.flatMap(linesOf)]
  if (orphaned > 0) lines.push(`${orphaned} passages lose their place`)
  return lines.length > 0 ? lines.join('\n') : 'no difference'
}

function linesOf(change: TextChange): string[] {
  const joined = (parts: readonly { text: string }[]) => parts.map((part) => part.text).join('')
  switch (change.kind) {
    case 'same':
      return [`  (${change.count} the same)`]
    case 'added':
      return [`+ ${change.text}`]
    case 'removed':
      return [`- ${change.text}`]
    case 'changed':
      return [`- ${joined(change.before)}`, `+ ${joined(change.after)}`]
    case 'visibility':
      return [`${change.hidden ? 'hidden' : 'shown'}: ${change.text}`]
  }
}
