import { describe, expect, it } from 'vitest'
import type { Stage, StagedFile } from '../../src-main/contract/import-types'
import type { ExtractedBlock } from '../../src-main/domain/article'
import { unknownValue } from '../../src-main/domain/origin'
import {
  blockCounts,
  type Changes,
  changesOf,
  enter,
  filesToAdd,
  reviewedBlocks,
  reviewedValue,
  reviewState,
  tick,
  turnBlock,
} from '../../src-renderer/features/importing/review'

const block = (kind: ExtractedBlock['kind'], hidden = false): ExtractedBlock => ({
  kind,
  text: `A ${kind}.`,
  hidden,
  reason: hidden ? 'newsletter' : null,
  line: null,
})

const ready = (index: number): StagedFile => ({
  index,
  fileName: `${index}.txt`,
  bytes: 10,
  sha256: String(index),
  outcome: { kind: 'ready' },
  found: {
    mediaType: 'text/plain',
    metadata: {
      title: {
        value: 'Ferry late again',
        origin: 'file',
        confidence: 'certain',
        evidence: { kind: 'line', at: '1', quote: 'Ferry late again' },
      },
      subtitle: unknownValue,
      byline: unknownValue,
      outlet: unknownValue,
      section: unknownValue,
      published: unknownValue,
      updated: unknownValue,
      language: unknownValue,
      url: unknownValue,
    },
    standIn: 'A paragraph.',
    blocks: [block('title'), block('paragraph'), block('boilerplate', true), block('paragraph'), block('caption')],
    words: 4,
    partial: null,
  },
})

const duplicate: StagedFile = {
  ...ready(7),
  outcome: { kind: 'duplicate', of: 'library', articleId: 1, fileName: 'old.txt' },
}
const refused: StagedFile = {
  ...ready(8),
  found: null,
  outcome: { kind: 'refused', code: 'import/empty-file', params: {} },
}
const stage: Stage = { id: 1, files: [ready(0), ready(1), duplicate, refused], total: 4, done: true }
const none: Changes = new Map()

describe('what is going to be added', () => {
  it('is every readable new file, and neither duplicates nor refused ones', () => {
    const state = reviewState(stage, tick(none, [7, 8], true))
    expect(state.ticked.map((file) => file.index)).toEqual([0, 1])
    expect(state).toMatchObject({ duplicates: 1, refused: 1, corrected: false })
  })

  it('leaves out what was unticked', () => {
    expect(reviewState(stage, tick(none, [0], false)).ticked.map((file) => file.index)).toEqual([1])
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
    const { found } = ready(0)
    const changes = changesOf(enter(none, 0, 'title', 'Ferry on time', 'Ferry late again'), 0)
    expect(found && reviewedValue(found, changes, 'title')).toMatchObject({
      value: 'Ferry on time',
      origin: 'researcher',
      confidence: 'entered',
    })
  })

  it('with a date that is not understood hold the file back until it is corrected or left out', () => {
    const typed = enter(none, 1, 'published', 'next Tuesday or so', '')
    expect(reviewState(stage, typed).problems.map((file) => file.index)).toEqual([1])
    expect(reviewState(stage, enter(typed, 1, 'published', 'May 2024', '')).problems).toEqual([])
    expect(reviewState(stage, tick(typed, [1], false)).problems).toEqual([])
  })
})

describe('blocks of a file', () => {
  const { found } = ready(0)
  const labelsOf = (changes: Changes) =>
    found ? reviewedBlocks(found, changesOf(changes, 0)).map((b) => [b.hidden, b.label]) : []

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
    expect(found && blockCounts(reviewedBlocks(found, changesOf(none, 0)))).toEqual({ kept: 3, removed: 1, details: 1 })
  })
})
