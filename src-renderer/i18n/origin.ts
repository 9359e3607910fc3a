import type { Sourced } from '../../src-main/domain/origin'
import { type Translate, useText } from './i18n'

/** A value's origin and confidence in words: "Line 1", "certain". */
export type OriginWords = { origin: string; confidence: string }

/** @returns the origin of a value in words, such as "In removed line 36" or "meta article:published_time". */
export function originText(t: Translate, { origin, evidence }: Sourced): string {
  if (origin === 'none') return t('origin.none')
  if (origin === 'researcher') return t('origin.researcher')
  if (!evidence) return t(`origin.${origin}`)
  const placed = evidence.kind === 'text' || evidence.kind === 'researcher' || evidence.at !== ''
  const place = placed ? t(`origin.${evidence.kind}`, { at: evidence.at }) : t(`origin.${origin}`)
  return evidence.doubt ? t(`origin.doubt.${evidence.doubt}`, { place }) : place
}

/** @returns a function that puts a value's origin and confidence into words. */
export function useOrigin(): (sourced: Sourced) => OriginWords {
  const t = useText()
  return (sourced) => ({
    origin: originText(t, sourced),
    confidence: t(`origin.confidence.${sourced.confidence}`),
  })
}
