import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { extractFile } from '../../src-main/importing/extract'
import { addArticles } from '../../src-main/services/import-add'
import { temporaryFolder } from '../support/library'
import { imported, type TestServices, testServices } from '../support/services'

const text = `Ferry service stopped after cracks were found
By Ilse Marten
The Harbour Gazette
3 April 2031

The ferry to Northbank stopped on Wednesday after engineers found cracks in the pier, the port authority said.

About 1,200 people use the ferry every day, most of them on their way to work.

Repairs are expected to take until the middle of May.
`

const bytes = Buffer.from(text)
const sha256 = createHash('sha256').update(bytes).digest('hex')

/** An article as an older extraction might have read it: another title, a paragraph lost, one cut short. */
async function olderArticle(): Promise<TestServices & { id: number }> {
  const services = testServices()
  const [extracted] = (await extractFile({ bytes, fileName: 'ferry.txt' })).articles
  if (!extracted) throw new Error('no article')
  const blocks = extracted.blocks
    .filter((block) => !block.text.startsWith('About'))
    .map((block) => ({ ...block, text: block.text.replace('until the middle of May', 'until May') }))
  const title = { ...extracted.metadata.title, value: 'Ferry service stopped' }
  const older = { ...extracted, blocks, metadata: { ...extracted.metadata, title } }
  const { articleIds } = addArticles(services.context, [
    { file: { bytes, fileName: 'ferry.txt', sha256 }, extracted: older },
  ])
  return { ...services, id: articleIds[0] ?? 0 }
}

const passageOn = async ({ ask, id }: TestServices & { id: number }, quote: string) => {
  const { blocks } = await ask['article.text']({ id })
  const block = blocks.find((one) => one.text.includes(quote))
  if (!block) throw new Error(`no block with ${quote}`)
  const start = block.start + block.text.indexOf(quote)
  return ask['passage.create']({ articleId: id, start, end: start + quote.length })
}

describe('an original read anew', () => {
  it('tells what would be different and changes nothing', async () => {
    const services = await olderArticle()
    const { ask, id } = services
    const before = await ask['article.text']({ id })
    const comparison = await ask['original.compare']({ articleId: id })
    expect(comparison.metadata.map(({ field, after }) => [field, after.value])).toEqual([
      ['title', 'Ferry service stopped after cracks were found'],
    ])
    expect(comparison.text.filter((change) => change.kind !== 'same').map((change) => change.kind)).toEqual([
      'removed',
      'added',
      'added',
    ])
    expect(await ask['article.text']({ id })).toEqual(before)
  })

  it('is taken as one operation, passages staying with their words', async () => {
    const services = await olderArticle()
    const { ask, id } = services
    const kept = await passageOn(services, 'engineers found cracks in the pier')
    const lost = await passageOn(services, 'until May')
    const { version, orphaned } = await ask['original.compare']({ articleId: id })
    expect(orphaned).toBe(1)
    const taken = await ask['original.take']({ articleId: id, version, text: true, fields: ['title'] })
    expect(taken.article.metadata.title.value).toBe('Ferry service stopped after cracks were found')
    expect(taken.blocks.map((block) => block.text).join(' ')).toContain('About 1,200 people')
    const after = new Map(taken.passages.map((passage) => [passage.id, passage]))
    expect(after.get(kept.id)).toMatchObject({ quote: kept.quote, orphaned: false })
    expect(after.get(lost.id)).toMatchObject({ quote: 'until May', orphaned: true })
    expect((await ask['original.compare']({ articleId: id })).text).toEqual([])
    await ask['library.undo']({})
    const undone = await ask['article.text']({ id })
    expect(undone.article.metadata.title.value).toBe('Ferry service stopped')
    expect(undone.passages.every((passage) => !passage.orphaned)).toBe(true)
  })

  it('leaves dates dismissed that were dismissed, those of paragraphs that read otherwise too', async () => {
    const services = await olderArticle()
    const { ask, id } = services
    const open = async () =>
      (await ask['suggestion.list']({})).flatMap(({ items }) => items.map(({ sentence }) => sentence.text))
    const before = await ask['suggestion.list']({})
    expect((await open()).map((sentence) => sentence.slice(0, 19))).toEqual([
      'The ferry to Northb',
      'Repairs are expecte',
    ])
    for (const { items } of before) await ask['suggestion.dismiss']({ ids: items.map((item) => item.id) })
    expect(await open()).toEqual([])
    const { version } = await ask['original.compare']({ articleId: id })
    await ask['original.take']({ articleId: id, version, text: true, fields: ['title'] })
    expect((await ask['date.list']({ articleId: id })).map(({ text: written }) => written)).toContain('middle of May')
    expect(await open()).toEqual([])
    await ask['library.undo']({})
    expect(await open()).toEqual([])
  })

  it('leaves alone what was corrected by hand, and takes only what is asked for', async () => {
    const { ask, id } = await olderArticle()
    await ask['article.set']({ ids: [id], edits: { title: 'My own title' } })
    const { metadata, version } = await ask['original.compare']({ articleId: id })
    expect(metadata).toEqual([])
    const taken = await ask['original.take']({ articleId: id, version, text: true, fields: ['title'] })
    expect(taken.article.metadata.title.value).toBe('My own title')
  })

  it('is refused where the text was changed since it was compared', async () => {
    const { ask, id } = await olderArticle()
    const { version } = await ask['original.compare']({ articleId: id })
    await ask['original.take']({ articleId: id, version, text: true, fields: [] })
    await expect(ask['original.take']({ articleId: id, version, text: true, fields: [] })).rejects.toMatchObject({
      code: 'text/version-changed',
    })
  })
})

