import { useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import type { Input } from '../../../../src-main/contract/methods'
import type { Suggestion } from '../../../../src-main/contract/types'
import { parseDateInput } from '../../../../src-main/domain/date-input'
import { listedSuggestions } from '../../../../src-main/domain/event'
import { useCommands } from '../../../commands/registry'
import { act } from '../../../data/act'
import { useAnswer } from '../../../data/queries'
import { useSession } from '../../../data/session'
import { number, useText } from '../../../i18n/i18n'
import { chooseEvent } from '../use-events'
import { useStable } from '../use-stable'
import { type SuggestionDraft, setView, useView } from '../use-view'

const noDraft: SuggestionDraft = { title: null, date: null, left: [], join: null }

const keepDraft = (key: string, draft: SuggestionDraft): void =>
  setView(({ drafts }) => ({ drafts: { ...drafts, [key]: draft } }))

const dropDraft = (key: string): void => setView(({ drafts: { [key]: _, ...others } }) => ({ drafts: others }))

const takeInHand = (suggestion: string | null): void => setView({ suggestion })

export type Queue = ReturnType<typeof useQueue>

/**
 * The suggestions to decide, the one in hand, and the commands that decide it.
 * @param timelineId of the timeline that takes in what is accepted
 */
export function useQueue(isShown: boolean, openMerge: () => void, timelineId: number | undefined) {
  const dateField = useRef<HTMLInputElement>(null)
  const publishedField = useRef<HTMLInputElement>(null)
  const card = useRef<HTMLElement>(null)
  const cardWanted = useRef(false)
  const order = useView((s) => s.queueOrder)
  const open = useOpenArticles()
  const ofOpen = useView((s) => s.queueOfOpen) && open.length > 0
  const asked = useMemo(() => ({ order, ...(ofOpen ? { articleIds: [...open] } : {}) }), [order, ofOpen, open])
  const { suggestions, hasMore, isPending, takeOut, takeBack } = useSuggestions(asked)
  const key = useView((s) => s.suggestion)
  const [lastIndex, setLastIndex] = useState(0)
  const drafts = useView((s) => s.drafts)
  const found = suggestions.findIndex((s) => s.key === key)
  const index = found >= 0 ? found : Math.max(0, Math.min(lastIndex, suggestions.length - 1))
  const current = suggestions[index] ?? null
  const draft = (current && drafts[current.key]) || noDraft
  const edits = current && { ...draft, join: draft.join ?? current.joins !== null }

  /** The next card gets the keyboard where it was in the queue or nowhere; in the table or the drawing it stays. */
  const handOn = (): void => {
    const at = document.activeElement
    cardWanted.current = at === null || at === document.body || at.closest('.queue') !== null
  }
  const step = (by: 1 | -1): void => {
    const target = suggestions[Math.max(0, Math.min(index + by, suggestions.length - 1))]
    if (target) go(target.key)
  }
  const go = useStable((to: string): void => {
    handOn()
    takeInHand(to)
    setLastIndex(suggestions.findIndex((suggestion) => suggestion.key === to))
  })
  const edit = (change: Partial<SuggestionDraft>): void => {
    if (current) keepDraft(current.key, { ...draft, ...change })
  }
  /**
   * The next suggestion takes the place of one as it is decided, before that is stored. One that could not be decided
   * comes back into hand, with what was changed about it.
   */
  const decide = async <Answer>(
    decided: Suggestion,
    deciding: () => Promise<Answer | null>,
  ): Promise<Answer | null> => {
    handOn()
    takeOut(decided.key)
    takeInHand(suggestions[index + 1]?.key ?? suggestions[index - 1]?.key ?? null)
    setLastIndex(index)
    const answer = await deciding()
    if (answer === null) {
      handOn()
      takeBack(decided.key)
      takeInHand(decided.key)
    } else dropDraft(decided.key)
    return answer
  }
  const ids = current && edits ? current.items.map((i) => i.id).filter((id) => !edits.left.includes(id)) : []
  const typed = edits?.date?.trim() ?? ''
  const isDated = typed === '' ? current?.edtf !== null : parseDateInput(typed) !== null
  const acceptable = ids.length > 0 && isDated

  const accept = async (eventId?: number): Promise<void> => {
    if (!current || !edits) return
    const into = eventId ?? (edits.join ? current.joins?.eventId : undefined)
    const event = await decide(current, () =>
      act('suggestion.accept', {
        ids,
        ...(edits.title !== null && edits.title.trim() !== '' ? { title: edits.title } : {}),
        ...(typed !== '' ? { date: typed } : {}),
        ...(into !== undefined ? { eventId: into } : {}),
        ...(timelineId !== undefined ? { timelineId } : {}),
      }),
    )
    if (event) chooseEvent(event.id)
  }
  const dismiss = async (): Promise<void> => {
    if (current) await decide(current, () => act('suggestion.dismiss', { ids: current.items.map((i) => i.id) }))
  }
  const shown = isShown ? current : null
  useCommands({
    'suggestion.next': shown && suggestions.length > 1 ? () => step(1) : null,
    'suggestion.previous': shown && suggestions.length > 1 ? () => step(-1) : null,
    'suggestion.accept': shown && acceptable ? () => accept() : null,
    'suggestion.dismiss': shown ? dismiss : null,
    'suggestion.editDate': shown ? () => dateField.current?.focus() : null,
    'suggestion.merge': shown ? openMerge : null,
    'suggestion.publication': shown && needsPublication(shown) ? () => publishedField.current?.focus() : null,
  })
  /** A new card takes the keyboard if the one before it took it along. */
  const onCard = useCallback((element: HTMLElement | null): void => {
    const before = card.current
    card.current = element
    if (element === null) {
      // Taken from the screen with the keyboard in it, it leaves that to the one in its place.
      if (before?.contains(document.activeElement)) cardWanted.current = true
      return
    }
    if (!cardWanted.current) return
    cardWanted.current = false
    if (document.activeElement === document.body) element.focus({ preventScroll: true })
  }, [])
  /** Leads the keyboard from a field that is about to go back to the card. */
  const toCard = (): void => {
    handOn()
    card.current?.focus({ preventScroll: true })
  }
  /** In the fields of a suggestion Enter accepts it, and Escape leads back to the card, where letters decide. */
  const onFieldKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    if (event.key === 'Escape') toCard()
    else if (acceptable) void accept()
  }
  const fields = { dateField, publishedField, onCard }
  return {
    isPending,
    /** Whether the list is narrowed to articles in Read; null where none is open there. */
    ofOpen: open.length === 0 ? null : ofOpen,
    suggestions,
    hasMore,
    index,
    current,
    edits,
    acceptable,
    go,
    edit,
    accept,
    fields,
    toCard,
    onFieldKey,
  }
}

