/** The files that a timeline can be written as, with the ending of their names. */
export const timelineFormats = {
  csv: 'csv',
  json: 'json',
  timelinejs: 'json',
  icalendar: 'ics',
  markdown: 'md',
} as const satisfies Record<string, string>

export type TimelineFormat = keyof typeof timelineFormats

export const timelineFormatNames = Object.keys(timelineFormats) as [TimelineFormat, ...TimelineFormat[]]

/** What a format has no place for, and how many events it concerns. */
export type Loss = {
  what: 'undated' | 'vague' | 'open' | 'state' | 'evidence' | 'actors'
  events: number
}
