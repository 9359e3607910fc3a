import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchored, hasSameWords } from '../../src-main/domain/anchor'
import { articleText } from '../../src-main/domain/article'
import { type Selector, selectorOf } from '../../src-main/domain/passage'
import {
  correctBlock,
  type EditableBlock,
  type EditedText,
  mergeBlocks,
  replacedText,
  splitBlock,
} from '../../src-main/domain/text-edit'

const paragraph = (text: string, number: number | null = 1): EditableBlock => ({
  kind: 'paragraph',
  text,
  hidden: false,
  number,
})

const passageIn = (blocks: readonly EditableBlock[], words: string, nth = 1): Selector => {
  const text = articleText(blocks)
  let start = -1
  for (let i = 0; i < nth; i += 1) start = text.indexOf(words, start + 1)
  return selectorOf(text, start, start + words.length)
}

const blocks = [
  paragraph('The harbour closed on Monday.', 1),
  paragraph('The mayor said the harbour closed too late.', 2),
  paragraph('Divers found 🚢 nothing.', 3),
]

describe('a passage, when its text is corrected', () => {
  it('moves along where its words are untouched', () => {
    const { change } = correctBlock(blocks, 0, 'The old harbour of Sund closed on Monday.')
    expect(anchored(passageIn(blocks, 'found 🚢 nothing'), change)).toMatchObject({
      quote: 'found 🚢 nothing',
      start: change.after.indexOf('found'),
    })
    expect(anchored(passageIn(blocks, 'on Monday'), change)?.start).toBe(change.after.indexOf('on Monday'))
  })

  it('is found by its exact words between two corrected places', () => {
    const { change } = correctBlock(blocks, 1, 'A mayor said the harbour closed far too late!')
    const held = anchored(passageIn(blocks, 'said the harbour closed'), change)
    expect(held?.quote).toBe('said the harbour closed')
    expect(held?.start).toBe(change.after.indexOf('said the harbour'))
  })

  it('is orphaned where its words are gone, though other paragraphs have them too', () => {
    const { change } = correctBlock(blocks, 1, 'The mayor said that it was shut too late.')
    expect(anchored(passageIn(blocks, 'harbour closed', 2), change)).toBeNull()
    expect(anchored(passageIn(blocks, 'harbour closed', 1), change)?.start).toBe(4)
  })

  it('comes back once the words are there again, unless two places are as likely', () => {
    const wrong = correctBlock(blocks, 1, 'The mayor said that it was shut too late.')
    const orphan = passageIn(blocks, 'the harbour closed')
    const back = correctBlock(wrong.blocks, 1, 'The mayor said the harbour closed too late.')
    expect(anchored(orphan, back.change, true)).toMatchObject({ start: orphan.start, quote: 'the harbour closed' })
    const twice = correctBlock(wrong.blocks, 1, 'x the harbour closed x, x the harbour closed x')
    expect(anchored(orphan, twice.change, true)).toBeNull()
  })
})

describe('a passage, when paragraphs are merged or split', () => {
  it('stays with its words', () => {
    const merged = mergeBlocks(blocks, 0, 1)
    expect(merged.blocks.map((block) => block.number)).toEqual([1, 3])
    expect(anchored(passageIn(blocks, 'The mayor said'), merged.change)?.start).toBe(30)
    const split = splitBlock(blocks, 1, 'The mayor said'.length)
    expect(split?.blocks.map((block) => block.text)).toEqual([
      blocks[0]?.text,
      'The mayor said',
      'the harbour closed too late.',
      blocks[2]?.text,
    ])
    expect(split?.blocks.map((block) => block.number)).toEqual([1, 2, null, 3])
    expect(split && anchored(passageIn(blocks, 'too late'), split.change)?.quote).toBe('too late')
  })

  it('that lies across the border keeps its words, and takes over the white space between them', () => {
    const across = passageIn(blocks, 'on Monday.\nThe mayor')
    expect(anchored(across, mergeBlocks(blocks, 0, 1).change)?.quote).toBe('on Monday. The mayor')
    const chinese = [paragraph('港口星期一'), paragraph('关闭。')]
    expect(anchored(passageIn(chinese, '一\n关'), mergeBlocks(chinese, 0, 1).change)?.quote).toBe('一关')
  })

  it('stays with its words where hidden lines stood between the two', () => {
    const cut = [blocks[0], { ...paragraph('Advertisement', null), hidden: true }, blocks[1], blocks[2]].flatMap(
      (block) => block ?? [],
    )
    const { blocks: now, change } = mergeBlocks(cut, 0, 2)
    expect(now.map((block) => block.text)).toEqual([
      'The harbour closed on Monday. The mayor said the harbour closed too late.',
      'Advertisement',
      'Divers found 🚢 nothing.',
    ])
    expect(anchored(passageIn(cut, 'mayor said'), change)?.quote).toBe('mayor said')
    expect(anchored(passageIn(cut, 'Advertisement'), change)?.quote).toBe('Advertisement')
    expect(anchored(passageIn(cut, 'Divers'), change)?.quote).toBe('Divers')
  })

  it('gives a heading that is merged with a paragraph the paragraph’s kind and number', () => {
    const heading = { ...paragraph('HARBOUR', null), kind: 'heading' as const }
    expect(mergeBlocks([heading, paragraph('Closed.', 7)], 0, 1).blocks).toMatchObject([
      { kind: 'paragraph', number: 7, text: 'HARBOUR Closed.' },
    ])
  })

  it('leaves no paragraph empty', () => {
    expect(splitBlock(blocks, 0, 0)).toBeNull()
    expect(splitBlock(blocks, 0, 29)).toBeNull()
    expect(splitBlock([paragraph('a  ')], 0, 2)).toBeNull()
  })
})

