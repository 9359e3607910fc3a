import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../src-main/library/open'
import { addArticles } from '../../src-main/services/import-add'
import { applyRules } from '../../src-main/services/rule-apply'
import { addArticle } from '../support/articles'
import { extractedText } from '../support/generated'
import { fixedClock } from '../support/library'
import { type TestServices, testServices } from '../support/services'

const outlet = 'Harbour Gazette'
const long = `Also in this paper: ${'the council met again and nobody knew what it had decided about the lock and '.repeat(4)}`
const texts = [
  'The ferry stopped on Tuesday.\nComments (3)\nRead also: Ferry strike',
  'The lock reopened.\nCOMMENTS (12)\nRead also: Lock closed',
  'Rain fell for days.\nComments',
]

function withArticles() {
  const services = testServices()
  const ids = texts.map((text) => addArticle(services.library, { text, outlet }))
  const other = addArticle(services.library, { text: 'Another town.\nComments (9)', outlet: 'Sund Post' })
  return { ...services, ids, other }
}

const shown = async ({ ask }: TestServices, id: number): Promise<string[]> =>
  (await ask['article.text']({ id })).blocks.filter((block) => !block.hidden).map((block) => block.text)

describe('a cleaning rule', () => {
  it('shows before it is taught what it would hide, where, and what it would not', async () => {
    const services = withArticles()
    const { ask, ids } = services
    const text = 'The lock reopened.\nCOMMENTS (12)'
    await ask['passage.create']({ articleId: ids[1] ?? 0, start: text.indexOf('COMMENTS'), end: text.length })
    const trial = await ask['rule.try']({ outlet, compare: 'is', text: 'Comments (1)' })
    expect(trial).toMatchObject({ articles: 3, touched: 1, blocks: 1, longParagraphs: 0, exceptionCount: 1 })
    expect(trial.examples).toMatchObject([{ articleId: ids[0], text: 'Comments (3)', paragraph: '2' }])
    expect(trial.exceptions).toMatchObject([{ articleId: ids[1], text: 'COMMENTS (12)', why: 'passage' }])
    expect(await shown(services, ids[0] ?? 0)).toContain('Comments (3)')
  })

  it('warns where it would hide long paragraphs of the body', async () => {
    const { ask, library } = withArticles()
    addArticle(library, { text: `Short.\n${long}`, outlet })
    const trial = await ask['rule.try']({ outlet, compare: 'contains', text: 'the council' })
    expect(trial).toMatchObject({ touched: 1, longParagraphs: 1 })
  })

  it('hides in all articles of the outlet, by no other’s, and says how much', async () => {
    const services = withArticles()
    const { ask, ids, other } = services
    const rule = await ask['rule.create']({ outlet: 'harbour gazette', compare: 'begins', text: 'Read also' })
    expect(rule).toMatchObject({ articles: 2, blocks: 2, restored: 0 })
    await ask['rule.create']({ outlet, compare: 'is', text: 'Comments (1)' })
    expect(await Promise.all([...ids, other].map((id) => shown(services, id)))).toEqual([
      ['The ferry stopped on Tuesday.'],
      ['The lock reopened.'],
      ['Rain fell for days.', 'Comments'],
      ['Another town.', 'Comments (9)'],
    ])
    const { blocks, article } = await ask['article.text']({ id: ids[0] ?? 0 })
    expect(blocks[2]).toMatchObject({ hidden: true, reason: 'rule' })
    expect(article.words).toBe(5)
    const found = await ask['search.query']({ query: 'strike', limit: 5, offset: 0 })
    expect(found.total).toBe(0)
  })

  it('that is there already is not taught twice', async () => {
    const { ask } = withArticles()
    const first = await ask['rule.create']({ outlet, compare: 'is', text: 'Comments (3)' })
    const again = await ask['rule.create']({ outlet, compare: 'is', text: 'comments (44)' })
    expect(again.id).toBe(first.id)
    expect(await ask['rule.list']({})).toHaveLength(1)
  })

  it('is one operation, which undo takes back and redo does again, after a restart too', async () => {
    const services = withArticles()
    const { ask, ids, library } = services
    await ask['rule.create']({ outlet, compare: 'begins', text: 'Read also' })
    library.close()
    const again = testServices(openLibrary(library.path, { clock: fixedClock }))
    expect((await again.ask['library.undo']({})).label).toBe('rule.create')
    expect(await again.ask['rule.list']({})).toEqual([])
    expect(await shown(again, ids[0] ?? 0)).toHaveLength(3)
    await again.ask['library.redo']({})
    expect(await shown(again, ids[0] ?? 0)).toHaveLength(2)
    again.library.close()
  })

  it('hides and restores accordingly when it is edited, and restores all when it is deleted', async () => {
    const services = withArticles()
    const { ask, ids } = services
    const { id } = await ask['rule.create']({ outlet, compare: 'begins', text: 'Read also' })
    expect(await ask['rule.set']({ id, text: 'Read also: Ferry' })).toMatchObject({ blocks: 1 })
    expect(await shown(services, ids[1] ?? 0)).toContain('Read also: Lock closed')
    expect(await ask['rule.set']({ id, compare: 'contains', text: 'comments' })).toMatchObject({ blocks: 3 })
    expect(await shown(services, ids[0] ?? 0)).toContain('Read also: Ferry strike')
    expect(await ask['rule.delete']({ id })).toEqual({ restored: 3 })
    expect(await ask['rule.list']({})).toEqual([])
    expect(await Promise.all(ids.map((one) => shown(services, one)))).toEqual(texts.map((text) => text.split('\n')))
    await expect(ask['rule.delete']({ id })).rejects.toThrow('rule/not-found')
  })

  it('leaves alone what the researcher restored from it, though it is edited, until it is gone', async () => {
    const services = withArticles()
    const { ask, ids } = services
    const first = ids[0] ?? 0
    const { id } = await ask['rule.create']({ outlet, compare: 'begins', text: 'Read also' })
    const block = (await ask['article.text']({ id: first })).blocks[2]
    await ask['block.restore']({ ids: [block?.id ?? 0] })
    await ask['rule.set']({ id, compare: 'contains', text: 'read also' })
    expect(await shown(services, first)).toContain('Read also: Ferry strike')
    expect(await ask['rule.list']({})).toMatchObject([{ articles: 1, blocks: 1, restored: 1 }])
    const trial = await ask['rule.try']({ outlet, compare: 'begins', text: 'Read', id })
    expect(trial.exceptions).toMatchObject([{ text: 'Read also: Ferry strike', why: 'restored' }])
    await ask['rule.delete']({ id })
    await ask['rule.create']({ outlet, compare: 'begins', text: 'Read also' })
    expect(await shown(services, first)).not.toContain('Read also: Ferry strike')
  })

  it('does not restore what was hidden by hand, and a hand-hidden block does not come back with it', async () => {
    const services = withArticles()
    const { ask, ids } = services
    const first = ids[0] ?? 0
    const block = (await ask['article.text']({ id: first })).blocks[2]
    await ask['block.set']({ id: block?.id ?? 0, hidden: true })
    const { id } = await ask['rule.create']({ outlet, compare: 'begins', text: 'Read also' })
    await ask['rule.delete']({ id })
    const { blocks } = await ask['article.text']({ id: first })
    expect(blocks[2]).toMatchObject({ hidden: true, reason: 'researcher' })
  })

  it('goes with the outlet: an article that changes outlet is taken back and hidden anew in one step', async () => {
    const services = withArticles()
    const { ask, ids, other } = services
    await ask['rule.create']({ outlet, compare: 'begins', text: 'Read also' })
    await ask['rule.create']({ outlet: 'Sund Post', compare: 'begins', text: 'Comments' })
    const first = ids[0] ?? 0
    const [article] = await ask['article.set']({ ids: [first], edits: { outlet: 'Sund Post' } })
    expect(await shown(services, first)).toEqual(['The ferry stopped on Tuesday.', 'Read also: Ferry strike'])
    expect(article?.words).toBe(9)
    await ask['article.set']({ ids: [first, other], edits: { outlet: null } })
    expect(await shown(services, other)).toEqual(['Another town.', 'Comments (9)'])
    await ask['library.undo']({})
    await ask['library.undo']({})
    expect(await shown(services, first)).toEqual(['The ferry stopped on Tuesday.', 'Comments (3)'])
  })

  it('hides in texts that are about to be imported', async () => {
    const { ask, library } = withArticles()
    const { id } = await ask['rule.create']({ outlet, compare: 'is', text: 'Comments (3)' })
    const block = (text: string) => ({ kind: 'paragraph' as const, text, hidden: false, reason: null, line: null })
    const blocks = [block('The gate is shut.'), block('Comments (77)')]
    expect(applyRules(library.reader, 'HARBOUR Gazette', blocks)).toMatchObject([
      { hidden: false, ruleId: null },
      { hidden: true, reason: 'rule', ruleId: id },
    ])
    expect(applyRules(library.reader, null, blocks).some((one) => one.hidden)).toBe(false)
  })

  it('hides in an article that is imported later, and gives it back when it is deleted', async () => {
    const services = withArticles()
    const { ask, context } = services
    const { id } = await ask['rule.create']({ outlet, compare: 'is', text: 'Comments (3)' })
    const later = { ...extractedText('The gate is shut.\n\nComments (77)', null, 'later.txt'), edits: { outlet } }
    const [article = 0] = addArticles(context, [later]).articleIds
    expect(await shown(services, article)).toEqual(['The gate is shut.'])
    expect(await ask['rule.list']({})).toMatchObject([{ id, articles: 3, blocks: 3 }])
    await ask['rule.delete']({ id })
    expect(await shown(services, article)).toEqual(['The gate is shut.', 'Comments (77)'])
  })

  it('needs words, and a rule that is there', async () => {
    const { ask } = withArticles()
    await expect(ask['rule.create']({ outlet, compare: 'is', text: ' ' })).rejects.toThrow('rule/empty')
    expect(() => ask['rule.try']({ outlet, compare: 'contains', text: '7' })).toThrow('rule/empty')
    await expect(ask['rule.set']({ id: 7, text: 'x' })).rejects.toThrow('rule/not-found')
  })

  it('holds in every article of a large outlet, tells how far it is, and is one to undo', async () => {
    const { ask, library, notifications } = testServices()
    for (let i = 0; i < 300; i += 1) addArticle(library, { text: `Article ${i} has its own line.\nShare this`, outlet })
    const rule = await ask['rule.create']({ outlet, compare: 'is', text: 'Share this' })
    expect(rule).toMatchObject({ articles: 300, blocks: 300 })
    const far = notifications.flatMap((one) => (one.kind === 'rule.applying' ? [one.done] : []))
    expect([far.length > 2, far.at(-1), far]).toEqual([true, 300, [...far].sort((a, b) => a - b)])
    await ask['library.undo']({})
    expect(library.reader.get('SELECT sum(hidden) AS hidden FROM block')).toEqual({ hidden: 0 })
  })
})
