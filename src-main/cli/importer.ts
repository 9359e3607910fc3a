import { resolve } from 'node:path'
import type { Input } from '../contract/methods'
import type { Failure } from '../domain/result'
import { type ArticleRecord, articlesByIds } from '../library/queries/article'
import { blocksOfArticle } from '../library/queries/block'
import { storedFile } from '../library/queries/stored-file'
import type { ServiceContext } from '../services/context'
import type { Begun } from '../services/import-add'
import { addChosen } from '../services/import-adding'
import { candidates } from '../services/import-files'
import { createPace, type Pace } from '../services/import-pace'
import { readStage } from '../services/import-read'
import { joinReferences } from '../services/import-references'
import { discardStage, newStage, type ReviewStage, type StageEntry } from '../services/import-stage'
import { fileWork } from '../services/import-work'
import type { Io } from './io'

/**
 * So many named files are read and added before the next ones, so that little is lost where the process dies. Those beside
 * a bibliography are read together, since it may describe any of them.
 */
const filesAtOnce = 200
const describedFilesAtOnce = 5000

/** Names of files that may be bibliographies, such as Zotero's table of a collection. */
const mayDescribe = /\.(?:ris|bib|bibtex|json|csljson|csv|tsv|tab)$/i

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
  /** Whether it was interrupted, and how many of the named files were not read then; null where that can't be known. */
  stopped: boolean
  notRead: number | null
}

/** What is set for all articles of an import. */
export type BatchEdits = NonNullable<Input<'import.add'>['files'][number]['edits']>

export const nothingImported = (): Imported => ({
  imported: [],
  duplicates: [],
  refused: [],
  references: [],
  stopped: false,
  notRead: 0,
})

/** A named file or one that was found in a named folder, as it is told of, and how to read it. */
type Named = { file: string; candidate: Awaited<ReturnType<typeof candidates>>[number] }

/** How far all named files are read, the members of archives among them counted. */
type Progress = { pace: Pace; read: number; left: number; tenths: number }

/**
 * Imports files, folders and all that they hold, as one operation. Paths are told of as they were given.
 * @param stopped ends reading; what was read until then is added
 */
export async function importFiles(
  context: ServiceContext,
  io: Io,
  names: readonly string[],
  { edits, stopped }: { edits: BatchEdits; stopped: AbortSignal },
): Promise<Imported> {
  const named = await namedFiles(io, names)
  const atOnce = named.some(({ file }) => mayDescribe.test(file)) ? describedFilesAtOnce : filesAtOnce
  const result = nothingImported()
  const progress = { pace: createPace(() => performance.now()), read: 0, left: named.length, tenths: 0 }
  let begun: Begun | null = null
  for (let from = 0; from < named.length && !stopped.aborted; from += atOnce) {
    const slice = named.slice(from, from + atOnce)
    progress.left -= slice.length
    const stage = await readSlice(context, io, slice, { progress, stopped })
    progress.read += stage.read
    const ready = stage.entries.filter((entry) => entry.outcome.kind === 'ready')
    const choices = ready.map(({ index }) => ({ index, edits }))
    stage.begun = begun
    await addChosen(context, stage, choices)
    begun = stage.begun
    report(context, { stage, slice }, result)
    if (stage.discarded) progress.left += unread(stage)
  }
  return { ...result, stopped: stopped.aborted, notRead: progress.left }
}

/** Files that a stopped stage was not read to the end of, members of archives among them. */
const unread = (stage: ReviewStage): number => (stage.total ?? 0) - stage.read

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

type Reading = { progress: Progress; stopped: AbortSignal }

