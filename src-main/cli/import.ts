import { type ArticleMetadata, type MetadataField, metadataFields } from '../domain/article'
import { parseDateInput } from '../domain/date-input'
import { ExpectedError } from '../domain/error'
import type { ExtractedArticle } from '../domain/extraction'
import { unknownValue } from '../domain/origin'
import type { Failure } from '../domain/result'
import { type Command, type Given, UsageError } from './command'
import { readFiles, refusal } from './files'
import { createImporter, type Imported, type Importer } from './importer'
import { type ExitStatus, type Io, print, printJson, statusOf } from './io'
import { libraryOption, withLibrary } from './library'
import { failureOf, messageOf } from './messages'
import { records, textField } from './ndjson'

export const importCommand: Command = {
  name: 'import',
  usage: 'FILE… | - --library L [--json]',
  summary: 'Adds articles to a library, which is made where it is not there. What is there already adds nothing.',
  details: [
    'FILE    text, Markdown or HTML, or a folder of such files',
    '-       standard input: one JSON object a line, {id,title,published,language,outlet,url,text}',
    '--json  at the end {imported:[{file,article,title,outlet,published,language,blocks,hidden}],',
    '        duplicates:[{file,of,kind}],refused:[{file,code,message}]}',
  ],
  options: libraryOption,
  words: { least: 1, most: Number.POSITIVE_INFINITY },
  run: (given, io) => {
    const fromInput = given.words.includes('-')
    if (fromInput && given.words.length > 1) throw new UsageError('import: - stands alone')
    return withLibrary(given, io, 'create', async (context) => {
      const importer = createImporter(context, (done) => io.note(`${done} files read`))
      const refused = await (fromInput ? fromRecords(io, importer) : fromFiles(given, io, importer))
      return report(given, io, importer.finish(), refused)
    })
  },
}

type Refused = ReturnType<typeof refusal>

async function fromFiles(given: Given, io: Io, importer: Importer): Promise<Refused[]> {
  const refused: Refused[] = []
  for await (const { file, fileName, bytes, failure } of readFiles(io, given.words)) {
    const problem = failure ?? (await importer.add({ file, fileName, bytes }))
    if (problem) refused.push(tell(io, file, problem))
  }
  return refused
}

async function fromRecords(io: Io, importer: Importer): Promise<Refused[]> {
  const refused: Refused[] = []
  for await (const { line, value } of records(io)) {
    const file = (value && textField(value, 'id')) ?? `line ${line}`
    const problem = value ? await addRecord(importer, value, file) : notJson
    if (problem) refused.push(tell(io, file, problem))
  }
  return refused
}

const notJson: Failure = { code: 'import/unreadable', params: { format: 'JSON' } }

async function addRecord(importer: Importer, record: Record<string, unknown>, file: string): Promise<Failure | null> {
  try {
    const given = givenMetadata(record)
    const bytes = new TextEncoder().encode(textField(record, 'text') ?? '')
    const fileName = `${file.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.txt`
    return await importer.add({ file, fileName, bytes, correct: (article) => withMetadata(article, given) })
  } catch (error) {
    return failureOf(error)
  }
}

const givenFields = ['title', 'published', 'language', 'outlet', 'url'] as const satisfies readonly MetadataField[]

/** What a record says of its article, as read in the file. @throws `date/not-understood` */
function givenMetadata(record: Record<string, unknown>): Partial<ArticleMetadata> {
  const fields = givenFields.flatMap((field) => {
    const text = textField(record, field)
    if (text === null) return []
    const value = field === 'published' ? parseDateInput(text) : text
    if (value === null) throw new ExpectedError('date/not-understood', { text })
    const evidence = { kind: 'element', at: field, quote: text } as const
    return [[field, { value, origin: 'file', confidence: 'certain', evidence }]]
  })
  return Object.fromEntries(fields)
}

/** A line that extraction took for the title is text where the record has another title. */
function withMetadata(article: ExtractedArticle, given: Partial<ArticleMetadata>): ExtractedArticle {
  const found = article.metadata.title.value
  const isOther = given.title !== undefined && given.title.value !== found
  const blocks = article.blocks.map((block) =>
    isOther && block.kind === 'title' ? { ...block, kind: 'paragraph' as const } : block,
  )
  const metadata = metadataFields.map((field) => [field, given[field] ?? article.metadata[field] ?? unknownValue])
  return { ...article, blocks, metadata: Object.fromEntries(metadata) as ArticleMetadata }
}

function tell(io: Io, file: string, problem: Failure): Refused {
  io.note(`${file}: ${messageOf(problem)}`)
  return refusal(file, problem)
}

async function report(given: Given, io: Io, done: Imported, refused: readonly Refused[]): Promise<ExitStatus> {
  const { imported, duplicates } = done
  if (given.flag('json')) await printJson(io, { imported, duplicates, refused })
  else {
    for (const one of imported) await print(io, `${one.article}\t${one.file}\t${one.title ?? 'untitled'}`)
    for (const one of duplicates) io.note(`${one.file}: already there as article ${one.of}`)
    await print(io, `${imported.length} imported, ${duplicates.length} already there, ${refused.length} refused`)
  }
  return statusOf(imported.length + duplicates.length + refused.length, refused.length)
}
