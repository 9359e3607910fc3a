import { describe, expect, it } from 'vitest'
import type { ArticleMetadata } from '../../src-main/domain/article'
import { type ExtractedBlock, type HideReason, metadataFields } from '../../src-main/domain/article'
import { type Confidence, type Sourced, unknownValue } from '../../src-main/domain/origin'
import { metadataChanges, textChanges, withDecisions } from '../../src-main/services/original-changes'

const block = (text: string, reason: HideReason | null = null): ExtractedBlock => ({
  kind: 'paragraph',
  text,
  hidden: reason !== null,
  reason,
  line: null,
})
const stored = (text: string, number: number | null, reason: HideReason | null = null) => ({
  ...block(text, reason),
  number,
  ruleId: reason === 'rule' ? 7 : null,
})

describe('a text read anew', () => {
  it('tells nothing where it is the same', () => {
    const text = ['The pier is closed.', 'Ferries wait outside.'].map((one) => block(one))
    expect(textChanges(text, text)).toEqual([])
  })

  it('tells what came, what went, what was reworded and what is shown otherwise, in order', () => {
    const before = [
      block('The pier is closed.'),
      block('Ferries wait outside.'),
      block('Share this'),
      block('About 300 people waited.'),
      block('Old advertisement'),
      block('The end.'),
    ]
    const after = [
      block('By Ilse Marten'),
      block('The pier is closed.'),
      block('Ferries wait outside.'),
      block('Share this', 'share'),
      block('About 350 people waited.'),
      block('The end.'),
    ]
    expect(textChanges(before, after)).toEqual([
      { kind: 'added', text: 'By Ilse Marten', hidden: false },
      { kind: 'same', count: 2 },
      { kind: 'visibility', text: 'Share this', hidden: true, reason: 'share' },
      { kind: 'removed', text: 'About 300 people waited.', hidden: false },
      { kind: 'removed', text: 'Old advertisement', hidden: false },
      { kind: 'added', text: 'About 350 people waited.', hidden: false },
      { kind: 'same', count: 1 },
    ])
  })

  it('shows the words that differ in a paragraph that was reworded', () => {
    const [change] = textChanges([block('About 300 people waited.')], [block('About 350 people waited.')])
    expect(change).toEqual({
      kind: 'changed',
      before: [
        { text: 'About ', changed: false },
        { text: '300', changed: true },
        { text: ' people waited.', changed: false },
      ],
      after: [
        { text: 'About ', changed: false },
        { text: '350', changed: true },
        { text: ' people waited.', changed: false },
      ],
    })
  })

  it('shows a paragraph whole that says something else altogether', () => {
    const wordsOf = (letter: string): string => Array.from({ length: 3000 }, (_, i) => `${letter}${i}`).join(' ')
    expect(textChanges([block(wordsOf('a'))], [block(wordsOf('b'))])).toEqual([
      {
        kind: 'changed',
        before: [{ text: wordsOf('a'), changed: true }],
        after: [{ text: wordsOf('b'), changed: true }],
      },
    ])
  })

  it('keeps what the researcher hid or restored', () => {
    const before = [
      stored('A note of the editor.', null, 'researcher'),
      stored('Comments (3)', null, 'rule'),
      stored('Read more: the bridge', null),
      { ...stored('Weather: rain', null), kind: 'boilerplate' as const },
      stored('The pier is closed.', 1),
    ]
    const fresh = [
      block('A note of the editor.'),
      block('Comments (3)'),
      block('Read more: the bridge', 'related'),
      block('Weather: rain', 'navigation'),
      block('The pier is closed.', 'print'),
    ]
    expect(withDecisions(fresh, before).map(({ hidden, reason, ruleId }) => [hidden, reason, ruleId])).toEqual([
      [true, 'researcher', null],
      [true, 'rule', 7],
      [false, null, null],
      [false, null, null],
      [true, 'print', null],
    ])
  })
})

describe('metadata read anew', () => {
  const metadata = (values: Partial<Record<keyof ArticleMetadata, Sourced>>): ArticleMetadata => ({
    ...(Object.fromEntries(metadataFields.map((field) => [field, unknownValue])) as ArticleMetadata),
    ...values,
  })
  const value = (text: string, origin: Sourced['origin'] = 'file'): Sourced => ({
    value: text,
    origin,
    confidence: 'likely',
    evidence: null,
  })

  it('changes what was found otherwise, never what the researcher entered, nor takes a value away', () => {
    const before = metadata({
      title: value('Pier closed | Post'),
      outlet: value('My own name', 'researcher'),
      url: value('https://post.example/pier'),
      byline: value('Ilse Marten'),
    })
    const after = metadata({
      title: value('Pier closed'),
      outlet: value('Northbank Post'),
      section: value('City'),
      byline: value('Ilse Marten'),
    })
    expect(metadataChanges(before, after).map(({ field, after: { value } }) => [field, value])).toEqual([
      ['title', 'Pier closed'],
      ['section', 'City'],
    ])
  })

  it('leaves what a bibliography or an archive said of the file, but not what the file itself says now', () => {
    const record = (text: string, at: string, confidence: Confidence = 'certain'): Sourced => ({
      value: text,
      origin: 'file',
      confidence,
      evidence: { kind: 'record', at, quote: text },
    })
    const before = metadata({
      title: record('Ferries stay in port', 'RIS TI'),
      outlet: record('Maris Gazette', 'RSS channel title'),
      byline: record('scanner', 'PDF Author', 'unsure'),
    })
    const after = metadata({
      title: value('Ferry strike enters second week'),
      outlet: record('The Maris Gazette', 'RSS channel title'),
      byline: value('Ada Bol'),
    })
    expect(metadataChanges(before, after).map(({ field }) => field)).toEqual(['byline', 'outlet'])
  })
})
