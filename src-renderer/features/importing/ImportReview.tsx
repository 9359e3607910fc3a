import { type KeyboardEvent, useRef, useState } from 'react'
import { useCommandContext, useCommands } from '../../commands/registry'
import { showStage } from '../../data/session'
import { number, useText } from '../../i18n/i18n'
import { Sheet } from '../../ui/Sheet'
import { BlockPanel } from './BlockPanel'
import { FileTable } from './FileTable'
import { Footer } from './Footer'
import './importing.css'
import { isAddable, isTicked, tick, turnBlock } from './review'
import { useReview } from './use-review'

/** Shows what a stage's files hold before anything is written, and lets everything be corrected. */
export function ImportReview({ stageId }: { stageId: number }) {
  const t = useText()
  const review = useReview(stageId)
  const { stage, state, current, changes, change, progress } = review
  const tableRef = useRef<HTMLTableElement>(null)
  const blocksRef = useRef<HTMLDivElement>(null)
  const [blockAt, setBlockAt] = useState({ file: -1, at: 0 })
  const [leaving, setLeaving] = useState(false)
  const block = blockAt.file === current?.index ? blockAt.at : 0
  const ready = progress.finished && state.ticked.length > 0 && state.problems.length === 0 && !review.adding
  const close = (): void => {
    if (review.adding) return
    if (state.corrected && !leaving && !review.addedNothing) setLeaving(true)
    else showStage(null)
  }
  const turn = (at: number): void => {
    const turned = current?.found?.blocks[at]
    if (current && turned && isAddable(current)) change((c) => turnBlock(c, current.index, at, turned))
  }
  useCommandContext('import')
  useCommands({
    'import.add': ready ? review.add : null,
    'import.toggle': () => {
      if (blocksRef.current?.contains(document.activeElement)) turn(block)
      else if (tableRef.current === document.activeElement && current && isAddable(current)) {
        change((c) => tick(c, [current.index], !isTicked(current, c)))
      }
    },
  })
  const count = progress.total
  return (
    <Sheet
      className="imp"
      width={1288}
      title={count === 0 ? t('importing.titleReading') : t('importing.title', { count, number: number(count) })}
      line={t('importing.line')}
      closeLabel={t('app.close')}
      onClose={close}
      footer={
        <Footer
          review={review}
          leaving={leaving}
          onStay={() => {
            setLeaving(false)
            tableRef.current?.focus()
          }}
          onClose={close}
        />
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only listens for the key that moves between its regions */}
      <div className="imp-body" onKeyDown={moveBetweenRegions}>
        <FileTable review={review} tableRef={tableRef} onEnterBlocks={() => blocksRef.current?.focus()} />
        {stage && current && (
          <BlockPanel
            key={current.index}
            file={current}
            changes={changes}
            change={change}
            blocksRef={blocksRef}
            at={block}
            onMove={(at) => setBlockAt({ file: current.index, at })}
            onTurn={turn}
          />
        )}
      </div>
    </Sheet>
  )
}

/** F6 and Shift+F6, which the window leaves to a dialog. */
function moveBetweenRegions(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'F6') return
  event.preventDefault()
  const regions = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-review-region]')]
  const from = regions.findIndex((region) => (region.closest('details') ?? region).contains(document.activeElement))
  const step = event.shiftKey ? -1 : 1
  regions[(from + step + regions.length) % regions.length]?.focus()
}
