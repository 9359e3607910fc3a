import { isDateField, type MetadataField } from '../../src-main/domain/article'
import { dateText } from '../../src-main/domain/date-text'
import type { DerivationStep } from '../../src-main/domain/event'
import { locale, type Translate, useText } from './i18n'

/** EDTF in words ("7 May 2024", "about May 2024"); null is "undated". */
export const dateInWords = (t: Translate, edtf: string | null): string =>
  edtf === null
    ? t('date.undated')
    : dateText(edtf, locale, {
        seasons: [t('date.spring'), t('date.summer'), t('date.autumn'), t('date.winter')],
        about: t('date.about'),
        uncertain: t('date.uncertain'),
        from: t('date.from'),
        until: t('date.until'),
        decade: (first) => t('date.decade', { first }),
        century: (first) => t('date.century', { count: Number(first.slice(0, 2)) + 1, ordinal: true }),
      })

/** @returns a function that turns EDTF into words, as {@link dateInWords} does. */
export function useDateText(): (edtf: string | null) => string {
  const t = useText()
  return (edtf) => dateInWords(t, edtf)
}

/** One step of a derivation in words. */
export const stepText = (t: Translate, step: DerivationStep): string =>
  t(
    `date.step.${step.code}`,
    'count' in step.params ? { ...step.params, count: Number(step.params.count) } : step.params,
  )

const languages = new Intl.DisplayNames([locale], { type: 'language' })

/** A language's own name in the interface's language: "Arabic" for `ar`. */
export function languageName(tag: string): string {
  try {
    return languages.of(tag) ?? tag
  } catch {
    return tag
  }
}

/** @returns a function that shows a metadata value as a reader wants it: dates and languages in words. */
export function useFieldText(): (field: MetadataField, value: string) => string {
  const dateText = useDateText()
  return (field, value) => {
    if (isDateField(field)) return dateText(value)
    return field === 'language' ? languageName(value) : value
  }
}
