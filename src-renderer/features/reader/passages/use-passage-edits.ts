import { hashKey, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ArticleText, Passage } from '../../../../src-main/contract/types'
import { articleText } from '../../../../src-main/domain/article'
import { runCommand, useCommands } from '../../../commands/registry'
import { act } from '../../../data/act'
import { answerOptions } from '../../../data/queries'
import { showPlace } from '../../../data/session'
import { useText } from '../../../i18n/i18n'
import { offsetAt } from '../dom-text'
import type { Span } from '../spans'
import { focusText, say, takePassage, useReader } from '../use-reader'
import { openForm } from '../writing'
import { type Edge, firstCut, movedEdge, type Unit } from './edges'
import { isInSight } from './in-sight'

/** How many words of the moved end are told. */
const toldWords = 5

/** What can be done with the words of the passage in hand: more or fewer of them, two passages of one, one of two. */
export function usePassageEdits(text: ArticleText | null): void {
  const t = useText()
  const inHand = useReader((s) => s.inHand)
  const held = text?.article.id === inHand?.articleId ? text : null
  const passage = held?.passages.find((p) => p.id === inHand?.passageId && !p.orphaned)
  const next = held && passage && nextPassage(held, passage)

  useStoredSpan(held?.article.id, passage?.id)

  const move = (edge: Edge, unit: Unit, step: 1 | -1) =>
    held && passage ? () => void moveEdge(held, passage, { edge, unit, step }, t('passages.ends')) : null
  /** Where right is, is the direction of the paragraph. */
  const sideways = (edge: Edge, right: boolean) => {
    const offset = inHand?.[edge] ?? 0
    const direction = held?.blocks.findLast((b) => b.start <= offset)?.direction
    return move(edge, 'word', (direction === 'rtl') === right ? -1 : 1)
  }
  useCommands({
    'passage.lost': text?.passages.some((p) => p.orphaned) ? showLost : null,
    'passage.endRight': sideways('end', true),
    'passage.endLeft': sideways('end', false),
    'passage.endNext': move('end', 'sentence', 1),
    'passage.endPrevious': move('end', 'sentence', -1),
    'passage.startRight': sideways('start', true),
    'passage.startLeft': sideways('start', false),
    'passage.startNext': move('start', 'sentence', 1),
    'passage.startPrevious': move('start', 'sentence', -1),
    'passage.split': held && passage ? () => beginSplit(held) : null,
    'passage.mergeNext':
      passage && next
        ? async () => {
            const joined = await act('passage.merge', { from: next.id, into: passage.id })
            const pane = useReader.getState().inHand?.pane
            if (!joined || pane === undefined) return
            takePassage(joined.articleId, pane, joined)
            focusText(pane)
            say(t('passages.joined'))
          }
        : null,
  })
}

/**
 * Holds the passage in hand where it is stored, as after undo. What is shown ahead of that stays: while a move is on its
 * way or the text is being asked for again, what was last told may be from before it. That is looked at in the answer
 * itself, as what was drawn of it may be older still.
 */
function useStoredSpan(articleId: number | undefined, passageId: number | undefined): void {
  const client = useQueryClient()
  useEffect(() => {
    if (articleId === undefined || passageId === undefined) return
    const { queryKey } = answerOptions('article.text', { id: articleId })
    const hold = (): void => {
      const { inHand, moving } = useReader.getState()
      const answer = client.getQueryState<ArticleText>(queryKey)
      if (moving > 0 || inHand?.passageId !== passageId || answer?.fetchStatus !== 'idle') return
      const stored = answer.data?.passages.find((p) => p.id === passageId && !p.orphaned)
      if (!stored || (inHand.start === stored.start && inHand.end === stored.end)) return
      useReader.setState({ inHand: { ...inHand, start: stored.start, end: stored.end } })
    }
    hold()
    const hash = hashKey(queryKey)
    const unsubscribe = client.getQueryCache().subscribe(({ query }) => {
      if (query.queryHash === hash) hold()
    })
    const stop = useReader.subscribe((now, before) => {
      if (now.moving === 0 && before.moving > 0) hold()
    })
    return () => {
      unsubscribe()
      stop()
    }
  }, [client, articleId, passageId])
}

/** Goes to the list of passages whose words are gone, in the inspector. */
function showLost(): void {
  if (!document.querySelector('[data-lost]')) runCommand('inspector.toggle')
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-lost] .lost-quote')?.focus())
}

/** The passage that begins next in the text, or where this one does and ends later. */
function nextPassage({ passages }: ArticleText, passage: Passage): Passage | undefined {
  const found = passages.filter((p) => !p.orphaned)
  return found[found.findIndex((p) => p.id === passage.id) + 1]
}

/** Opens the form that splits the passage in hand, at the caret where that is in it. */
function beginSplit(text: ArticleText): void {
  const { inHand } = useReader.getState()
  if (!inHand) return
  openForm('split', text, firstCut(text.blocks, text.article.metadata.language.value, inHand, caretOf(inHand.pane)))
}

/** Where the mouse was last put in a pane's text, as an offset, or null. */
function caretOf(pane: number): number | null {
  const root = document.querySelector(`[data-pane-text="${pane}"]`)
  const selection = document.getSelection()
  if (!root || !selection?.anchorNode || !selection.isCollapsed) return null
  return offsetAt(root, selection.anchorNode, selection.anchorOffset)
}

/** Moves an end of the passage in hand. It is shown at once; what is stored follows, and takes it back where it can't be. */
async function moveEdge(
  text: ArticleText,
  passage: Passage,
  by: { edge: Edge; unit: Unit; step: 1 | -1 },
  cutOff: string,
): Promise<void> {
  const { inHand } = useReader.getState()
  if (!inHand) return
  const isFree = (span: Span): boolean =>
    !text.passages.some((p) => p.id !== passage.id && !p.orphaned && p.start === span.start && p.end === span.end)
  const span = movedEdge(text.blocks, text.article.metadata.language.value, inHand, by, isFree)
  if (!span) return
  document.getSelection()?.removeAllRanges()
  const count = (change: 1 | -1): void => useReader.setState((s) => ({ moving: s.moving + change }))
  useReader.setState({ inHand: { ...inHand, ...span } })
  count(1)
  const offset = by.edge === 'end' ? span.end - 1 : span.start
  if (!isInSight(inHand.pane, offset)) showPlace(inHand.pane, offset, offset)
  const words = articleText(text.blocks).slice(span.start, span.end).split(/\s+/)
  const told = by.edge === 'end' ? words.slice(-toldWords) : words.slice(0, toldWords)
  const isPart = words.length > toldWords
  say([isPart && by.edge === 'end' ? cutOff : '', told.join(' '), isPart && by.edge === 'start' ? cutOff : ''].join(''))
  const moved = await act('passage.move', { id: passage.id, ...span, version: text.version })
  count(-1)
  const now = useReader.getState().inHand
  const isLatest = now?.passageId === passage.id && now.start === span.start && now.end === span.end
  if (!moved && isLatest) useReader.setState({ inHand })
}
