import { articleText, type BlockKind, blockStarts, isNumbered } from './article'

/** A stretch of the old text that the new one has, too: `length` characters from `from` on stand at `to`. */
export type KeptSpan = { from: number; to: number; length: number }

/** A change of a text: what it was, what it is, and what of the one stands where in the other, in the new one's order. */
export type TextChange = { before: string; after: string; kept: readonly KeptSpan[] }

/** What a correction needs of a block. `number` is the paragraph number that was given at import. */
export type EditableBlock = { kind: BlockKind; text: string; hidden: boolean; number: number | null }

/** A text after an edit. `edited`: index of the block that was edited, the first of two. */
export type EditedText<B> = { blocks: B[]; change: TextChange; edited: number }

/** Part of a new block: old text from an offset on, or new text. */
type Piece = { text: string; from: number | null }
type Draft<B> = { block: B; pieces: Piece[] }

const whole = <B extends EditableBlock>(block: B, start: number): Draft<B> => ({
  block,
  pieces: [{ text: block.text, from: start }],
})

function finished<B extends EditableBlock>(
  old: readonly B[],
  drafts: readonly Draft<B>[],
  edited: number,
): EditedText<B> {
  const blocks = drafts.map(({ block, pieces }) => ({ ...block, text: pieces.map((piece) => piece.text).join('') }))
  const starts = blockStarts(blocks)
  const kept = drafts.flatMap(({ pieces }, index) => {
    let at = starts[index] ?? 0
    return pieces.flatMap(({ text, from }): KeptSpan[] => {
      const to = at
      at += text.length
      return from === null || text === '' ? [] : [{ from, to, length: text.length }]
    })
  })
  return { blocks, change: changeOf(old, blocks, kept), edited }
}

/** Kept spans that follow each other in both texts, with the same character between them at most, are one. */
function changeOf(
  old: readonly { text: string }[],
  blocks: readonly { text: string }[],
  kept: readonly KeptSpan[],
): TextChange {
  const before = articleText(old)
  const after = articleText(blocks)
  const joined: KeptSpan[] = []
  for (const span of kept) {
    const last = joined.at(-1)
    const gap = last ? span.from - last.from - last.length : -1
    const follows = last !== undefined && (gap === 0 || gap === 1) && span.to - last.to - last.length === gap
    if (follows && (gap === 0 || before[span.from - 1] === after[span.to - 1])) {
      joined[joined.length - 1] = { ...last, length: last.length + gap + span.length }
    } else joined.push(span)
  }
  return { before, after, kept: joined }
}

const isHighHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdbff
const isLowHalf = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

/** How many characters two texts have in common at their beginning, without half of a surrogate pair. */
function commonStart(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a.charCodeAt(n) === b.charCodeAt(n)) n += 1
  return n > 0 && isHighHalf(a.charCodeAt(n - 1)) ? n - 1 : n
}

function commonEnd(a: string, b: string, limit: number): number {
  let n = 0
  while (n < limit && a.charCodeAt(a.length - 1 - n) === b.charCodeAt(b.length - 1 - n)) n += 1
  return n > 0 && isLowHalf(a.charCodeAt(a.length - n)) ? n - 1 : n
}

