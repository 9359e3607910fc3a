import type { Input } from '../contract/methods'
import type { NamedSource } from '../contract/related-types'
import { foldedSource } from '../domain/named-source'
import { sourceNameHandlers } from '../services/source-name'
import { type Command, type Given, UsageError, wholeNumber } from './command'
import { type ExitStatus, print, printJson } from './io'
import { libraryOption, withLibrary } from './library'

export const sourcesCommand: Command = {
  name: 'sources',
  usage: 'ARTICLE --library L [--set FOUND=NAME | --none FOUND | --reset FOUND] [--json]',
  summary: 'Lists the sources that an article names ("told Ynet"), and corrects what was found.',
  details: [
    'ARTICLE           its number, as import and search give it',
    '--set FOUND=NAME  calls the source that was found FOUND NAME; articles that name the same source count once',
    '--none FOUND      says that it is no source',
    '--reset FOUND     takes back what was said of it',
    '--json            [{start,end,quote,found,name,edited}]; offsets into the article’s text; name is null where it is no',
    '                  source',
  ],
  options: { ...libraryOption, set: { type: 'string' }, none: { type: 'string' }, reset: { type: 'string' } },
  words: { least: 1, most: 1 },
  run: (given, io) => {
    const articleId = wholeNumber(given.words[0] ?? '', 'ARTICLE')
    const edit = editOf(given)
    return withLibrary(given, io, 'write', async (context): Promise<ExitStatus> => {
      const handlers = sourceNameHandlers(context)
      const sources = edit
        ? await handlers['source.set']({ articleId, ...edit })
        : await handlers['source.list']({ articleId })
      if (given.flag('json')) await printJson(io, sources.map(asJson))
      else for (const source of sources) await print(io, asLine(source))
      if (sources.length === 0) io.note('The article names no source.')
      return 0
    })
  },
}

/** @throws UsageError */
function editOf(given: Given): Omit<Input<'source.set'>, 'articleId'> | null {
  const options = ['set', 'none', 'reset'] as const
  const [option, other] = options.filter((name) => given.text(name) !== undefined)
  if (option === undefined) return null
  if (other !== undefined) throw new UsageError(`sources: either --${option} or --${other}`)
  const [found = '', ...names] = (given.text(option) ?? '').split('=')
  if (option === 'set' && (names.length === 0 || names.join('=').trim() === '')) {
    throw new UsageError('--set: FOUND=NAME')
  }
  const name = option === 'set' ? names.join('=') : null
  return { found: foldedSource(found), ...(option === 'reset' ? {} : { name }) }
}

const asJson = ({ start, end, quote, found, name, isEdited }: NamedSource) => ({
  start,
  end,
  quote,
  found,
  name,
  edited: isEdited,
})

const asLine = ({ start, end, quote, found, name }: NamedSource): string =>
  [`${start}–${end}`, quote, found, name ?? 'no source'].join('\t')
