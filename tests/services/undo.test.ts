import { describe, expect, it } from 'vitest'
import { linkKinds } from '../../src-main/domain/alignment'
import { ruleCompares } from '../../src-main/domain/cleaning-rule'
import { ExpectedError } from '../../src-main/domain/error'
import { eventRelations, stances } from '../../src-main/domain/event'
import type { Library, Reader } from '../../src-main/library/handle'
import { allTables, exemptTables } from '../../src-main/library/journal-triggers'
import { openLibrary } from '../../src-main/library/open'
import { rebuildSearchIndex } from '../../src-main/library/queries/search'
import { addArticles } from '../../src-main/services/import-add'
import { extractedText, generatedText, seeded } from '../support/generated'
import { fixedClock, temporaryLibrary } from '../support/library'
import { type TestServices, testServices } from '../support/services'

const seeds = 50
const commandsPerSeed = 30

/**
 * All that is visible: rows of journalled tables that are not in the trash, and the search documents. Rows of trashed
 * articles stay where they were imported, so what hangs on one counts as in the trash too.
 */
function dump(reader: Reader): string {
  const tables = allTables(reader).filter((table) => exemptTables[table] === undefined)
  const rows = tables.map((table) => {
    const columns = reader.all<{ name: string }>('SELECT name FROM pragma_table_info(@table)', { table })
    const names = columns.map((column) => column.name)
    const conditions = [
      ...(names.includes('deleted_at') ? ['deleted_at IS NULL'] : []),
      ...(table === 'block' ? ['article_id IN (SELECT id FROM article WHERE deleted_at IS NULL)'] : []),
    ]
    const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
    return [table, reader.all(`SELECT * FROM "${table}" ${where} ORDER BY ${names.join(', ')}`)]
  })
  const documents = reader.all('SELECT id, title, body FROM search_document ORDER BY id')
  return JSON.stringify([rows, documents])
}

type Random = () => number
const pick = <T>(random: Random, items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)]

const idsOf = (reader: Reader, table: string): number[] =>
  reader.all<{ id: number }>(`SELECT id FROM ${table} WHERE deleted_at IS NULL ORDER BY id`).map((row) => row.id)

