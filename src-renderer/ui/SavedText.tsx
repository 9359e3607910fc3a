import { useEffect, useRef, useState } from 'react'

type Props = {
  value: string
  onSave: (value: string) => void
  rows: number
  'aria-label'?: string
  'aria-labelledby'?: string
  placeholder?: string
}

/** Several lines of text, saved when the field is left, also when it goes from the screen while it is written in. */
export function SavedText({ value, onSave, ...attributes }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  const [seen, setSeen] = useState(value)
  const latest = useRef({ draft, value, onSave })
  const sent = useRef<string | null>(null)
  if (seen !== value) {
    // What is stored changed, by saving or by undo: it is shown in place of what was typed before.
    setSeen(value)
    setDraft(null)
  }
  useEffect(() => {
    latest.current = { draft, value, onSave }
  })
  const [save] = useState(() => () => {
    const now = latest.current
    if (now.draft === null || now.draft === now.value || now.draft === sent.current) return
    sent.current = now.draft
    now.onSave(now.draft)
  })
  useEffect(() => save, [save])
  return (
    <textarea
      {...attributes}
      className="field"
      dir="auto"
      value={draft ?? value}
      onChange={(event) => {
        sent.current = null
        setDraft(event.target.value)
      }}
      onBlur={save}
    />
  )
}
