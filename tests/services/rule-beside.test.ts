import { describe, expect, it } from 'vitest'
import { addArticle } from '../support/articles'
import { type TestServices, testServices } from '../support/services'

const outlet = 'Harbour Gazette'
const long = `Also in this paper: ${'the council met again and nobody knew what it had decided about the lock and '.repeat(4)}`
const texts = [
  'The ferry stopped on Tuesday.\nComments (3)\nRead also: Ferry strike',
  'The lock reopened.\nCOMMENTS (12)\nRead also: Lock closed',
]

function withArticles() {
  const services = testServices()
  return { ...services, ids: texts.map((text) => addArticle(services.library, { text, outlet })) }
}

const shown = async ({ ask }: TestServices, id: number): Promise<string[]> =>
  (await ask['article.text']({ id })).blocks.filter((block) => !block.hidden).map((block) => block.text)

describe('a cleaning rule beside others and passages', () => {
  it('shows a long paragraph that it would hide before the other lines of its article', async () => {
    const { ask, library } = withArticles()
    addArticle(library, { text: `Short.\nThe council again\n${long}`, outlet })
    const trial = await ask['rule.try']({ outlet, compare: 'contains', text: 'the council' })
    expect(trial).toMatchObject({ blocks: 2, examples: [{ text: long, paragraph: '3' }] })
  })

  it('counts no articles in the trash', async () => {
    const { ask, ids } = withArticles()
    await ask['article.trash']({ ids: ids.slice(1) })
    const trial = await ask['rule.try']({ outlet, compare: 'is', text: 'Comments (1)' })
    expect(trial).toMatchObject({ articles: 1, touched: 1, blocks: 1 })
  })

  it('spares no line for a passage that lost its words', async () => {
    const { ask, ids } = withArticles()
    const articleId = ids[0] ?? 0
    const at = texts[0]?.indexOf('Comments') ?? 0
    await ask['passage.create']({ articleId, start: at - 9, end: at + 'Comments'.length })
    const block = (await ask['article.text']({ id: articleId })).blocks[0]
    expect(await ask['block.correct']({ id: block?.id ?? 0, text: 'The ferry stopped today and so.' })).toMatchObject({
      orphaned: 1,
    })
    expect(await ask['rule.create']({ outlet, compare: 'is', text: 'Comments (1)' })).toMatchObject({ blocks: 2 })
  })

  it('that is there is tried with another text in its own place', async () => {
    const { ask } = withArticles()
    const { id } = await ask['rule.create']({ outlet, compare: 'begins', text: 'Read also' })
    const trial = await ask['rule.try']({ outlet, compare: 'begins', text: 'Read also: Ferry', id })
    expect(trial).toMatchObject({ touched: 1, blocks: 1 })
  })

  it('that is gone leaves what it hid to another that hides it as well', async () => {
    const services = withArticles()
    const { ask, ids } = services
    const first = await ask['rule.create']({ outlet, compare: 'begins', text: 'Read also' })
    const { id } = await ask['rule.create']({ outlet, compare: 'contains', text: 'Ferry strike' })
    await ask['rule.delete']({ id: first.id })
    expect(await ask['rule.list']({})).toMatchObject([{ id, articles: 1, blocks: 1 }])
    expect(await ask['rule.delete']({ id })).toEqual({ restored: 1 })
    expect(await shown(services, ids[0] ?? 0)).toContain('Read also: Ferry strike')
  })

  it('is told of what was restored from it, though another would hide it as well', async () => {
    const { ask, ids } = withArticles()
    const other = await ask['rule.create']({ outlet, compare: 'is', text: 'Weather' })
    const { id } = await ask['rule.create']({ outlet, compare: 'begins', text: 'Read also' })
    await ask['rule.set']({ id: other.id, compare: 'contains', text: 'ferry strike' })
    const block = (await ask['article.text']({ id: ids[0] ?? 0 })).blocks[2]
    await ask['block.restore']({ ids: [block?.id ?? 0] })
    expect((await ask['rule.list']({})).map((rule) => [rule.id, rule.restored])).toEqual([
      [other.id, 0],
      [id, 1],
    ])
  })
})
