import { useText } from './i18n'

/** @returns a function that names a place: "The Courier ¶7", or the outlet alone where the paragraph has no number. */
export function useCite(): (place: { outlet: string | null; paragraph?: string | null }) => string {
  const t = useText()
  return ({ outlet, paragraph }) => {
    const name = outlet ?? t('cite.outletUnknown')
    return paragraph ? t('cite.place', { outlet: name, paragraph }) : name
  }
}
