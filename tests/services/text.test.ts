import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../src-main/library/open'
import { addArticles } from '../../src-main/services/import-add'
import { addArticle } from '../support/articles'
import { extractedText } from '../support/generated'
import { fixedClock } from '../support/library'
import { type TestServices, testServices } from '../support/services'

const lines = [
  'The harbour closed on 7 May 2024, the mayor said.',
  'The mayor said the harbour had closed too late.',
  'Divers found nothing on 9 May 2024.',
  'Nobody was hurt.',
]
const text = lines.join('\n')

function withArticle() {
  const services = testServices()
  const articleId = addArticle(services.library, { text, outlet: 'Sund Post', published: '2024-05-10' })
  const span = (words: string) => ({ articleId, start: text.indexOf(words), end: text.indexOf(words) + words.length })
  return { ...services, articleId, span }
}

const read = ({ ask }: TestServices, articleId: number) => ask['article.text']({ id: articleId })
const labelled = async (services: TestServices, articleId: number) =>
  (await read(services, articleId)).blocks.map((block) => [block.label, block.text])
const blockId = async (services: TestServices, articleId: number, index: number): Promise<number> =>
  (await read(services, articleId)).blocks[index]?.id ?? 0

describe('a correction', () => {
  it('gives a paragraph its new wording, keeps all numbers, and is found by search', async () => {
    const services = withArticle()
    const { ask, articleId } = services
    const corrected = await ask['block.correct']({
      id: await blockId(services, articleId, 1),
      text: ' The mayor said the quay\n had closed too late. ',
    })
    expect(corrected).toMatchObject({ version: 2, kept: 0, orphaned: 0 })
    expect(await labelled(services, articleId)).toEqual([
      ['1', lines[0]],
      ['2', 'The mayor said the quay had closed too late.'],
      ['3', lines[2]],
      ['4', lines[3]],
    ])
    expect((await read(services, articleId)).blocks[1]?.id).toBe(corrected.blockId)
    const hits = async (query: string) => (await ask['search.query']({ query, limit: 5, offset: 0 })).total
    expect([await hits('quay'), await hits('"harbour had"')]).toEqual([1, 0])
  })

  it('moves passages, their tags and notes with their words', async () => {
    const services = withArticle()
    const { ask, articleId, span } = services
    const tag = await ask['tag.create']({ name: 'Divers' })
    const below = await ask['passage.create']({ ...span('Divers found nothing'), tagIds: [tag.id], note: 'who?' })
    const inside = await ask['passage.create'](span('too late'))
    const id = await blockId(services, articleId, 1)
    expect(
      await ask['block.correct']({ id, text: 'She said the harbour had been closed far too late.' }),
    ).toMatchObject({
      kept: 2,
      orphaned: 0,
    })
    const now = await read(services, articleId)
    const whole = now.blocks.map((block) => block.text).join('\n')
    for (const passage of now.passages) expect(whole.slice(passage.start, passage.end)).toBe(passage.quote)
    expect(now.passages).toMatchObject([
      { id: inside.id, orphaned: false },
      { id: below.id, orphaned: false, tagIds: [tag.id], note: 'who?' },
    ])
    expect(await ask['passage.list']({ ids: [below.id] })).toMatchObject([{ paragraph: '3' }])
  })

  it('orphans a passage whose words are gone, says so everywhere, and finds it again when they are back', async () => {
    const services = withArticle()
    const { ask, articleId, span } = services
    const { id } = await ask['passage.create'](span('harbour had closed'))
    const event = await ask['event.create']({ title: 'Closing', evidence: [span('harbour had closed')] })
    const briefing = await ask['briefing.quote']({ passageId: id })
    const second = await blockId(services, articleId, 1)
    expect(await ask['block.correct']({ id: second, text: 'The mayor was silent.' })).toMatchObject({ orphaned: 1 })
    const [listed] = await ask['passage.list']({ articleId })
    expect(listed).toMatchObject({ id, orphaned: true, quote: 'harbour had closed', paragraph: null, before: '' })
    expect((await read(services, articleId)).passages).toMatchObject([{ id, orphaned: true }])
    const [told] = await ask['event.list']({})
    expect(told).toMatchObject({ id: event.id, evidence: [{ passage: { id, orphaned: true } }] })
    const found = await ask['search.query']({ query: '"harbour had closed"', limit: 5, offset: 0 })
    expect(found.hits).toMatchObject([{ kind: 'passage', id, articleId, start: null }])
    const note = await ask['briefing.render']({ id: briefing.id })
    expect(note.stale).toEqual([{ passageId: id, quote: 'harbour had closed' }])
    await ask['block.correct']({ id: await blockId(services, articleId, 1), text: 'He said the harbour had closed.' })
    expect((await read(services, articleId)).passages).toMatchObject([{ id, orphaned: false }])
  })

  it('leaves a passage its place, though a lost one with the same words is before it', async () => {
    const services = withArticle()
    const { ask, articleId, span } = services
    const correct = async (index: number, wording: string) =>
      ask['block.correct']({ id: await blockId(services, articleId, index), text: wording })
    const words = 'harbour had closed'
    const lost = await ask['passage.create'](span(words))
    await correct(1, 'The mayor was silent.')
    await correct(3, `x ${words} x, x ${words} x`)
    const now = (await read(services, articleId)).blocks.map((block) => block.text).join('\n')
    const start = now.lastIndexOf(words)
    const later = await ask['passage.create']({ articleId, start, end: start + words.length })
    await correct(3, `Once more the ${words}!`)
    const { passages } = await read(services, articleId)
    expect(new Map(passages.map(({ id, orphaned }) => [id, orphaned]))).toEqual(
      new Map([
        [lost.id, true],
        [later.id, false],
      ]),
    )
  })

  it('keeps the place up to which the article was read', async () => {
    const services = withArticle()
    const { ask, articleId } = services
    await ask['position.set']({ articleId, start: text.indexOf('found nothing') })
    await ask['block.correct']({ id: await blockId(services, articleId, 0), text: 'The harbour was shut.' })
    const { blocks, position } = await read(services, articleId)
    const now = blocks.map((block) => block.text).join('\n')
    expect(now.slice(position)).toMatch(/^found nothing/)
  })

  it('keeps the lines of a paragraph that has several', async () => {
    const services = testServices()
    const poem = extractedText('The tide comes in\nthe tide goes out', null, 'poem.txt')
    const [articleId = 0] = addArticles(services.context, [poem]).articleIds
    const id = await blockId(services, articleId, 0)
    await services.ask['block.correct']({ id, text: 'The tide comes in,\nthe tide goes out. ' })
    expect(await labelled(services, articleId)).toEqual([['1', 'The tide comes in,\nthe tide goes out.']])
  })

  it('of the date beside a passage changes what the passage says as evidence', async () => {
    const services = withArticle()
    const { ask, articleId, span } = services
    await ask['event.create']({ title: 'Closing', evidence: [span('The harbour closed')] })
    expect(await ask['event.list']({})).toMatchObject([{ edtf: '2024-05-07' }])
    await ask['block.correct']({
      id: await blockId(services, articleId, 0),
      text: 'The harbour closed on 8 May 2024, the mayor said.',
    })
    expect(await ask['event.list']({})).toMatchObject([
      { edtf: '2024-05-08', evidence: [{ asserted: '8 May 2024', passage: { orphaned: false } }] },
    ])
  })

  it('of a date changes what the evidence says, and keeps what was decided of other dates', async () => {
    const services = withArticle()
    const { ask, articleId, span } = services
    await ask['event.create']({ title: 'Closing', evidence: [span('The harbour closed on 7 May 2024')] })
    const [divers] = (await ask['suggestion.list']({})).filter((one) => one.edtf === '2024-05-09')
    await ask['suggestion.dismiss']({ ids: divers?.items.map((item) => item.id) ?? [] })
    await ask['block.correct']({
      id: await blockId(services, articleId, 0),
      text: 'The harbour closed on 8 May 2024, as the mayor of Sund said.',
    })
    expect(await ask['suggestion.list']({})).toMatchObject([{ edtf: '2024-05-08' }])
    const [event] = await ask['event.list']({})
    // Its words are gone, so the event keeps the date of what it was made from.
    expect(event).toMatchObject({ edtf: '2024-05-07', evidence: [{ passage: { orphaned: true } }] })
    await ask['library.undo']({})
    expect(await ask['suggestion.list']({})).toEqual([])
  })

  it('is one operation that undo takes back and redo does again, after a restart too', async () => {
    const services = withArticle()
    const { ask, articleId, span, library } = services
    const { id } = await ask['passage.create'](span('Divers found'))
    const before = await read(services, articleId)
    await ask['block.correct']({ id: await blockId(services, articleId, 0), text: 'The harbour was shut.' })
    const after = await read(services, articleId)
    library.close()
    const again = testServices(openLibrary(library.path, { clock: fixedClock }))
    expect((await again.ask['library.undo']({})).label).toBe('block.correct')
    expect(await read(again, articleId)).toEqual(before)
    expect(await again.ask['search.query']({ query: 'shut', limit: 5, offset: 0 })).toMatchObject({ total: 0 })
    await again.ask['library.redo']({})
    expect(await read(again, articleId)).toEqual(after)
    expect(await again.ask['passage.list']({ ids: [id] })).toMatchObject([{ orphaned: false, paragraph: '3' }])
    again.library.close()
  })

  it('is refused without words, without a change, and on a text that has changed since', async () => {
    const services = withArticle()
    const { ask, articleId } = services
    const id = await blockId(services, articleId, 0)
    expect(() => ask['block.correct']({ id, text: ' \n ' })).toThrow('text/empty')
    expect(() => ask['block.correct']({ id, text: lines[0] ?? '' })).toThrow('text/unchanged')
    expect(() => ask['block.correct']({ id: 999, text: 'x' })).toThrow('block/not-found')
    await ask['block.correct']({ id, text: 'x' })
    for (const late of [
      () => ask['block.correct']({ id, text: 'y' }),
      () => ask['block.set']({ id, hidden: true }),
      () => ask['block.split']({ id, at: 3 }),
    ]) {
      expect(late).toThrow('text/version-changed')
    }
    expect((await read(services, articleId)).version).toBe(2)
  })

  it('of an article without a title gives it another name', async () => {
    const services = withArticle()
    const { ask, articleId } = services
    await ask['block.correct']({
      id: await blockId(services, articleId, 0),
      text: 'The quay closed early on that day.',
    })
    const { article } = await read(services, articleId)
    expect(article).toMatchObject({ standIn: 'The quay closed early on that day.', words: 26 })
  })
})

