import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { StagedFile } from '../../../src-main/contract/import-types'
import { act } from '../../data/act'
import { ask, listen } from '../../data/client'
import { invalidate } from '../../data/queries'
import { showArticles, showStage, useSession } from '../../data/session'
import { choose, type Selection } from '../../ui/selection'
import { everything, groupCounts, type Listing, listed } from './listing'
import { type Changes, filesToAdd, isAddable, type ReviewState, reviewState } from './review'
import { asFailure, type Failure, type KnownStage, useStage } from './use-stage'

export type Review = {
  stageId: number
  stage: KnownStage
  state: ReviewState
  counts: ReturnType<typeof groupCounts>
  changes: Changes
  change: (next: (changes: Changes) => Changes) => void
  listing: Listing
  narrow: (listing: Listing) => void
  /** What the listing leaves, in its order. */
  rows: readonly StagedFile[]
  /** Chosen rows by index; the cursor is the row whose text is shown. */
  selection: Selection
  select: (selection: Selection) => void
  current: StagedFile | null
  /** Position of the current file in the listing. */
  at: number
  ending: Ending
  failure: Failure | null
}

/** Whether more files are on their way. */
export const isReading = ({ state }: KnownStage): boolean => state === 'listing' || state === 'reading'

/** The review of one stage: what was found, what of it is listed and chosen, what was changed, and its end. */
export function useReview(stageId: number): Review {
  const { stage, failure, refresh } = useStage(stageId)
  const [changes, change] = useState<Changes>(new Map())
  const [listing, narrow] = useState(everything)
  const [selected, select] = useState<Selection | null>(null)
  const rows = useMemo(() => listed(stage.files, listing), [stage.files, listing])
  const state = useMemo(() => reviewState(stage.files, changes), [stage.files, changes])
  const counts = useMemo(() => groupCounts(stage.files), [stage.files])
  const places = useMemo(() => new Map(rows.map((file, at) => [file.index, at])), [rows])
  const first = rows.find(isAddable) ?? rows[0]
  const kept = selected?.cursor != null && places.has(selected.cursor) ? selected : null
  const start = first?.index ?? -1
  const initial = useMemo(() => choose(start), [start])
  const selection = kept ?? initial
  const at = places.get(selection.cursor ?? -1) ?? -1
  const ending = useEnding(stageId, refresh)
  return {
    stageId,
    stage,
    state,
    counts,
    changes,
    change,
    listing,
    narrow,
    rows,
    selection,
    select,
    current: rows[at] ?? null,
    at,
    ending: { ...ending, add: () => ending.addFiles(filesToAdd(state.ticked, changes), isReading(stage)) },
    failure: ending.failure ?? failure,
  }
}

export type Ending = {
  /** How far adding is, or null. */
  adding: { done: number; total: number } | null
  /** Nothing was added although something was chosen: the library has had it all along. */
  addedNothing: boolean
  /** What was added where the review goes on: adding was stopped, rows were refused, or files are still being read. */
  added: { articleIds: readonly number[]; refused: number; stopped: boolean } | null
  add: () => Promise<void>
  /** Ends a review of which nothing is left to add, or something was added already, with the articles in view. */
  finish: () => void
  stop: () => void
  resume: () => void
}

type Files = ReturnType<typeof filesToAdd>

/** Stops, adds and closes, or forgets the stage when the review goes away without having added. */
function useEnding(stageId: number, refresh: () => Promise<void>) {
  const [adding, setAdding] = useState<Ending['adding']>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [addedNothing, setAddedNothing] = useState(false)
  const [added, setAdded] = useState<Ending['added']>(null)
  const client = useQueryClient()
  useEffect(
    () =>
      listen((notification) => {
        if (notification.kind !== 'import.adding' || notification.stageId !== stageId) return
        const { done, total } = notification
        setAdding((now) => now && { done, total })
      }),
    [stageId],
  )
  useEffect(
    () => () => {
      // Later, since a development build mounts every component twice at first.
      setTimeout(() => {
        if (useSession.getState().stageId !== stageId) void ask('import.discard', { stageId }).catch(() => null)
      })
    },
    [stageId],
  )
  const show = (articleIds: readonly number[]): void => {
    showArticles(articleIds)
    showStage(null)
  }
  const addFiles = async (files: Files, staysOpen: boolean): Promise<void> => {
    setAdding({ done: 0, total: files.length })
    setFailure(null)
    try {
      const { refused, stopped, ...result } = await ask('import.add', { stageId, files, staysOpen })
      const articleIds = [...(added?.articleIds ?? []), ...result.articleIds]
      const isOver = !stopped && !staysOpen && refused === 0
      if (isOver && articleIds.length > 0) {
        // The table beneath may not have heard of the last ones yet: it would let go of those that it does not list.
        await invalidate(client, ['article'])
        return show(articleIds)
      }
      setAddedNothing(isOver)
      if (isOver) return
      setAdded({ articleIds, refused, stopped })
      await refresh()
    } catch (error) {
      setFailure(asFailure(error))
    } finally {
      setAdding(null)
    }
  }
  const stop = (): void => void act('import.stop', { stageId }).then(refresh)
  const resume = (): void => void act('import.resume', { stageId }).then(refresh)
  const finish = (): void => (added && added.articleIds.length > 0 ? show(added.articleIds) : showStage(null))
  return { adding, failure, addedNothing, added, addFiles, finish, stop, resume }
}
