import { Heading2, ListOrdered, NotebookPen, Pilcrow, Plus, Quote, TextAlignCenter } from 'lucide-react'
import type { BriefingRow } from '../../../src-main/contract/types'
import { type BriefingBlock, briefingBlockKinds } from '../../../src-main/domain/briefing'
import { CommandKey } from '../../commands/CommandButton'
import { runCommand } from '../../commands/registry'
import { useText } from '../../i18n/i18n'
import type { DraftBlock } from './use-briefing'

export const kindIcons = {
  heading: Heading2,
  text: Pilcrow,
  quotes: Quote,
  timeline: TextAlignCenter,
  sources: ListOrdered,
} as const satisfies Record<BriefingBlock['kind'], unknown>

type Props = {
  rows: readonly BriefingRow[]
  shownId: number | null
  blocks: readonly DraftBlock[]
  onChoose: (id: number) => void
  onBlock: (index: number) => void
  onInsert: (kind: BriefingBlock['kind']) => void
}

/** The briefings of the library, the outline of the one shown, and what can be inserted. */
export function BriefingSide({ rows, shownId, blocks, onChoose, onBlock, onInsert }: Props) {
  const t = useText()
  return (
    <aside className="side" aria-label={t('briefing.side.region')} data-region>
      <h2>
        {t('briefing.side.briefings')}
        <button
          type="button"
          className="btn s icon quiet"
          aria-label={t('briefing.side.new')}
          title={t('briefing.side.new')}
          onClick={() => runCommand('briefing.create')}
        >
          <Plus className="s14" />
        </button>
      </h2>
      <ul className="nav">
        {rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              aria-current={row.id === shownId ? 'true' : undefined}
              data-first={row.id === shownId || undefined}
              onClick={() => onChoose(row.id)}
            >
              <NotebookPen />
              <span className="trunc" dir="auto">
                {row.title || t('briefing.defaultTitle')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shownId !== null && (
        <>
          <h2>{t('briefing.side.outline')}</h2>
          <ol className="nav">
            {blocks.map(({ key, block }, index) => (
              <li key={key} className={block.kind === 'heading' ? '' : 'kid'}>
                <button type="button" onClick={() => onBlock(index)}>
                  <KindIcon kind={block.kind} />
                  <span className="trunc" dir="auto">
                    {(block.kind === 'heading' && block.text) || t(`briefing.kind.${block.kind}`)}
                  </span>
                </button>
              </li>
            ))}
          </ol>
          <h2>
            {t('briefing.side.insert')}
            <span className="grow" />
            <CommandKey id="briefing.insert" />
          </h2>
          <ul className="nav">
            {briefingBlockKinds.map((kind) => (
              <li key={kind}>
                <button type="button" onClick={() => onInsert(kind)}>
                  <KindIcon kind={kind} />
                  {t(`briefing.insert.${kind}`)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  )
}

function KindIcon({ kind }: { kind: BriefingBlock['kind'] }) {
  const Icon = kindIcons[kind]
  return <Icon />
}
