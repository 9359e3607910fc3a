import type { ArticleText } from '../../../src-main/contract/types'
import type { Block } from '../../../src-main/domain/article'

/** A correction that is being written: of which block, what that said and where it stood among how many, and what is written. */
export type Editing = {
  pane: number
  articleId: number
  blockId: number
  at: number
  of: number
  before: string
  draft: string
}

/**
 * Where a block that is being corrected stands in a text: every version has blocks of its own. A block that was joined with
 * others, or split, is another one: saving would lose or double words.
 * @returns undefined where it is hidden, or where none is surely the same
 */
export function standing({ blockId, at, of, before }: Editing, { blocks }: ArticleText): Block | undefined {
  const known = blocks.find(({ id }) => id === blockId)
  const same = blocks
    .filter((block) => block.text === before)
    .toSorted((a, b) => Math.abs(blocks.indexOf(a) - at) - Math.abs(blocks.indexOf(b) - at))[0]
  const reworded = blocks.length === of ? blocks[at] : undefined
  const found = known ?? same ?? (reworded && isAlike(reworded.text, before) ? reworded : undefined)
  return found?.hidden ? undefined : found
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))

/** Whether half the words of the shorter text are in the other. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  return [...a].filter((word) => b.has(word)).length * 2 >= Math.min(a.size, b.size)
}