const page = `---
title: Pier closed for repairs
outlet: Northbank Post
date: 2031-04-03
---

The pier was closed on Wednesday, the port authority said.

The bulletin ends here.
`

/** An article of that page as an older extraction might have read it, with these values. */
async function olderPage(values: Partial<Record<'title' | 'outlet' | 'published', string>>) {
  const services = testServices()
  const file = { bytes: Buffer.from(page), fileName: 'pier.md' }
  const [extracted] = (await extractFile(file)).articles
  if (!extracted) throw new Error('no article')
  const { metadata } = extracted
  const changed = Object.entries(values).map(([field, value]) => [
    field,
    { ...metadata[field as keyof typeof values], value },
  ])
  const older = { ...extracted, metadata: { ...metadata, ...Object.fromEntries(changed) } }
  const hash = createHash('sha256').update(page).digest('hex')
  const { articleIds } = addArticles(services.context, [{ file: { ...file, sha256: hash }, extracted: older }])
  const [id = 0] = articleIds
  const take = async (fields: (keyof typeof values)[]) => {
    const { version } = await services.ask['original.compare']({ articleId: id })
    return services.ask['original.take']({ articleId: id, version, text: false, fields })
  }
  return { ...services, id, take }
}

it('a text that is taken tells of each paragraph what it was', async () => {
  const services = testServices()
  const [extracted] = (await extractFile({ bytes, fileName: 'ferry.txt' })).articles
  if (!extracted) throw new Error('no article')
  const older = (said: string): string => said.replace('until the middle of', 'until').replace('on Wednesday', 'today')
  const blocks = extracted.blocks.map((block) => ({ ...block, text: older(block.text) }))
  const file = { bytes, fileName: 'ferry.txt', sha256 }
  const [articleId = 0] = addArticles(services.context, [{ file, extracted: { ...extracted, blocks } }]).articleIds
  await services.ask['original.take']({ articleId, version: 1, text: true, fields: [] })
  const { changed } = await services.ask['text.history']({ articleId })
  expect(changed.map(({ earlier }) => earlier.map((one) => one.text))).toEqual([
    [expect.stringMatching(/^The ferry to Northbank stopped today .* authority said\.$/)],
    ['Repairs are expected to take until May.'],
  ])
})

