import { useCallback, useMemo, useRef, useState } from 'react'
import type { Suggestion } from '../../../../src-main/contract/types'
import { useCommands } from '../../../commands/registry'
import { act } from '../../../data/act'
import { useAnswer } from '../../../data/queries'
import { chooseEvent } from '../use-events'
import { useView } from '../use-view'

/** What the researcher changed about a suggestion before deciding. */
type Draft = { key: string; title: string | null; date: string | null; left: readonly number[]; join: boolean }

const draftOf = (suggestion: Suggestion): Draft => ({
  key: suggestion.key,
  title: null,
  date: null,
  left: [],
  join: suggestion.joins !== null,
})

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
  const answer = useAnswer('suggestion.list', { order }, { keepPrevious: true })
  const suggestions = useMemo(() => answer.data ?? [], [answer.data])
  const [key, setKey] = useState<string | null>(null)
  const [lastIndex, setLastIndex] = useState(0)
  const [draft, setDraft] = useState<Draft | null>(null)
  const found = suggestions.findIndex((s) => s.key === key)
  const index = found >= 0 ? found : Math.max(0, Math.min(lastIndex, suggestions.length - 1))
  const current = suggestions[index] ?? null
  const edits = current === null ? null : draft?.key === current.key ? draft : draftOf(current)

  /** The next card gets the keyboard where it was in the queue or nowhere; in the table or the drawing it stays. */
  const handOn = (): void => {
    const at = document.activeElement
    cardWanted.current = at === null || at === document.body || at.closest('.queue') !== null
  }
  const go = (to: number): void => {
    const target = suggestions[Math.max(0, Math.min(to, suggestions.length - 1))]
    if (!target) return
    handOn()
    setKey(target.key)
    setLastIndex(suggestions.indexOf(target))
  }
  const edit = (change: Partial<Draft>): void => setDraft(edits && { ...edits, ...change })
  /** The next suggestion takes the place of one that was decided. */
  const decided = (): void => {
    handOn()
    setKey(suggestions[index + 1]?.key ?? suggestions[index - 1]?.key ?? null)
    setLastIndex(index)
    setDraft(null)
  }
  const ids = current && edits ? current.items.map((i) => i.id).filter((id) => !edits.left.includes(id)) : []
  const acceptable = ids.length > 0 && (current?.edtf !== null || (edits?.date ?? '').trim() !== '')

  const accept = async (eventId?: number): Promise<void> => {
    if (!current || !edits) return
    const into = eventId ?? (edits.join ? current.joins?.eventId : undefined)
    const event = await act('suggestion.accept', {
      ids,
      ...(edits.title !== null && edits.title.trim() !== '' ? { title: edits.title } : {}),
      ...(edits.date !== null && edits.date.trim() !== '' ? { date: edits.date } : {}),
      ...(into !== undefined ? { eventId: into } : {}),
      ...(timelineId !== undefined ? { timelineId } : {}),
    })
    if (!event) return
    decided()
    chooseEvent(event.id)
  }
  const dismiss = async (): Promise<void> => {
    if (current && (await act('suggestion.dismiss', { ids: current.items.map((i) => i.id) }))) decided()
  }
  const shown = isShown ? current : null
  useCommands({
    'suggestion.next': shown && suggestions.length > 1 ? () => go(index + 1) : null,
    'suggestion.previous': shown && suggestions.length > 1 ? () => go(index - 1) : null,
    'suggestion.accept': shown && acceptable ? () => accept() : null,
    'suggestion.dismiss': shown ? dismiss : null,
    'suggestion.editDate': shown ? () => dateField.current?.focus() : null,
    'suggestion.merge': shown ? openMerge : null,
    'suggestion.publication': shown && needsPublication(shown) ? () => publishedField.current?.focus() : null,
  })
  /** A new card takes the keyboard if the one before it took it along. */
  const onCard = useCallback((element: HTMLElement | null): void => {
    card.current = element
    if (element === null || !cardWanted.current) return
    cardWanted.current = false
    if (document.activeElement === document.body) element.focus({ preventScroll: true })
  }, [])
  /** Leads the keyboard from a field that is about to go back to the card. */
  const toCard = (): void => {
    handOn()
    card.current?.focus({ preventScroll: true })
  }
  const fields = { dateField, publishedField, onCard }
  return {
    isPending: answer.isPending,
    suggestions,
    index,
    current,
    edits,
    acceptable,
    go,
    edit,
    accept,
    fields,
    toCard,
  }
}

/** Whether a suggestion's date can't be worked out for want of its article's publication date. */
export const needsPublication = ({ edtf, items: [first] }: Suggestion): boolean =>
  edtf === null && first?.published === null
