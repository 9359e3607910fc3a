import { describe, expect, it } from 'vitest'
import { addArticle } from '../support/articles'
import { testServices } from '../support/services'

const lines = [
  'The ferry stopped on Tuesday, the harbour office said.',
  'Nobody 🚢 told the drivers. “We waited,” one of them said.',
  'أُغلق الميناء يوم الثلاثاء.',
]
const text = lines.join('\n')

function withArticle() {
  const services = testServices()
  const articleId = addArticle(services.library, { text, outlet: 'Harbour Gazette', published: '2023-03-08' })
  const span = (words: string) => ({ articleId, start: text.indexOf(words), end: text.indexOf(words) + words.length })
  return { ...services, articleId, span }
}

describe('passages', () => {
  it('are kept with the exact words, without white space at the ends, and what stands around them', async () => {
    const { ask, articleId, span } = withArticle()
    const { start, end } = span('told the drivers.')
    const passage = await ask['passage.create']({ articleId, start: start - 1, end: end + 1, note: 'check' })
    expect(passage).toMatchObject({ quote: 'told the drivers.', start, end, note: 'check', orphaned: false })
    expect(text.slice(start, end)).toBe(passage.quote)
    expect(passage.prefix.endsWith('🚢 ')).toBe(true)
    expect(passage.suffix.startsWith(' “We waited,”')).toBe(true)
  })

  it('of the same span are one passage, which takes the tags and the note of both', async () => {
    const { ask, articleId, span } = withArticle()
    const aid = await ask['tag.create']({ name: 'Aid' })
    const first = await ask['passage.create']({ ...span('The ferry stopped'), tagIds: [aid.id] })
    const again = await ask['passage.create']({ ...span('The ferry stopped'), note: 'again' })
    expect(again).toMatchObject({ id: first.id, tagIds: [aid.id], note: 'again' })
    expect(await ask['passage.list']({ articleId })).toHaveLength(1)
  })

  it('keep the note they have where another is made for the same words', async () => {
    const { ask, span } = withArticle()
    await ask['passage.create']({ ...span('The ferry stopped'), note: 'who says so?' })
    const again = await ask['passage.create']({ ...span('The ferry stopped'), note: 'see the log' })
    expect(again.note).toBe('who says so?\n\nsee the log')
  })

  it('may overlap', async () => {
    const { ask, articleId, span } = withArticle()
    await ask['passage.create'](span('The ferry stopped on Tuesday'))
    await ask['passage.create'](span('stopped on Tuesday, the harbour'))
    expect((await ask['passage.list']({ articleId })).map((p) => p.quote)).toEqual([
      'The ferry stopped on Tuesday',
      'stopped on Tuesday, the harbour',
    ])
  })

  it('are refused outside the text, without words, and with tags that are not there', async () => {
    const { ask, articleId, span } = withArticle()
    const create = ask['passage.create']
    expect(() => create({ articleId, start: 0, end: text.length + 1 })).toThrow('passage/out-of-range')
    expect(() => create({ articleId, start: 3, end: 4 })).toThrow('passage/empty')
    expect(() => create({ ...span('The ferry'), tagIds: [99] })).toThrow('tag/not-found')
    expect(() => create({ articleId: 99, start: 0, end: 4 })).toThrow('article/not-found')
    expect(await ask['passage.list']({})).toEqual([])
  })

  it('are refused where their words were chosen in an earlier text, and so is whatever rests on them', async () => {
    const { ask, articleId, span } = withArticle()
    const { version, blocks } = await ask['article.text']({ id: articleId })
    await ask['block.correct']({ id: blocks[0]!.id, text: `Late on Tuesday: ${lines[0]}` })
    const chosen = { ...span('told the drivers.'), version }
    expect(() => ask['passage.create'](chosen)).toThrow('text/version-changed')
    expect(() => ask['passage.cite'](chosen)).toThrow('text/version-changed')
    expect(() => ask['event.create']({ title: 'Told', evidence: [chosen] })).toThrow('text/version-changed')
    const { id } = await ask['passage.create']({ articleId, start: 0, end: 4, version: version + 1 })
    expect(() => ask['passage.move']({ ...chosen, id })).toThrow('text/version-changed')
    expect(await ask['passage.list']({})).toMatchObject([{ quote: 'Late' }])
    expect(await ask['event.list']({})).toEqual([])
  })

  it('are listed with their paragraph and its words before and after', async () => {
    const { ask, span } = withArticle()
    const { id } = await ask['passage.create'](span('told the drivers.'))
    const [listed] = await ask['passage.list']({ ids: [id] })
    expect(listed).toMatchObject({
      paragraph: '2',
      before: 'Nobody 🚢 ',
      after: ' “We waited,” one of them said.',
      articleTitle: null,
      standIn: lines[0],
      outlet: 'Harbour Gazette',
      published: '2023-03-08',
    })
  })

  it('of a tag include those of its children, and are filtered by words in any case and with any marks', async () => {
    const { ask, span } = withArticle()
    const child = await ask['tag.create']({ name: 'Sea/Ferry' })
    const [parent] = await ask['tag.list']({})
    await ask['passage.create']({ ...span('The ferry stopped'), tagIds: [child.id] })
    await ask['passage.create']({ ...span('أُغلق الميناء'), tagIds: [parent!.id] })
    await ask['passage.create'](span('We waited'))
    const quotes = async (query?: string) =>
      (await ask['passage.list']({ tagId: parent!.id, ...(query ? { query } : {}) })).map((p) => p.quote)
    expect(await quotes()).toEqual(['The ferry stopped', 'أُغلق الميناء'])
    expect(await quotes('FERRY stopped')).toEqual(['The ferry stopped'])
    expect(await quotes('اغلق')).toEqual(['أُغلق الميناء'])
    expect(await quotes('submarine')).toEqual([])
  })

  it('are tagged, noted and deleted as operations of their own that undo takes back', async () => {
    const { ask, articleId, span } = withArticle()
    const tag = await ask['tag.create']({ name: 'Aid' })
    const { id } = await ask['passage.create'](span('We waited'))
    expect((await ask['passage.tag']({ id, add: [tag.id], remove: [] })).tagIds).toEqual([tag.id])
    expect((await ask['passage.tag']({ id, add: [], remove: [tag.id] })).tagIds).toEqual([])
    await ask['passage.set']({ id, note: 'who?' })
    await ask['passage.delete']({ id })
    expect(await ask['passage.list']({ articleId })).toEqual([])
    expect(() => ask['passage.set']({ id, note: '' })).toThrow('passage/not-found')
    expect((await ask['library.undo']({})).label).toBe('passage.delete')
    await ask['library.undo']({})
    await ask['library.undo']({})
    expect(await ask['passage.list']({ articleId })).toMatchObject([{ id, note: '', tagIds: [tag.id] }])
  })

  it('are found by their words and notes', async () => {
    const { ask, span } = withArticle()
    const { id } = await ask['passage.create']({ ...span('We waited'), note: 'eyewitness' })
    const found = await ask['search.query']({ query: 'eyewitness', limit: 10, offset: 0 })
    expect(found.hits).toMatchObject([{ kind: 'passage', id }])
    await ask['passage.delete']({ id })
    expect((await ask['search.query']({ query: 'eyewitness', limit: 10, offset: 0 })).total).toBe(0)
  })

  it('stay where they are when blocks before them are hidden', async () => {
    const { ask, articleId, span } = withArticle()
    const { id } = await ask['passage.create'](span('We waited'))
    const [first] = (await ask['article.text']({ id: articleId })).blocks
    await ask['block.set']({ id: first!.id, hidden: true })
    expect(await ask['passage.list']({ ids: [id] })).toMatchObject([{ ...span('We waited'), paragraph: '2' }])
  })
  it('are no evidence once they are deleted, neither of what happened nor of when', async () => {
    const { ask, span } = withArticle()
    await ask['event.create']({ title: 'Stop', evidence: [span('The ferry stopped on Tuesday')] })
    expect(await ask['event.list']({})).toMatchObject([{ edtf: '2023-03-07' }])
    const [passage] = await ask['passage.list']({})
    await ask['passage.delete']({ id: passage?.id ?? 0 })
    expect(await ask['event.list']({})).toMatchObject([{ edtf: null, evidence: [] }])
  })
})
