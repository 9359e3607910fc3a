import { Info, TriangleAlert } from 'lucide-react'
import { CommandButton } from '../../commands/CommandButton'
import { number, useText } from '../../i18n/i18n'
import { Progress } from '../../ui/Progress'
import type { Review } from './use-review'

type Props = { review: Review; leaving: boolean; onStay: () => void; onClose: () => void }

/** How far reading has come or what stands in the way, and the two ends of a review. */
export function Footer({ review, leaving, onStay, onClose }: Props) {
  const t = useText()
  const { state, progress } = review
  const nothing = progress.finished && (state.ticked.length === 0 || review.addedNothing)
  const noneAddable = progress.finished && state.duplicates + state.refused === (review.stage?.files.length ?? 0)
  if (leaving) {
    return (
      <>
        <p className="grow warn imp-say" role="alert">
          <TriangleAlert className="s14" />
          {t('importing.leave')}
        </p>
        <button type="button" className="btn lg" onClick={onStay} autoFocus>
          {t('importing.stay')}
        </button>
        <button type="button" className="btn lg danger" onClick={onClose}>
          {t('importing.discard')}
        </button>
      </>
    )
  }
  const count = state.ticked.length
  return (
    <>
      <div className="grow" aria-live="polite">
        <Say review={review} />
      </div>
      <button type="button" className={`btn lg ${nothing ? 'primary' : ''}`} disabled={review.adding} onClick={onClose}>
        {t(noneAddable || review.addedNothing ? 'app.close' : 'app.cancel')}
        <span className="kbd">{t('importing.esc')}</span>
      </button>
      {!noneAddable && !review.addedNothing && (
        <CommandButton
          id="import.add"
          className="lg primary"
          label={t(review.adding ? 'importing.adding' : 'importing.add', { count, number: number(count) })}
          showKey
        />
      )}
    </>
  )
}

/** The one sentence that matters now. */
function Say({ review }: { review: Review }) {
  const t = useText()
  const { state, progress, failure } = review
  if (failure) return <Warning text={t(`error.${failure.code}`, failure.params)} />
  if (!progress.finished) {
    const values = { done: number(progress.done), total: number(progress.total) }
    const label = progress.total === 0 ? t('importing.looking') : t('importing.reading', values)
    return <Progress label={label} done={progress.done} total={progress.total} />
  }
  if (review.addedNothing) return <Warning text={t('importing.addedNothing')} />
  const [problem] = state.problems
  if (problem) {
    const at = review.stage?.files.indexOf(problem) ?? 0
    return (
      <p className="warn imp-say">
        <TriangleAlert className="s14" />
        {t('importing.dates', { count: state.problems.length })}
        <button type="button" className="link" onClick={() => review.moveTo(at)}>
          {t('importing.showDate')}
        </button>
      </p>
    )
  }
  if (state.ticked.length === 0) return <Warning text={nothingToAdd(t, review)} />
  return (
    <p className="t imp-say">
      <Info className="s14" />
      {t('importing.later')}
    </p>
  )
}

const Warning = ({ text }: { text: string }) => (
  <p className="warn imp-say">
    <TriangleAlert className="s14" />
    {text}
  </p>
)

function nothingToAdd(t: ReturnType<typeof useText>, { stage, state }: Review): string {
  const all = stage?.files.length ?? 0
  if (all === 0) return t('importing.noFiles')
  if (state.duplicates === all) return t('importing.allDuplicates', { count: all })
  if (state.refused === all) return t('importing.allRefused', { count: all })
  return t(state.duplicates + state.refused === all ? 'importing.nothingNew' : 'importing.nothingChosen')
}
