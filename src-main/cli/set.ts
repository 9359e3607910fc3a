import type { Input } from '../contract/methods'
import type { Article } from '../contract/types'
import { type ArticleStatus, articleStatuses, isDateField, metadataFields } from '../domain/article'
import { parseDateInput } from '../domain/date-input'
import { articleHandlers } from '../services/article'
import { type Command, type Given, UsageError, wholeNumber } from './command'
import { type ExitStatus, print, printJson } from './io'
import { libraryOption, withLibrary } from './library'

const options = Object.fromEntries([...metadataFields, 'status'].map((name) => [name, { type: 'string' } as const]))

export const setCommand: Command = {
  name: 'set',
  usage: 'ARTICLE --library L [--FIELD VALUE]… [--status S] [--json]',
  summary: 'Corrects what the import found of an article. An empty value makes it unknown.',
  details: [
    'ARTICLE: its number, as import and search give it',
    `--FIELD V   ${metadataFields.join(', ')}; dates as EDTF or in words`,
    `--status S  ${articleStatuses.join(', ')}`,
    '--json      the article',
  ],
  options: { ...libraryOption, ...options },
  words: { least: 1, most: 1 },
  run: (given, io) =>
    withLibrary(given, io, 'write', async (context): Promise<ExitStatus> => {
      const id = wholeNumber(given.words[0] ?? '', 'ARTICLE')
      const [article] = articleHandlers(context)['article.set']({ ids: [id], edits: editsOf(given) })
      if (!article) return 3
      await (given.flag('json') ? printJson(io, asJson(article)) : print(io, asLine(article)))
      return 0
    }),
}

function editsOf(given: Given): Input<'article.set'>['edits'] {
  const status = given.text('status')
  if (status !== undefined && !isStatus(status)) throw new UsageError(`--status: one of ${articleStatuses.join(', ')}`)
  const fields = metadataFields.flatMap((field) => {
    const value = given.text(field)
    if (value && isDateField(field) && parseDateInput(value) === null) {
      throw new UsageError(`--${field} is not understood as a date: ${value}`)
    }
    return value === undefined ? [] : [[field, value === '' ? null : value]]
  })
  if (fields.length === 0 && status === undefined) throw new UsageError('set: nothing to set')
  return { ...Object.fromEntries(fields), ...(status === undefined ? {} : { status }) }
}

const isStatus = (text: string): text is ArticleStatus => (articleStatuses as readonly string[]).includes(text)

function asJson({ id, metadata, status, standIn, words }: Article) {
  const values = Object.fromEntries(metadataFields.map((field) => [field, metadata[field].value]))
  return { article: id, ...values, status, standIn, words, origins: metadata }
}

const asLine = ({ id, metadata, standIn, status }: Article): string =>
  [
    id,
    metadata.title.value ?? standIn,
    metadata.outlet.value ?? 'outlet unknown',
    metadata.published.value ?? 'undated',
    status,
  ].join('\t')
