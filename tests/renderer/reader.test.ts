import { describe, expect, it } from 'vitest'
import {
  articleText,
  type Block,
  type BlockKind,
  blockStarts,
  type ExtractedBlock,
} from '../../src-main/domain/article'
import { labelAt, paragraphCount, piecesOf, readBlocks, withinShown } from '../../src-renderer/features/reader/blocks'
import {
  coveringAt,
  extendByEnd,
  intoLanes,
  neighbourSentence,
  sentencesOf,
} from '../../src-renderer/features/reader/spans'
import { hasInspectorRoom, openPanes, sharesOf } from '../../src-renderer/features/reader/use-pane-layout'
import { say, useReader } from '../../src-renderer/features/reader/use-reader'

/** Blocks of an article as the reader gets them: kind, text, hidden. */
function article(...lines: [BlockKind, string, boolean?][]): Block[] {
  const extracted = lines.map<ExtractedBlock>(([kind, text, hidden = false]) => ({
    kind,
    text,
    hidden,
    reason: hidden ? 'advertisement' : null,
    line: null,
  }))
  const starts = blockStarts(extracted)
  let number = 0
  return extracted.map((block, i) => {
    const numbered = block.kind === 'paragraph' && !block.hidden
    if (numbered) number += 1
    const label = numbered ? String(number) : null
    return { ...block, id: i + 1, start: starts[i] ?? 0, direction: 'ltr', label, ruleId: null }
  })
}

const market = article(
  ['title', 'The market closes'],
  ['paragraph', 'Skip to content', true],
  ['paragraph', 'Menu', true],
  ['paragraph', 'The fish market closed on Monday.'],
  ['caption', 'Stalls in the rain'],
  ['paragraph', 'Subscribe now', true],
  ['paragraph', 'Traders were told by letter.'],
)

describe('what a pane shows', () => {
  it('leaves out what the header shows and folds runs of hidden lines', () => {
    expect(piecesOf(market).map((p) => (p.kind === 'block' ? p.block.text : p.blocks.length))).toEqual([
      2,
      'The fish market closed on Monday.',
      'Stalls in the rain',
      1,
      'Traders were told by letter.',
    ])
  })

  it('counts numbered paragraphs and names the one at an offset', () => {
    const [, , , first, caption, , second] = market
    expect(paragraphCount(market)).toBe(2)
    expect(labelAt(market, 0)).toBe('1')
    expect(labelAt(market, first!.start + 5)).toBe('1')
    expect(labelAt(market, caption!.start)).toBe('1')
    expect(labelAt(market, second!.start + 3)).toBe('2')
  })

  it('ends a selection before lines that are not on the page, so that no passage holds unseen words', () => {
    const [first, caption, second] = readBlocks(market)
    const span = { start: first!.start + 4, end: second!.start + 7 }
    const shown = withinShown(span, market)
    expect(articleText(market).slice(shown.start, shown.end)).toBe('fish market closed on Monday.\nStalls in the rain')
    const fromTheEnd = withinShown(
      { start: caption!.start + caption!.text.length, end: articleText(market).length },
      market,
    )
    expect(articleText(market).slice(fromTheEnd.start, fromTheEnd.end)).toBe('Traders were told by letter.')
    expect(withinShown({ start: second!.start, end: second!.start + 7 }, market).end).toBe(second!.start + 7)
  })
})

describe('sentences', () => {
  const texts = (text: string, language: string | null = 'en') =>
    sentencesOf(text, language).map((s) => text.slice(s.start, s.end))

  it('does not end at titles, initials and countries', () => {
    expect(texts('Maj. Gen. Ilse Korda met U.S. officials. She left at noon. “Not yet,” said Dr. Amsel.')).toEqual([
      'Maj. Gen. Ilse Korda met U.S. officials.',
      'She left at noon.',
      '“Not yet,” said Dr. Amsel.',
    ])
  })

  it('splits Arabic', () => {
    expect(texts('أغلق السوق يوم الاثنين. هل سيفتح غدا؟ لا أحد يعرف.', 'ar')).toHaveLength(3)
  })

  it('leaves no white space at the ends', () => {
    for (const sentence of texts('One.  Two.   Three. ')) expect(sentence).toBe(sentence.trim())
  })
})

