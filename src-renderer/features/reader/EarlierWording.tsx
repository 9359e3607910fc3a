import { useId, useState } from 'react'
import type { EarlierWording as Earlier } from '../../../src-main/contract/text-types'
import type { Block } from '../../../src-main/domain/article'
import { moment, useText } from '../../i18n/i18n'

type Props = { block: Block; earlier: readonly Earlier[]; language: string | null }

/** A quiet mark on a paragraph that was changed; it opens what the paragraph said before, down to the original. */
export function EarlierWording({ block, earlier, language }: Props) {
  const t = useText()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [newest] = earlier
  const label =
    block.label === null ? t('reader.earlier.labelUnnumbered') : t('reader.earlier.label', { label: block.label })
  if (!newest) return null
  return (
    <div className="was">
      <button type="button" className="was-mark" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {t(`reader.earlier.mark.${newest.cause}`)}
      </button>
      <section id={id} hidden={!open} aria-label={label}>
        {open &&
          earlier.map(({ version, text, cause, at }) => (
            <div key={version}>
              <p className="when" dir="auto">
                {cause !== 'import' && t(`reader.earlier.${cause}`, { at: moment(at) })}{' '}
                {t(version === 1 ? 'reader.earlier.original' : 'reader.earlier.before')}
              </p>
              <p className="src" dir="auto" lang={language ?? undefined}>
                {text}
              </p>
            </div>
          ))}
      </section>
    </div>
  )
}
