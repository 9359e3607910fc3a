import type { Passage, TagRow } from '../../../src-main/contract/types'
import type { TagColour } from '../../../src-main/domain/tag'
import type { Span } from './spans'

/** One tag of one passage: what an underline and a margin bar stand for. */
export type TagMark = Span & { passageId: number; tagId: number; colour: TagColour; name: string }

/** The tags of passages that are found in the text. */
export const tagMarks = (passages: readonly Passage[], tags: readonly TagRow[]): TagMark[] =>
  passages
    .filter((p) => !p.orphaned)
    .flatMap((passage) =>
      passage.tagIds.flatMap((tagId) => {
        const tag = tags.find((row) => row.id === tagId)
        const { start, end } = passage
        return tag ? [{ start, end, passageId: passage.id, tagId, colour: tag.colour, name: tag.name }] : []
      }),
    )

/** What is underlined: a line for each tag of a passage, and one for a passage without a tag. */
export type Underline = Span & { colour: TagColour | null }

/** The underlines of passages that are found in the text. */
export const underlines = (passages: readonly Passage[], tags: readonly TagRow[]): Underline[] => [
  ...tagMarks(passages, tags),
  ...passages
    .filter((p) => p.tagIds.length === 0 && !p.orphaned)
    .map(({ start, end }) => ({ start, end, colour: null })),
]
