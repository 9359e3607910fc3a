import { describe, expect, it } from 'vitest'
import { addArticle } from '../support/articles'
import { testServices } from '../support/services'

const lines = [
  'The ferry 🚢 stopped on 7 March 2023, the harbour office said. Nobody told the drivers.',
  'It ran again on 9 March 2023. “We waited,” one of them said.',
  'The bridge was open all week.',
  'A third boat is to come in the summer.',
]
const text = lines.join('\n')

function withArticle() {
  const services = testServices()
  const { ask } = services
  const articleId = addArticle(services.library, {
    text,
    outlet: 'Harbour Gazette',
    published: '2023-03-10',
    language: 'en',
  })
  const place = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const span = (words: string) => ({ articleId, ...place(words) })
  const passage = (words: string, tagIds: number[] = [], note?: string) =>
    ask['passage.create']({ ...span(words), tagIds, ...(note === undefined ? {} : { note }) })
  const quotes = async () => (await ask['passage.list']({ articleId })).map((one) => one.quote)
  const tag = async (name: string) => (await ask['tag.create']({ name })).id
  /** Changes a paragraph so that it says something else. */
  const correct = async (index: number, wording: string) => {
    const block = (await ask['article.text']({ id: articleId })).blocks[index]
    await ask['block.correct']({ id: block?.id ?? 0, text: wording })
  }
  const search = async (query: string) =>
    (await ask['search.query']({ query, limit: 20, offset: 0 })).hits.filter((hit) => hit.kind === 'passage')
  return { ...services, articleId, place, span, passage, quotes, tag, correct, search }
}

describe('a passage that is put on more or fewer words', () => {
  it('keeps tags and note, and is found by its new words alone', async () => {
    const { ask, place, passage, tag, search } = withArticle()
    const aid = await tag('Aid')
    const { id } = await passage('Nobody told the drivers.', [aid], 'check')
    const moved = await ask['passage.move']({ id, ...place('harbour office said. Nobody ') })
    expect(moved).toMatchObject({
      id,
      quote: 'harbour office said. Nobody',
      tagIds: [aid],
      note: 'check',
      orphaned: false,
    })
    expect(moved.suffix.startsWith(' told the drivers')).toBe(true)
    expect(await search('harbour')).toMatchObject([{ id }])
    expect(await search('drivers')).toEqual([])
    expect((await ask['library.undo']({})).label).toBe('passage.move')
    expect(await ask['passage.list']({})).toMatchObject([{ id, quote: 'Nobody told the drivers.' }])
    expect(await search('drivers')).toMatchObject([{ id }])
  })

  it('gives its events the date of the words that it has now, and keeps one that was typed', async () => {
    const { ask, place, span } = withArticle()
    const event = await ask['event.create']({ title: 'Stop', evidence: [span('The ferry 🚢 stopped on 7 March 2023')] })
    const id = event.evidence[0]?.passage.id ?? 0
    await ask['passage.move']({ id, ...place('The ferry 🚢 stopped') })
    expect(await ask['event.list']({})).toMatchObject([{ edtf: '2023-03-07' }])
    await ask['passage.move']({ id, ...place('It ran again on 9 March 2023') })
    expect(await ask['event.list']({})).toMatchObject([
      { edtf: '2023-03-09', evidence: [{ asserted: '9 March 2023' }] },
    ])
    await ask['evidence.set']({ id: event.evidence[0]?.id ?? 0, date: '8 March 2023' })
    await ask['passage.move']({ id, ...place('The ferry 🚢 stopped on 7 March 2023') })
    expect(await ask['event.list']({})).toMatchObject([{ edtf: '2023-03-08' }])
  })

  it('is no operation where nothing changes', async () => {
    const { ask, place, passage } = withArticle()
    const { id } = await passage('We waited')
    await ask['passage.move']({ id, ...place('We waited') })
    expect((await ask['library.info']({})).undo?.label).toBe('passage.create')
  })

  it('is refused words of another passage, none, and some outside of the text', async () => {
    const { ask, place, passage, quotes } = withArticle()
    const { id } = await passage('We waited')
    await passage('one of them')
    const move = ask['passage.move']
    expect(() => move({ id, ...place('one of them') })).toThrow('passage/span-taken')
    expect(() => move({ id, start: 3, end: 4 })).toThrow('passage/empty')
    expect(() => move({ id, start: 3, end: text.length + 1 })).toThrow('passage/out-of-range')
    expect(() => move({ id: 99, start: 3, end: 9 })).toThrow('passage/not-found')
    expect(await quotes()).toEqual(['We waited', 'one of them'])
  })
})

