import { memo, type ReactNode } from 'react'
import type { EarlierWording as Earlier } from '../../../src-main/contract/text-types'
import type { Block } from '../../../src-main/domain/article'
import { useText } from '../../i18n/i18n'
import { EarlierWording } from './EarlierWording'

type Props = {
  block: Block
  here: boolean
  language: string | null
  /** What it said before it was corrected, newest first. */
  earlier: readonly Earlier[] | undefined
  /** The field that takes the place of its text while it is corrected. */
  editor: ReactNode
  onMenu: (block: Block) => void
}

/** One block: its number and its text as a single node, so that offsets can be counted in it. */
export const BlockView = memo(function BlockView({ block, here, language, earlier, editor, onMenu }: Props) {
  const t = useText()
  const Element = block.kind === 'heading' ? 'h3' : block.kind === 'quote' ? 'blockquote' : 'p'
  const label = block.label === null ? t('reader.block.menuUnnumbered') : t('reader.block.menu', { label: block.label })
  return (
    <div className={`bl ${block.kind} ${here ? 'here' : ''}`} data-block={block.id}>
      {block.label !== null && (
        <span className="pn" aria-hidden>
          {block.label}
        </span>
      )}
      {editor ?? (
        <Element className="src" dir={block.direction} lang={language ?? undefined} data-start={block.start}>
          {block.text}
        </Element>
      )}
      <button
        type="button"
        className="btn s icon quiet block-menu"
        tabIndex={here ? 0 : -1}
        aria-label={label}
        aria-haspopup="menu"
        title={label}
        onClick={() => onMenu(block)}
      ></button>
      {earlier && <EarlierWording block={block} earlier={earlier} language={language} />}
    </div>
  )
})
