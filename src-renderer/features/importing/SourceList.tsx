import type { MouseEvent, RefObject } from 'react'
import type { StagedSource } from '../../../src-main/contract/import-types'
import { useAnswer } from '../../data/queries'
import { number, useText } from '../../i18n/i18n'
import { Progress } from '../../ui/Progress'
import { moveByKey, useLines } from './lines'

type Props = {
  stageId: number
  index: number
  lang: string
  listRef: RefObject<HTMLDivElement | null>
  /** The block in hand: its lines are marked and kept in view. */
  block: number
  /** The line in hand, or null where the block decides. */
  line: number | null
  /** `block` is the one that took the line, or null. */
  onMove: (line: number, block: number | null) => void
}

/** The original's own text beside what was taken from it. */
export function SourcePanel(props: Props) {
  const t = useText()
  const { stageId, index } = props
  const { data, error } = useAnswer('import.source', { stageId, index })
  const left = data?.lines.filter((line) => line.block === null).length ?? 0
  return (
    <section className="imp-panel imp-source" aria-label={t('importing.source.region')}>
      <header>
        <h2>{t('importing.source.region')}</h2>
        <p className="t">
          {data &&
            `${t('importing.source.lines', { count: data.lines.length, number: number(data.lines.length) })}, ${t(
              'importing.source.left',
              { count: left, number: number(left) },
            )}`}
          {data?.truncated && ` ${t('importing.source.truncated')}`}
        </p>
      </header>
      {error && <p className="warn imp-note">{t(`error.${error.code}`, error.params)}</p>}
      {!data && !error && (
        <div className="imp-note">
          <Progress label={t('importing.source.reading')} done={0} total={0} />
        </div>
      )}
      {data && data.lines.length > 0 && <SourceList {...props} lines={data.lines} />}
    </section>
  )
}

function SourceList({ lines, lang, listRef, block, line, onMove }: Props & { lines: StagedSource['lines'] }) {
  const t = useText()
  const matching = lines.findIndex((one) => one.block === block)
  const at = line ?? Math.max(0, matching)
  const items = useLines(lines, listRef, line ?? matching)
  const move = (to: number): void => onMove(to, lines[to]?.block ?? null)
  const onClick = (event: MouseEvent): void => {
    const clicked = (event.target as Element).closest<HTMLElement>('[data-line]')?.dataset.line
    if (clicked !== undefined) move(Number(clicked))
  }
  const shown = items.getVirtualItems()
  return (
    <div
      ref={listRef}
      className="imp-lines whole"
      role="listbox"
      aria-label={t('importing.source.list')}
      aria-activedescendant={shown.some((item) => item.index === at) ? `line-${at}` : undefined}
      tabIndex={0}
      data-review-region
      onKeyDown={(event) => moveByKey(event, at, lines.length, move)}
      onClick={onClick}
    >
      <div role="presentation" style={{ height: items.getTotalSize(), position: 'relative' }}>
        {shown.map((item) => {
          const one = lines[item.index]
          return (
            one && (
              <div
                key={item.key}
                ref={items.measureElement}
                data-index={item.index}
                className="imp-place"
                role="presentation"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <div
                  id={`line-${item.index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={one.block === block}
                  aria-posinset={item.index + 1}
                  aria-setsize={lines.length}
                  data-line={item.index}
                  className={`imp-line ${one.block === null ? 'left' : ''} ${one.block === block ? 'match' : ''} ${item.index === at ? 'cur' : ''}`}
                >
                  <span className="n">{item.index + 1}</span>
                  <span className="src" dir="auto" lang={lang}>
                    {one.text}
                  </span>
                  <span className="k">
                    {one.block === null && <span className="what">{t('importing.source.no')}</span>}
                  </span>
                </div>
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}