/** A random command with random arguments, most of which make sense. */
async function command(services: TestServices, random: Random): Promise<unknown> {
  const { ask, library, context } = services
  const { reader } = library
  const article = pick(random, idsOf(reader, 'article')) ?? 1
  const passage = pick(random, idsOf(reader, 'passage')) ?? 1
  const tag = pick(random, idsOf(reader, 'tag')) ?? 1
  const event = pick(random, idsOf(reader, 'event')) ?? 1
  const other = pick(random, idsOf(reader, 'event')) ?? 1
  const timeline = pick(random, idsOf(reader, 'timeline')) ?? 1
  const briefing = pick(random, idsOf(reader, 'briefing')) ?? 1
  const start = Math.floor(random() * 60)
  const span = { articleId: article, start, end: start + 1 + Math.floor(random() * 40) }
  const word = generatedText(random, 1).split(' ').slice(1, 3).join(' ')
  const block = pick(
    random,
    reader.all<{ id: number; text: string }>('SELECT id, text FROM block WHERE article_id = @article', { article }),
  )
  const rule = block?.text.split(' ').slice(0, 2).join(' ') ?? word
  const { outlet } =
    reader.get<{ outlet: string | null }>('SELECT outlet FROM article WHERE id = @article', { article }) ?? {}
  const secondSpan = { ...span, articleId: pick(random, idsOf(reader, 'article')) ?? 1 }
  const linked = { a: span, b: secondSpan, kind: pick(random, linkKinds) ?? 'quotation' } as const
  const layout = pick(random, idsOf(reader, 'layout')) ?? 1
  const evidence = pick(random, reader.all<{ id: number }>('SELECT id FROM evidence ORDER BY id'))
  const choices: (() => unknown)[] = [
    () => addArticles(context, [extractedText(generatedText(random, 3), random() < 0.5 ? word : null, 'a.txt')]),
    () => ask['article.set']({ ids: [article], edits: { outlet: word, published: '7 May 2024', note: word } }),
    () => ask['article.set']({ ids: [article], edits: { status: 'reviewed', title: null } }),
    () => ask['article.trash']({ ids: [article] }),
    () => ask['article.tag']({ ids: [article], add: [tag], remove: [] }),
    () => ask['article.tag']({ ids: idsOf(reader, 'article'), add: [], remove: [tag] }),
    () => ask['block.set']({ id: block?.id ?? 1, hidden: random() < 0.7, reason: pick(random, ['share'] as const) }),
    () => ask['block.restore']({ ids: [block?.id ?? 1] }),
    () => ask['block.correct']({ id: block?.id ?? 1, text: random() < 0.5 ? word : `${word} ${block?.text}` }),
    () => ask['block.merge']({ ids: [block?.id ?? 1, (block?.id ?? 1) + 1] }),
    () => ask['block.split']({ id: block?.id ?? 1, at: 1 + Math.floor(random() * 30) }),
    () => ask['rule.create']({ outlet: outlet ?? word, compare: pick(random, ruleCompares) ?? 'is', text: rule }),
    () => ask['rule.set']({ id: pick(random, idsOf(reader, 'cleaning_rule')) ?? 1, text: rule }),
    () => ask['rule.delete']({ id: pick(random, idsOf(reader, 'cleaning_rule')) ?? 1 }),
    () => ask['passage.create']({ ...span, tagIds: random() < 0.5 ? [tag] : [], note: word }),
    () => ask['passage.create'](span),
    () => ask['passage.set']({ id: passage, note: word }),
    () => ask['passage.tag']({ id: passage, add: [tag], remove: [] }),
    () => ask['passage.tag']({ id: passage, add: [], remove: [tag] }),
    () => ask['passage.delete']({ id: passage }),
    () => ask['passage.move']({ id: passage, start: span.start, end: span.end }),
    () => ask['passage.split']({ id: passage, at: start + 5 }),
    () => ask['passage.merge']({ from: passage, into: pick(random, idsOf(reader, 'passage')) ?? 1 }),
    () => ask['link.draw'](linked),
    () => ask['link.decide']({ ...linked, decision: random() < 0.5 ? 'confirmed' : 'rejected' }),
    () => ask['link.delete']({ id: pick(random, idsOf(reader, 'link')) ?? 1 }),
    () => ask['layout.save']({ name: word, panes: [{ articleId: article, position: start }] }),
    () => ask['layout.rename']({ id: layout, name: word }),
    () => ask['layout.delete']({ id: layout }),
    () => nameSource(services, random, article, word),
    () => takeOriginal(services, article),
    () => ask['tag.create']({ name: random() < 0.5 ? word : `${word}/${word} below` }),
    () => ask['tag.set']({ id: tag, name: word, shortcut: String(1 + Math.floor(random() * 9)) }),
    () => ask['tag.set']({ id: tag, parentId: pick(random, idsOf(reader, 'tag')) ?? null }),
    () => ask['tag.delete']({ id: tag }),
    () => ask['event.create']({ title: word, date: '2024-05', evidence: [span] }),
    () => ask['event.set']({ id: event, title: word, description: word, date: random() < 0.5 ? '2023' : null }),
    () => ask['event.set']({ id: event, status: random() < 0.5 ? 'dismissed' : 'accepted' }),
    () => ask['event.tag']({ id: event, add: [tag], remove: [] }),
    () => ask['event.delete']({ ids: [event] }),
    () =>
      ask['event.edit']({ ids: idsOf(reader, 'event'), edits: { place: word, addTagIds: [tag], addActors: [word] } }),
    () => ask['event.set']({ id: event, place: word, actors: word.split(' ') }),
    () => ask['event.arrange']({ id: event, before: other }),
    () =>
      ask['event.order']({
        id: event,
        orders: [{ relation: pick(random, eventRelations) ?? 'before', eventId: other }],
      }),
    () => ask['event.resolve']({ id: event, reason: word, date: '6 May 2024' }),
    () => ask['event.unresolve']({ id: event }),
    () =>
      ask['timeline.create']({
        name: word,
        choice: random() < 0.5 ? { kind: 'all' } : { kind: 'tags', tagIds: [tag] },
      }),
    () => ask['timeline.set']({ id: timeline, name: word, choice: { kind: 'search', query: word }, lanes: 'actor' }),
    () => ask['timeline.choose']({ id: timeline, add: [event], remove: [other] }),
    () => ask['timeline.move']({ id: timeline, eventId: event, before: other === event ? null : other }),
    () => ask['timeline.delete']({ id: timeline }),
    () => ask['event.merge']({ from: event, into: pick(random, idsOf(reader, 'event')) ?? 1 }),
    () => ask['evidence.add']({ ...span, eventId: event, stance: pick(random, stances) }),
    () => ask['evidence.set']({ id: evidence?.id ?? 1, date: '5 May 2024', stance: pick(random, stances) }),
    () => ask['evidence.delete']({ id: evidence?.id ?? 1 }),
    () => ask['briefing.create']({ title: word }),
    () => ask['briefing.save']({ id: briefing, blocks: [{ kind: 'text', markdown: word }, { kind: 'sources' }] }),
    () => ask['briefing.quote']({ passageId: passage }),
    () => ask['briefing.delete']({ id: briefing }),
  ]
  return pick(random, choices)?.()
}

