import { describe, expect, it } from 'vitest'
import { lookReasons, type Stage, type StagedFile } from '../../src-main/contract/import-types'
import type { ExtractedBlock, MetadataField } from '../../src-main/domain/article'
import { type OtherValue, type Sourced, unknownValue } from '../../src-main/domain/origin'
import {
  everything,
  groupCounts,
  type Listing,
  listed,
  nextOrder,
  nextToLookAt,
} from '../../src-renderer/features/importing/listing'
import {
  blockCounts,
  type Changes,
  changesOf,
  confirm,
  doubtfulFields,
  enter,
  enterForAll,
  filesToAdd,
  firstBlock,
  isAddable,
  isTicked,
  openReasons,
  otherValues,
  type ReadyFile,
  reviewedBlocks,
  reviewedValue,
  reviewState,
  tick,
  turnBlock,
  unchanged,
} from '../../src-renderer/features/importing/review'
import { lookTexts, nameOf, typedValue } from '../../src-renderer/features/importing/row-words'
import { unknownStage, withAnswer } from '../../src-renderer/features/importing/use-stage'
import { i18n, type Translate } from '../../src-renderer/i18n/i18n'

const t = i18n.t.bind(i18n) as unknown as Translate

const found = (value: string, confidence: Sourced['confidence'] = 'certain', others?: OtherValue[]): Sourced => ({
  value,
  origin: 'file',
  confidence,
  evidence: { kind: 'line', at: '1', quote: value },
  ...(others ? { others } : {}),
})

const block = (kind: ExtractedBlock['kind'], hidden = false): ExtractedBlock => ({
  kind,
  text: `A ${kind}.`,
  hidden,
  reason: hidden ? 'newsletter' : null,
  line: null,
})

const ready = (
  index: number,
  more: Partial<ReadyFile> & { metadata?: object; relations?: object[] } = {},
): ReadyFile => {
  const { metadata, relations, ...file } = more
  return {
    index,
    order: index,
    fileName: `${index}.txt`,
    folder: '',
    part: null,
    bytes: 10,
    sha256: String(index),
    outcome: { kind: 'ready' },
    look: [],
    found: {
      mediaType: 'text/plain',
      metadata: {
        title: found('Ferry late again'),
        subtitle: unknownValue,
        byline: unknownValue,
        outlet: unknownValue,
        section: unknownValue,
        published: unknownValue,
        updated: unknownValue,
        language: unknownValue,
        url: unknownValue,
        ...metadata,
      },
      standIn: 'A paragraph.',
      blocks: 5,
      hidden: 1,
      words: 4,
      partial: null,
      relations: (relations ?? []) as ReadyFile['found']['relations'],
    },
    ...file,
  }
}

const duplicate: StagedFile = {
  ...ready(7),
  outcome: { kind: 'duplicate', of: 'library', articleId: 1, fileName: 'old.txt' },
}
const refused: StagedFile = {
  ...ready(8),
  found: null,
  outcome: { kind: 'refused', code: 'import/empty-file', params: {} },
}
const reference: StagedFile = { ...ready(9), found: null, outcome: { kind: 'reference', joined: 2 } }
const files: StagedFile[] = [ready(0), ready(1), duplicate, refused, reference]
const none: Changes = new Map()
const indexes = (some: readonly StagedFile[]): number[] => some.map((file) => file.index)

describe('what is going to be added', () => {
  it('is every readable new file, and neither duplicates, refused ones nor bibliographies', () => {
    const state = reviewState(files, tick(none, [7, 8, 9], true))
    expect(indexes(state.ticked)).toEqual([0, 1])
    expect(state).toMatchObject({ addable: 2, duplicates: 1, refused: 1, references: 1, corrected: false })
  })

  it('leaves out what was unticked', () => {
    expect(indexes(reviewState(files, tick(none, [0], false)).ticked)).toEqual([1])
  })

  it('leaves out the very text of an article in the library until it is ticked, and takes near copies', () => {
    const relation = { of: 'library', articleId: 3, index: null, title: 'Ferry', share: 1 }
    const same = ready(2, { relations: [{ ...relation, kind: 'same-text' }] })
    const near = ready(3, { relations: [{ ...relation, kind: 'near-copy', share: 0.82 }] })
    const twin = ready(4, { relations: [{ ...relation, kind: 'same-text', of: 'stage', articleId: null, index: 3 }] })
    expect([same, near, twin].map((file) => isTicked(file, none))).toEqual([false, true, true])
    expect(isTicked(same, tick(none, [2], true))).toBe(true)
  })

  it('carries corrections and turned blocks, and an emptied field as unknown', () => {
    const file = ready(0)
    let changes = enter(none, 0, 'outlet', ' The Courier ', '')
    changes = enter(changes, 0, 'title', '', 'Ferry late again')
    changes = turnBlock(changes, 0, 2, block('boilerplate', true))
    expect(filesToAdd([file], changes)).toEqual([
      { index: 0, edits: { outlet: 'The Courier', title: null }, blocks: [{ index: 2, hidden: false }] },
    ])
  })
})