describe('details of an original read anew', () => {
  it('are taken one by one, and are found by search', async () => {
    const { ask, take } = await olderPage({ title: 'Quay shut', outlet: 'Sund Post', published: '2031-05-01' })
    const { article } = await take(['title'])
    expect(article.metadata).toMatchObject({
      title: { value: 'Pier closed for repairs' },
      outlet: { value: 'Sund Post' },
      published: { value: '2031-05-01' },
    })
    const total = async (query: string) => (await ask['search.query']({ query, limit: 5, offset: 0 })).total
    expect([await total('repairs'), await total('quay')]).toEqual([1, 0])
  })

  it('bring the rules of the outlet that they name', async () => {
    const { ask, take } = await olderPage({ outlet: 'Sund Post' })
    await ask['rule.create']({ outlet: 'Northbank Post', compare: 'begins', text: 'The bulletin' })
    const { blocks } = await take(['outlet'])
    expect(blocks.filter((block) => block.hidden).map(({ text, reason }) => [text, reason])).toEqual([
      ['The bulletin ends here.', 'rule'],
    ])
  })

  it('date what the text says of a weekday by the day of publication that they give', async () => {
    const { ask, id, take } = await olderPage({ published: '2031-05-01' })
    const { blocks } = await ask['article.text']({ id })
    const { start, text: said } = blocks.find((block) => block.text.startsWith('The pier was')) ?? {
      start: 0,
      text: '',
    }
    await ask['event.create']({ title: 'Closing', evidence: [{ articleId: id, start, end: start + said.length }] })
    expect(await ask['event.list']({})).toMatchObject([{ edtf: '2031-04-30' }])
    await take(['published'])
    expect(await ask['event.list']({})).toMatchObject([{ edtf: '2031-04-02' }])
  })
})

it('an article of a feed is compared with its own entry of the original', async () => {
  const services = testServices()
  const item = (name: string) =>
    `<item><title>The ${name} waits</title><description>The ferry ${name} lay in the harbour of Sund for a week, its owners said.</description></item>`
  const feed = `<rss version="2.0"><channel><title>Sund Post</title>${item('Anna')}${item('Berta')}</channel></rss>`
  const path = join(temporaryFolder(), 'feed.rss')
  writeFileSync(path, feed)
  for (const articleId of await imported(services, [path])) {
    expect(await services.ask['original.compare']({ articleId })).toMatchObject({ metadata: [], text: [] })
  }
})

describe('an original that is written out', () => {
  it('is the imported file byte for byte, with a hash that can be checked', async () => {
    const { ask, id } = await olderArticle()
    const path = join(temporaryFolder(), 'ferry.txt')
    expect(await ask['original.export']({ articleId: id, path, replace: false })).toEqual({
      file: path,
      sha256,
      bytes: bytes.length,
    })
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(readFileSync(`${path}.sha256`, 'utf8')).toBe(`${sha256}  ferry.txt\n`)
  })

  it('never takes the place of a file unasked', async () => {
    const { ask, id } = await olderArticle()
    const path = join(temporaryFolder(), 'ferry.txt')
    writeFileSync(path, 'mine')
    await expect(async () => ask['original.export']({ articleId: id, path, replace: false })).rejects.toMatchObject({
      code: 'export/exists',
    })
    expect(readFileSync(path, 'utf8')).toBe('mine')
    expect(existsSync(`${path}.sha256`)).toBe(false)
  })

  it('takes the place neither of another file of that name with a hash’s ending, nor is written then', async () => {
    const { ask, id } = await olderArticle()
    const path = join(temporaryFolder(), 'ferry.txt')
    writeFileSync(`${path}.sha256`, 'mine')
    await expect(async () => ask['original.export']({ articleId: id, path, replace: false })).rejects.toMatchObject({
      code: 'export/exists',
      params: { file: 'ferry.txt.sha256' },
    })
    expect(readFileSync(`${path}.sha256`, 'utf8')).toBe('mine')
    expect(existsSync(path)).toBe(false)
  })

  it('is not written where its bytes are no longer what was imported', async () => {
    const services = await olderArticle()
    const { library, ask, id } = services
    const path = join(temporaryFolder(), 'ferry.txt')
    const database = new Database(library.path)
    database.exec("DROP TRIGGER original_never_updated; UPDATE original SET bytes = x'00'")
    database.close()
    await expect(async () => ask['original.export']({ articleId: id, path, replace: false })).rejects.toMatchObject({
      code: 'original/damaged',
    })
    expect(existsSync(path)).toBe(false)
  })
})
