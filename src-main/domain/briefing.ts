/**
 * The parts that a briefing is made of, in order. `text` is Markdown in which `[@12]` cites passage 12. A timeline shows
 * the events of a named one in its order, else chosen events, else all (null).
 */
export type BriefingBlock =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'text'; markdown: string }
  | { kind: 'quotes'; tagId: number | null; passageIds: number[] }
  | { kind: 'timeline'; eventIds: number[] | null; timelineId?: number | undefined }
  | { kind: 'sources' }

export const briefingBlockKinds = ['heading', 'text', 'quotes', 'timeline', 'sources'] as const

/** The note that is written where none was made: everything in the library, in a fixed order. */
export const defaultBriefingBlocks: readonly BriefingBlock[] = [
  { kind: 'timeline', eventIds: null },
  { kind: 'quotes', tagId: null, passageIds: [] },
  { kind: 'sources' },
]