describe('corrections', () => {
  it('end when what was found is typed again', () => {
    const changes = enter(enter(none, 0, 'outlet', 'X', 'Courier'), 0, 'outlet', 'Courier', 'Courier')
    expect(changesOf(changes, 0).edits).toEqual({})
  })

  it('show as entered by hand', () => {
    const changes = changesOf(enter(none, 0, 'title', 'Ferry on time', 'Ferry late again'), 0)
    expect(reviewedValue(ready(0).found, changes, 'title')).toMatchObject({
      value: 'Ferry on time',
      origin: 'researcher',
      confidence: 'entered',
    })
  })

  it('with a date that is not understood hold the file back until it is corrected or left out', () => {
    const typed = enter(none, 1, 'published', 'next Tuesday or so', '')
    expect(indexes(reviewState(files, typed).problems)).toEqual([1])
    expect(reviewState(files, enter(typed, 1, 'published', 'May 2024', '')).problems).toEqual([])
    expect(reviewState(files, tick(typed, [1], false)).problems).toEqual([])
    expect(indexes(reviewState(files, enter(none, 1, 'updated', 'soon', '')).problems)).toEqual([1])
  })

  it('are set for several files at once; empty fields leave each as it is', () => {
    const changes = enterForAll(enter(none, 1, 'section', 'World', ''), files.filter(isAddable), {
      outlet: 'Courier',
      section: ' ',
    })
    expect(changesOf(changes, 0).edits).toEqual({ outlet: 'Courier' })
    expect(changesOf(changes, 1).edits).toEqual({ outlet: 'Courier', section: 'World' })
  })
})

describe('different values in one file', () => {
  const other: OtherValue = {
    value: '2031-03-12',
    confidence: 'likely',
    evidence: { kind: 'element', at: 'time', quote: '12 March' },
  }
  const { found: article } = ready(0, { metadata: { published: found('2031-03-14', 'certain', [other]) } })

  it('stand beside the one that would be stored, and the found one once another is taken', () => {
    const values = (changes: Changes) =>
      otherValues(article, changesOf(changes, 0), 'published').map(({ value }) => value)
    expect(values(none)).toEqual(['2031-03-12'])
    expect(values(enter(none, 0, 'published', '12 March 2031', '14 March 2031'))).toEqual(['2031-03-14'])
    expect(values(enter(none, 0, 'published', 'May 2030', '14 March 2031'))).toEqual(['2031-03-14', '2031-03-12'])
  })

  it('are in doubt no longer once the shown ones are kept, which are the researcher’s then', () => {
    const doubted = { ...ready(0, { look: ['conflict'] }), found: article }
    const typed = (field: MetadataField, value: string) => typedValue(t, field, value)
    expect(doubtfulFields(doubted, unchanged)).toEqual(['published'])
    const kept = changesOf(confirm(none, [doubted], typed), 0)
    expect(kept.edits).toEqual({ published: '14 March 2031' })
    expect(doubtfulFields(doubted, kept)).toEqual([])
    expect(openReasons(doubted, kept)).toEqual([])
    expect(reviewedValue(doubted.found, kept, 'published')).toMatchObject({ origin: 'researcher' })
    expect(otherValues(doubted.found, kept, 'published').map(({ value }) => value)).toEqual(['2031-03-12'])
    expect(confirm(none, [doubted], typed, ['title']).get(0)?.edits).toEqual({})
  })

  it('are none where the file says one thing', () => {
    expect(otherValues(article, changesOf(enter(none, 0, 'title', 'Late', 'Ferry'), 0), 'title')).toEqual([])
  })
})

describe('what needs a look', () => {
  const guessed = ready(2, {
    look: ['undated', 'unsure', 'little-text'],
    metadata: { title: found('Ferry', 'unsure') },
  })
  const reasons = (changes: Changes) => openReasons(guessed, changesOf(changes, 2))

  it('is settled by what the researcher enters, or by leaving the file out', () => {
    expect(reasons(none)).toEqual(['undated', 'unsure', 'little-text'])
    expect(reasons(enter(none, 2, 'published', 'May 2024', ''))).toEqual(['unsure', 'little-text'])
    expect(reasons(enter(none, 2, 'title', 'Ferry late', 'Ferry'))).toEqual(['undated', 'little-text'])
    expect(reasons(tick(none, [2], false))).toEqual([])
  })

  it('is said with the fields that it is about', () => {
    expect(lookTexts(t, guessed, changesOf(none, 2))).toEqual(['undated', 'unsure: title', 'little text'])
  })

  it('has a sentence for every reason', () => {
    expect(lookReasons.filter((reason) => !i18n.exists(`importing.look.${reason}`))).toEqual([])
  })

  it('is found one after the other, going round, without what is settled', () => {
    const list = [ready(0), guessed, ready(3), ready(4, { look: ['undated'] })]
    expect(nextToLookAt(list, none, -1)).toBe(1)
    expect(nextToLookAt(list, none, 1)).toBe(3)
    expect(nextToLookAt(list, none, 3)).toBe(1)
    expect(nextToLookAt(list, enter(none, 4, 'published', '2024', ''), 1)).toBe(1)
    expect(nextToLookAt([ready(0)], none, -1)).toBeNull()
  })
})

