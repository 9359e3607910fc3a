import { EyeOff } from 'lucide-react'
import { memo } from 'react'
import type { Block } from '../../../src-main/domain/article'
import { act } from '../../data/act'
import { useText } from '../../i18n/i18n'
import { focusTextAround } from './use-reader'

type Props = { block: Block; here: boolean; language: string | null }

/** One block: its number and its text as a single node, so that offsets can be counted in it. */
export const BlockView = memo(function BlockView({ block, here, language }: Props) {
  const t = useText()
  const Element = block.kind === 'heading' ? 'h3' : block.kind === 'quote' ? 'blockquote' : 'p'
  return (
    <div className={`bl ${block.kind} ${here ? 'here' : ''}`} data-block={block.id}>
      {block.label !== null && (
        <span className="pn" aria-hidden>
          {block.label}
        </span>
      )}
      <Element className="src" dir={block.direction} lang={language ?? undefined} data-start={block.start}>
        {block.text}
      </Element>
      <button
        type="button"
        className="btn s icon quiet hide-block"
        tabIndex={here ? 0 : -1}
        aria-label={t('reader.pane.hideBlock')}
        title={t('reader.pane.hideBlock')}
        onClick={(event) => {
          focusTextAround(event.currentTarget)
          void act('block.set', { id: block.id, hidden: true, reason: 'researcher' })
        }}
      >
        <EyeOff className="s14" />
      </button>
    </div>
  )
})
