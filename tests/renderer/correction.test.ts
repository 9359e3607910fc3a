import { describe, expect, it } from 'vitest'
import type { ArticleText } from '../../src-main/contract/types'
import { type Editing, standing } from '../../src-renderer/features/reader/correction'

const texts = ['The ferry stopped.', 'Nobody was hurt, the office said.', 'Divers looked at the hull.']

/** A version of a text, whose blocks have numbers of their own. */
const versionOf = (version: number, words: readonly string[], hidden = -1): ArticleText =>
  ({ blocks: words.map((text, i) => ({ id: version * 10 + i, text, hidden: i === hidden })) }) as unknown as ArticleText

const editing: Editing = { pane: 1, articleId: 1, blockId: 11, at: 1, of: 3, before: texts[1] ?? '', draft: 'No one.' }
const found = (text: ArticleText) => standing(editing, text)?.text

describe('a block that is being corrected', () => {
  it('is the same in its own version, unless it is hidden', () => {
    expect(found(versionOf(1, texts))).toBe(texts[1])
    expect(found(versionOf(1, texts, 1))).toBeUndefined()
  })

  it('is found by its words in another, the nearest where others say the same', () => {
    expect(found(versionOf(2, ['The ferry.', ...texts.slice(1)]))).toBe(texts[1])
    expect(found(versionOf(2, ['It stopped.', 'Why?', texts[1] ?? '']))).toBe(texts[1])
    const same = versionOf(2, [texts[1] ?? '', 'Why?', texts[1] ?? '', 'x', texts[1] ?? ''])
    expect(standing({ ...editing, at: 3 }, same)?.id).toBe(22)
    expect(found(versionOf(2, texts, 1))).toBeUndefined()
  })

  it('is the one in its place that was reworded, and none that is another', () => {
    expect(found(versionOf(2, [texts[0] ?? '', 'Nobody was hurt.', texts[2] ?? '']))).toBe('Nobody was hurt.')
    expect(found(versionOf(2, [texts[0] ?? '', 'Trains ran late.', texts[2] ?? '']))).toBeUndefined()
  })

  it('is none where it was joined with others, or split', () => {
    expect(found(versionOf(2, [`${texts[0]} ${texts[1]}`, texts[2] ?? '']))).toBeUndefined()
    expect(
      found(versionOf(2, ['The ferry stopped.', 'Nobody was hurt,', 'the office said.', 'Divers.'])),
    ).toBeUndefined()
  })
})
