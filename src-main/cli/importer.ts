import { resolve } from 'node:path'
import type { Input } from '../contract/methods'
import type { ExtractedArticle, FileToExtract } from '../domain/extraction'
import type { Failure } from '../domain/result'
import { type ArticleRecord, articlesByIds } from '../library/queries/article'
import { blocksOfArticle } from '../library/queries/block'
import { storedFile } from '../library/queries/stored-file'
import type { ServiceContext } from '../services/context'
import { addMore, type Begun, type ToAdd } from '../services/import-add'
import { addChosen } from '../services/import-adding'
import { hashOf } from '../services/import-bytes'
import { candidates } from '../services/import-files'
import { readStage } from '../services/import-read'
import { newStage, type ReviewStage, type StageEntry } from '../services/import-stage'
import { fileWork } from '../services/import-work'
import type { Io } from './io'

/** So many named files are read, and so many records added, before the next ones: their texts are in memory meanwhile. */
const filesAtOnce = 5000
const recordsAtOnce = 500

export type ImportedFile = {
  file: string
  /** Which article of its file it is, null where the file is one. */
  part: string | null
  article: number
  title: string | null
  outlet: string | null
  published: string | null
  language: string | null
  blocks: number
  hidden: number
}

export type Imported = {
  imported: ImportedFile[]
  /** `of` is the article that has the same bytes. */
  duplicates: { file: string; part: string | null; of: number; kind: 'copy' }[]
  refused: { file: string; part: string | null; failure: Failure }[]
  /** Bibliographies, and how many articles took their metadata. */
  references: { file: string; joined: number }[]
}

/** What is set for all articles of an import. */
export type BatchEdits = NonNullable<Input<'import.add'>['files'][number]['edits']>

const nothingImported = (): Imported => ({ imported: [], duplicates: [], refused: [], references: [] })

/** A named file or one that was found in a named folder, as it is told of, and how to read it. */
type Named = { file: string; candidate: Awaited<ReturnType<typeof candidates>>[number] }

/** Imports files, folders and all that they hold, as one operation. Paths are told of as they were given. */
export async function importFiles(
  context: ServiceContext,
  io: Io,
  names: readonly string[],
  edits: BatchEdits = {},
): Promise<Imported> {
  const named = await namedFiles(io, names)
  const result = nothingImported()
  let begun: Begun | null = null
  for (let from = 0; from < named.length; from += filesAtOnce) {
    const slice = named.slice(from, from + filesAtOnce)
    const stage = await readSlice(context, io, slice, from)
    const ready = stage.entries.filter((entry) => entry.outcome.kind === 'ready')
    const choices = ready.map(({ index }) => ({ index, edits }))
    begun = (await addChosen(context, stage, choices, begun)).begun
    report(context, { stage, slice, ready: new Set(ready) }, result)
  }
  return result
}

async function namedFiles(io: Io, names: readonly string[]): Promise<Named[]> {
  const named: Named[] = []
  for (const name of names) {
    const path = resolve(io.folder, name)
    for (const candidate of await candidates([path])) {
      named.push({ file: candidate.path === path ? name : candidate.path, candidate })
    }
  }
  return named
}

/** Reads files; from time to time it is told how many of all, and how long the rest will take. */
async function readSlice(context: ServiceContext, io: Io, slice: readonly Named[], from: number): Promise<ReviewStage> {
  const stage = newStage(0)
  let tenths = 0
  const tell = (done: number, total: number): void => {
    const now = Math.floor((done * 10) / Math.max(1, total))
    if (now <= tenths || total < tellFrom) return
    tenths = now
    const left = stage.pace.msLeft(total - done)
    io.note(`${from + done} files read${left === null || done >= total ? '' : `, ${duration(left)} left`}`)
  }
  const notify: ServiceContext['notify'] = (notification) => {
    if (notification.kind === 'import.progress') tell(notification.done, notification.total)
    else context.notify(notification)
  }
  await readStage(
    { ...context, notify },
    stage,
    slice.map(({ candidate }, root) => fileWork(candidate, root)),
  )
  return stage
}

/** Fewer files are read before anybody wonders. */
const tellFrom = 100

const duration = (ms: number): string => (ms < 90_000 ? `${Math.ceil(ms / 1000)} s` : `${Math.ceil(ms / 60_000)} min`)

type ReadSlice = { stage: ReviewStage; slice: readonly Named[]; ready: ReadonlySet<StageEntry> }

