import { useEffect, useState } from 'react'
import type { Stage, StagedFile } from '../../../src-main/contract/import-types'
import type { ErrorCode, ErrorParams } from '../../../src-main/domain/error'
import { ask, CallFailed, listen } from '../../data/client'
import { useAnswer } from '../../data/queries'
import { showArticles, showStage, useSession } from '../../data/session'
import { type Changes, filesToAdd, isAddable, type ReviewState, reviewState } from './review'

export type Review = {
  stage: Stage | null
  /** Files that were read, of all; `done` tells that there are no more. */
  progress: { done: number; total: number; finished: boolean }
  state: ReviewState
  changes: Changes
  change: (next: (changes: Changes) => Changes) => void
  current: StagedFile | null
  /** Position of the current file in the list. */
  at: number
  moveTo: (at: number) => void
  adding: boolean
  failure: { code: ErrorCode; params: ErrorParams } | null
  /** Nothing was added although something was chosen: the library has had it all along. */
  addedNothing: boolean
  add: () => Promise<void>
}

const noFiles: Stage = { id: 0, files: [], total: 0, done: false }

/** The review of one stage: what was found, what was changed, and its end. */
export function useReview(stageId: number): Review {
  const answer = useAnswer('import.review', { stageId })
  const stage = answer.data ?? null
  const told = useProgress(stageId)
  const [changes, setChanges] = useState<Changes>(new Map())
  const [position, setPosition] = useState<number | null>(null)
  const ending = useEnding(stageId)
  const { files, done, total } = stage ?? noFiles
  const firstReady = files.findIndex(isAddable)
  const at = Math.min(position ?? Math.max(0, firstReady), files.length - 1)
  const state = reviewState(stage ?? noFiles, changes)
  return {
    stage,
    progress: { done: Math.max(files.length, told.done), total: Math.max(total, told.total), finished: done },
    state,
    changes,
    change: setChanges,
    current: files[at] ?? null,
    at,
    moveTo: setPosition,
    adding: ending.adding,
    failure: ending.failure ?? answer.error,
    addedNothing: ending.addedNothing,
    add: () => ending.add(filesToAdd(state.ticked, changes)),
  }
}

/** How far reading has come, as told while answers with many files are still under way. */
function useProgress(stageId: number): { done: number; total: number } {
  const [progress, setProgress] = useState({ done: 0, total: 0 })
  useEffect(
    () =>
      listen((notification) => {
        if (notification.kind === 'import.progress' && notification.stageId === stageId) setProgress(notification)
      }),
    [stageId],
  )
  return progress
}

/** Adds and closes, or forgets the stage when the review goes away without having added. */
function useEnding(stageId: number) {
  const [adding, setAdding] = useState(false)
  const [failure, setFailure] = useState<Review['failure']>(null)
  const [addedNothing, setAddedNothing] = useState(false)
  useEffect(
    () => () => {
      // Later, since a development build mounts every component twice at first.
      setTimeout(() => {
        if (useSession.getState().stageId !== stageId) void ask('import.discard', { stageId }).catch(() => null)
      })
    },
    [stageId],
  )
  const add = async (files: ReturnType<typeof filesToAdd>): Promise<void> => {
    setAdding(true)
    setFailure(null)
    try {
      const { articleIds } = await ask('import.add', { stageId, files })
      if (articleIds.length === 0) {
        setAddedNothing(true)
        return
      }
      showArticles(articleIds)
      showStage(null)
    } catch (error) {
      if (error instanceof CallFailed) setFailure({ code: error.code, params: error.params })
      else setFailure({ code: 'internal/bug', params: { incident: String(error) } })
    } finally {
      setAdding(false)
    }
  }
  return { adding, failure, addedNothing, add }
}
