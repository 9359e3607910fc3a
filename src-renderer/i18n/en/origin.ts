import type { Confidence } from '../../../src-main/domain/origin'

/** Where a value came from, how sure it is, and what a typed date is understood as. */
export const origin = {
  line: 'Line {{at}}',
  paragraph: 'Named in ¶{{at}}',
  removed: 'In removed line {{at}}',
  element: '{{at}}',
  record: '{{at}}',
  address: 'In the address',
  outlet: 'As this outlet’s other articles',
  text: 'Detected from the text',
  researcher: 'Entered by you',
  file: 'In the file',
  rule: 'Worked out by a rule',
  none: 'Not in file',
  standIn: 'First sentence; no headline',
  /** Why a value can hardly be right, with its place. */
  doubt: { 'after-import': 'After the day of import: {{place}}' },
  confidence: {
    certain: 'certain',
    likely: 'likely',
    unsure: 'unsure',
    entered: 'entered',
    none: 'none',
  } satisfies Record<Confidence, string>,
  /** Under a publication date in a table. */
  short: { file: 'in file', rule: 'worked out', researcher: 'entered by you', none: 'not found in file' },
  dateUnderstood: 'Understood as {{words}}',
  dateEmpty: 'Empty means undated',
  dateWider: 'Understood as {{words}}: the whole of it, since a part of a period has no value of its own',
  dateProblem: {
    'not-understood': 'Not understood. Try “7 May 2024”, “May 2024”, “about 2024” or EDTF such as 2024-05.',
    'no-such-date': 'There is no such date.',
    ambiguous: 'Day and month can’t be told apart. Is it {{dayFirst}} or {{monthFirst}}? Write the month as a word.',
    relative: 'Of which day? Enter the date itself, such as “7 May 2024”.',
    'needs-year': 'A year is missing.',
    backwards: 'The end lies before the beginning.',
    'other-calendar': 'A date of another calendar. Enter the day of the Gregorian calendar.',
  },
} as const
