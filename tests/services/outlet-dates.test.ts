import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ExtractedArticle } from '../../src-main/domain/extraction'
import { addArticles } from '../../src-main/services/import-add'
import { outletDateOrder, settleDateOrder } from '../../src-main/services/outlet-dates'
import { extractText, paragraphs } from '../importing/support'
import { type TestServices, testServices } from '../support/services'

let files = 0

/** A text of the Harbour Gazette with its date as written. */
const clipping = (date: string): string => {
  files += 1
  return [
    `The wall is mended again, part ${files}`,
    '',
    `Published: ${date}`,
    'Source: Harbour Gazette',
    '',
    ...paragraphs(3),
  ].join('\n')
}

const added = async (services: TestServices, dates: readonly string[]): Promise<number[]> => {
  const items = dates.map(async (date) => {
    const bytes = Buffer.from(clipping(date))
    const extracted = await extractText(bytes.toString(), 'clipping.txt')
    return {
      file: { bytes, fileName: 'clipping.txt', sha256: createHash('sha256').update(bytes).digest('hex') },
      extracted,
    }
  })
  return addArticles(services.context, await Promise.all(items)).articleIds
}

const fresh = (date: string): Promise<ExtractedArticle> => extractText(clipping(date), 'fresh.txt')

describe('the order of day and month in an outlet', () => {
  it('leaves a date open that may be read in two ways, and keeps both readings', async () => {
    const { published } = (await fresh('05/07/2031')).metadata
    expect(published).toMatchObject({ value: '2031-07-05', confidence: 'unsure' })
    expect(published.others?.map(({ value }) => value)).toEqual(['2031-05-07'])
  })

  it('is learnt from dates that can be read one way only', async () => {
    const services = testServices()
    const library = services.library.reader
    const article = await fresh('05/07/2031')
    expect(settleDateOrder(article, library)).toEqual(article)
    await added(services, ['04/25/2031', '13 May 2031', '05/28/2031'])
    expect(outletDateOrder(library, 'harbour gazette')).toEqual({ order: 'month-first', agreeing: 2, known: 2 })
    expect(settleDateOrder(article, library).metadata.published).toMatchObject({
      value: '2031-05-07',
      confidence: 'likely',
      evidence: { kind: 'outlet', at: 'month-first, 2 of 2', quote: 'Published: 05/07/2031' },
      others: [{ value: '2031-07-05', confidence: 'unsure' }],
    })
    const changed = { ...article, metadata: { ...article.metadata, updated: article.metadata.published } }
    expect(settleDateOrder(changed, library).metadata.updated.value).toBe('2031-05-07')
  })

  it('is learnt from a reading that the researcher chose', async () => {
    const services = testServices()
    const [id = 0] = await added(services, ['05/07/2031'])
    expect(outletDateOrder(services.library.reader, 'Harbour Gazette')).toBeNull()
    await services.ask['article.set']({ ids: [id], edits: { published: '2031-05-07' } })
    expect(outletDateOrder(services.library.reader, 'Harbour Gazette')?.order).toBe('month-first')
  })

  it('is not learnt from articles in the trash', async () => {
    const services = testServices()
    const ids = await added(services, ['04/25/2031'])
    await services.ask['article.trash']({ ids })
    expect(outletDateOrder(services.library.reader, 'Harbour Gazette')).toBeNull()
  })

  it('stays open where the articles disagree, and leaves clear dates alone', async () => {
    const services = testServices()
    await added(services, ['04/25/2031', '25/04/2031'])
    const open = await fresh('05/07/2031')
    expect(settleDateOrder(open, services.library.reader)).toEqual(open)
    await added(
      services,
      Array.from({ length: 10 }, (_item, index) => `${index + 13}/04/2031`),
    )
    expect(outletDateOrder(services.library.reader, 'Harbour Gazette')).toEqual({
      order: 'day-first',
      agreeing: 11,
      known: 12,
    })
    const clear = await fresh('2031-05-07')
    expect(settleDateOrder(clear, services.library.reader)).toEqual(clear)
    expect(settleDateOrder(open, services.library.reader).metadata.published.value).toBe('2031-07-05')
  })
  it('is known where nine of ten articles show it', async () => {
    const services = testServices()
    const days = Array.from({ length: 8 }, (_item, index) => `${index + 13}/04/2031`)
    await added(services, ['04/25/2031', ...days])
    expect(outletDateOrder(services.library.reader, 'Harbour Gazette')).toBeNull()
    await added(services, ['30/04/2031'])
    const known = outletDateOrder(services.library.reader, 'Harbour Gazette')
    expect(known).toEqual({ order: 'day-first', agreeing: 9, known: 10 })
  })
})
