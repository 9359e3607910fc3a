import { Info, Play, Square, TriangleAlert } from 'lucide-react'
import { CommandButton, KeyCap } from '../../commands/CommandButton'
import { number, type Translate, useText } from '../../i18n/i18n'
import { Progress } from '../../ui/Progress'
import { isReading, type Review } from './use-review'

type Props = {
  review: Review
  leaving: boolean
  onStay: () => void
  onClose: () => void
  onShow: (index: number) => void
}

/** How far reading or adding has come or what stands in the way, and the two ends of a review. */
export function Footer(props: Props) {
  const t = useText()
  const { review, leaving, onStay, onClose } = props
  const { state, stage, ending } = review
  if (leaving) {
    return (
      <>
        <p className="grow warn imp-say" role="alert">
          <TriangleAlert className="s14" />
          {t(ending.added ? 'importing.leaveAdded' : 'importing.leave')}
        </p>
        <button type="button" className="btn lg" onClick={onStay} autoFocus>
          {t('importing.stay')}
        </button>
        <button type="button" className="btn lg danger" onClick={onClose}>
          {t(ending.added ? 'importing.discardAdded' : 'importing.discard')}
        </button>
      </>
    )
  }
  const finished = stage.state === 'done'
  const noneAddable = finished && state.addable === 0
  const nothing = finished && (state.ticked.length === 0 || ending.addedNothing)
  const count = state.ticked.length
  return (
    <>
      <Work review={review} />
      <div className="grow" aria-live="polite">
        <Say {...props} />
      </div>
      <button
        type="button"
        className={`btn lg ${nothing ? 'primary' : ''}`}
        disabled={ending.adding !== null}
        onClick={onClose}
      >
        {t(noneAddable || ending.addedNothing || ending.added ? 'app.close' : 'app.cancel')}
        <KeyCap chord="Escape" />
      </button>
      {!noneAddable && !ending.addedNothing && (
        <CommandButton
          id="import.add"
          className="lg primary"
          label={t(ending.adding ? 'importing.addingNow' : 'importing.add', { count, number: number(count) })}
          showKey
        />
      )}
    </>
  )
}

/** Reading or adding under way, with the button that stops it or goes on: one button, so that it keeps the focus. */
function Work({ review: { stage, ending } }: { review: Review }) {
  const t = useText()
  const { adding } = ending
  const stopped = stage.state === 'stopped' && !adding
  if ((stage.state === 'done' || ending.addedNothing) && !adding) return null
  const total = adding?.total ?? stage.total ?? 0
  return (
    <>
      {!stopped && <Progress label={workLabel(t, stage, adding)} done={adding?.done ?? stage.read} total={total} />}
      {total > 1 && (
        <button type="button" className="btn" onClick={stopped ? ending.resume : ending.stop}>
          {stopped ? <Play className="s12" /> : <Square className="s12" />}
          {t(stopped ? 'importing.resume' : adding ? 'importing.stopAdding' : 'importing.stop')}
        </button>
      )}
    </>
  )
}

function workLabel(t: Translate, stage: Review['stage'], adding: Review['ending']['adding']): string {
  if (adding) return t('importing.adding', { done: number(adding.done), total: number(adding.total) })
  if (stage.total === null) return t('importing.looking')
  const label = t('importing.reading', { done: number(stage.read), total: number(stage.total) })
  const left = timeLeft(t, stage.msLeft)
  return left === null ? label : `${label} · ${left}`
}

/** Less than two seconds are not worth saying. */
function timeLeft(t: Translate, ms: number | null): string | null {
  if (ms === null || ms < 2000) return null
  if (ms < 60_000) return t('importing.left.seconds', { count: Math.ceil(ms / 5000) * 5 })
  return t('importing.left.minutes', { count: Math.round(ms / 60_000) })
}

/** The one sentence that matters now. */
function Say({ review, onShow }: Props) {
  const t = useText()
  const { state, stage, failure, ending } = review
  if (failure) return <Warning text={t(`error.${failure.code}`, failure.params)} />
  if (ending.addedNothing) return <Warning text={t('importing.addedNothing')} />
  if (ending.adding) return null
  const [problem] = state.problems
  if (problem) {
    return (
      <p className="warn imp-say">
        <TriangleAlert className="s14" />
        {t('importing.dates', { count: state.problems.length })}
        <button type="button" className="link" onClick={() => onShow(problem.index)}>
          {t('importing.showDate')}
        </button>
      </p>
    )
  }
  if (ending.added) return <Added review={review} added={ending.added} />
  if (stage.state === 'stopped') {
    return <Warning text={t('importing.stopped', readOf(stage))} />
  }
  if (stage.state !== 'done') return state.ticked.length > 0 ? <Hint text={t('importing.addNow')} /> : null
  if (state.ticked.length === 0) return <Warning text={nothingToAdd(t, review)} />
  return <Hint text={t('importing.later')} />
}

const Hint = ({ text }: { text: string }) => (
  <p className="t imp-say">
    <Info className="s14" />
    {text}
  </p>
)

const Warning = ({ text }: { text: string }) => (
  <p className="warn imp-say">
    <TriangleAlert className="s14" />
    {text}
  </p>
)

/** What was added, and what was not. */
function Added({ review: { stage, state }, added }: { review: Review; added: NonNullable<Review['ending']['added']> }) {
  const t = useText()
  const { articleIds, refused, stopped } = added
  const counted = (key: string, count: number): string => t(key, { count, number: number(count) })
  const left = state.ticked.length
  const texts = [
    counted('importing.addedSome', articleIds.length),
    left > 0 && counted(stopped ? 'importing.addedStopped' : 'importing.addedLeft', left),
    refused > 0 && counted('importing.addedRefused', refused),
    isReading(stage) && t('importing.addedReading'),
    stage.state === 'stopped' && t('importing.notRead', readOf(stage)),
    articleIds.length > 0 && t('importing.addedUndo'),
  ]
  const text = texts.filter((one) => one !== false).join(' ')
  return stopped || refused > 0 ? <Warning text={text} /> : <Hint text={text} />
}

const readOf = ({ read, total }: Review['stage']) => ({ done: number(read), total: number(total ?? read) })

function nothingToAdd(t: Translate, { stage, state }: Review): string {
  const all = stage.files.length
  if (all === 0) return t('importing.noFiles')
  if (state.duplicates === all) return t('importing.allDuplicates', { count: all })
  if (state.refused === all) return t('importing.allRefused', { count: all })
  return t(state.addable === 0 ? 'importing.nothingNew' : 'importing.nothingChosen')
}
