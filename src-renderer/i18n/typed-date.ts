import { type DateProblem, readDateInput } from '../../src-main/domain/date-input'
import { useDateText } from './dates'
import { type Translate, useText } from './i18n'

/** What typed text means as a date. `edtf` is null when the field is empty or the text is not understood. */
export type TypedDate = { edtf: string | null; understood: boolean; message: string }

/** @returns a function that tells what typed text is understood as, in words and EDTF, or why it isn't. */
export function useTypedDate(): (typed: string) => TypedDate {
  const t = useText()
  const dateText = useDateText()
  return (typed) => {
    if (typed.trim() === '') return { edtf: null, understood: true, message: t('origin.dateEmpty') }
    const read = readDateInput(typed)
    if (read.edtf === null) return { edtf: null, understood: false, message: problemText(t, dateText, read.problem) }
    const words = [...new Set([dateText(read.edtf), read.edtf])].join(', ')
    const message = t(read.isWider ? 'origin.dateWider' : 'origin.dateUnderstood', { words })
    return { edtf: read.edtf, understood: true, message }
  }
}

const problemText = (t: Translate, dateText: (edtf: string | null) => string, problem: DateProblem): string =>
  problem.kind === 'ambiguous'
    ? t('origin.dateProblem.ambiguous', {
        dayFirst: dateText(problem.dayFirst),
        monthFirst: dateText(problem.monthFirst),
      })
    : t(`origin.dateProblem.${problem.kind}`)
