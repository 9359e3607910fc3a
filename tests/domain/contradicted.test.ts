import { expect, it } from 'vitest'
import { type ArticleMetadata, contradictedFields, metadataFields } from '../../src-main/domain/article'
import { type Confidence, type Sourced, unknownValue } from '../../src-main/domain/origin'

const value = (text: string, confidence: Confidence, others: [string, Confidence, string?][] = []): Sourced => ({
  value: text,
  origin: 'file',
  confidence,
  evidence: { kind: 'element', at: 'h1', quote: text },
  others: others.map(([other, sure, quote]) => ({
    value: other,
    confidence: sure,
    evidence: { kind: 'element', at: 'meta', quote: quote ?? other },
  })),
})

const metadata = (values: Partial<ArticleMetadata>): ArticleMetadata => ({
  ...(Object.fromEntries(metadataFields.map((field) => [field, unknownValue])) as ArticleMetadata),
  ...values,
})

it('asks for a decision where days differ, and where a title or an outlet is no more than likely', () => {
  const cases: [Partial<ArticleMetadata>, string[]][] = [
    [{ published: value('2031-05-07', 'certain', [['2031-05-08', 'likely']]) }, ['published']],
    [{ published: value('2031-05-07', 'certain', [['2031-05-08', 'unsure']]) }, []],
    [{ published: value('2031-07-05', 'likely', [['2031-05-07', 'likely', '2031-07-05']]) }, []],
    [{ title: value('Wall gives way', 'certain', [['Harbour wall gives way', 'certain']]) }, []],
    [{ title: value('Ferries stay in port', 'certain', [['Strike enters second week', 'likely']]) }, ['title']],
    [{ title: value('Wall gives way', 'likely', [['Ferries stay in port', 'likely']]) }, ['title']],
    [
      { outlet: value('Post', 'unsure', [['Herald', 'unsure']]), url: value('a', 'unsure', [['b', 'certain']]) },
      ['outlet'],
    ],
  ]
  for (const [values, fields] of cases) expect(contradictedFields(metadata(values))).toEqual(fields)
})
