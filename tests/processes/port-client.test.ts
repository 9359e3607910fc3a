import { expect, onTestFinished, test } from 'vitest'
import type { PortRequest } from '../../src-main/contract/bridge'
import type { Notification } from '../../src-main/contract/notifications'
import { createPortClient } from '../../src-main/preload/port-client'

/** A library process as the preload sees it: it answers each call with the method's name, or keeps silent. */
function libraryPort({ silent = false } = {}) {
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => {
    port1.close()
    port2.close()
  })
  const asked: PortRequest[] = []
  const fences: unknown[] = []
  port2.onmessage = ({ data }) => {
    if ('fence' in data) return void fences.push([data, asked.length])
    const request = data as PortRequest
    asked.push(request)
    if (!silent) port2.postMessage({ id: request.id, result: { ok: true, value: request.method } })
  }
  return {
    port: port1,
    asked,
    fences,
    fence: (fence: number) => port2.postMessage({ fence }),
    tell: (notification: Notification) => port2.postMessage({ notification }),
  }
}

const clientOf = (listeners: Partial<Parameters<typeof createPortClient>[0]> = {}) =>
  createPortClient({ onNotification: () => undefined, onLeaving: () => undefined, ...listeners })

test('a call that is made while the library is being opened waits for it', async () => {
  const client = clientOf()
  const answer = client.ask('tag.list', {}, false)
  client.use(null, 'opening')
  const { port } = libraryPort()
  client.use(port, 'open')
  expect(await answer).toEqual({ ok: true, value: 'tag.list' })
})

test('without a library a call fails at once', async () => {
  const client = clientOf()
  client.use(null, 'none')
  expect(await client.ask('tag.list', {}, false)).toMatchObject({ ok: false, error: { code: 'library/not-open' } })
})

test('when the process dies, open calls end and later ones reach the next process', async () => {
  const client = clientOf()
  const dying = libraryPort({ silent: true })
  client.use(dying.port, 'open')
  const lost = client.ask('passage.create', {}, false)
  await expect.poll(() => dying.asked.length).toBe(1)
  client.use(null, 'recovering')
  expect(await lost).toMatchObject({ ok: false, error: { code: 'library/process-died' } })
  const waiting = client.ask('passage.list', {}, false)
  client.use(libraryPort().port, 'open')
  expect(await waiting).toEqual({ ok: true, value: 'passage.list' })
})

test('calls that another library’s opening overtakes end as cancelled', async () => {
  const client = clientOf()
  const first = libraryPort({ silent: true })
  client.use(first.port, 'open')
  const call = client.ask('search.query', {}, false)
  await expect.poll(() => first.asked.length).toBe(1)
  client.use(null, 'opening')
  expect(await call).toMatchObject({ ok: false, error: { code: 'call/cancelled' } })
})

test('notifications come through', async () => {
  const heard: Notification[] = []
  const client = clientOf({ onNotification: (notification) => heard.push(notification) })
  const { port, tell } = libraryPort()
  client.use(port, 'open')
  tell({ kind: 'import.progress', stageId: 3, done: 1, total: 2 })
  await expect.poll(() => heard).toEqual([{ kind: 'import.progress', stageId: 3, done: 1, total: 2 }])
})

test('a fence goes back behind what was asked', async () => {
  const client = clientOf()
  const library = libraryPort({ silent: true })
  client.use(library.port, 'open')
  void client.ask('passage.create', {}, false)
  library.fence(3)
  await expect.poll(() => library.fences).toEqual([[{ fence: 3 }, 1]])
})

test('what is asked between two libraries is not asked of the next', async () => {
  const client = clientOf()
  client.use(libraryPort().port, 'open')
  client.use(null, 'opening')
  const late = client.ask('article.set', { ids: [1], edits: { note: 'of the one before' } }, false)
  const next = libraryPort()
  client.use(next.port, 'open')
  expect(await late).toMatchObject({ ok: false, error: { code: 'call/cancelled' } })
  expect(await client.ask('tag.list', {}, false)).toMatchObject({ ok: true })
  expect(next.asked.map(({ method }) => method)).toEqual(['tag.list'])
})

test('last words reach the library that is left, before its fence goes back and before another one is opened', async () => {
  const client = clientOf({ onLeaving: () => void client.ask('setting.set', {}, false) })
  const closing = libraryPort({ silent: true })
  client.use(closing.port, 'open')
  closing.fence(1)
  await expect.poll(() => closing.fences).toEqual([[{ fence: 1 }, 1]])
  client.use(null, 'opening')
  await expect.poll(() => closing.asked.map(({ method }) => method)).toEqual(['setting.set', 'setting.set'])
})
