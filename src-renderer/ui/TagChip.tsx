import { X } from 'lucide-react'
import type { TagColour } from '../../src-main/domain/tag'
import './tag.css'

type Props = { name: string; colour: TagColour; onRemove?: (() => void) | undefined; removeLabel?: string | undefined }

/** A tag: hue, line pattern and name. */
export function TagChip({ name, colour, onRemove, removeLabel }: Props) {
  return (
    <span className="tag" data-tag={colour}>
      <span className="trunc">
        <bdi>{name}</bdi>
      </span>
      {onRemove && (
        <button type="button" aria-label={removeLabel} onClick={onRemove}>
          <X className="s12" />
        </button>
      )}
    </span>
  )
}

/** The bar of a tag's hue and pattern, beside its name. */
export const Swatch = ({ colour }: { colour: TagColour }) => <span className="swatch" data-tag={colour} aria-hidden />
