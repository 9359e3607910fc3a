import { describe, expect, it } from 'vitest'
import { tagColours } from '../../src-main/domain/tag'
import { addArticle } from '../support/articles'
import { testServices } from '../support/services'

describe('tags', () => {
  it('are made with the parents that are missing, in the colours in turn', async () => {
    const { ask } = testServices()
    const deliveries = await ask['tag.create']({ name: ' Aid /  Deliveries ' })
    const flour = await ask['tag.create']({ name: 'aid/Flour', colour: 'plum' })
    const tags = await ask['tag.list']({})
    expect(tags.map((tag) => [tag.name, tag.colour])).toEqual([
      ['Aid', tagColours[0]],
      ['Deliveries', tagColours[1]],
      ['Flour', 'plum'],
    ])
    expect(flour.parentId).toBe(deliveries.parentId)
  })

  it('that exist are returned, in any case, and nothing is written', async () => {
    const { ask } = testServices()
    const first = await ask['tag.create']({ name: 'Aid/Deliveries' })
    const again = await ask['tag.create']({ name: 'AID/deliveries' })
    expect(again).toEqual(first)
    await ask['library.undo']({})
    expect(await ask['tag.list']({})).toEqual([])
  })

  it('need a name that is free at their place', async () => {
    const { ask } = testServices()
    const aid = await ask['tag.create']({ name: 'Aid' })
    const port = await ask['tag.create']({ name: 'Port' })
    expect(() => ask['tag.create']({ name: ' / ' })).toThrow('tag/name-empty')
    expect(() => ask['tag.set']({ id: port.id, name: '' })).toThrow('tag/name-empty')
    expect(() => ask['tag.set']({ id: port.id, name: 'aid' })).toThrow('tag/name-taken')
    expect((await ask['tag.set']({ id: port.id, name: 'Aid', parentId: aid.id })).parentId).toBe(aid.id)
    expect((await ask['tag.set']({ id: aid.id, name: 'AID' })).name).toBe('AID')
  })

  it('can not be placed under themselves', async () => {
    const { ask } = testServices()
    const child = await ask['tag.create']({ name: 'Aid/Flour' })
    const aid = child.parentId!
    expect(() => ask['tag.set']({ id: aid, parentId: child.id })).toThrow('tag/cycle')
    expect(() => ask['tag.set']({ id: aid, parentId: aid })).toThrow('tag/cycle')
    expect(() => ask['tag.set']({ id: aid, name: 'Aid/Flour/Aid' })).toThrow('tag/cycle')
    expect((await ask['tag.list']({})).map((tag) => tag.parentId)).toEqual([null, aid])
  })

  it('move below the tags that a new name gives', async () => {
    const { ask } = testServices()
    const flour = await ask['tag.create']({ name: 'Flour' })
    await ask['tag.set']({ id: flour.id, name: 'Aid/Flour' })
    expect((await ask['tag.list']({})).map((tag) => tag.name)).toEqual(['Aid', 'Flour'])
  })

  it('give their shortcut to the tag that asks for it', async () => {
    const { ask } = testServices()
    const aid = await ask['tag.create']({ name: 'Aid' })
    const port = await ask['tag.create']({ name: 'Port' })
    await ask['tag.set']({ id: aid.id, shortcut: '1' })
    await ask['tag.set']({ id: port.id, shortcut: '1', description: 'Harbours' })
    expect((await ask['tag.list']({})).map((tag) => [tag.name, tag.shortcut])).toEqual([
      ['Aid', null],
      ['Port', '1'],
    ])
  })

  it('count live passages and articles of their own', async () => {
    const { ask, library } = testServices()
    const articleId = addArticle(library, { text: 'The ferry stopped.\nIt stayed.' })
    const other = addArticle(library, { text: 'Another.' })
    const tag = await ask['tag.create']({ name: 'Sea' })
    await ask['article.tag']({ ids: [articleId, other], add: [tag.id], remove: [] })
    await ask['passage.create']({ articleId, start: 0, end: 9, tagIds: [tag.id] })
    expect(await ask['tag.list']({})).toMatchObject([{ passages: 1, articles: 2 }])
    await ask['article.trash']({ ids: [articleId] })
    expect(await ask['tag.list']({})).toMatchObject([{ passages: 0, articles: 1 }])
  })

  it('are deleted with their children from what carries them, and come back whole', async () => {
    const { ask, library } = testServices()
    const articleId = addArticle(library, { text: 'The ferry stopped.' })
    const child = await ask['tag.create']({ name: 'Sea/Ferry' })
    const passage = await ask['passage.create']({ articleId, start: 0, end: 9, tagIds: [child.id] })
    await ask['tag.delete']({ id: child.parentId! })
    expect(await ask['tag.list']({})).toEqual([])
    expect(await ask['passage.list']({ ids: [passage.id] })).toMatchObject([{ tagIds: [] }])
    await ask['tag.create']({ name: 'Sea' })
    await ask['library.undo']({})
    await ask['library.undo']({})
    expect((await ask['tag.list']({})).map((tag) => [tag.name, tag.passages])).toEqual([
      ['Sea', 0],
      ['Ferry', 1],
    ])
  })
})
