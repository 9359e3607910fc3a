import { useText } from './i18n'

const fromRightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/** @returns a function that names a place: "The Courier ¶7", or the outlet alone where the paragraph has no number. */
export function useCite(): (place: { outlet: string | null; paragraph?: string | null }) => string {
  const t = useText()
  return ({ outlet, paragraph }) => {
    const name = outlet ?? t('cite.outletUnknown')
    if (!paragraph) return name
    return t(fromRightToLeft.test(name) ? 'cite.placeRightToLeft' : 'cite.place', { outlet: name, paragraph })
  }
}