/** Reads files; from time to time it is told how many of all, and how long the rest will take. */
async function readSlice(
  context: ServiceContext,
  io: Io,
  slice: readonly Named[],
  { progress, stopped }: Reading,
): Promise<ReviewStage> {
  const stage: ReviewStage = { ...newStage(0), pace: progress.pace }
  const tell = (done: number, total: number): void => {
    const now = Math.floor((done * 10) / Math.max(1, total))
    if (now <= progress.tenths || total < tellFrom) return
    progress.tenths = now
    const left = stage.pace.msLeft(total - done)
    io.note(`${done} files read${left === null || done >= total ? '' : `, ${duration(left)} left`}`)
  }
  const notify: ServiceContext['notify'] = (notification) => {
    if (notification.kind !== 'import.progress') context.notify(notification)
    else tell(progress.read + notification.done, progress.read + notification.total + progress.left)
  }
  const stop = () => discardStage(stage)
  stopped.addEventListener('abort', stop, { once: true })
  try {
    await readStage(
      { ...context, notify },
      stage,
      slice.map(({ candidate }, root) => fileWork(candidate, root)),
    )
  } finally {
    stopped.removeEventListener('abort', stop)
  }
  if (stage.discarded) joinWhatWasRead(context, stage)
  return stage
}

/** Files that an entry of a bibliography belongs to may not have been read: that one has none is not told. */
function joinWhatWasRead({ library }: ServiceContext, stage: ReviewStage): void {
  const rows = stage.entries.length
  joinReferences(library.reader, stage)
  stage.entries.length = rows
}

/** Fewer files are read before anybody wonders. */
const tellFrom = 100

const duration = (ms: number): string => (ms < 90_000 ? `${Math.ceil(ms / 1000)} s` : `${Math.ceil(ms / 60_000)} min`)

type ReadSlice = { stage: ReviewStage; slice: readonly Named[] }

/** Adds what became of the rows to the result, in order. */
function report(context: ServiceContext, { stage, slice }: ReadSlice, result: Imported): void {
  const { reader } = context.library
  for (const entry of stage.entries.toSorted((a, b) => a.order - b.order || a.index - b.index)) {
    const { part } = entry
    const outcome = toldOutcome(context, stage, entry)
    const file = toldName(slice, entry)
    if (outcome.kind === 'refused') {
      result.refused.push({ file, part, failure: { code: outcome.code, params: outcome.params } })
    } else if (outcome.kind === 'reference') {
      result.references.push({ file, joined: outcome.joined })
    } else if (outcome.kind === 'added') {
      const [article] = articlesByIds(reader, [outcome.articleId])
      if (article) result.imported.push(importedFile(context, { file, part }, article))
    } else if (outcome.kind === 'duplicate') {
      const of = outcome.articleId ?? firstArticle(context, entry.file.sha256)
      if (of !== null) result.duplicates.push({ file, part, of, kind: 'copy' })
    }
  }
}

/** Of the same bytes as one of which no article came, a file is told of as that one: refused, or a bibliography. */
function toldOutcome(
  context: ServiceContext,
  stage: ReviewStage,
  { file, outcome }: StageEntry,
): StageEntry['outcome'] {
  if (outcome.kind !== 'duplicate' || (outcome.articleId ?? firstArticle(context, file.sha256)) !== null) return outcome
  const twin = stage.entries.find((one) => one.file.sha256 === file.sha256 && one.outcome.kind !== 'duplicate')
  return twin?.outcome.kind === 'reference' ? { ...twin.outcome, joined: 0 } : (twin?.outcome ?? outcome)
}

/** A member of an archive is told of by the archive's path and its own. */
function toldName(slice: readonly Named[], { file: { place, fileName } }: StageEntry): string {
  const named = slice[place[0] ?? 0]
  return named ? `${named.file}${fileName.slice(named.candidate.fileName.length)}` : fileName
}

/** The first article that was made of a file with these bytes. */
export const firstArticle = ({ library }: ServiceContext, sha256: string): number | null =>
  [...(storedFile(library.reader, sha256)?.articles.values() ?? [])][0] ?? null

/** An article as an import tells of it. */
export function importedFile(
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