/** Gives one block another wording. What it has in common with the old one at both ends counts as kept. */
export function correctBlock<B extends EditableBlock>(
  blocks: readonly B[],
  index: number,
  text: string,
): EditedText<B> {
  const starts = blockStarts(blocks)
  const drafts = blocks.map((block, i): Draft<B> => {
    const start = starts[i] ?? 0
    if (i !== index) return whole(block, start)
    const head = commonStart(block.text, text)
    const tail = commonEnd(block.text, text, Math.min(block.text.length, text.length) - head)
    const pieces = [
      { text: text.slice(0, head), from: start },
      { text: text.slice(head, text.length - tail), from: null },
      { text: text.slice(text.length - tail), from: start + block.text.length - tail },
    ]
    return { block, pieces }
  })
  return finished(blocks, drafts, index)
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** What stands between two paragraphs that become one: a space, but not where words are written without. */
const joint = (before: string, after: string): string =>
  /\s$/.test(before) || /^\s/.test(after) || (unspaced.test(before.slice(-1)) && unspaced.test(after.slice(0, 1)))
    ? ''
    : ' '

/**
 * Makes one block of two. Hidden blocks between them stand after it. It is of the first one's kind and has its number;
 * where the first is no numbered paragraph and the second is, it is what the second was.
 * @param first index of the upper block
 * @param second index of the lower one
 */
export function mergeBlocks<B extends EditableBlock>(
  blocks: readonly B[],
  first: number,
  second: number,
): EditedText<B> {
  const starts = blockStarts(blocks)
  const drafts = blocks.map((block, i) => whole(block, starts[i] ?? 0))
  const [upper, lower] = [drafts[first], drafts[second]]
  if (!upper || !lower) return finished(blocks, drafts, first)
  const named = isNumbered(upper.block.kind) || !isNumbered(lower.block.kind) ? upper.block : lower.block
  const merged: Draft<B> = {
    block: named,
    pieces: [...upper.pieces, { text: joint(upper.block.text, lower.block.text), from: null }, ...lower.pieces],
  }
  const rest = drafts.filter((_, i) => i !== first && i !== second)
  return finished(blocks, [...rest.slice(0, first), merged, ...rest.slice(first)], first)
}

/**
 * Makes two blocks of one. The first keeps the number, the second has none of its own: it is shown as "7a".
 * @param at offset in the block's text; white space around it is left out
 * @returns null where one of the two would be empty
 */
export function splitBlock<B extends EditableBlock>(
  blocks: readonly B[],
  index: number,
  at: number,
): EditedText<B> | null {
  const block = blocks[index]
  if (!block) return null
  const head = block.text.slice(0, at).trimEnd()
  const tail = block.text.slice(at).trimStart()
  if (head.trim() === '' || tail === '') return null
  const starts = blockStarts(blocks)
  const drafts = blocks.flatMap((one, i): Draft<B>[] => {
    const start = starts[i] ?? 0
    if (i !== index) return [whole(one, start)]
    return [
      { block: one, pieces: [{ text: head, from: start }] },
      { block: { ...one, number: null }, pieces: [{ text: tail, from: start + one.text.length - tail.length }] },
    ]
  })
  return finished(blocks, drafts, index)
}

/**
 * What two versions of a text have in common, block by block: the same blocks in the same order. For texts of which is
 * not known how the one came from the other.
 */
export function replacedText(before: readonly { text: string }[], after: readonly { text: string }[]): TextChange {
  const [from, to] = [blockStarts(before), blockStarts(after)]
  const kept = samePairs(before, after).map(([i, j]) => ({
    from: from[i] ?? 0,
    to: to[j] ?? 0,
    length: after[j]?.text.length ?? 0,
  }))
  return changeOf(before, after, kept)
}

/** Block pairs beyond which only the beginning and the end of two texts are compared: some 3,000 changed ones. */
const mostPairs = 10_000_000

/** Indices of blocks with the same text, as many as possible in the same order (longest common subsequence). */
export function samePairs(before: readonly { text: string }[], after: readonly { text: string }[]): [number, number][] {
  const same = (i: number, j: number): boolean => before[i]?.text === after[j]?.text
  let start = 0
  while (start < before.length && start < after.length && same(start, start)) start += 1
  let end = 0
  while (end < Math.min(before.length, after.length) - start && same(before.length - 1 - end, after.length - 1 - end)) {
    end += 1
  }
  const rows = before.length - start - end
  const columns = after.length - start - end
  const pairs = Array.from({ length: start }, (_, i): [number, number] => [i, i])
  if (rows * columns <= mostPairs) {
    for (const [i, j] of commonPairs(rows, columns, (i, j) => same(start + i, start + j)))
      pairs.push([start + i, start + j])
  }
  for (let i = end; i > 0; i -= 1) pairs.push([before.length - i, after.length - i])
  return pairs
}

function commonPairs(rows: number, columns: number, same: (i: number, j: number) => boolean): [number, number][] {
  const width = columns + 1
  const longest = new Uint32Array((rows + 1) * width)
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      longest[i * width + j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (same(i, j)) {
      pairs.push([i, j])
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}
