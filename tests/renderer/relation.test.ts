import { describe, expect, it } from 'vitest'
import type { Relation, RelationKind } from '../../src-main/domain/relation'
import { i18n, type Translate } from '../../src-renderer/i18n/i18n'
import { relationLine } from '../../src-renderer/i18n/relation'

const t = i18n.t.bind(i18n) as unknown as Translate

const related = (kind: RelationKind, share: number, outlet = 'Island Post'): Relation => ({
  kind,
  share,
  otherShare: share,
  words: 80,
  spans: [],
  articleId: 1,
  title: null,
  standIn: '',
  outlet,
  published: null,
  language: null,
})

const line = (...relations: Relation[]): string => relationLine(t, relations, (outlet) => outlet ?? 'outlet unknown')

describe('the line that tells of same wording', () => {
  it('calls only what has all of the words the same text', () => {
    expect(line(related('same-text', 1))).toBe('Carries the same text as Island Post')
    expect(line(related('near-copy', 0.926))).toBe('Carries nearly the same text as Island Post (93%)')
    expect(line(related('near-copy', 0.999))).toBe('Carries nearly the same text as Island Post (99%)')
  })

  it('counts copies apart from articles that share passages only', () => {
    expect(line(related('near-copy', 0.9), related('near-copy', 0.8), related('shared-passages', 0.2))).toBe(
      'Carries nearly the same text as Island Post (90%); 1 more copy; shares passages with 1 more',
    )
    expect(line(related('same-text', 1), related('same-text', 1), related('near-copy', 0.8))).toBe(
      'Carries the same text as Island Post; 2 more copies',
    )
    expect(line(related('shared-passages', 0.3), related('shared-passages', 0.2))).toBe(
      'Shares passages with Island Post (30%) and 1 more',
    )
  })

  it('says nothing where nothing is shared', () => {
    expect(line()).toBe('')
  })
})