describe('a passage that is split', () => {
  it('becomes two with the tags and the note of the one, without the white space between', async () => {
    const { ask, place, passage, tag, search } = withArticle()
    const aid = await tag('Aid')
    const { id } = await passage('Nobody told the drivers.', [aid], 'check')
    const { first, second } = await ask['passage.split']({ id, at: place('told the').start })
    expect(first).toMatchObject({ id, quote: 'Nobody', tagIds: [aid], note: 'check' })
    expect(second).toMatchObject({ quote: 'told the drivers.', tagIds: [aid], note: 'check' })
    expect(await search('drivers')).toMatchObject([{ id: second.id }])
    await ask['library.undo']({})
    expect(await ask['passage.list']({})).toMatchObject([{ id, quote: 'Nobody told the drivers.' }])
    await ask['library.redo']({})
    expect((await ask['passage.list']({})).map((one) => one.quote)).toEqual(['Nobody', 'told the drivers.'])
  })

  it('is not split at a place that was read from another text', async () => {
    const { ask, place, passage, correct, quotes } = withArticle()
    const { id } = await passage('Nobody told the drivers.')
    const at = place('told the').start
    await correct(0, `Updated. ${text.split('\n')[0]}`)
    expect(() => ask['passage.split']({ id, at, version: 1 })).toThrow('text/version-changed')
    expect(await quotes()).toEqual(['Nobody told the drivers.'])
    await ask['passage.split']({ id, at: at + 'Updated. '.length, version: 2 })
    expect(await quotes()).toEqual(['Nobody', 'told the drivers.'])
  })

  it('is evidence in both parts; the date stays with the part that has it', async () => {
    const { ask, span } = withArticle()
    const whole = { ...span('The ferry'), end: text.indexOf('9 March 2023') + 12 }
    const event = await ask['event.create']({ title: 'Stop', evidence: [whole] })
    expect(event).toMatchObject({ edtf: '2023-03-07' })
    const id = event.evidence[0]?.passage.id ?? 0
    await ask['passage.split']({ id, at: text.indexOf('It ran') })
    const [split] = await ask['event.list']({})
    expect(split).toMatchObject({ edtf: '2023-03-07', state: { kind: 'single-source', conflicts: [] } })
    expect(split?.evidence.map((one) => [one.passage.quote.slice(0, 9), one.edtf])).toEqual([
      ['The ferry', '2023-03-07'],
      ['It ran ag', null],
    ])
  })

  it('is quoted in both parts where notes quote it', async () => {
    const { ask, place, passage } = withArticle()
    const { id } = await passage('Nobody told the drivers.')
    const briefing = await ask['briefing.quote']({ passageId: id })
    await ask['briefing.save']({
      id: briefing.id,
      blocks: [...briefing.blocks, { kind: 'text', markdown: `So [@${id}].` }],
    })
    const { second } = await ask['passage.split']({ id, at: place('told the').start })
    const { blocks } = await ask['briefing.get']({ id: briefing.id })
    expect(blocks.find((block) => block.kind === 'quotes')).toMatchObject({ passageIds: [id, second.id] })
    expect(blocks.at(-1)).toMatchObject({ markdown: `So [@${id}][@${second.id}].` })
    expect((await ask['briefing.render']({ id: briefing.id })).quotes).toBe(2)
  })

  it('is not split at its ends, into another passage, or inside a sign', async () => {
    const { ask, place, passage, correct, quotes } = withArticle()
    const { id, start, end } = await passage('ferry 🚢 stopped')
    await passage('ferry')
    const split = ask['passage.split']
    expect(() => split({ id, at: start })).toThrow('passage/empty')
    expect(() => split({ id, at: end })).toThrow('passage/empty')
    expect(() => split({ id, at: start + 6 })).toThrow('passage/span-taken')
    const sign = await passage('The ferry 🚢')
    const { first, second } = await split({ id: sign.id, at: place('🚢').start + 1 })
    expect([first.quote, second.quote]).toEqual(['The ferry', '🚢'])
    expect(await quotes()).toEqual(['The ferry', 'ferry', 'ferry 🚢 stopped', '🚢'])
    await correct(0, 'Nothing is left of it.')
    expect(() => split({ id, at: start + 8 })).toThrow('passage/orphaned')
  })
})

