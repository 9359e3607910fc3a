import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BriefingBlock } from '../../src-main/domain/briefing'
import { openLibrary } from '../../src-main/library/open'
import { exportBriefing } from '../../src-main/services/briefing'
import { nodesOf, parseNote, wordsOf } from '../exporting/note'
import { addArticle } from '../support/articles'
import { fixedClock, temporaryFolder } from '../support/library'
import { type TestServices, testServices } from '../support/services'

const text = 'Workers closed the swing bridge on 7 March 2023.\nThe mayor said nothing.\nIt rained.'

function withArticle() {
  const services = testServices()
  const articleId = addArticle(services.library, { text, outlet: 'The Gazette', language: 'en' })
  const span = (words: string) => ({ articleId, start: text.indexOf(words), end: text.indexOf(words) + words.length })
  return { ...services, articleId, span }
}

async function saved({ ask }: TestServices, blocks: BriefingBlock[]) {
  const { id } = await ask['briefing.create']({ title: 'Bridge' })
  return ask['briefing.save']({ id, blocks })
}

describe('briefings', () => {
  it('are made with a title, saved, listed by last change, deleted and brought back', async () => {
    let minute = 0
    const clock = () => new Date(Date.UTC(2024, 5, 1, 12, minute++)).toISOString()
    const { ask } = testServices(undefined, clock)
    const first = await ask['briefing.create']({ title: '  First   note ' })
    const second = await ask['briefing.create']({ title: ' ' })
    expect([first.title, second.title]).toEqual(['First note', 'Briefing'])
    await ask['briefing.save']({ id: first.id, blocks: [{ kind: 'text', markdown: 'Words.' }] })
    expect((await ask['briefing.list']({})).map((one) => one.id)).toEqual([first.id, second.id])
    await ask['briefing.delete']({ id: first.id })
    expect(() => ask['briefing.get']({ id: first.id })).toThrow('briefing/not-found')
    await ask['library.undo']({})
    expect((await ask['briefing.get']({ id: first.id })).blocks).toEqual([{ kind: 'text', markdown: 'Words.' }])
  })

  it('that are saved unchanged leave nothing to undo', async () => {
    const services = withArticle()
    const briefing = await saved(services, [{ kind: 'sources' }])
    const before = services.library.nextUndo()
    await services.ask['briefing.save']({ id: briefing.id, title: 'Bridge', blocks: [{ kind: 'sources' }] })
    expect(services.library.nextUndo()).toEqual(before)
  })

  it('tell in the footnote which quoted paragraph was corrected, and its imported wording', async () => {
    const services = withArticle()
    const { ask, articleId, span } = services
    const mayor = await ask['passage.create'](span('The mayor'))
    const rain = await ask['passage.create'](span('It rained.'))
    const blocks = (await ask['article.text']({ id: articleId })).blocks
    await ask['block.correct']({ id: blocks[1]!.id, text: 'The mayor said something.' })
    const { id } = await saved(services, [{ kind: 'quotes', tagId: null, passageIds: [mayor.id, rain.id] }])
    const footnotes = async () =>
      nodesOf(parseNote((await ask['briefing.render']({ id })).markdown), 'footnoteDefinition').map(wordsOf)
    const told = '(paragraph corrected by the researcher; as imported: “The mayor said nothing.”)'
    expect((await footnotes()).map((words) => words.includes(told))).toEqual([true, false])
    const corrected = (await ask['article.text']({ id: articleId })).blocks[1]!
    await ask['block.correct']({ id: corrected.id, text: 'The mayor said nothing.' })
    expect((await footnotes()).some((words) => words.includes('corrected'))).toBe(false)
  })

  it('take a quoted passage into their chosen quotes, once, before the sources', async () => {
    const { ask, span } = withArticle()
    const first = await ask['passage.create'](span('Workers closed the swing bridge'))
    const second = await ask['passage.create'](span('It rained.'))
    const made = await ask['briefing.quote']({ passageId: first.id })
    await ask['briefing.quote']({ passageId: second.id })
    const again = await ask['briefing.quote']({ passageId: first.id, briefingId: made.id })
    const kinds = again.blocks.map((block) => block.kind)
    expect(again.blocks[kinds.indexOf('quotes')]).toMatchObject({ tagId: null, passageIds: [first.id, second.id] })
    expect(kinds.indexOf('quotes')).toBeLessThan(kinds.indexOf('sources'))
    expect(await ask['briefing.list']({})).toHaveLength(1)
    expect(() => ask['briefing.quote']({ passageId: 99 })).toThrow('passage/not-found')
  })
})