describe('merging and splitting', () => {
  it('keep the numbers of all other paragraphs: a split gives “2a”, a merge the number of the first', async () => {
    const services = withArticle()
    const { ask, articleId } = services
    const split = await ask['block.split']({ id: await blockId(services, articleId, 1), at: 'The mayor said'.length })
    expect(await labelled(services, articleId)).toEqual([
      ['1', lines[0]],
      ['2', 'The mayor said'],
      ['2a', 'the harbour had closed too late.'],
      ['3', lines[2]],
      ['4', lines[3]],
    ])
    expect(split.blockId).toBe(await blockId(services, articleId, 1))
    const ids = (await read(services, articleId)).blocks.map((block) => block.id)
    await ask['block.merge']({ ids: [ids[2] ?? 0, ids[1] ?? 0] })
    await ask['block.merge']({
      ids: [await blockId(services, articleId, 2), await blockId(services, articleId, 3)],
    })
    expect(await labelled(services, articleId)).toEqual([
      ['1', lines[0]],
      ['2', lines[1]],
      ['3', `${lines[2]} ${lines[3]}`],
    ])
  })

  it('keep passages with their tags, also one that lies across the border', async () => {
    const services = withArticle()
    const { ask, articleId, span } = services
    const tag = await ask['tag.create']({ name: 'Harbour' })
    const words = 'too late.\nDivers'
    await ask['passage.create']({ ...span('closed too'), tagIds: [tag.id] })
    await ask['passage.create']({ ...span(words), tagIds: [tag.id] })
    await ask['passage.create']({ ...span('Nobody'), tagIds: [tag.id] })
    const ids = (await read(services, articleId)).blocks.map((block) => block.id)
    expect(await ask['block.merge']({ ids: [ids[1] ?? 0, ids[2] ?? 0] })).toMatchObject({ kept: 3, orphaned: 0 })
    const listed = async () =>
      (await ask['passage.list']({ tagId: tag.id })).map(({ quote, paragraph, orphaned }) => [
        quote,
        paragraph,
        orphaned,
      ])
    expect(await listed()).toEqual([
      ['closed too', '2', false],
      ['too late. Divers', '2', false],
      ['Nobody', '4', false],
    ])
    await ask['block.split']({ id: await blockId(services, articleId, 1), at: (lines[1] ?? '').length })
    expect(await listed()).toEqual([
      ['closed too', '2', false],
      ['too late.\nDivers', '2', false],
      ['Nobody', '4', false],
    ])
    await ask['library.undo']({})
    await ask['library.undo']({})
    expect(await listed()).toEqual([
      ['closed too', '2', false],
      [words, '2', false],
      ['Nobody', '4', false],
    ])
  })

  it('join what a hidden line parts, which then follows', async () => {
    const services = withArticle()
    const { ask, articleId } = services
    const ids = (await read(services, articleId)).blocks.map((block) => block.id)
    await ask['block.set']({ id: ids[1] ?? 0, hidden: true })
    await ask['block.merge']({ ids: [ids[0] ?? 0, ids[2] ?? 0] })
    expect(await labelled(services, articleId)).toEqual([
      ['1', `${lines[0]} ${lines[2]}`],
      [null, lines[1]],
      ['4', lines[3]],
    ])
  })

  it('are refused where there is nothing to join or to part', async () => {
    const services = withArticle()
    const { ask, articleId, library } = services
    const other = addArticle(library, { text: 'Elsewhere.' })
    const ids = (await read(services, articleId)).blocks.map((block) => block.id)
    const elsewhere = await blockId(services, other, 0)
    const first = ids[0] ?? 0
    for (const pair of [
      [first, ids[2] ?? 0],
      [first, first],
      [first, elsewhere],
    ] as [number, number][]) {
      expect(() => ask['block.merge']({ ids: pair })).toThrow('block/not-adjacent')
    }
    expect(() => ask['block.split']({ id: first, at: 0 })).toThrow('text/empty')
    expect(() => ask['block.split']({ id: first, at: 9999 })).toThrow('text/empty')
  })
})

