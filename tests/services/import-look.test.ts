import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Stage } from '../../src-main/contract/import-types'
import { generatedText, seeded } from '../support/generated'
import { temporaryFolder } from '../support/library'
import { finished, reviewed, type TestServices, testServices } from '../support/services'

const paragraphs = [
  'Dockers in the port of Sund refused on Monday to unload a freighter that had come without papers, the harbour office said.',
  'The vessel, whose owner could not be reached, had waited outside the breakwater since the storm of the week before.',
  'A spokeswoman for the customs service said that nobody would board it before the cargo list had been translated.',
  'Fishermen complained that the anchored ship blocked the channel which they use to reach the northern grounds.',
]

const agency = paragraphs.join('\n\n')
const edited = [...paragraphs.slice(0, 3), 'The mayor called for calm and promised a decision within two days.'].join(
  '\n\n',
)

function folderWith(files: Record<string, string>): string {
  const folder = join(temporaryFolder(), 'texts')
  mkdirSync(folder)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

const addAll = ({ ask }: TestServices, stage: Stage, edits?: { outlet: string }) =>
  ask['import.add']({ stageId: stage.id, files: stage.files.map(({ index }) => ({ index, ...(edits && { edits }) })) })

describe('an article in the review', () => {
  it('names those of the same review that share its wording', async () => {
    const services = testServices()
    const folder = folderWith({ 'a.txt': agency, 'b.txt': edited, 'c.txt': generatedText(seeded(3), 4) })
    const stage = await reviewed(services, [folder])
    const [a, b, c] = stage.files
    expect(a?.found?.relations).toMatchObject([{ kind: 'near-copy', of: 'stage', index: b?.index, articleId: null }])
    expect(b?.found?.relations).toMatchObject([{ kind: 'near-copy', of: 'stage', index: a?.index }])
    expect(b?.look).toContain('related')
    expect(c?.found?.relations).toEqual([])
    const { relations, blocks } = await services.ask['import.file']({ stageId: stage.id, index: b?.index ?? 0 })
    const text = blocks.map((block) => block.text).join('\n')
    const [span] = relations[0]?.spans ?? []
    expect(text.slice(span?.start, span?.end)).toContain('had waited outside the breakwater')
  })

  it('names one that was added a moment before', async () => {
    const services = testServices()
    const first = await reviewed(services, [folderWith({ 'a.txt': agency })])
    const { articleIds } = await addAll(services, first)
    const second = await reviewed(services, [folderWith({ 'b.txt': edited })])
    expect(second.files[0]?.found?.relations).toMatchObject([{ of: 'library', articleId: articleIds[0] }])
  })

  it('is told of again once another with its wording was read', async () => {
    const services = testServices()
    const { id, revision } = await reviewed(services, [folderWith({ 'a.txt': agency, 'b.txt': edited })])
    const last = await services.ask['import.review']({ stageId: id, since: revision - 2 })
    expect(last.files).toMatchObject([{ index: 0, found: { relations: [{ index: 1 }] } }])
  })

  it('is hidden in by the rules of its outlet, also of one that is set in the review', async () => {
    const services = testServices()
    const outlet = 'Sund Post'
    await services.ask['rule.create']({ outlet, compare: 'begins', text: 'Fishermen complained' })
    const stage = await reviewed(services, [folderWith({ 'a.txt': agency })])
    expect(stage.files[0]?.found).toMatchObject({ blocks: 4, hidden: 0 })
    const { articleIds } = await addAll(services, stage, { outlet })
    const { blocks } = await services.ask['article.text']({ id: articleIds[0] ?? 0 })
    expect(blocks.map(({ hidden, reason }) => (hidden ? reason : null))).toEqual([null, null, null, 'rule'])
  })

  it('keeps a block that was restored from a rule', async () => {
    const services = testServices()
    const outlet = 'Sund Post'
    await services.ask['rule.create']({ outlet, compare: 'begins', text: 'Fishermen complained' })
    const page = `---\ntitle: The freighter\noutlet: ${outlet}\n---\n\n${agency}\n`
    const stage = await reviewed(services, [folderWith({ 'a.md': page })])
    const { blocks, metadata } = await services.ask['import.file']({ stageId: stage.id, index: 0 })
    expect(metadata.outlet.value).toBe(outlet)
    const at = blocks.findIndex((block) => block.reason === 'rule')
    expect(blocks[at]?.hidden).toBe(true)
    const files = [{ index: 0, blocks: [{ index: at, hidden: false }] }]
    const { articleIds } = await services.ask['import.add']({ stageId: stage.id, files })
    const text = await services.ask['article.text']({ id: articleIds[0] ?? 0 })
    expect(text.blocks.map(({ hidden, reason }) => [hidden, reason])).toEqual(blocks.map(() => [false, null]))
    await services.ask['article.set']({ ids: articleIds, edits: { note: 'Seen.' } })
    expect((await services.ask['article.text']({ id: articleIds[0] ?? 0 })).blocks.some((b) => b.hidden)).toBe(false)
  })

  it('has a date that may be read in two ways settled by other articles of its outlet', async () => {
    const services = testServices()
    const page = (name: string, date: string) =>
      `The ${name} waits\n\nPublished: ${date}\nSource: Harbour Gazette\n\n${generatedText(seeded(name.length), 3)}\n`
    const first = await reviewed(services, [folderWith({ 'a.txt': page('Anna', '04/25/2031') })])
    await addAll(services, first)
    const [file] = (await reviewed(services, [folderWith({ 'b.txt': page('Berta', '05/07/2031') })])).files
    expect(file?.found?.metadata.published).toMatchObject({ value: '2031-05-07', evidence: { kind: 'outlet' } })
    expect(file?.look).not.toContain('unsure')
    expect(file?.look).not.toContain('conflict')
  })

  it('stands beside the lines of its original, each with the block that took it', async () => {
    const services = testServices()
    const source = `Skip to content\n\n${agency}\n`
    const stage = await reviewed(services, [folderWith({ 'a.txt': source })])
    const { lines, truncated } = await services.ask['import.source']({ stageId: stage.id, index: 0 })
    const { blocks } = await services.ask['import.file']({ stageId: stage.id, index: 0 })
    expect(truncated).toBe(false)
    expect(lines.map((line) => line.text)).toEqual(['Skip to content', ...paragraphs])
    for (const { text, block } of lines) expect(blocks[block ?? -1]?.text).toBe(text)
  })
})

describe('files that are not text as they are stored', () => {
  const fixtures = join(import.meta.dirname, '../fixtures/formats')

  it.each([
    'pdf/harbour-one-column.pdf',
    'pdf/bruecke-two-columns.pdf',
    'docx/canal-writer.docx',
    'mhtml/harbour.mhtml',
  ])('stand beside their own text: %s', async (name) => {
    const services = testServices()
    const stage = await reviewed(services, [join(fixtures, name)])
    const { lines } = await services.ask['import.source']({ stageId: stage.id, index: 0 })
    const { blocks } = await services.ask['import.file']({ stageId: stage.id, index: 0 })
    const taken = lines.filter((line) => line.block !== null)
    expect(lines.length).toBeGreaterThan(5)
    expect(taken.length / lines.length).toBeGreaterThan(0.9)
    const body = blocks.flatMap((block, at) => (block.kind === 'paragraph' && !block.hidden ? [at] : []))
    expect(body.filter((at) => !taken.some((line) => line.block === at))).toEqual([])
  })
})

describe('a review of 2,000 files', () => {
  it('is read, asked for in pieces, added and undone as one operation', async () => {
    const services = testServices()
    const random = seeded(11)
    const folder = folderWith(
      Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`${10_000 + at}.txt`, generatedText(random, 3)])),
    )
    const { stageId } = await services.ask['import.stage']({ paths: [folder] })
    const rows = new Map<number, string>()
    let since = 0
    for (;;) {
      const stage = await services.ask['import.review']({ stageId, since })
      for (const file of stage.files) rows.set(file.index, file.fileName)
      since = stage.revision
      if (stage.state === 'done') break
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(rows.size).toBe(2000)
    const stage = await finished(services, stageId)
    expect(JSON.stringify(stage).length).toBeLessThan(5_000_000)
    const added = await addAll(services, stage)
    expect(added.articleIds).toHaveLength(2000)
    expect(services.notifications.filter(({ kind }) => kind === 'import.adding')).toHaveLength(10)
    expect(services.library.nextUndo()?.detail).toMatch(/\+1999$/)
    await services.ask['library.undo']({})
    expect(await services.ask['library.info']({})).toMatchObject({ articles: 0, trashed: 2000, undo: null })
  }, 120_000)
})