/** Adds what became of the rows to the result, in order. */
function report(context: ServiceContext, { stage, slice, ready }: ReadSlice, result: Imported): void {
  const { reader } = context.library
  for (const entry of stage.entries.toSorted((a, b) => a.order - b.order || a.index - b.index)) {
    const { outcome, part } = entry
    const file = toldName(slice, entry)
    if (outcome.kind === 'refused') {
      result.refused.push({ file, part, failure: { code: outcome.code, params: outcome.params } })
    } else if (outcome.kind === 'reference') {
      result.references.push({ file, joined: outcome.joined })
    } else if (outcome.kind === 'duplicate') {
      const of = outcome.articleId ?? firstArticle(context, entry.file.sha256)
      const [article] = ready.has(entry) && of !== null ? articlesByIds(reader, [of]) : []
      if (article) result.imported.push(importedFile(context, { file, part }, article))
      else if (of !== null) result.duplicates.push({ file, part, of, kind: 'copy' })
    }
  }
}

/** A member of an archive is told of by the archive's path and its own. */
function toldName(slice: readonly Named[], { file: { place, fileName } }: StageEntry): string {
  const named = slice[place[0] ?? 0]
  return named ? `${named.file}${fileName.slice(named.candidate.fileName.length)}` : fileName
}

const firstArticle = ({ library }: ServiceContext, sha256: string): number | null =>
  [...(storedFile(library.reader, sha256)?.articles.values() ?? [])][0] ?? null

function importedFile(
  { library }: ServiceContext,
  { file, part }: Pick<ImportedFile, 'file' | 'part'>,
  { id, metadata }: ArticleRecord,
): ImportedFile {
  const { title, outlet, published, language } = metadata
  const blocks = blocksOfArticle(library.reader, id)
  return {
    file,
    part,
    article: id,
    title: title.value,
    outlet: outlet.value,
    published: published.value,
    language: language.value,
    blocks: blocks.length,
    hidden: blocks.filter((block) => block.hidden).length,
  }
}

/** One text of a stream. */
export type RecordToImport = FileToExtract & {
  /** As it is told of. */
  file: string
  correct: (article: ExtractedArticle) => ExtractedArticle
}

export type RecordImporter = {
  add: (record: RecordToImport) => Promise<void>
  refuse: (file: string, failure: Failure) => void
  /** Adds what is left. */
  finish: () => Imported
}

/** Imports texts as they come, as one operation. */
export function createRecordImporter(context: ServiceContext, io: Io, edits: BatchEdits): RecordImporter {
  const result = nothingImported()
  let begun: Begun | null = null
  let batch: { file: string; item: ToAdd }[] = []
  let copies: { file: string; sha256: string }[] = []
  let read = 0

  const flush = () => {
    const items = batch.map(({ item }) => item)
    const more = addMore(context, items, begun)
    begun = more?.begun ?? begun
    const articles = articlesByIds(context.library.reader, more?.added.articleIds ?? [])
    for (const [at, { file }] of batch.entries()) {
      const article = articles.find(({ id }) => id === more?.added.ids[at])
      if (article) result.imported.push(importedFile(context, { file, part: article.part }, article))
    }
    for (const { file, sha256 } of copies) {
      const of = firstArticle(context, sha256)
      if (of !== null) result.duplicates.push({ file, part: null, of, kind: 'copy' })
    }
    batch = []
    copies = []
  }

  return {
    async add({ file, fileName, bytes, correct }) {
      read += 1
      if (read % recordsAtOnce === 0) io.note(`${read} records read`)
      const sha256 = hashOf(bytes)
      if (firstArticle(context, sha256) !== null || batch.some(({ item }) => item.file.sha256 === sha256)) {
        copies.push({ file, sha256 })
        return
      }
      const extraction = await context.extract({ bytes, fileName })
      if (!extraction.ok) {
        result.refused.push({ file, part: null, failure: extraction.error })
        return
      }
      for (const article of extraction.value.articles) {
        batch.push({ file, item: { file: { bytes, fileName, sha256 }, extracted: correct(article), edits } })
      }
      if (batch.length >= recordsAtOnce) flush()
    },
    refuse: (file, failure) => {
      result.refused.push({ file, part: null, failure })
    },
    finish: () => {
      if (batch.length + copies.length > 0) flush()
      return result
    },
  }
}
