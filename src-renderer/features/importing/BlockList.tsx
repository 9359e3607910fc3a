import type { MouseEvent, RefObject } from 'react'
import { KeyCap } from '../../commands/CommandButton'
import { useText } from '../../i18n/i18n'
import { moveByKey, useLines } from './lines'
import { isTextBlock, type ReviewedBlock } from './review'

type Props = {
  blocks: readonly ReviewedBlock[]
  lang: string
  editable: boolean
  /** Every block shows all of its text, not the one in hand alone. */
  whole: boolean
  listRef: RefObject<HTMLDivElement | null>
  at: number
  onMove: (at: number) => void
  onTurn: (at: number) => void
}

/** The blocks of a file in order. The one in hand shows all of its text; those kept are the selected ones. */
export function BlockList({ blocks, lang, editable, whole, listRef, at, onMove, onTurn }: Props) {
  const t = useText()
  const lines = useLines(blocks, listRef, at)
  const onClick = (event: MouseEvent): void => {
    const target = event.target as Element
    const line = target.closest<HTMLElement>('[data-block]')?.dataset.block
    if (line === undefined) return
    onMove(Number(line))
    if (target.closest('[data-turn]')) onTurn(Number(line))
  }
  const items = lines.getVirtualItems()
  return (
    <div
      ref={listRef}
      className={`imp-lines ${whole ? 'whole' : ''}`}
      role="listbox"
      aria-label={t('importing.blocks')}
      aria-multiselectable
      aria-busy={blocks.length === 0}
      aria-activedescendant={items.some((item) => item.index === at) ? `block-${at}` : undefined}
      tabIndex={0}
      data-review-region
      onKeyDown={(event) => moveByKey(event, at, blocks.length, onMove)}
      onClick={onClick}
    >
      <div role="presentation" style={{ height: lines.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const reviewed = blocks[item.index]
          return (
            reviewed && (
              <div
                key={item.key}
                ref={lines.measureElement}
                data-index={item.index}
                className="imp-place"
                role="presentation"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <Line
                  reviewed={reviewed}
                  index={item.index}
                  count={blocks.length}
                  current={item.index === at}
                  whole={whole}
                  lang={lang}
                  editable={editable}
                />
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}

type LineProps = {
  reviewed: ReviewedBlock
  index: number
  count: number
  current: boolean
  whole: boolean
  lang: string
  editable: boolean
}

function Line({ reviewed, index, count, current, whole, lang, editable }: LineProps) {
  const t = useText()
  const { block, hidden } = reviewed
  const meta = !isTextBlock(block)
  return (
    <div
      id={`block-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={!hidden}
      aria-posinset={index + 1}
      aria-setsize={count}
      data-block={index}
      className={`imp-line ${hidden ? 'removed' : ''} ${meta ? 'meta' : ''} ${current ? 'cur' : ''}`}
    >
      <span className="n">{block.line ?? index + 1}</span>
      <span className={`src ${current || whole ? '' : 'trunc'}`} dir="auto" lang={lang}>
        {block.text}
      </span>
      <span className="k">
        {editable && !meta && (
          <span className="turn" data-turn>
            {t(hidden ? 'importing.keep' : 'importing.remove')}
            {current && <KeyCap chord="Space" />}
          </span>
        )}
        <BlockKindText reviewed={reviewed} />
      </span>
    </div>
  )
}

/** What a block is, or why it was removed. */
function BlockKindText({ reviewed: { block, hidden, label } }: { reviewed: ReviewedBlock }) {
  const t = useText()
  if (hidden) {
    const reason = block.hidden ? (block.reason ?? 'researcher') : 'researcher'
    return (
      <span className="what">
        <span className="vh">{t('importing.removedBlock')}</span> {t(`importing.reason.${reason}`)}
      </span>
    )
  }
  if (label !== null) return <span className="what">¶{label}</span>
  return <span className="what">{t(`importing.kind.${block.kind}`)}</span>
}