describe('selecting by keyboard', () => {
  const units = [
    { start: 0, end: 10 },
    { start: 11, end: 20 },
    { start: 25, end: 40 },
  ]

  it('begins with the unit in hand and grows by one each time, to the last', () => {
    const one = extendByEnd(null, units, 1, 11)
    expect(one).toEqual({ start: 11, end: 20 })
    const two = extendByEnd(one, units, 1, 0)
    expect(two).toEqual({ start: 11, end: 40 })
    expect(extendByEnd(two, units, 1, 0)).toEqual(two)
  })

  it('shrinks by one each time, until nothing is left', () => {
    const two = { start: 0, end: 20 }
    const one = extendByEnd(two, units, -1, 0)
    expect(one).toEqual({ start: 0, end: 10 })
    expect(extendByEnd(one, units, -1, 0)).toBeNull()
  })

  it('takes what was selected with the mouse to the end of its sentence first', () => {
    expect(extendByEnd({ start: 3, end: 6 }, units, 1, 0)).toEqual({ start: 3, end: 10 })
  })

  it('goes to the sentence before and after', () => {
    expect(neighbourSentence(units[1]!, units, 1, 0)).toEqual(units[2])
    expect(neighbourSentence(units[1]!, units, -1, 0)).toEqual(units[0])
    expect(neighbourSentence(units[2]!, units, 1, 0)).toEqual(units[2])
    expect(neighbourSentence(null, units, 1, 15)).toEqual(units[1])
  })
})

describe('overlapping passages', () => {
  it('get lanes of their own, the earlier and longer ones next to the text', () => {
    const marks = intoLanes([
      { start: 5, end: 8, name: 'inner' },
      { start: 0, end: 10, name: 'outer' },
      { start: 10, end: 12, name: 'after' },
    ])
    expect(marks.map((m) => [m.item.name, m.lane])).toEqual([
      ['outer', 0],
      ['inner', 1],
      ['after', 0],
    ])
  })

  it('are found at a point, the shortest first', () => {
    const passages = [
      { start: 0, end: 100 },
      { start: 10, end: 20 },
      { start: 15, end: 60 },
    ]
    expect(coveringAt(passages, 16).map((p) => p.end - p.start)).toEqual([10, 45, 100])
    expect(coveringAt(passages, 20).map((p) => p.end)).toEqual([60, 100])
    expect(coveringAt(passages, 100)).toEqual([])
  })
})

describe('what screen readers are told', () => {
  it('changes where the same words are told again, which would not be read out otherwise', () => {
    const told = ['Taken back.', 'Taken back.', 'Taken back.', 'Linked.'].map((words) => {
      say(words)
      return useReader.getState().said
    })
    expect(told.map((words) => words.trim())).toEqual(['Taken back.', 'Taken back.', 'Taken back.', 'Linked.'])
    expect(told.slice(1).every((words, i) => words !== told[i])).toBe(true)
  })
})

describe('panes that fit', () => {
  it('folds no pane for the inspector, which gives way', () => {
    expect([2, 3, 4].map((count) => hasInspectorRoom(count, 1440))).toEqual([true, true, false])
    expect(hasInspectorRoom(4, 1800)).toBe(true)
    expect(hasInspectorRoom(2, 1024)).toBe(false)
  })

  it('are all open where there is room for 340 pixels each', () => {
    expect(openPanes(4, 0, 1440)).toEqual([0, 1, 2, 3])
    expect(openPanes(1, 0, 200)).toEqual([0])
  })

  it('keep the active one open and fold the farthest', () => {
    expect(openPanes(3, 0, 900)).toEqual([0, 1])
    expect(openPanes(3, 2, 900)).toEqual([1, 2])
    expect(openPanes(4, 3, 500)).toEqual([3])
  })
})

describe('widths of panes', () => {
  it('are equal where none was resized, and in proportion where some were', () => {
    expect(sharesOf([1, 2], {})).toEqual([50, 50])
    expect(sharesOf([1, 2], { 1: 75, 2: 25 })).toEqual([75, 25])
    expect(sharesOf([1, 2, 3], { 1: 75, 2: 25 })).toEqual([50, 50 / 3, 100 / 3].map((share) => expect.closeTo(share)))
  })
})