describe('what is listed', () => {
  const list = [
    ready(0, { metadata: { outlet: found('Póst') }, look: ['unsure'] }),
    ready(1, {
      fileName: 'ferry.html',
      folder: 'clips.zip/2031',
      part: 'item 2',
      metadata: { outlet: found('Courier') },
    }),
    ready(2, { metadata: { title: found('Barges stranded') } }),
    duplicate,
    refused,
    reference,
  ]
  const narrowed = (more: Partial<Listing>) => indexes(listed(list, { ...everything, ...more }))

  it('is everything in the order of the files, or one group', () => {
    expect(narrowed({})).toEqual([0, 1, 2, 7, 8, 9])
    expect(narrowed({ group: 'look' })).toEqual([0])
    expect(narrowed({ group: 'duplicate' })).toEqual([7])
    expect(groupCounts(list)).toEqual({
      all: 6,
      ready: 3,
      look: 1,
      added: 0,
      duplicate: 1,
      refused: 1,
      passed: 0,
      reference: 1,
    })
    const outcome = { kind: 'refused' as const, code: 'import/passed-over' as const, params: {} }
    expect(groupCounts([{ ...ready(0), outcome }])).toMatchObject({ all: 1, refused: 0, passed: 1 })
  })

  it('can be narrowed by words of path, title and outlet, whatever their case and marks', () => {
    expect(narrowed({ text: 'post' })).toEqual([0])
    expect(narrowed({ text: 'STRANDED barges' })).toEqual([2])
    expect(narrowed({ text: 'zip item' })).toEqual([1])
    expect(narrowed({ text: 'nothing' })).toEqual([])
  })

  it('is ordered by outlet in either direction, unknown ones last, and back to the order of the files', () => {
    const up = nextOrder(everything.order, 'outlet')
    const down = nextOrder(up, 'outlet')
    expect(narrowed({ group: 'ready', order: up })).toEqual([1, 0, 2])
    expect(narrowed({ group: 'ready', order: down })).toEqual([0, 1, 2])
    expect(nextOrder(down, 'outlet')).toEqual(everything.order)
  })

  it('names the part of a file that has several', () => {
    expect(list.slice(0, 2).map(nameOf)).toEqual(['0.txt', 'ferry.html, item 2'])
  })
})

describe('answers about a review', () => {
  const answer = (revision: number, some: StagedFile[]): Stage => ({
    id: 1,
    revision,
    files: some,
    total: 4,
    read: 2,
    state: 'reading',
    msLeft: null,
  })

  it('put new rows where they belong and changed ones in the place of what was known', () => {
    const first = withAnswer(unknownStage, answer(1, [ready(0), ready(1, { order: 5 })]))
    const second = withAnswer(first, answer(2, [{ ...refused, index: 1, order: 5 }, ready(2, { order: 3 })]))
    expect(second.files.map((file) => [file.index, file.outcome.kind])).toEqual([
      [0, 'ready'],
      [2, 'ready'],
      [1, 'refused'],
    ])
    expect(second).toMatchObject({ revision: 2, loaded: true })
  })

  it('without rows leave the list as it is', () => {
    const first = withAnswer(unknownStage, answer(1, [ready(0)]))
    expect(withAnswer(first, answer(2, [])).files).toBe(first.files)
  })
})

describe('blocks of a file', () => {
  const blocks = [block('title'), block('paragraph'), block('boilerplate', true), block('paragraph'), block('caption')]
  const labelsOf = (changes: Changes) => reviewedBlocks(blocks, changesOf(changes, 0)).map((b) => [b.hidden, b.label])

  it('number paragraphs anew when one is removed', () => {
    expect(labelsOf(none)).toEqual([
      [false, null],
      [false, '1'],
      [true, null],
      [false, '2'],
      [false, null],
    ])
    expect(labelsOf(turnBlock(none, 0, 1, block('paragraph')))[3]).toEqual([false, '1'])
  })

  it('can be turned twice, and lines that were read as details not at all', () => {
    const once = turnBlock(none, 0, 1, block('paragraph'))
    expect(turnBlock(once, 0, 1, block('paragraph')).get(0)?.blocks.size).toBe(0)
    expect(turnBlock(none, 0, 0, block('title')).size).toBe(0)
  })

  it('are counted as kept, removed and read as details', () => {
    expect(blockCounts(reviewedBlocks(blocks, changesOf(none, 0)))).toEqual({ kept: 3, removed: 1, details: 1 })
  })
})

it('a text begins at its first kept line where navigation would fill the list', () => {
  const line = (hidden: boolean) => ({ kind: 'paragraph' as const, text: 'x', hidden, reason: null, line: null })
  const lines = (removed: number) => [...Array.from({ length: removed }, () => line(true)), line(false)]
  expect([0, 3, 8, 9, 300].map((removed) => firstBlock(lines(removed)))).toEqual([0, 0, 0, 9, 300])
  expect(firstBlock(Array.from({ length: 20 }, () => line(true)))).toBe(0)
})
