import { hashKey, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Briefing } from '../../../src-main/contract/types'
import type { BriefingBlock } from '../../../src-main/domain/briefing'
import { act } from '../../data/act'
import { onLeaving } from '../../data/leaving'
import { answerOptions, useAnswer } from '../../data/queries'
import { useSession } from '../../data/session'

/** Pause after the last key before typed text is saved, in milliseconds. */
const typingPauseMs = 1000

export const chooseBriefing = (briefingId: number | null): void => useSession.setState({ briefingId })

/** The list of briefings and the one that is shown: the chosen one, else the first. */
export function useBriefings() {
  const list = useAnswer('briefing.list', {})
  const chosenId = useSession((s) => s.briefingId)
  const rows = list.data ?? []
  const shownId = rows.find((row) => row.id === chosenId)?.id ?? rows[0]?.id ?? null
  const shown = useAnswer('briefing.get', shownId === null ? null : { id: shownId }).data ?? null
  return { isPending: list.isPending, rows, shown: shownId === null ? null : shown }
}

export type Draft = ReturnType<typeof useDraft>

/** A block with a key of its own, so that moving it keeps its focus. */
export type DraftBlock = { key: number; block: BriefingBlock }

/**
 * What the editor shows of a briefing: typed text at once, saved after a pause; everything else is saved at once. Changes
 * from elsewhere (undo, quoting in Read) are taken up when nothing typed is waiting or on its way, and no newer answer is.
 */
export function useDraft(briefing: Briefing) {
  const nextKey = useRef(briefing.blocks.length)
  const [title, setTitle] = useState(briefing.title)
  const [blocks, setBlocks] = useState<DraftBlock[]>(() => briefing.blocks.map((block, key) => ({ key, block })))
  const waiting = useRef<{ title: string; blocks: BriefingBlock[] } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const saving = useRef(0)
  const shown = useRef({ title, blocks })
  useLayoutEffect(() => {
    shown.current = { title, blocks }
  })

  const client = useQueryClient()
  const takeUp = useCallback((): void => {
    const answer = client.getQueryState<Briefing>(answerKey(briefing.id))
    if (!answer?.data || answer.fetchStatus !== 'idle' || waiting.current || saving.current > 0) return
    const before = shown.current
    const { title: storedTitle, blocks: storedBlocks } = answer.data
    // A name that is being typed ends in a space now and then, which is not stored.
    if (squeezed(before.title) !== storedTitle) setTitle(storedTitle)
    if (isSame(before.blocks, storedBlocks)) return
    const next = storedBlocks.map((block, i) => {
      const old = before.blocks[i]
      if (old && JSON.stringify(old.block) === JSON.stringify(block)) return old
      if (old && old.block.kind === block.kind && before.blocks.length === storedBlocks.length)
        return { key: old.key, block }
      nextKey.current += 1
      return { key: nextKey.current, block }
    })
    setBlocks(next)
  }, [client, briefing.id])

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current)
    const draft = waiting.current
    if (!draft) return
    waiting.current = null
    saving.current += 1
    const saved = await act('briefing.save', { id: briefing.id, title: draft.title, blocks: draft.blocks })
    saving.current -= 1
    // What could not be saved stays on the screen, and is tried again with the next change.
    if (saved) takeUp()
    else waiting.current ??= draft
  }, [briefing.id, takeUp])

  useEffect(() => {
    const leave = (): void => {
      if (client.getQueryData(answerKey(briefing.id))) {
        void save()
        return
      }
      // Nothing is left of the answers of a library that is gone, and what was written for it is not for the next one.
      clearTimeout(timer.current)
      waiting.current = null
    }
    const stopKeeping = onLeaving(leave)
    return () => {
      stopKeeping()
      leave()
    }
  }, [client, briefing.id, save])

  useEffect(() => {
    takeUp()
    const hash = hashKey(answerKey(briefing.id))
    return client.getQueryCache().subscribe(({ query }) => {
      if (query.queryHash === hash) takeUp()
    })
  }, [client, briefing.id, takeUp])

  const change = (nextTitle: string, next: DraftBlock[], typed: boolean): void => {
    setTitle(nextTitle)
    setBlocks(next)
    waiting.current = { title: nextTitle, blocks: next.map((b) => b.block) }
    clearTimeout(timer.current)
    if (typed) timer.current = setTimeout(() => void save(), typingPauseMs)
    else void save()
  }
  const replace = (key: number, block: BriefingBlock, typed: boolean): void =>
    change(
      title,
      blocks.map((b) => (b.key === key ? { key, block } : b)),
      typed,
    )
  return {
    title,
    blocks,
    save,
    setTitle: (next: string) => change(next, blocks, true),
    replace,
    insert: (block: BriefingBlock, at: number): number => {
      nextKey.current += 1
      const added = { key: nextKey.current, block }
      change(title, [...blocks.slice(0, at), added, ...blocks.slice(at)], false)
      return added.key
    },
    remove: (key: number) =>
      change(
        title,
        blocks.filter((b) => b.key !== key),
        false,
      ),
    move: (key: number, step: 1 | -1) => {
      const from = blocks.findIndex((b) => b.key === key)
      const moved = blocks[from]
      const to = from + step
      if (!moved || to < 0 || to >= blocks.length) return
      const rest = blocks.filter((b) => b.key !== key)
      change(title, [...rest.slice(0, to), moved, ...rest.slice(to)], false)
    },
  }
}

const answerKey = (id: number) => answerOptions('briefing.get', { id }).queryKey

const squeezed = (title: string): string => title.trim().replace(/\s+/g, ' ')

const isSame = (blocks: readonly DraftBlock[], stored: readonly BriefingBlock[]): boolean =>
  JSON.stringify(blocks.map(({ block }) => block)) === JSON.stringify(stored)

/** A new block of a kind, as the insert menu makes it. */
export function newBlock(kind: BriefingBlock['kind']): BriefingBlock {
  if (kind === 'heading') return { kind, level: 2, text: '' }
  if (kind === 'text') return { kind, markdown: '' }
  if (kind === 'quotes') return { kind, tagId: null, passageIds: [] }
  if (kind === 'timeline') return { kind, eventIds: null }
  return { kind }
}
