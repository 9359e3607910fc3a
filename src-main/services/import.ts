import type { Handlers, Input } from '../contract/methods'
import { ExpectedError } from '../domain/error'
import { copiedMediaType, type GivenMetadata, withToday } from '../domain/extraction'
import type { ServiceContext } from './context'
import { addChosen } from './import-adding'
import { readStage } from './import-read'
import { createSourceViews } from './import-source'
import {
  discardStage,
  isStopped,
  newStage,
  type ReviewStage,
  resumeReading,
  stopAdding,
  stopReading,
} from './import-stage'
import { articleOfRow, stageView } from './import-view'
import { namedWork, type Work, worksOfPaths } from './import-work'
import { relationsOfStaged } from './relation-staged'
import { refreshFingerprints } from './relation-work'

type Name =
  | 'import.stage'
  | 'import.stageText'
  | 'import.review'
  | 'import.file'
  | 'import.source'
  | 'import.stop'
  | 'import.resume'
  | 'import.add'
  | 'import.discard'

/**
 * Articles that were added a moment ago are known to a review by their fingerprints, which it waits for. Where more are
 * missing, as after a change of method, they take minutes, and what is found meanwhile has to do.
 */
const awaitedFingerprints = 3000

/** The open import reviews, and how one is begun. */
export function createReviews(context: ServiceContext) {
  const { library } = context
  const stages = new Map<number, ReviewStage>()
  // From the time on, so that a review that died with its process is never taken for one of the next process.
  let lastId = Date.parse(context.clock())

  return {
    /**
     * Begins a review; the files are looked up and extracted while the caller goes on.
     * @param onAdded told when the review ended with adding
     * @param today the day of import, where it is not the present one
     */
    begin: (find: () => Promise<Work[]>, onAdded: () => void = () => undefined, today?: string): ReviewStage => {
      if (library.readOnly) throw new ExpectedError('library/read-only')
      lastId += 1
      const stage = newStage(lastId, relationsOfStaged(library.reader), onAdded)
      stages.set(stage.id, stage)
      const reading = today === undefined ? context : { ...context, extract: withToday(context.extract, () => today) }
      void find().then(async (found) => {
        // What a stop leaves, the background takes.
        const isOver = () => stage.discarded || isStopped(stage)
        await refreshFingerprints(library, { atMost: awaitedFingerprints, isOver }).catch(() => undefined)
        await readStage(reading, stage, found)
      })
      return stage
    },
    find: (stageId: number): ReviewStage | undefined => stages.get(stageId),
    end: (stage: ReviewStage): void => {
      discardStage(stage)
      stages.delete(stage.id)
    },
  }
}

export type Reviews = ReturnType<typeof createReviews>

export const importHandlers = (context: ServiceContext, reviews: Reviews) => {
  const { reader } = context.library
  const sources = createSourceViews(context.extract)
  const requireStage = (stageId: number): ReviewStage => {
    const stage = reviews.find(stageId)
    if (!stage) throw new ExpectedError('import/stage-not-found')
    return stage
  }

  return {
    'import.stage': ({ paths, today }) => ({
      stageId: reviews.begin(() => worksOfPaths(paths), undefined, today).id,
    }),
    'import.stageText': (input) => ({ stageId: reviews.begin(async () => [pastedWork(input)]).id }),
    'import.review': ({ stageId, since }) => stageView(reader, requireStage(stageId), since),
    'import.file': ({ stageId, index }) => articleOfRow(reader, requireStage(stageId), index),
    'import.source': ({ stageId, index }) => {
      const stage = requireStage(stageId)
      return sources.of(stage, index, articleOfRow(reader, stage, index).blocks)
    },
    'import.stop': ({ stageId }) => {
      const stage = requireStage(stageId)
      if (!stopAdding(stage)) stopReading(stage)
      return null
    },
    'import.resume': ({ stageId }) => {
      resumeReading(requireStage(stageId))
      return null
    },
    'import.add': async ({ stageId, files, staysOpen = false }) => {
      const stage = requireStage(stageId)
      const added = await addChosen(context, stage, files)
      if (!staysOpen && stage.state === 'done' && !added.stopped && added.refused === 0) {
        reviews.end(stage)
        stage.onAdded()
      }
      return added
    },
    'import.discard': ({ stageId }) => {
      const stage = reviews.find(stageId)
      if (!stage) return null
      reviews.end(stage)
      if (isAllAdded(stage)) stage.onAdded()
      return null
    },
  } satisfies Handlers<Name>
}

/** Whether adding ended a review although it stayed open then, since files were still being read. */
const isAllAdded = ({ begun, state, entries }: ReviewStage): boolean =>
  begun !== null && state === 'done' && entries.every((entry) => entry.outcome.kind !== 'ready')

/** Clipboard text as a file. Its HTML is taken where it has paragraphs: some programs wrap plain text in a lone span. */
function pastedWork({ text, html, url, name }: Input<'import.stageText'>): Work {
  const structured = html !== null && /<(?:p|h[1-6]|article|li|blockquote)[\s>]/i.test(html)
  const ending = structured ? '.html' : '.txt'
  const base = name.replace(/[/\\]/g, '-').trim()
  const fileName = base.toLowerCase().endsWith(ending) ? base : `${base}${ending}`
  const bytes = new TextEncoder().encode(structured ? html : text)
  const mediaType = structured ? copiedMediaType : undefined
  const file = { place: [0], folder: '', fileName, mediaType }
  return namedWork(file, () => Promise.resolve(bytes), givenAddress(url))
}

const givenAddress = (url: string | null): GivenMetadata | undefined =>
  url === null
    ? undefined
    : {
        url: {
          value: url,
          origin: 'file',
          confidence: 'certain',
          evidence: { kind: 'record', at: 'clipboard', quote: url },
        },
      }
