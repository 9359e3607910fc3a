import type { CompanionKind } from '../../../src-main/domain/affair'

/** Articles that belong together, and the sources that one names. */
export const related = {
  companions: {
    title: 'Same affair',
    loading: 'Looking for articles of the same affair',
    none: 'No other article of this affair is found.',
    together: 'Read together',
    togetherTitle: 'Open beside this one: {{names}}',
    open: 'Open beside this one',
    likely: '{{score}} likely',
    kind: {
      'same-affair': 'Same affair',
      'near-copy': 'Near copy',
      copy: 'Same text',
    } satisfies Record<CompanionKind, string>,
  },
  sources: {
    title: 'Named sources',
    line: 'What articles have from the same source counts once.',
    loading: 'Looking for named sources',
    none: 'The text names no source.',
    places_one: '{{count}} place',
    places_other: '{{count}} places',
    show: 'Show {{name}} in the text',
    found: 'in the text: {{quote}}',
    notOne: 'not a source',
    rename: 'Rename {{name}}',
    field: 'Name of the source “{{quote}}”',
    save: 'Save',
    cancel: 'Cancel',
    dismiss: '{{name}} is not a source',
    takeBack: 'Take back what was said of {{name}}',
  },
} as const
