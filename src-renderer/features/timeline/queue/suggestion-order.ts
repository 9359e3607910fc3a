import type { Suggestion } from '../../../../src-main/contract/types'

export const suggestionOrders = ['date', 'article', 'confidence'] as const
export type SuggestionOrder = (typeof suggestionOrders)[number]

/**
 * Suggestions as they are gone through: by date, article by article from its beginning, or the surest first.
 * @param suggestions in order of date, unresolved ones last; equal ones stay in it
 */
export function orderedSuggestions(suggestions: readonly Suggestion[], order: SuggestionOrder): readonly Suggestion[] {
  if (order === 'date') return suggestions
  if (order === 'confidence') {
    // What could not be worked out can't be accepted as it is, however sure the words are.
    const sureness = ({ edtf, confidence }: Suggestion): number => (edtf === null ? -1 : confidence)
    return suggestions.toSorted((a, b) => sureness(b) - sureness(a))
  }
  const place = ({ items: [first] }: Suggestion): [number, number] => [first?.articleId ?? 0, first?.start ?? 0]
  return suggestions.toSorted((a, b) => {
    const [[articleA, startA], [articleB, startB]] = [place(a), place(b)]
    return articleA - articleB || startA - startB
  })
}
