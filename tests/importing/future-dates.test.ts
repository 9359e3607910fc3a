import { describe, expect, it } from 'vitest'
import type { FileToExtract } from '../../src-main/domain/extraction'
import { extract } from './formats/support'

const today = '2024-06-01'

const page = (head: string, line = '') =>
  `<html lang="en"><head><title>Harbour wall moves</title>${head}</head><body><article><h1>Harbour wall moves</h1>
${line === '' ? '' : `<p class="date">${line}</p>`}<p>The harbour wall gave way on Monday night, the port authority said, and the ferries stay in port.</p>
<p>Engineer Tove Lind said that three stones had moved by more than a metre, and that nobody could say more.</p></article></body></html>`

const meta = (day: string) => `<meta property="article:published_time" content="${day}">`

async function datesOf(content: string, fileName: string, more: Partial<FileToExtract> = { today }) {
  const [article] = (await extract(content, fileName, more)).articles
  if (!article) throw new Error('no article')
  return article.metadata
}

describe('a date of publication after the day of import', () => {
  it('is doubted with the reason where it is the only one', async () => {
    const { published } = await datesOf(page(meta('2031-03-14')), 'page.html')
    expect(published).toMatchObject({
      value: '2031-03-14',
      confidence: 'unsure',
      evidence: { at: 'meta article:published_time', doubt: 'after-import' },
    })
  })

  it('stands behind any other date of the file, and keeps its place', async () => {
    const { published } = await datesOf(page(meta('2031-03-14'), '14 March 2023'), 'page.html')
    expect(published).toMatchObject({ value: '2023-03-14' })
    expect(published.confidence).not.toBe('unsure')
    expect(published.evidence).not.toHaveProperty('doubt')
    expect(published.others).toMatchObject([
      { value: '2031-03-14', confidence: 'unsure', evidence: { doubt: 'after-import' } },
    ])
  })

  it('is allowed one day, since it is tomorrow elsewhere', async () => {
    expect((await datesOf(page(meta('2024-06-02')), 'page.html')).published.confidence).toBe('certain')
    expect((await datesOf(page(meta('2024-06-03')), 'page.html')).published.confidence).toBe('unsure')
  })

  it('is not seen in a month or year that has begun', async () => {
    for (const date of ['2024', '2024-06']) {
      const { published } = await datesOf(`---\ntitle: Wall\ndate: ${date}\n---\n\nThe wall gave way.\n`, 'a.md')
      expect(published.value).toBe(date)
      expect(published.evidence).not.toHaveProperty('doubt')
    }
    const { published } = await datesOf('---\ntitle: Wall\ndate: 2025\n---\n\nThe wall gave way.\n', 'a.md')
    expect(published).toMatchObject({ value: '2025', confidence: 'unsure', evidence: { doubt: 'after-import' } })
  })

  it('tells which reading of a date in digits is meant', async () => {
    const { published } = await datesOf(page('', '03/12/2024').replace('lang="en"', 'lang="en-GB"'), 'page.html')
    expect(published).toMatchObject({ value: '2024-03-12', confidence: 'likely' })
    expect(published.others).toMatchObject([{ value: '2024-12-03', confidence: 'unsure' }])
  })

  it('is doubted in what a container says of a file, and as the time of a change', async () => {
    const given = {
      published: {
        value: '2031-03-14',
        origin: 'file',
        confidence: 'certain',
        evidence: { kind: 'record', at: 'RIS DA', quote: '2031/03/14' },
      },
    } as const
    const { published } = await datesOf(page(meta('2023-03-14')), 'page.html', { today, given })
    expect(published).toMatchObject({ value: '2023-03-14', others: [{ value: '2031-03-14', confidence: 'unsure' }] })
    const changed = `${meta('2023-03-14')}<meta property="article:modified_time" content="2031-03-15">`
    const { updated } = await datesOf(page(changed), 'page.html')
    expect(updated).toMatchObject({ value: '2031-03-15', confidence: 'unsure', evidence: { doubt: 'after-import' } })
  })

  it('is doubted in an entry of a bibliography', async () => {
    const ris = 'TY  - NEWS\nTI  - Wall\nDA  - 2031/03/14\nER  - \n'
    const [reference] = (await extract(ris, 'list.ris', { today })).references
    expect(reference?.given.published).toMatchObject({ value: '2031-03-14', confidence: 'unsure' })
  })

  it('is taken as it is where the day of import is not known', async () => {
    const { published } = await datesOf(page(meta('2031-03-14')), 'page.html', {})
    expect(published).toMatchObject({ value: '2031-03-14', confidence: 'certain' })
  })
})