/** Few words, so that quotations stand at several places. */
const wordsOf = (least: number) =>
  fc
    .array(fc.constantFrom('aid', 'Hask', 'the', 'lock', '7', '🚢', 'مرفأ', '港', 'a'), {
      minLength: least,
      maxLength: 9,
    })
    .map((words) => words.join(' '))
const anyBlocks = fc
  .array(fc.tuple(wordsOf(1), fc.boolean()), { minLength: 1, maxLength: 6 })
  .map((texts) => texts.map(([text, hidden], i): EditableBlock => ({ ...paragraph(text, i + 1), hidden })))
const anyEdit = fc.record({
  kind: fc.constantFrom('correct', 'merge', 'split', 'replace'),
  block: fc.nat(),
  other: fc.nat(),
  at: fc.nat(60),
  text: wordsOf(1),
})
type Edit = typeof anyEdit extends fc.Arbitrary<infer E> ? E : never

function edited(old: EditableBlock[], { kind, block, other, at, text }: Edit): EditedText<EditableBlock> | null {
  const index = block % old.length
  if (kind === 'correct') return correctBlock(old, index, text)
  if (kind === 'split') return splitBlock(old, index, at)
  if (kind === 'merge') {
    const second = index + 1 + (other % Math.max(1, old.length - index - 1))
    return second < old.length ? mergeBlocks(old, index, second) : null
  }
  const blocks = old.map((one, i) => (i === index ? paragraph(text) : one))
  return { blocks, change: replacedText(old, blocks), edited: index }
}

describe('whatever is edited', () => {
  it('no passage ever points at other words than its quotation, and untouched blocks keep theirs', () => {
    fc.assert(
      fc.property(anyBlocks, anyEdit, fc.nat(), fc.nat(30), (old, edit, from, length) => {
        const result = edited(old, edit)
        if (!result) return
        const { change, blocks: now } = result
        expect(change.before).toBe(articleText(old))
        expect(change.after).toBe(articleText(now))
        for (const { from: at, to, length: n } of change.kept) {
          expect(change.after.slice(to, to + n)).toBe(change.before.slice(at, at + n))
        }
        const start = from % change.before.length
        const passage = selectorOf(change.before, start, Math.min(change.before.length, start + 1 + length))
        const place = anchored(passage, change)
        if (place) {
          expect(change.after.slice(place.start, place.end)).toBe(place.quote)
          expect(hasSameWords(place.quote, passage.quote)).toBe(true)
        }
        const whole = change.kept.find((k) => k.from <= passage.start && k.from + k.length >= passage.end)
        if (whole) expect(place?.start).toBe(whole.to + passage.start - whole.from)
      }),
      { numRuns: 3000, seed: 7 },
    )
  })

  it('and taken back, a passage that was lost stands where it stood or stays lost', () => {
    fc.assert(
      fc.property(anyBlocks, fc.nat(), wordsOf(1), fc.nat(), fc.nat(20), (old, block, text, from, length) => {
        const index = block % old.length
        const there = correctBlock(old, index, text)
        const back = correctBlock(there.blocks, index, old[index]?.text ?? '')
        const start = from % there.change.before.length
        const passage = selectorOf(there.change.before, start, Math.min(there.change.before.length, start + 1 + length))
        const moved = anchored(passage, there.change)
        const final = moved ? anchored(moved, back.change) : anchored(passage, back.change, true)
        if (final) expect(hasSameWords(final.quote, passage.quote)).toBe(true)
      }),
      { numRuns: 1000, seed: 11 },
    )
  })
})
