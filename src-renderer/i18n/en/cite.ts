/** How an article or a place in it is named wherever it is referred to. */
export const cite = {
  outletUnknown: 'outlet unknown',
  untitled: 'No headline in file; first sentence shown',
  place: '{{outlet}} ¶{{paragraph}}',
  /** With a mark before the sign, or "¶7" would stand as "7¶". */
  placeRightToLeft: '{{outlet}} \u200e¶{{paragraph}}',
} as const
