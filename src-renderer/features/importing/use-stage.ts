import { useEffect, useState } from 'react'
import type { Stage, StagedFile } from '../../../src-main/contract/import-types'
import type { ErrorCode, ErrorParams } from '../../../src-main/domain/error'
import { ask, CallFailed, listen } from '../../data/client'

export type Failure = { code: ErrorCode; params: ErrorParams }

/** A review as far as it is known. `files` are its rows in order; `loaded` tells that there was an answer. */
export type KnownStage = Omit<Stage, 'id' | 'revision'> & { revision: number; loaded: boolean }

export const unknownStage: KnownStage = {
  revision: 0,
  files: [],
  total: null,
  read: 0,
  state: 'listing',
  msLeft: null,
  loaded: false,
}

/** Puts the rows that are new or changed where they belong. */
export function withAnswer(known: KnownStage, { id: _, files, ...stage }: Stage): KnownStage {
  if (files.length === 0) return { ...stage, files: known.files, loaded: true }
  const rows = new Map<number, StagedFile>(known.files.map((file) => [file.index, file]))
  for (const file of files) rows.set(file.index, file)
  return { ...stage, files: [...rows.values()].sort((a, b) => a.order - b.order || a.index - b.index), loaded: true }
}

export const asFailure = (error: unknown): Failure =>
  error instanceof CallFailed
    ? { code: error.code, params: error.params }
    : { code: 'internal/bug', params: { incident: String(error) } }

/** While files are coming, the review is asked no more often than this. */
const intervalMs = 300

/** Follows a review: asks for what changed whenever the library tells of progress. */
export function useStage(stageId: number): {
  stage: KnownStage
  failure: Failure | null
  refresh: () => Promise<void>
} {
  const [stage, setStage] = useState(unknownStage)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [follower] = useState(() =>
    follow(async (since) => {
      const answer = await ask('import.review', { stageId, since })
      setStage((known) => withAnswer(known, answer))
      return answer.revision
    }, setFailure),
  )
  useEffect(() => {
    void follower.ask()
    return listen((notification) => {
      const isOwn = 'stageId' in notification && notification.stageId === stageId
      if (notification.kind === 'library.failed' || (isOwn && notification.kind === 'import.progress')) {
        void follower.ask()
      }
    })
  }, [follower, stageId])
  return { stage, failure, refresh: follower.ask }
}

/** One question at a time; what is told meanwhile is asked for once more after a pause. */
function follow(askSince: (revision: number) => Promise<number>, onFailure: (failure: Failure | null) => void) {
  let revision = 0
  let asking: Promise<void> | null = null
  let again = false
  const once = async (): Promise<void> => {
    try {
      revision = await askSince(revision)
      onFailure(null)
    } catch (error) {
      onFailure(asFailure(error))
    }
  }
  const run = async (): Promise<void> => {
    await once()
    while (again) {
      await new Promise((resolve) => setTimeout(resolve, intervalMs))
      again = false
      await once()
    }
  }
  return {
    ask: (): Promise<void> => {
      again = asking !== null
      asking ??= run().finally(() => {
        asking = null
      })
      return asking
    },
  }
}
