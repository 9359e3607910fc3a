import { type ArticleMetadata, type MetadataField, metadataFields } from '../domain/article'
import { parseDateInput } from '../domain/date-input'
import { ExpectedError } from '../domain/error'
import type { ExtractedArticle } from '../domain/extraction'
import { unknownValue } from '../domain/origin'
import type { Failure } from '../domain/result'
import type { ServiceContext } from '../services/context'
import { type Command, type Given, UsageError } from './command'
import { fileHelp, isPassedOver, named, refusal } from './files'
import { comparedWithOthers, type Related } from './imported-related'
import { type BatchEdits, type Imported, importFiles } from './importer'
import { type ExitStatus, type Io, print, printJson, statusOf } from './io'
import { libraryOption, withLibrary } from './library'
import { failureOf } from './messages'
import { records, textField } from './ndjson'
import { createRecordImporter, type RecordImporter } from './record-importer'

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
    '               duplicates:[{file,part,of,kind}],related:[{file,part,article,of,kind,share}],',
    '               references:[{file,joined}],refused:[{file,part,code,message}],',
    '               passedOver:[like refused: covers, pictures and the like],stopped,notRead}',
    'Ctrl+C         stops reading; what was read is added',
  ],
  options: { ...libraryOption, outlet: { type: 'string' }, published: { type: 'string' } },
  words: { least: 1, most: Number.POSITIVE_INFINITY },
  run: (given, io) => {
    const fromInput = given.words.includes('-')
    if (fromInput && given.words.length > 1) throw new UsageError('import: - stands alone')
    const edits = editsOf(given)
    return withLibrary(given, io, 'create', async (context) => {
      const controller = new AbortController()
      const stopped = controller.signal
      const release = io.onInterrupt(() => {
        io.note('Stopping; what was read is added. Ctrl+C again ends at once.')
        controller.abort()
      })
      try {
        const done = fromInput
          ? await importInput(context, io, { edits, stopped })
          : await importFiles(context, io, given.words, { edits, stopped })
        const related = await comparedWithOthers(context, io, done.imported, stopped)
        return await report(given, io, { ...done, related, stopped: stopped.aborted })
      } finally {
        release()
      }
    })
  },
}

type How = { edits: BatchEdits; stopped: AbortSignal }

async function importInput(context: ServiceContext, io: Io, { edits, stopped }: How): Promise<Imported> {
  const importer = createRecordImporter(context, io, edits)
  for await (const { line, value } of records({ ...io, input: until(stopped, io.input) })) {
    if (stopped.aborted) break
    const file = (value && textField(value, 'id')) ?? `line ${line}`
    if (value) await addRecord(importer, value, file)
    else importer.refuse(file, notJson)
  }
  return { ...importer.finish(), stopped: stopped.aborted, notRead: stopped.aborted ? null : 0 }
}

/** What comes in until it is stopped, also while nothing comes. */
async function* until<T>(stopped: AbortSignal, items: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]()
  const end = new Promise<null>((resolve) => stopped.addEventListener('abort', () => resolve(null), { once: true }))
  while (!stopped.aborted) {
    const next = await Promise.race([iterator.next(), end])
    if (next === null || next.done) return
    yield next.value
  }
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

const notJson: Failure = { code: 'import/broken-line', params: {} }

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

type Done = Imported & { related: Related[] }

async function report(given: Given, io: Io, done: Done): Promise<ExitStatus> {
  const { imported, duplicates, related, references, stopped, notRead } = done
  const told = (refusals: Imported['refused']) =>
    refusals.map(({ file, part, failure }) => ({ part, ...refusal(file, failure) }))
  const refused = told(done.refused.filter(({ failure }) => !isPassedOver(failure)))
  const passedOver = told(done.refused.filter(({ failure }) => isPassedOver(failure)))
  for (const { file, part, message } of [...refused, ...passedOver]) io.note(`${named(file, part)}: ${message}`)
  for (const { file, part, of, kind, share } of related) {
    const how = kind === 'same-text' ? 'the same text as' : `${Math.round(share * 100)} % of its words as in`
    io.note(`${named(file, part)}: ${how} article ${of}`)
  }
  if (given.flag('json')) {
    await printJson(io, { imported, duplicates, related, references, refused, passedOver, stopped, notRead })
  } else {
    for (const { file, part, article, title } of imported) {
      await print(io, `${article}\t${named(file, part)}\t${title ?? 'untitled'}`)
    }
    for (const { file, part, of } of duplicates) io.note(`${named(file, part)}: already there as article ${of}`)
    for (const { file, joined } of references) io.note(`${file}: gave its metadata to ${joined} articles`)
    await print(io, `${imported.length} imported, ${duplicates.length} already there, ${refused.length} refused`)
  }
  if (stopped) {
    const rest = notRead === null ? 'the rest was not read' : `${notRead} files not read`
    io.note(`Stopped: ${notRead === 0 ? 'the texts were not all compared' : rest}.`)
    if (imported.length > 0) io.note('`collate undo` takes back what was added.')
    return 130
  }
  const items = imported.length + duplicates.length + references.length + refused.length
  return items === 0 ? 3 : statusOf(items, refused.length)
}
