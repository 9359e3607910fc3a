import { TriangleAlert } from 'lucide-react'
import { type ReactNode, type RefObject, useMemo } from 'react'
import type { StagedArticle } from '../../../src-main/contract/import-types'
import type { ExtractedBlock, MetadataField } from '../../../src-main/domain/article'
import type { CallFailed } from '../../data/client'
import { useCite } from '../../i18n/cite'
import { languageName } from '../../i18n/dates'
import { number, useText } from '../../i18n/i18n'
import { Progress } from '../../ui/Progress'
import { BlockList } from './BlockList'
import { Fields } from './Fields'
import {
  blockCounts,
  type Changes,
  changesOf,
  confirm,
  doubtfulFields,
  enter,
  type FileChanges,
  isAddable,
  type ReadyFile,
  type ReviewedBlock,
  reviewedBlocks,
  reviewedValue,
} from './review'
import { relationText, typedValue } from './row-words'
import { SourcePanel } from './SourceList'

/** Where the text of the current file is looked at: a block, and a line of the original where that was moved to. */
export type Place = { block: number; line: number | null }

type Props = {
  stageId: number
  file: ReadyFile
  /** Null while it is asked for. */
  article: StagedArticle | null
  failure: CallFailed | null
  changes: Changes
  change: (next: (changes: Changes) => Changes) => void
  comparing: boolean
  blocksRef: RefObject<HTMLDivElement | null>
  sourceRef: RefObject<HTMLDivElement | null>
  place: Place
  onMove: (place: Place) => void
  onTurn: (at: number) => void
}

/** The current file: its details, its text block by block with what was removed and why, and the original beside it. */
export function FilePanel(props: Props) {
  const { stageId, file, article, failure, changes, change, comparing, sourceRef, place, onMove } = props
  const t = useText()
  const own = changesOf(changes, file.index)
  const onEnter = (field: MetadataField, typed: string, before: string): void =>
    change((c) => enter(c, file.index, field, typed, before))
  const lang = reviewedValue(file.found, own, 'language').value ?? ''
  const onKeep = (field: MetadataField): void =>
    change((c) => confirm(c, [file], (name, value) => typedValue(t, name, value), [field]))
  const fields = <Fields file={file} changes={own} onEnter={onEnter} onKeep={onKeep} />
  return (
    <>
      {comparing && (
        <section className="imp-panel imp-beside" aria-label={t('importing.details')} data-review-region>
          <header>
            <h2>{t('importing.details')}</h2>
          </header>
          {fields}
        </section>
      )}
      <section className="imp-panel" aria-label={t('importing.blocks')}>
        {failure && !article && <p className="warn imp-note">{t(`error.${failure.code}`, failure.params)}</p>}
        {(article || !failure) && (
          <Text {...props} own={own} lang={lang}>
            {!comparing && <Details file={file} own={own} fields={fields} />}
          </Text>
        )}
      </section>
      {comparing && (
        <SourcePanel
          stageId={stageId}
          index={file.index}
          lang={lang}
          listRef={sourceRef}
          block={place.block}
          line={place.line}
          onMove={(line, block) => onMove({ block: block ?? place.block, line })}
        />
      )}
    </>
  )
}

type TextProps = Props & { own: FileChanges; lang: string; children: ReactNode }

const noBlocks: readonly ExtractedBlock[] = []

function Text({ file, article, own, lang, comparing, blocksRef, place, onMove, onTurn, children }: TextProps) {
  const t = useText()
  const found = article?.blocks ?? noBlocks
  const blocks = useMemo(() => reviewedBlocks(found, own), [found, own])
  return (
    <>
      <Head file={file} own={own} blocks={blocks} />
      {children}
      {!article && (
        <div className="imp-note">
          <Progress label={t('importing.readingText')} done={0} total={0} />
        </div>
      )}
      <BlockList
        blocks={blocks}
        lang={lang}
        editable={isAddable(file)}
        whole={comparing}
        listRef={blocksRef}
        at={Math.min(place.block, blocks.length - 1)}
        onMove={(block) => onMove({ block, line: null })}
        onTurn={onTurn}
      />
    </>
  )
}

/** More than these are counted. */
const toldRelations = 3

/** Each text once, with how often it is there: files of one title differ in nothing that could be told. */
function counted(texts: readonly string[]): [text: string, count: number][] {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts]
}

function Head({ file, own, blocks }: { file: ReadyFile; own: FileChanges; blocks: readonly ReviewedBlock[] }) {
  const t = useText()
  const cite = useCite()
  const counts = blockCounts(blocks)
  const { partial, relations } = file.found
  const told = counted(relations.map((relation) => relationText(t, relation)))
  return (
    <header>
      <h2>
        <bdi>{cite({ outlet: reviewedValue(file.found, own, 'outlet').value })}</bdi>
        {', '}
        {t('importing.blockCount', { count: file.found.blocks, number: number(file.found.blocks) })}
      </h2>
      <p className="t">
        {blocks.length > 0 &&
          `${t('importing.kept', { count: counts.kept })}, ${t('importing.removed', { count: counts.removed })}, ${t(
            'importing.asDetails',
            { count: counts.details },
          )}. `}
        {t('importing.wholeFile')}
      </p>
      {partial && (
        <p className="warn imp-partial">
          <TriangleAlert className="s14" />
          {t(`importing.partial.${partial}`)}
        </p>
      )}
      {told.slice(0, toldRelations).map(([text, count]) => (
        <p key={text} className="q imp-relation">
          {text}
          {count > 1 && ` · ${t('importing.relationFiles', { count, number: number(count) })}`}
        </p>
      ))}
      {told.length > toldRelations && (
        <p className="q imp-relation">
          {t('importing.relationsMore', {
            count: told.length - toldRelations,
            number: number(told.length - toldRelations),
          })}
        </p>
      )}
    </header>
  )
}

type DetailsProps = { file: ReadyFile; own: FileChanges; fields: ReactNode }

/** The details folded away above the text, where there is no room beside it. */
function Details({ file, own, fields }: DetailsProps) {
  const t = useText()
  const { found } = file
  const byline = reviewedValue(found, own, 'byline').value
  const language = reviewedValue(found, own, 'language').value
  const differing = doubtfulFields(file, own).some((field) => found.metadata[field].others)
  return (
    <details className="imp-details">
      <summary data-review-region>
        <b>{t('importing.details')}</b>
        <span className={`trunc ${differing ? 'warn' : 't'}`}>
          {differing ? (
            t('importing.differing')
          ) : (
            <>
              <bdi>{byline ?? t('importing.noByline')}</bdi>
              {', '}
              {language === null ? t('importing.languageUnknown') : languageName(language)}
            </>
          )}
        </span>
      </summary>
      {fields}
    </details>
  )
}
