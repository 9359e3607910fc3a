import { useRef, useState } from 'react'
import type { Briefing, BriefingRow, RenderedBriefing } from '../../../src-main/contract/types'
import type { BriefingBlock } from '../../../src-main/domain/briefing'
import { CommandButton } from '../../commands/CommandButton'
import { useCommands } from '../../commands/registry'
import { act } from '../../data/act'
import { useAnswer } from '../../data/queries'
import { useText } from '../../i18n/i18n'
import { Segmented } from '../../ui/Segmented'
import { BlockEditor } from './BlockEditor'
import { BriefingSide } from './BriefingSide'
import { Checks } from './Checks'
import { InsertSheet } from './InsertSheet'
import { Preview } from './Preview'
import { chooseBriefing, type DraftBlock, newBlock, useDraft } from './use-briefing'

/** One briefing: outline, blocks, checks and preview. */
export function BriefingEditor({ briefing, rows }: { briefing: Briefing; rows: readonly BriefingRow[] }) {
  const t = useText()
  const draft = useDraft(briefing)
  const rendered = useAnswer('briefing.render', { id: briefing.id }, { keepPrevious: true }).data
  const [inserting, setInserting] = useState(false)
  const [side, setSide] = useState<'editor' | 'preview'>('editor')
  const [exported, setExported] = useState<string | null>(null)
  const editor = useRef<HTMLDivElement>(null)
  const issue = useRef(-1)

  const focusBlock = (index: number): void => {
    setSide('editor')
    requestAnimationFrame(() => {
      const block = editor.current?.querySelector<HTMLElement>(`[data-block="${index}"]`)
      block?.scrollIntoView({ block: 'nearest' })
      ;(block?.querySelector<HTMLElement>('[data-main]') ?? block?.querySelector('button'))?.focus()
    })
  }
  const insert = (kind: BriefingBlock['kind']): void => {
    const here = document.activeElement?.closest<HTMLElement>('[data-block]')?.dataset.block
    const at = here === undefined ? draft.blocks.length : Number(here) + 1
    draft.insert(newBlock(kind), at)
    setInserting(false)
    focusBlock(at)
  }
  const issues = rendered ? issueBlocks(rendered, draft.blocks) : []
  useCommands({
    'briefing.insert': () => setInserting(true),
    'briefing.export': async () => {
      await draft.save()
      const written = await act('shell.exportBriefing', { id: briefing.id, suggestedName: fileName(draft.title) })
      if (written) setExported(written.file)
    },
    'briefing.nextIssue':
      issues.length > 0
        ? () => {
            issue.current = (issue.current + 1) % issues.length
            focusBlock(issues[issue.current] ?? 0)
          }
        : null,
    'briefing.delete': async () => {
      chooseBriefing(null)
      await act('briefing.delete', { id: briefing.id })
    },
  })
  return (
    <>
      <BriefingSide
        rows={rows}
        shownId={briefing.id}
        blocks={draft.blocks}
        onChoose={chooseBriefing}
        onBlock={focusBlock}
        onInsert={insert}
      />
      <div className="bmain">
        {rendered && <Checks rendered={rendered} exported={exported} />}
        <div className="narrow-only">
          <Segmented
            label={t('briefing.preview.show')}
            value={side}
            options={(['editor', 'preview'] as const).map((value) => ({
              value,
              label: t(`briefing.preview.${value}`),
            }))}
            onChange={setSide}
          />
        </div>
        <div className="bcols" data-side={side}>
          <section className="ed" ref={editor} aria-label={t('briefing.editor.region')} data-region>
            <input
              className="ed-title"
              aria-label={t('briefing.editor.title')}
              dir="auto"
              value={draft.title}
              onChange={(event) => draft.setTitle(event.target.value)}
              onBlur={() => void draft.save()}
            />
            {draft.blocks.map((entry, index) => (
              <BlockEditor
                key={entry.key}
                draft={draft}
                entry={entry}
                index={index}
                unsourced={rendered?.unsourced ?? []}
                stale={rendered?.stale.map((s) => s.passageId) ?? []}
              />
            ))}
            <footer className="ed-end">
              <CommandButton id="briefing.insert" showKey />
              <CommandButton id="briefing.delete" className="quiet danger" label={t('briefing.editor.delete')} />
            </footer>
          </section>
          {rendered && <Preview rendered={rendered} />}
        </div>
      </div>
      {inserting && <InsertSheet onInsert={insert} onClose={() => setInserting(false)} />}
    </>
  )
}

/** Indices of the blocks that hold an issue, in order. */
function issueBlocks(rendered: RenderedBriefing, blocks: readonly DraftBlock[]): number[] {
  const stale = new Set(rendered.stale.map((s) => s.passageId))
  return blocks.flatMap(({ block }, index) => {
    if (block.kind === 'text') return rendered.unsourced.some((text) => block.markdown.includes(text)) ? [index] : []
    if (block.kind !== 'quotes') return []
    return block.passageIds.some((id) => stale.has(id)) || (block.passageIds.length === 0 && stale.size > 0)
      ? [index]
      : []
  })
}

/** A file name that every system takes. */
const fileName = (title: string): string =>
  `${
    title
      .normalize('NFC')
      .replace(/[\p{C}<>:"/\\|?*]+/gu, ' ')
      .replace(/[. ]+$/, '')
      .trim()
      .slice(0, 80) || 'briefing'
  }.md`
