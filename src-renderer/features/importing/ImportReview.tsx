import { type KeyboardEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useCommandContext, useCommands } from '../../commands/registry'
import { useAnswer } from '../../data/queries'
import { number, useText } from '../../i18n/i18n'
import { Sheet } from '../../ui/Sheet'
import { choose, chooseAll } from '../../ui/selection'
import { BatchForm } from './BatchForm'
import { FilePanel, type Place } from './FilePanel'
import { FileTable } from './FileTable'
import { Footer } from './Footer'
import { everything, nextToLookAt } from './listing'
import {
  changesOf,
  confirm,
  doubtfulFields,
  firstBlock,
  isAddable,
  isTicked,
  type ReadyFile,
  tick,
  turnBlock,
} from './review'
import { typedValue } from './row-words'
import { Toolbar } from './Toolbar'
import { type Review, useReview } from './use-review'
import './importing.css'
import './preview.css'

/** Shows what a stage's files hold before anything is written, and lets everything be corrected. */
export function ImportReview({ stageId }: { stageId: number }) {
  const t = useText()
  const review = useReview(stageId)
  const { stage, state, current, changes, change, selection, select, ending } = review
  const tableRef = useRef<HTMLTableElement>(null)
  const filterRef = useRef<HTMLInputElement>(null)
  const blocksRef = useRef<HTMLDivElement>(null)
  const sourceRef = useRef<HTMLDivElement>(null)
  const [placeOf, setPlaceOf] = useState<Place & { file: number }>({ file: -1, block: 0, line: null })
  const [leaving, setLeaving] = useState(false)
  const [comparingChosen, setComparing] = useState<boolean | null>(null)
  const alone = isAlone(review)
  const comparing = comparingChosen ?? alone
  const ready = state.ticked.length > 0 && state.problems.length === 0 && !ending.adding && !ending.addedNothing
  const close = (): void => {
    if (ending.adding) return
    if (state.corrected && !leaving && !ending.addedNothing) setLeaving(true)
    else ending.finish()
  }
  const panel = panelOf(review)
  const article = useAnswer('import.file', panel === 'file' && current ? { stageId, index: current.index } : null)
  const place =
    placeOf.file === current?.index ? placeOf : { block: firstBlock(article.data?.blocks ?? []), line: null }
  const turn = (at: number): void => {
    const block = article.data?.blocks[at]
    if (current && block) change((c) => turnBlock(c, current.index, at, block))
  }
  const show = (index: number): void => {
    review.narrow(everything)
    select(choose(index))
    tableRef.current?.focus()
  }
  const nextLook = (): void => {
    const next = review.rows[nextToLookAt(review.rows, changes, review.at) ?? -1]
    if (!next) return
    select(choose(next.index))
    tableRef.current?.focus()
  }
  const doubtful = chosenFiles(review).filter((file) => doubtfulFields(file, changesOf(changes, file.index)).length > 0)
  useCommandContext('import')
  useCommands({
    'import.add': ready ? ending.add : null,
    'import.toggle': () => {
      const inText = [blocksRef, sourceRef].some((list) => list.current?.contains(document.activeElement))
      if (inText) turn(place.block)
      else if (tableRef.current === document.activeElement) change((c) => tickChosen(c, review))
    },
    'import.nextLook': review.counts.look > 0 ? nextLook : null,
    'import.confirm':
      doubtful.length > 0
        ? () => change((c) => confirm(c, doubtful, (name, value) => typedValue(t, name, value)))
        : null,
    'import.original': current && isAddable(current) ? () => keepInDetails(() => setComparing(!comparing)) : null,
    'import.filter': alone ? null : () => filterRef.current?.focus(),
    'import.chooseAll': () =>
      select(
        chooseAll(
          selection,
          review.rows.map((file) => file.index),
        ),
      ),
  })
  const count = Math.max(stage.total ?? 0, 0)
  return (
    <Sheet
      className={`imp ${alone ? 'alone' : ''}`}
      width={1440}
      title={
        stage.total === null ? t('importing.titleReading') : t('importing.title', { count, number: number(count) })
      }
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
          onShow={show}
        />
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only listens for the key that moves between its regions */}
      <div className={`imp-body ${comparing && panel === 'file' ? 'comparing' : ''}`} onKeyDown={moveBetweenRegions}>
        {!alone && (
          <Toolbar
            review={review}
            filterRef={filterRef}
            comparing={comparing}
            onDone={() => tableRef.current?.focus()}
          />
        )}
        <FileTable
          review={review}
          comparing={comparing && panel === 'file'}
          tableRef={tableRef}
          onEnterText={() => focusFirst(panel === 'batch' ? document.querySelector('.imp-batch') : blocksRef.current)}
        />
        {panel === 'batch' && <BatchForm review={review} />}
        {panel === 'file' && current && isAddable(current) && (
          <FilePanel
            stageId={stageId}
            file={current}
            article={article.data ?? null}
            failure={article.error}
            changes={changes}
            change={change}
            comparing={comparing}
            blocksRef={blocksRef}
            sourceRef={sourceRef}
            place={place}
            onMove={(to) => setPlaceOf({ file: current.index, ...to })}
            onTurn={turn}
          />
        )}
        {panel === 'none' && stage.files.length > 0 && (
          <section className="imp-panel" aria-label={t('importing.blocks')}>
            <p className="t imp-note">{t('importing.nothingRead')}</p>
          </section>
        )}
      </div>
    </Sheet>
  )
}

/** Details stand above the text or beside it: the keyboard stays in them where they change places. */
function keepInDetails(change: () => void): void {
  const details = '.imp-details, .imp-beside'
  const inDetails = document.activeElement?.closest(details) ?? null
  flushSync(change)
  if (inDetails) document.querySelector(details)?.querySelector<HTMLElement>('summary, input, textarea')?.focus()
}

/** One file with one article needs no list of files: its text fills the window. */
const isAlone = ({ stage }: Review): boolean =>
  stage.state === 'done' && stage.files.length === 1 && stage.files.every(isAddable)

function panelOf({ selection, current }: Review): 'batch' | 'file' | 'none' {
  if (selection.selected.length > 1) return 'batch'
  return current && isAddable(current) ? 'file' : 'none'
}

/** The chosen files that can be added. */
function chosenFiles({ rows, selection }: Review): ReadyFile[] {
  const chosenIds = new Set(selection.selected)
  return rows.filter((file) => chosenIds.has(file.index)).filter(isAddable)
}

/** Takes the chosen files, or leaves them out where all of them are taken. */
function tickChosen(changes: Review['changes'], review: Review): Review['changes'] {
  const chosen = chosenFiles(review)
  const all = chosen.every((file) => isTicked(file, changes))
  return tick(
    changes,
    chosen.map((file) => file.index),
    !all,
  )
}

const focusable = '[tabindex="0"], input:not(:disabled), textarea:not(:disabled), button:not(:disabled)'

function focusFirst(region: Element | null): void {
  const target = region?.matches('[tabindex], summary') ? region : region?.querySelector(focusable)
  if (target instanceof HTMLElement) target.focus()
}

/** F6 and Shift+F6, which the window leaves to a dialog. */
function moveBetweenRegions(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'F6') return
  event.preventDefault()
  const regions = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-review-region]')]
  const from = regions.findIndex((region) => (region.closest('details') ?? region).contains(document.activeElement))
  const step = event.shiftKey ? -1 : 1
  focusFirst(regions[(from + step + regions.length) % regions.length] ?? null)
}
