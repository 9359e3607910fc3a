import { TriangleAlert } from 'lucide-react'
import type { RefObject } from 'react'
import type { StagedFile } from '../../../src-main/contract/import-types'
import type { MetadataField } from '../../../src-main/domain/article'
import { useCite } from '../../i18n/cite'
import { number, useText } from '../../i18n/i18n'
import { BlockList } from './BlockList'
import { blockCounts, type Changes, changesOf, enter, isAddable, reviewedBlocks, reviewedValue } from './review'
import { StagedDetails } from './StagedDetails'

type Props = {
  file: StagedFile
  changes: Changes
  change: (next: (changes: Changes) => Changes) => void
  blocksRef: RefObject<HTMLDivElement | null>
  at: number
  onMove: (at: number) => void
  onTurn: (at: number) => void
}

/** The current file: its details, and its text block by block with what was removed and why. */
export function BlockPanel({ file, changes, change, blocksRef, at, onMove, onTurn }: Props) {
  const t = useText()
  const cite = useCite()
  const { found } = file
  if (!found) {
    return (
      <section className="imp-blocks" aria-label={t('importing.blocks')}>
        <p className="t none">{t('importing.nothingRead')}</p>
      </section>
    )
  }
  const own = changesOf(changes, file.index)
  const blocks = reviewedBlocks(found, own)
  const counts = blockCounts(blocks)
  const onEnter = (field: MetadataField, typed: string, before: string): void =>
    change((c) => enter(c, file.index, field, typed, before))
  return (
    <section className="imp-blocks" aria-label={t('importing.blocks')}>
      <header>
        <h2>
          <bdi>{cite({ outlet: reviewedValue(found, own, 'outlet').value })}</bdi>
          {', '}
          {t('importing.blockCount', { count: blocks.length, number: number(blocks.length) })}
        </h2>
        <p className="t">
          {t('importing.kept', { count: counts.kept })}, {t('importing.removed', { count: counts.removed })},{' '}
          {t('importing.asDetails', { count: counts.details })}. {t('importing.wholeFile')}
        </p>
        {found.partial && (
          <p className="warn imp-partial">
            <TriangleAlert className="s14" />
            {t(`importing.partial.${found.partial}`)}
          </p>
        )}
      </header>
      <StagedDetails found={found} changes={own} editable={isAddable(file)} onEnter={onEnter} />
      <BlockList
        blocks={blocks}
        lang={reviewedValue(found, own, 'language').value ?? ''}
        editable={isAddable(file)}
        listRef={blocksRef}
        at={Math.min(at, blocks.length - 1)}
        onMove={onMove}
        onTurn={onTurn}
      />
    </section>
  )
}
