import { Scissors } from 'lucide-react'
import { type MouseEvent, useState } from 'react'
import type { Block } from '../../../src-main/domain/article'
import { act } from '../../data/act'
import { showRules } from '../../data/session'
import { useText } from '../../i18n/i18n'
import { focusTextAround, useReader } from './use-reader'

/** Hidden lines as a thin strip that opens in place; each tells why it is hidden and can be restored. */
export function RemovedStrip({ blocks }: { blocks: readonly Block[] }) {
  const t = useText()
  const all = useReader((s) => s.removedShown)
  const [own, setOwn] = useState<boolean | null>(null)
  const open = own ?? all
  const reasons = [...new Set(blocks.flatMap((b) => b.reason ?? []))]
  const restore = (event: MouseEvent, ids: number[]): void => {
    focusTextAround(event.currentTarget)
    void act('block.restore', { ids })
  }
  return (
    <div className="cut-wrap">
      <div className="cut">
        <Scissors className="s14" />
        <bdi className="trunc">
          {t('reader.removed.lines', { count: blocks.length })}
          {reasons.length > 0 && <>: {reasons.map((reason) => t(`reader.removed.reasons.${reason}`)).join(', ')}</>}
        </bdi>
        <button type="button" className="btn s quiet" aria-expanded={open} onClick={() => setOwn(!open)}>
          {t(open ? 'reader.removed.hide' : 'reader.removed.show')}
        </button>
        <button
          type="button"
          className="btn s quiet"
          onClick={(event) =>
            restore(
              event,
              blocks.map((b) => b.id),
            )
          }
        >
          {t(blocks.length > 1 ? 'reader.removed.restoreAll' : 'reader.removed.restore')}
        </button>
      </div>
      {open && (
        <ul className="cut-lines">
          {blocks.map((block) => (
            <li key={block.id}>
              <span className="src" dir="auto">
                {block.text}
              </span>
              <Reason block={block} />
              {blocks.length > 1 && (
                <button type="button" className="btn s quiet" onClick={(event) => restore(event, [block.id])}>
                  {t('reader.removed.restore')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Why a line is hidden; a rule is shown on request. */
function Reason({ block: { reason, ruleId } }: { block: Block }) {
  const t = useText()
  if (reason === null) return null
  const words = t(`reader.removed.reasons.${reason}`)
  if (ruleId === null) return <span className="why">{words}</span>
  return (
    <button type="button" className="link why" onClick={() => showRules(ruleId)}>
      {words}
    </button>
  )
}
