import { expect, it } from 'vitest'
import { allHandlers } from '../../src-main/services/handlers'
import { createRouter } from '../../src-main/services/router'
import { addArticle } from '../support/articles'
import { testServices } from '../support/services'

function opened() {
  const services = testServices()
  const [a = 0, b = 0] = ['A ferry was built.', 'A ferry was sold.'].map((text) =>
    addArticle(services.library, { text, language: 'en' }),
  )
  return { ...services, a, b }
}

it('a layout keeps its panes in order, one article at two places, widths with them', async () => {
  const { ask, a, b } = opened()
  const panes = [
    { articleId: b, position: 0, width: 30 },
    { articleId: a, position: 7, width: 70 },
    { articleId: b, position: 12 },
  ]
  await ask['layout.save']({ name: 'Ferries', panes })
  expect(await ask['layout.list']({})).toEqual([{ id: expect.any(Number), name: 'Ferries', panes }])
})

it('one that is kept under the same name takes its place, and undo brings it back', async () => {
  const { ask, a, b } = opened()
  const first = await ask['layout.save']({ name: 'Ferries', panes: [{ articleId: a, position: 0 }] })
  const second = await ask['layout.save']({ name: 'FERRIES', panes: [{ articleId: b, position: 3 }] })
  expect(second.id).toBe(first.id)
  expect((await ask['layout.list']({})).map(({ panes }) => panes[0]?.articleId)).toEqual([b])
  await ask['library.undo']({})
  expect((await ask['layout.list']({})).map(({ panes }) => panes[0]?.articleId)).toEqual([a])
})

it('two layouts never have one name; a deleted one gives its name free and comes back by undo', async () => {
  const { ask, a } = opened()
  const panes = [{ articleId: a, position: 0 }]
  const one = await ask['layout.save']({ name: 'One', panes })
  const two = await ask['layout.save']({ name: 'Two', panes })
  await expect(async () => ask['layout.rename']({ id: two.id, name: 'one' })).rejects.toMatchObject({
    code: 'layout/name-taken',
  })
  await ask['layout.delete']({ id: one.id })
  await ask['library.undo']({})
  await ask['library.redo']({})
  expect((await ask['layout.rename']({ id: two.id, name: 'One' })).name).toBe('One')
  await expect(async () => ask['layout.rename']({ id: one.id, name: 'Gone' })).rejects.toMatchObject({
    code: 'layout/not-found',
  })
})

it('a pane goes on at the words that it was read at when its text is corrected, and undo takes it back', async () => {
  const { ask, a, b } = opened()
  const panes = [
    { articleId: a, position: 'A ferry '.length },
    { articleId: b, position: 8, width: 40 },
    { articleId: a, position: 0 },
  ]
  await ask['layout.save']({ name: 'Ferries', panes })
  const { blocks } = await ask['article.text']({ id: a })
  await ask['block.correct']({ id: blocks[0]?.id ?? 0, text: 'Updated. A ferry was built.' })
  const positions = async () => (await ask['layout.list']({}))[0]?.panes.map(({ position }) => position)
  expect(await positions()).toEqual(['Updated. A ferry '.length, 8, 0])
  await ask['library.undo']({})
  expect((await ask['layout.list']({}))[0]?.panes).toEqual(panes)
})

it('articles in the trash are left out of their layouts until they are back', async () => {
  const { ask, a, b } = opened()
  await ask['layout.save']({
    name: 'Both',
    panes: [a, b].map((articleId) => ({ articleId, position: 0 })),
  })
  await ask['layout.save']({ name: 'Alone', panes: [{ articleId: a, position: 0 }] })
  await ask['article.trash']({ ids: [a] })
  expect((await ask['layout.list']({})).map(({ name, panes }) => [name, panes.length])).toEqual([['Both', 1]])
  await ask['library.undo']({})
  expect(await ask['layout.list']({})).toHaveLength(2)
})

it('a name of spaces is none, and spaces around a name are no part of it', async () => {
  const { context, a } = opened()
  const route = createRouter(allHandlers(context), () => undefined)
  const panes = [{ articleId: a, position: 0 }]
  expect(await route('layout.save', { name: '  ', panes }, false)).toMatchObject({ error: { code: 'call/invalid' } })
  expect(await route('layout.save', { name: ' Both ', panes }, false)).toMatchObject({ value: { name: 'Both' } })
})
