/** Articles that share wording. */
export const relation = {
  title: 'Same wording',
  kind: {
    'same-text': 'Same text',
    'near-copy': 'Near copy',
    'shared-passages': 'Shared passages',
  },
  line: {
    'same-text': 'Carries the same text as {{name}}',
    'near-copy': 'Carries nearly the same text as {{name}} ({{share}})',
    'shared-passages': 'Shares passages with {{name}} ({{share}})',
  },
  andMore: 'and {{number}} more',
  moreCopies_one: '{{number}} more copy',
  moreCopies_other: '{{number}} more copies',
  moreSharing: 'shares passages with {{number}} more',
  share: '{{share}} of this text',
  words_one: '{{number}} word',
  words_other: '{{number}} words',
  showAll: 'Show all {{number}}',
  open: 'Open beside this one',
} as const
