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

test('a call that is made while the library is being opened waits for it', async () => {
  const client = createPortClient(() => undefined)
  const answer = client.ask('tag.list', {}, false)
  client.use(null, 'opening')
  const { port } = libraryPort()
  client.use(port, 'open')
  expect(await answer).toEqual({ ok: true, value: 'tag.list' })
})

test('without a library a call fails at once', async () => {
  const client = createPortClient(() => undefined)
  client.use(null, 'none')
  expect(await client.ask('tag.list', {}, false)).toMatchObject({ ok: false, error: { code: 'library/not-open' } })
})

test('when the process dies, open calls end and later ones reach the next process', async () => {
  const client = createPortClient(() => undefined)
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
  const client = createPortClient(() => undefined)
  const first = libraryPort({ silent: true })
  client.use(first.port, 'open')
  const call = client.ask('search.query', {}, false)
  await expect.poll(() => first.asked.length).toBe(1)
  client.use(null, 'opening')
  expect(await call).toMatchObject({ ok: false, error: { code: 'call/cancelled' } })
})

test('notifications come through', async () => {
  const heard: Notification[] = []
  const client = createPortClient((notification) => heard.push(notification))
  const { port, tell } = libraryPort()
  client.use(port, 'open')
  tell({ kind: 'import.progress', stageId: 3, done: 1, total: 2 })
  await expect.poll(() => heard).toEqual([{ kind: 'import.progress', stageId: 3, done: 1, total: 2 }])
})

test('a fence goes back behind what was asked', async () => {
  const client = createPortClient(() => undefined)
  const library = libraryPort({ silent: true })
  client.use(library.port, 'open')
  void client.ask('passage.create', {}, false)
  library.fence(3)
  await expect.poll(() => library.fences).toEqual([[{ fence: 3 }, 1]])
})
