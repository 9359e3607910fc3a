import { expect, it } from 'vitest'
import { type ArticleMetadata, metadataFields } from '../../src-main/domain/article'
import { type Sourced, unknownValue } from '../../src-main/domain/origin'
import { edited } from '../../src-main/services/article-edits'

const read = (value: string, more: Partial<Sourced> = {}): Sourced => ({
  value,
  origin: 'file',
  confidence: 'certain',
  evidence: { kind: 'element', at: 'h1', quote: value },
  ...more,
})

const other = { value: '2031-03-12', confidence: 'likely', evidence: { kind: 'line', at: '2', quote: '12/3' } } as const

const articleWith = (values: Partial<ArticleMetadata>) => ({
  metadata: {
    ...(Object.fromEntries(metadataFields.map((field) => [field, unknownValue])) as ArticleMetadata),
    ...values,
  },
  status: 'to-read' as const,
  note: '',
})

it('a value in doubt that is entered as it is becomes the researcher’s, and keeps its rivals', () => {
  const article = articleWith({ published: read('2031-03-14', { others: [other] }) })
  const { published } = edited(article, { published: '14 March 2031' }).metadata
  expect(published).toMatchObject({ value: '2031-03-14', origin: 'researcher', confidence: 'entered', others: [other] })
})

it('a guess that is entered as it is becomes the researcher’s', () => {
  const article = articleWith({ outlet: read('Hask Mirror', { origin: 'rule', confidence: 'unsure' }) })
  expect(edited(article, { outlet: 'Hask Mirror ' }).metadata.outlet).toMatchObject({ origin: 'researcher' })
})

it('what nobody doubts keeps its origin when it is entered as it is, and so does what was confirmed', () => {
  const article = articleWith({ title: read('Ferry late') })
  expect(edited(article, { title: 'Ferry late' })).toEqual(article)
  const doubted = articleWith({ published: read('2031-03-14', { others: [other] }) })
  const confirmed = edited(doubted, { published: '2031-03-14' })
  expect(edited(confirmed, { published: '2031-03-14' })).toEqual(confirmed)
})
