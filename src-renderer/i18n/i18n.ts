import { createInstance } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { en } from './en'

/** The window's translations. English first; another language is another object of the same shape. */
export const i18n = createInstance()

void i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  initAsync: false,
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
  returnNull: false,
})

/** A key of a translation, such as `library.empty.title`; plurals are asked for without their suffix. */
export type Translate = (key: string, values?: Record<string, unknown>) => string

/** @returns the function that turns keys into sentences. A test finds keys that have none. */
export function useText(): Translate {
  const { t } = useTranslation('translation', { i18n })
  return t as unknown as Translate
}

/** The language of the interface, for number and date formats. */
export const locale = 'en-GB'

const numbers = new Intl.NumberFormat(locale)

export const number = (value: number): string => numbers.format(value)

const percents = new Intl.NumberFormat(locale, { style: 'percent' })

/** A part as a percentage, rounded, but never to all or nothing where it is a part. @param share from 0 to 1 */
export const percent = (share: number): string =>
  percents.format(share >= 1 ? 1 : share <= 0 ? 0 : Math.min(0.99, Math.max(0.01, share)))

/** A moment (ISO 8601) as local time of day, or with the day where it isn't today. */
export function moment(iso: string): string {
  const at = new Date(iso)
  const today = at.toDateString() === new Date().toDateString()
  return new Intl.DateTimeFormat(
    locale,
    today
      ? { timeStyle: 'short' }
      : { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  ).format(at)
}