/** Whether a suggestion's date can't be worked out for want of its article's publication date. */
export const needsPublication = ({ edtf, items: [first] }: Suggestion): boolean =>
  edtf === null && first?.published === null

/**
 * The suggestions that are asked for, without those taken out: drawn at once, the list that is asked for anew takes its time.
 * `hasMore`: those listed are the first of more.
 */
function useSuggestions(asked: Input<'suggestion.list'>) {
  const client = useQueryClient()
  const answer = useAnswer('suggestion.list', asked, { keepPrevious: true })
  const [taken, setTaken] = useState<{ of: number; keys: readonly string[] }>({ of: 0, keys: [] })
  // The next answer is to a question that was asked later, and tells by itself what is decided.
  const gone = taken.of === answer.dataUpdatedAt ? taken.keys : noKeys
  const listed = answer.data ?? none
  const suggestions = useMemo(
    () => (gone.length === 0 ? listed : listed.filter(({ key }) => !gone.includes(key))),
    [listed, gone],
  )
  const takeOut = (key: string): void => {
    // An answer on its way may be from before the decision.
    void client.cancelQueries({ queryKey: ['suggestion.list'] })
    // The newest, which may be there and not yet drawn.
    const of = client.getQueryState(['suggestion.list', asked])?.dataUpdatedAt ?? 0
    setTaken((before) => ({ of, keys: before.of === of ? [...before.keys, key] : [key] }))
  }
  const takeBack = (key: string): void => {
    setTaken(({ of, keys }) => ({ of, keys: keys.filter((one) => one !== key) }))
    void client.invalidateQueries({ queryKey: ['suggestion.list'] })
  }
  return { suggestions, hasMore: listed.length >= listedSuggestions, isPending: answer.isPending, takeOut, takeBack }
}

/** The articles that are open in Read, each once; the same list until others are. */
function useOpenArticles(): readonly number[] {
  const panes = useSession((s) => s.panes)
  const ids = [...new Set(panes.map(({ articleId }) => articleId))].sort((a, b) => a - b).join()
  return useMemo(() => (ids === '' ? [] : ids.split(',').map(Number)), [ids])
}

const none: readonly Suggestion[] = []
const noKeys: readonly string[] = []

/** How many suggestions there are; where those listed are the first of more, the same while they are decided. */
export function useTotal({ suggestions, hasMore }: Pick<Queue, 'suggestions' | 'hasMore'>): string {
  const t = useText()
  return hasMore ? t('timeline.queue.orMore', { count: number(listedSuggestions) }) : number(suggestions.length)
}