describe('two passages that are joined', () => {
  it('become one with the tags, the notes and the words of both', async () => {
    const { ask, passage, tag, search } = withArticle()
    const [aid, sea] = [await tag('Aid'), await tag('Sea')]
    const first = await passage('the harbour office said.', [aid], 'who?')
    const second = await passage('told the drivers.', [aid, sea], 'ask them')
    const joined = await ask['passage.merge']({ from: second.id, into: first.id })
    expect(joined).toMatchObject({
      id: first.id,
      quote: 'the harbour office said. Nobody told the drivers.',
      tagIds: [aid, sea],
      note: 'who?\n\nask them',
    })
    expect(await ask['passage.list']({})).toHaveLength(1)
    expect(await search('ask')).toMatchObject([{ id: first.id }])
    await ask['library.undo']({})
    expect(await ask['passage.list']({})).toMatchObject([
      { id: first.id, tagIds: [aid], note: 'who?' },
      { id: second.id, tagIds: [aid, sea], note: 'ask them' },
    ])
    await ask['library.redo']({})
    expect(await ask['passage.list']({})).toMatchObject([{ id: first.id, note: 'who?\n\nask them' }])
  })

  it('are evidence of what either was, of one event once, with the date', async () => {
    const { ask, span } = withArticle()
    const stop = await ask['event.create']({ title: 'Stop', evidence: [span('The ferry 🚢 stopped on 7 March 2023')] })
    await ask['evidence.add']({ ...span('Nobody told'), eventId: stop.id, stance: 'mentions' })
    await ask['event.create']({ title: 'Silence', evidence: [span('Nobody told')] })
    const [first, second] = await ask['passage.list']({})
    await ask['passage.merge']({ from: first?.id ?? 0, into: second?.id ?? 0 })
    const events = await ask['event.list']({})
    expect(events.find((event) => event.id === stop.id)).toMatchObject({
      edtf: '2023-03-07',
      evidence: [{ stance: 'supports', edtf: '2023-03-07', passage: { id: second?.id } }],
    })
    expect(events.find((event) => event.title === 'Silence')?.evidence).toMatchObject([{ passage: { id: second?.id } }])
    await ask['library.undo']({})
    expect((await ask['event.list']({})).find((event) => event.id === stop.id)?.evidence).toHaveLength(2)
  })

  it('are quoted as one where notes quote either', async () => {
    const { ask, passage } = withArticle()
    const first = await passage('Nobody told')
    const second = await passage('told the drivers.')
    const briefing = await ask['briefing.quote']({ passageId: first.id })
    await ask['briefing.quote']({ passageId: second.id })
    const { blocks } = await ask['briefing.get']({ id: briefing.id })
    const markdown = `Both [@${first.id}][@${second.id}], [@${second.id}].`
    await ask['briefing.save']({ id: briefing.id, blocks: [...blocks, { kind: 'text', markdown }] })
    await ask['passage.merge']({ from: second.id, into: first.id })
    const merged = await ask['briefing.get']({ id: briefing.id })
    expect(merged.blocks.find((block) => block.kind === 'quotes')).toMatchObject({ passageIds: [first.id] })
    expect(merged.blocks.at(-1)).toMatchObject({ markdown: `Both [@${first.id}], [@${first.id}].` })
    expect((await ask['briefing.render']({ id: briefing.id })).stale).toEqual([])
  })

  it('may stand in paragraphs that follow each other, not further apart or with unseen words between', async () => {
    const { ask, articleId, passage, quotes } = withArticle()
    const first = await passage('Nobody told the drivers.')
    const second = await passage('We waited')
    const third = await passage('The bridge was open all week.')
    const fourth = await passage('A third boat')
    expect(() => ask['passage.merge']({ from: third.id, into: first.id })).toThrow('passage/not-adjacent')
    await ask['passage.merge']({ from: second.id, into: first.id })
    expect(await quotes()).toEqual([
      'Nobody told the drivers.\nIt ran again on 9 March 2023. “We waited',
      'The bridge was open all week.',
      'A third boat',
    ])
    const hidden = (await ask['article.text']({ id: articleId })).blocks[2]
    await ask['passage.delete']({ id: third.id })
    await ask['block.set']({ id: hidden?.id ?? 0, hidden: true })
    expect(() => ask['passage.merge']({ from: fourth.id, into: first.id })).toThrow('passage/not-adjacent')
  })

  it('join one whose words are gone to one that holds, whichever is kept', async () => {
    const { ask, passage, tag, correct, quotes } = withArticle()
    const sea = await tag('Sea')
    const lost = await passage('Nobody told the drivers.', [sea], 'old note')
    const held = await passage('A third boat')
    const [again, other] = [await passage('one of them'), await passage('We waited')]
    await correct(1, 'It ran again.')
    expect(() => ask['passage.merge']({ from: other.id, into: again.id })).toThrow('passage/orphaned')
    await correct(0, 'The ferry stopped.')
    expect(await ask['passage.merge']({ from: held.id, into: lost.id })).toMatchObject({
      id: lost.id,
      quote: 'A third boat',
      orphaned: false,
      tagIds: [sea],
      note: 'old note',
    })
    expect((await quotes()).filter((quote) => quote === 'A third boat')).toHaveLength(1)
  })
})

describe('a passage whose words are gone', () => {
  it('is put on other words by hand, and counts for its events again', async () => {
    const { ask, span, correct } = withArticle()
    await ask['event.create']({ title: 'Stop', evidence: [span('The ferry 🚢 stopped on 7 March 2023')] })
    const [passage] = await ask['passage.list']({})
    await correct(0, 'On 6 March 2023 the ferry did not sail.')
    expect(await ask['event.list']({})).toMatchObject([{ edtf: '2023-03-07', state: { orphaned: 1 } }])
    const found = await ask['passage.move']({ id: passage?.id ?? 0, start: 0, end: 23 })
    expect(found).toMatchObject({ quote: 'On 6 March 2023 the fer', orphaned: false })
    expect(await ask['event.list']({})).toMatchObject([{ edtf: '2023-03-06', state: { orphaned: 0, articles: 1 } }])
    expect((await ask['library.undo']({})).label).toBe('passage.reanchor')
    expect(await ask['passage.list']({})).toMatchObject([
      { orphaned: true, quote: 'The ferry 🚢 stopped on 7 March 2023' },
    ])
  })
})