describe('a rendered briefing', () => {
  it('quotes word for word with footnotes, and tells of statements without a source', async () => {
    const services = withArticle()
    const { ask, span } = services
    const tag = await ask['tag.create']({ name: 'Works/Bridge' })
    const passage = await ask['passage.create']({ ...span('Workers closed the swing bridge'), tagIds: [tag.id] })
    await ask['event.create']({ title: 'Bridge closed', evidence: [span(text.split('\n')[0] ?? '')] })
    const { id } = await saved(services, [
      { kind: 'heading', level: 2, text: 'Summary' },
      { kind: 'text', markdown: `It closed.[@${passage.id}]\n\nNobody knows why.` },
      { kind: 'timeline', eventIds: null },
      { kind: 'quotes', tagId: tag.parentId, passageIds: [] },
      { kind: 'sources' },
    ])
    const note = await ask['briefing.render']({ id })
    expect(note).toMatchObject({ quotes: 2, unsourced: ['Nobody knows why.'], stale: [] })
    expect(note.footnotes.map((footnote) => [footnote.number, footnote.paragraph, footnote.outlet])).toEqual([
      [1, '1', 'The Gazette'],
      [2, '1', 'The Gazette'],
    ])
    const root = parseNote(note.markdown)
    expect(nodesOf(root, 'blockquote').map(wordsOf)).toEqual(['Workers closed the swing bridge'])
    expect(nodesOf(root, 'footnoteDefinition')).toHaveLength(2)
    expect(note.markdown).toContain('untitled: *Workers closed the swing bridge on 7 March 2023.*')
  })

  it('shows all tagged passages by tag where neither tag nor passages are chosen', async () => {
    const services = withArticle()
    const { ask, span } = services
    const tag = await ask['tag.create']({ name: 'Works/Bridge' })
    await ask['passage.create']({ ...span('It rained.'), tagIds: [tag.id] })
    await ask['passage.create'](span('The mayor said nothing.'))
    const { id } = await saved(services, [{ kind: 'quotes', tagId: null, passageIds: [] }])
    const root = parseNote((await ask['briefing.render']({ id })).markdown)
    expect(nodesOf(root, 'heading').map(wordsOf)).toEqual(['Bridge', 'Works / Bridge'])
    expect(nodesOf(root, 'blockquote').map(wordsOf)).toEqual(['It rained.'])
  })

  it('tells of quotes that went to the trash', async () => {
    const services = withArticle()
    const { ask, span } = services
    const passage = await ask['passage.create'](span('It rained.'))
    const { id } = await saved(services, [{ kind: 'quotes', tagId: null, passageIds: [passage.id] }])
    await ask['passage.delete']({ id: passage.id })
    const note = await ask['briefing.render']({ id })
    expect(note).toMatchObject({ quotes: 0, stale: [{ passageId: passage.id, quote: 'It rained.' }] })
    expect(note.markdown).not.toContain('It rained')
  })

  it('lists only the chosen events', async () => {
    const services = withArticle()
    const { ask } = services
    const one = await ask['event.create']({ title: 'One', date: '2023' })
    await ask['event.create']({ title: 'Two', date: '2024' })
    const { id } = await saved(services, [{ kind: 'timeline', eventIds: [one.id] }])
    const { markdown } = await ask['briefing.render']({ id })
    expect(markdown).toContain('One')
    expect(markdown).not.toContain('Two')
  })
})

describe('the timeline of a briefing', () => {
  it('has chosen events in the order of all, where others lie between them', async () => {
    const services = withArticle()
    const { ask } = services
    const make = async (title: string, date?: string) =>
      (await ask['event.create']({ title, ...(date === undefined ? {} : { date }) })).id
    const undated = await make('Undated')
    const between = await make('Between')
    const [first, middle, last] = [
      await make('First', '2023'),
      await make('Middle', '2024'),
      await make('Last', '2025'),
    ]
    await ask['event.order']({ id: between, orders: [{ relation: 'after', eventId: middle }] })
    await ask['event.order']({ id: undated, orders: [{ relation: 'before', eventId: between }] })
    const { id } = await saved(services, [{ kind: 'timeline', eventIds: [last, undated, first] }])
    const { markdown } = await ask['briefing.render']({ id })
    expect(nodesOf(parseNote(markdown), 'strong').map(wordsOf)).toEqual(['First', 'Undated', 'Last'])
  })

  async function withTimelines() {
    const services = withArticle()
    const { ask } = services
    const [one, two, three] = ['2023', '2024', '2025'].map((date) => ask['event.create']({ title: `Of ${date}`, date }))
    const { id: timelineId } = await ask['timeline.create']({ name: 'The bridge' })
    const events = [await one, await two, await three].map((event) => event?.id ?? 0)
    await ask['timeline.choose']({ id: timelineId, add: events.slice(1), remove: [] })
    const { id } = await saved(services, [{ kind: 'timeline', eventIds: null, timelineId }])
    const titles = async () =>
      nodesOf(parseNote((await ask['briefing.render']({ id })).markdown), 'strong').map(wordsOf)
    return { ...services, id, timelineId, events, titles }
  }

  it('is a named one where one is chosen, as it is when the note is written', async () => {
    const { ask, timelineId, events, titles } = await withTimelines()
    expect(await titles()).toEqual(['Of 2024', 'Of 2025'])
    await ask['timeline.choose']({ id: timelineId, add: events.slice(0, 1), remove: events.slice(1, 2) })
    expect(await titles()).toEqual(['Of 2023', 'Of 2025'])
  })

  it('has the order of reading that the timeline has', async () => {
    const { ask, timelineId, events, titles } = await withTimelines()
    await ask['timeline.move']({ id: timelineId, eventId: events[2] ?? 0, before: events[1] ?? 0 })
    expect(await titles()).toEqual(['Of 2025', 'Of 2024'])
  })

  it('shows nothing where the timeline is gone, and all of it again when that is undone', async () => {
    const { ask, timelineId, titles } = await withTimelines()
    await ask['timeline.delete']({ id: timelineId })
    expect(await titles()).toEqual([])
    await ask['library.undo']({})
    expect(await titles()).toEqual(['Of 2024', 'Of 2025'])
  })
})

