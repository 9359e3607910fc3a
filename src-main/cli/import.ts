import { type ArticleMetadata, type MetadataField, metadataFields } from '../domain/article'
import { parseDateInput } from '../domain/date-input'
import { ExpectedError } from '../domain/error'
import type { ExtractedArticle } from '../domain/extraction'
import { unknownValue } from '../domain/origin'
import type { Failure } from '../domain/result'
import { type Command, type Given, UsageError } from './command'
import { fileHelp, named, refusal } from './files'
import { type BatchEdits, createRecordImporter, type Imported, importFiles, type RecordImporter } from './importer'
import { type ExitStatus, type Io, print, printJson, statusOf } from './io'
import { libraryOption, withLibrary } from './library'
import { failureOf } from './messages'
import { records, textField } from './ndjson'

export const importCommand: Command = {
  name: 'import',
  usage: 'FILE… | - --library L [--outlet O] [--published D] [--json]',
  summary: 'Adds articles to a library, which is made where it is not there. What is there already adds nothing.',
  details: [
    ...fileHelp,
    '-              standard input: one JSON object a line, {id,title,published,language,outlet,url,text}',
    '--outlet O     sets the outlet of all articles that are added',
    '--published D  sets their publication date, such as 2024-05-07',
    '--json         at the end {imported:[{file,part,article,title,outlet,published,language,blocks,hidden}],',
    '               duplicates:[{file,part,of,kind}],references:[{file,joined}],refused:[{file,part,code,message}]}',
  ],
  options: { ...libraryOption, outlet: { type: 'string' }, published: { type: 'string' } },
  words: { least: 1, most: Number.POSITIVE_INFINITY },
  run: (given, io) => {
    const fromInput = given.words.includes('-')
    if (fromInput && given.words.length > 1) throw new UsageError('import: - stands alone')
    const edits = editsOf(given)
    return withLibrary(given, io, 'create', async (context) => {
      if (!fromInput) return report(given, io, await importFiles(context, io, given.words, edits))
      const importer = createRecordImporter(context, io, edits)
      for await (const { line, value } of records(io)) {
        const file = (value && textField(value, 'id')) ?? `line ${line}`
        if (value) await addRecord(importer, value, file)
        else importer.refuse(file, notJson)
      }
      return report(given, io, importer.finish())
    })
  },
}

/** @throws UsageError */
function editsOf(given: Given): BatchEdits {
  const outlet = given.text('outlet')
  const published = given.text('published')
  if (published !== undefined && parseDateInput(published) === null) {
    throw new UsageError(`--published is not understood as a date: ${published}`)
  }
  return { ...(outlet === undefined ? {} : { outlet }), ...(published === undefined ? {} : { published }) }
}

const notJson: Failure = { code: 'import/unreadable', params: { format: 'JSON' } }

async function addRecord(importer: RecordImporter, record: Record<string, unknown>, file: string): Promise<void> {
  try {
    const given = givenMetadata(record)
    const bytes = new TextEncoder().encode(textField(record, 'text') ?? '')
    const fileName = `${file.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.txt`
    await importer.add({ file, fileName, bytes, correct: (article) => withMetadata(article, given) })
  } catch (error) {
    importer.refuse(file, failureOf(error))
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

async function report(given: Given, io: Io, done: Imported): Promise<ExitStatus> {
  const { imported, duplicates, references } = done
  const refused = done.refused.map(({ file, part, failure }) => ({ part, ...refusal(file, failure) }))
  for (const { file, part, message } of refused) io.note(`${named(file, part)}: ${message}`)
  if (given.flag('json')) await printJson(io, { imported, duplicates, references, refused })
  else {
    for (const { file, part, article, title } of imported) {
      await print(io, `${article}\t${named(file, part)}\t${title ?? 'untitled'}`)
    }
    for (const { file, part, of } of duplicates) io.note(`${named(file, part)}: already there as article ${of}`)
    for (const { file, joined } of references) io.note(`${file}: gave its metadata to ${joined} articles`)
    await print(io, `${imported.length} imported, ${duplicates.length} already there, ${refused.length} refused`)
  }
  const items = imported.length + duplicates.length + references.length + refused.length
  return statusOf(items, refused.length)
}
