/** Articles that share wording. */
export const relation = {
  title: 'Same wording',
  kind: {
    'same-text': 'Same text',
    'near-copy': 'Near copy',
    'shared-passages': 'Shared passages',
  },
  line: {
    'same-text': 'The same text as {{name}}',
    'near-copy': 'Carries the same text as {{name}} ({{share}})',
    'shared-passages': 'Shares passages with {{name}} ({{share}})',
  },
  lineAndMore: '{{line}} and {{number}} more',
  share: '{{share}} of this text',
  words_one: '{{number}} word',
  words_other: '{{number}} words',
  showAll: 'Show all {{number}}',
  open: 'Open beside this one',
} as const
