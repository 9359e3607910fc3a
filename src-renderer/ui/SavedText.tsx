import { useEffect, useRef, useState } from 'react'

type Props = {
  value: string
  onSave: (value: string) => void
  rows: number
  'aria-label'?: string
  'aria-labelledby'?: string
  placeholder?: string
}

/** How long writing has to rest before it is saved, in milliseconds. */
const restMs = 2_000

/** Several lines of text, saved when writing rests and when the field is left, also when it goes from the screen. */
export function SavedText({ value, onSave, ...attributes }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  const [seen, setSeen] = useState(value)
  const [sent, setSent] = useState<string | null>(null)
  const latest = useRef({ draft, value, sent, onSave })
  if (seen !== value) {
    // What is stored changed. By undo: it is shown in place of what was typed. By saving: what was typed since stays.
    setSeen(value)
    setSent(null)
    if (value !== sent) setDraft(null)
  }
  useEffect(() => {
    latest.current = { draft, value, sent, onSave }
  })
  const [save] = useState(() => () => {
    const now = latest.current
    if (now.draft === null || now.draft === now.value || now.draft === now.sent) return
    // Known at once: a field that goes from the screen right after it was left saves nothing twice.
    latest.current = { ...now, sent: now.draft }
    setSent(now.draft)
    now.onSave(now.draft)
  })
  useEffect(() => save, [save])
  useEffect(() => {
    if (draft === null) return
    const timer = setTimeout(save, restMs)
    return () => clearTimeout(timer)
  }, [draft, save])
  return (
    <textarea
      {...attributes}
      className="field"
      dir="auto"
      value={draft ?? value}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={save}
    />
  )
}
