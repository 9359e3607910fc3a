import { Replace } from 'lucide-react'
import type { OtherValue } from '../../src-main/domain/origin'
import './provenance.css'

type Props = {
  others: readonly OtherValue[]
  /** The translated words. */
  label: string
  shown: (value: string) => string
  place: (other: OtherValue) => string
  takeLabel: (value: string) => string
  onUse: (value: string) => void
}

/** Different values that were found for the same field, each with its place and a button that takes it. */
export function OtherValues({ others, label, shown, place, takeLabel, onUse }: Props) {
  return (
    <ul className="rivals" aria-label={label}>
      {others.map((other) => (
        <li key={`${other.value} ${other.evidence.at}`} title={other.evidence.quote}>
          <span className="value">
            <span className="lead">{label}</span> <bdi>{shown(other.value)}</bdi>{' '}
            <bdi className="at">{place(other)}</bdi>
          </span>
          <button
            type="button"
            className="btn s icon quiet"
            aria-label={takeLabel(shown(other.value))}
            title={takeLabel(shown(other.value))}
            onClick={() => onUse(other.value)}
          >
            <Replace className="s12" />
          </button>
        </li>
      ))}
    </ul>
  )
}