describe('an exported briefing', () => {
  const exported = (services: TestServices, path: string, fields: { id?: number; replace?: boolean } = {}) =>
    exportBriefing(services.context, { id: fields.id ?? null, path, replace: fields.replace ?? false })

  it('is the rendered note, remembered by its hash, and never replaces a file unasked', async () => {
    const services = withArticle()
    const { ask } = services
    const { id } = await saved(services, [{ kind: 'text', markdown: 'Words.' }])
    const path = join(temporaryFolder(), 'note.md')
    const result = await ask['briefing.export']({ id, path, replace: false })
    const bytes = readFileSync(path)
    expect(bytes.toString()).toBe((await ask['briefing.render']({ id })).markdown)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(result).toEqual({ file: path, sha256, quotes: 0, unsourced: 1, stale: 0 })
    const remembered = services.library.reader.all('SELECT briefing_id, file_name, sha256 FROM briefing_export')
    expect(remembered).toEqual([{ briefing_id: id, file_name: 'note.md', sha256 }])
    writeFileSync(path, 'Mine.')
    expect(() => ask['briefing.export']({ id, path, replace: false })).toThrow('export/exists')
    expect(readFileSync(path, 'utf8')).toBe('Mine.')
    expect((await ask['briefing.export']({ id, path, replace: true })).sha256).toBe(sha256)
  })

  it('needs something to say and a folder to stand in', async () => {
    const services = withArticle()
    const { id } = await saved(services, [])
    const folder = temporaryFolder()
    expect(() => exported(services, join(folder, 'a.md'), { id })).toThrow('briefing/empty')
    expect(() => exported(services, join(folder, 'no', 'a.md'))).toThrow('export/folder-missing')
    expect(() => exported(services, join(folder, 'a.md'), { id: 99 })).toThrow('briefing/not-found')
    expect(existsSync(join(folder, 'a.md'))).toBe(false)
  })

  it('is the note over everything where none was made, the same bytes each time, from a library open for reading too', async () => {
    const services = withArticle()
    const { ask, span } = services
    const tag = await ask['tag.create']({ name: 'Weather' })
    await ask['passage.create']({ ...span('It rained.'), tagIds: [tag.id] })
    await ask['event.create']({ title: 'Bridge closed', evidence: [span(text.split('\n')[0] ?? '')] })
    const folder = temporaryFolder()
    exported(services, join(folder, 'a.md'))
    const library = openLibrary(services.library.path, { clock: fixedClock, readOnly: true })
    const reading = testServices(library)
    exported(reading, join(folder, 'b.md'))
    library.close()
    const [a, b] = ['a.md', 'b.md'].map((name) => readFileSync(join(folder, name), 'utf8'))
    expect(a).toBe(b)
    const root = parseNote(a ?? '')
    expect(nodesOf(root, 'heading').map(wordsOf)).toEqual([
      basename(services.library.path, '.collate'),
      'Timeline',
      'Weather',
      'Passages without a tag',
      'The Gazette: Workers closed the swing bridge on 7 March 2023.',
      'Sources',
    ])
    const quotes = nodesOf(root, 'blockquote')
    expect(quotes.map(wordsOf)).toEqual(['It rained.', 'Workers closed the swing bridge on 7 March 2023.'])
    for (const quote of quotes) expect(nodesOf(quote, 'footnoteReference')).toHaveLength(1)
  })
})
