import { parseDateInput } from '../../src-main/domain/date-input'
import { useDateText } from './dates'
import { useText } from './i18n'

/** What typed text means as a date. `edtf` is null when the field is empty or the text is not understood. */
export type TypedDate = { edtf: string | null; understood: boolean; message: string }

/** Day and month of "7/5/2024" can't be told apart; "7/5/2024" with a day above 12 can. */
const numericDate = /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/

/** @returns a function that tells what typed text is understood as, in words and EDTF, or why it isn't. */
export function useTypedDate(): (typed: string) => TypedDate {
  const t = useText()
  const dateText = useDateText()
  return (typed) => {
    if (typed.trim() === '') return { edtf: null, understood: true, message: t('origin.dateEmpty') }
    const edtf = parseDateInput(typed)
    if (edtf !== null) {
      const words = [...new Set([dateText(edtf), edtf])].join(', ')
      return { edtf, understood: true, message: t('origin.dateUnderstood', { words }) }
    }
    const reason = numericDate.test(typed.trim()) ? 'origin.dateNumeric' : 'origin.dateNotUnderstood'
    return { edtf: null, understood: false, message: t(reason) }
  }
}