/** Writes a source into a text and gives one that is named there another name, or says that it is none. */
async function nameSource({ ask }: TestServices, random: Random, articleId: number, word: string): Promise<unknown> {
  const { blocks } = await ask['article.text']({ id: articleId })
  const told = `Officials told the Maris Post. ${blocks[0]?.text}`
  await ask['block.correct']({ id: blocks[0]?.id ?? 1, text: told })
  const source = pick(random, await ask['source.list']({ articleId }))
  return ask['source.set']({ articleId, found: source?.found ?? word, name: random() < 0.5 ? word : null })
}

/** Takes the text and the metadata of an article as its original is read now. */
async function takeOriginal({ ask }: TestServices, articleId: number): Promise<unknown> {
  const { version } = await ask['article.text']({ id: articleId })
  return ask['original.take']({ articleId, version, text: true, fields: ['title'] })
}

/** Runs a command; what a user could not do either is no failure. */
async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (error instanceof ExpectedError) return false
    throw error
  }
}

function untilNothing(step: () => unknown, code: string): number {
  for (let steps = 0; ; steps += 1) {
    try {
      step()
    } catch (error) {
      if (error instanceof ExpectedError && error.code === code) return steps
      throw error
    }
  }
}

const reopened = (library: Library): Library => {
  library.close()
  return openLibrary(library.path, { clock: fixedClock })
}

describe('undo', () => {
  it(`takes back and does again ${commandsPerSeed} random commands, for ${seeds} seeds`, {
    timeout: 120_000,
  }, async () => {
    let done = 0
    for (let seed = 1; seed <= seeds; seed += 1) {
      const services = testServices(temporaryLibrary())
      const random = seeded(seed)
      const empty = dump(services.library.reader)
      const texts = [1, 2, 3].map(() => extractedText(generatedText(random, 3), null, 'first.txt'))
      addArticles(services.context, texts)
      await services.ask['tag.create']({ name: 'First' })
      for (const title of ['One', 'Two']) await services.ask['event.create']({ title, date: '2024-05' })
      await services.ask['timeline.create']({ name: 'First', choice: { kind: 'all' } })
      for (let i = 0; i < commandsPerSeed; i += 1) {
        if (await attempt(() => command(services, random))) done += 1
        // Going back and forth in between changes nothing.
        if (random() < 0.05 && services.library.nextUndo()) {
          services.library.undo(fixedClock())
          services.library.redo(fixedClock())
        }
      }
      const full = dump(services.library.reader)
      const library = reopened(services.library)
      const undone = untilNothing(() => library.undo(fixedClock()), 'undo/nothing')
      expect(dump(library.reader), `undo of seed ${seed}`).toBe(empty)
      const again = reopened(library)
      expect(untilNothing(() => again.redo(fixedClock()), 'redo/nothing')).toBe(undone)
      expect(dump(again.reader), `redo of seed ${seed}`).toBe(full)
      again.unjournalled(rebuildSearchIndex)
      expect(dump(again.reader), `rebuilt index of seed ${seed}`).toBe(full)
      again.unjournalled((writer) =>
        writer.run("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)"),
      )
      again.close()
    }
    // Most commands must have done something, else the test shows nothing.
    expect(done).toBeGreaterThan((seeds * commandsPerSeed) / 2)
  })
})
