import type { ReactNode } from 'react'
import './segmented.css'

type Option<T> = { value: T; label: ReactNode; title?: string; disabled?: boolean }
type Props<T> = { label: string; value: T; options: readonly Option<T>[]; onChange: (value: T) => void }

/** One choice of a few, all visible. */
export function Segmented<T extends string | number>({ label, value, options, onChange }: Props<T>) {
  return (
    <fieldset className="seg" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          title={option.title}
          disabled={option.disabled}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  )
}
