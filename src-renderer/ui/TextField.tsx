import { type ReactNode, type Ref, useId } from 'react'
import './text-field.css'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string | undefined
  /** Under the field: what the value means or where it came from. */
  hint?: ReactNode
  /** Why the value can't be used; takes the place of the hint. */
  error?: string | null | undefined
  /** Lines of text; one line is a single-line field. */
  rows?: number
  /** Text that the source wrote: set in serif, in its own direction. */
  source?: boolean
  /** The label is for screen readers only: the place already names the field. */
  labelHidden?: boolean
  className?: string
  tabIndex?: number | undefined
  lang?: string | undefined
  inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>
}

/** A labelled field whose hint or error is read out with it. */
export function TextField({ label, value, onChange, hint, error, rows = 1, source, labelHidden, ...rest }: Props) {
  const id = useId()
  const described = error || hint ? `${id}-note` : undefined
  const { inputRef, className = '', ...attributes } = rest
  const shared = {
    ...attributes,
    id,
    value,
    ref: inputRef,
    className: `field ${source ? 'src' : ''} ${className}`,
    dir: source ? 'auto' : undefined,
    spellCheck: false,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described,
  }
  return (
    <div className="text-field">
      <label htmlFor={id} className={labelHidden ? 'vh' : 'lbl'}>
        {label}
      </label>
      {rows > 1 ? (
        <textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} type="text" autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      )}
      {described && (
        <div id={described} className={error ? 'field-error' : 'field-hint'}>
          {error || hint}
        </div>
      )}
    </div>
  )
}
