import type { Handlers, Input } from '../contract/methods'
import { ExpectedError } from '../domain/error'
import type { ServiceContext } from './context'
import { addArticles, type ToAdd } from './import-add'
import { candidates } from './import-files'
import { fileEntry, processStage, type StageEntry, type StageState, stageEntry, stageView } from './import-stage'

type Name = 'import.stage' | 'import.stageText' | 'import.review' | 'import.add' | 'import.discard'

export const importHandlers = (context: ServiceContext) => {
  const { library } = context
  const stages = new Map<number, StageState>()
  // From the time on, so that a review that died with its process is never taken for one of the next process.
  let lastId = Date.parse(context.clock())

  /** Begins a review; the files are looked up and extracted while the caller goes on. */
  const begin = (findEntries: () => Promise<StageEntry[]>): { stageId: number } => {
    if (library.readOnly) throw new ExpectedError('library/read-only')
    lastId += 1
    const stage: StageState = { id: lastId, entries: [], total: null, done: false, discarded: false }
    stages.set(stage.id, stage)
    void work(stage, findEntries)
    return { stageId: stage.id }
  }
  const work = async (stage: StageState, findEntries: () => Promise<StageEntry[]>) => {
    stage.entries = await findEntries()
    await processStage(context, stage)
  }
  const discard = (stage: StageState) => {
    stage.discarded = true
    stages.delete(stage.id)
  }
  const requireStage = (stageId: number): StageState => {
    const stage = stages.get(stageId)
    if (!stage) throw new ExpectedError('import/stage-not-found')
    return stage
  }

  return {
    'import.stage': ({ paths }) =>
      begin(async () =>
        (await candidates(paths)).map(({ path, fileName, refusal }) =>
          refusal === null ? fileEntry(path, fileName) : stageEntry(fileName, () => Promise.reject(refusal)),
        ),
      ),
    'import.stageText': (input) => {
      const { fileName, bytes } = pastedFile(input)
      return begin(async () => [stageEntry(fileName, () => Promise.resolve(bytes))])
    },
    'import.review': ({ stageId }) => stageView(library.reader, requireStage(stageId)),
    'import.add': ({ stageId, files }) => {
      const stage = requireStage(stageId)
      const chosen = files.flatMap((file) => toAdd(stage.entries[file.index], file) ?? [])
      const added = addArticles(context, chosen)
      discard(stage)
      return { ...added, skipped: files.length - added.articleIds.length }
    },
    'import.discard': ({ stageId }) => {
      const stage = stages.get(stageId)
      if (stage) discard(stage)
      return null
    },
  } satisfies Handlers<Name>
}

/** @returns null for files that are duplicates, refused, or not extracted yet */
function toAdd(entry: StageEntry | undefined, file: Input<'import.add'>['files'][number]): ToAdd | null {
  if (!entry?.bytes || entry.sha256 === null || !entry.extracted) return null
  const { bytes, fileName, sha256, extracted } = entry
  return { file: { bytes, fileName, sha256 }, extracted, edits: file.edits, blocks: file.blocks }
}

/** Clipboard text as a file. Its HTML is taken where it has paragraphs: some programs wrap plain text in a lone span. */
function pastedFile({ text, html, name }: Input<'import.stageText'>): { fileName: string; bytes: Uint8Array } {
  const structured = html !== null && /<(?:p|h[1-6]|article|li|blockquote)[\s>]/i.test(html)
  const ending = structured ? '.html' : '.txt'
  const base = name.replace(/[/\\]/g, '-').trim()
  return {
    fileName: base.toLowerCase().endsWith(ending) ? base : `${base}${ending}`,
    bytes: new TextEncoder().encode(structured ? html : text),
  }
}