describe('the history of a text', () => {
  it('tells of each version, and what a paragraph said before', async () => {
    const services = withArticle()
    const { ask, articleId } = services
    expect(await ask['text.history']({ articleId })).toMatchObject({
      versions: [{ version: 1, cause: 'import' }],
      changed: [],
    })
    await ask['block.correct']({ id: await blockId(services, articleId, 1), text: 'The mayor was silent.' })
    await ask['block.correct']({ id: await blockId(services, articleId, 1), text: 'The mayor was loud.' })
    const ids = (await read(services, articleId)).blocks.map((block) => block.id)
    await ask['block.merge']({ ids: [ids[2] ?? 0, ids[3] ?? 0] })
    const history = await ask['text.history']({ articleId })
    expect(history.versions.map(({ version, cause }) => [version, cause])).toEqual([
      [1, 'import'],
      [2, 'correction'],
      [3, 'correction'],
      [4, 'merge'],
    ])
    expect(history.changed).toMatchObject([
      {
        blockId: await blockId(services, articleId, 1),
        earlier: [
          { version: 2, text: 'The mayor was silent.', cause: 'correction' },
          { version: 1, text: lines[1], cause: 'correction' },
        ],
      },
      { blockId: await blockId(services, articleId, 2), earlier: [{ version: 3, text: `${lines[2]}\n${lines[3]}` }] },
    ])
    await ask['library.undo']({})
    expect((await ask['text.history']({ articleId })).versions).toHaveLength(3)
  })

  it('tells of both halves of a split what they were', async () => {
    const services = withArticle()
    const { ask, articleId } = services
    await ask['block.split']({ id: await blockId(services, articleId, 0), at: 'The harbour closed'.length })
    const { changed } = await ask['text.history']({ articleId })
    expect(changed.map(({ earlier }) => earlier.map((one) => one.text))).toEqual([[lines[0]], [lines[0]]])
  })
  it('tells of a paragraph joined over a hidden line what both parts were', async () => {
    const services = withArticle()
    const { ask, articleId } = services
    const ids = (await read(services, articleId)).blocks.map((block) => block.id)
    await ask['block.set']({ id: ids[1] ?? 0, hidden: true })
    await ask['block.merge']({ ids: [ids[0] ?? 0, ids[2] ?? 0] })
    const { changed } = await ask['text.history']({ articleId })
    expect(changed.map(({ earlier }) => earlier.map((one) => one.text))).toEqual([[`${lines[0]}\n${lines[2]}`]])
  })
})
