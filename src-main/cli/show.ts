import { metadataFields } from '../domain/article'
import type { Sourced } from '../domain/origin'
import { articleHandlers } from '../services/article'
import { blockJson, blockLine } from './blocks'
import { type Command, wholeNumber } from './command'
import { type ExitStatus, print, printJson } from './io'
import { libraryOption, withLibrary } from './library'

export const showCommand: Command = {
  name: 'show',
  usage: 'ARTICLE --library L [--json]',
  summary: 'Shows an article: its metadata and its paragraphs with their numbers, hidden ones too.',
  details: [
    'ARTICLE: its number, as import and search give it',
    '--json  {article,title,subtitle,byline,outlet,section,published,updated,language,url,status,file,part,version,',
    '        blocks:[{paragraph,kind,text,hidden,reason}]}',
  ],
  options: libraryOption,
  words: { least: 1, most: 1 },
  run: (given, io) => {
    const id = wholeNumber(given.words[0] ?? '', 'ARTICLE')
    return withLibrary(given, io, 'read', async (context): Promise<ExitStatus> => {
      const { article, version, blocks } = articleHandlers(context)['article.text']({ id })
      const { metadata, status, part } = article
      const file = article.original.fileName
      if (given.flag('json')) {
        const values = Object.fromEntries(metadataFields.map((field) => [field, metadata[field].value]))
        await printJson(io, { article: id, ...values, status, file, part, version, blocks: blocks.map(blockJson) })
        return 0
      }
      await print(io, `${id}\t${file}${part === null ? '' : ` (${part})`}\t${status}, version ${version}`)
      for (const field of metadataFields) await print(io, fieldLine(field, metadata[field]))
      for (const block of blocks) await print(io, blockLine(block))
      return 0
    })
  },
}

/** What is known of a field, on a line of its own. */
export const fieldLine = (field: string, { value, origin, evidence }: Sourced): string => {
  const doubt = evidence?.doubt ? ', after the day of import' : ''
  return `  ${field}: ${value === null ? 'not found' : `${value} (${origin}${doubt})`}`
}
