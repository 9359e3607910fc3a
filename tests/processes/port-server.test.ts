import { expect, test } from 'vitest'
import type { Notification } from '../../src-main/contract/notifications'
import { ok, type Result } from '../../src-main/domain/result'
import { createPortServer } from '../../src-main/processes/port-server'
import { connectedPorts, inbox } from './ports'

type Asked = { method: string; input: unknown; trusted: boolean }

function serverThatNotes() {
  const asked: Asked[] = []
  const route = async (method: string, input: unknown, trusted: boolean): Promise<Result<unknown>> => {
    asked.push({ method, input, trusted })
    return ok(method)
  }
  return { server: createPortServer(route), asked }
}

test('each window gets the answers to its own calls', async () => {
  const { server } = serverThatNotes()
  const [first, second] = [connectedPorts(), connectedPorts()]
  server.add(first.here)
  server.add(second.here)
  const [atFirst, atSecond] = [inbox(first.there), inbox(second.there)]
  first.there.postMessage({ id: 7, method: 'tag.list', input: {} })
  second.there.postMessage({ id: 7, method: 'event.list', input: {} })
  expect(await atFirst()).toEqual({ id: 7, result: { ok: true, value: 'tag.list' } })
  expect(await atSecond()).toEqual({ id: 7, result: { ok: true, value: 'event.list' } })
})

test('a change is told to all windows', async () => {
  const { server } = serverThatNotes()
  const [first, second] = [connectedPorts(), connectedPorts()]
  server.add(first.here)
  server.add(second.here)
  const [atFirst, atSecond] = [inbox(first.there), inbox(second.there)]
  const notification: Notification = { kind: 'library.changed', nouns: ['tag'], label: 'tag.create' }
  server.tell(notification)
  expect(await atFirst()).toEqual({ notification })
  expect(await atSecond()).toEqual({ notification })
})

test('over a window’s port no method with paths is trusted but the one for dropped files', async () => {
  const { server, asked } = serverThatNotes()
  const { here, there } = connectedPorts()
  server.add(here)
  const next = inbox(there)
  const calls = [
    { method: 'import.stage', trusted: true },
    { method: 'import.stage', trusted: undefined },
    { method: 'import.stage', trusted: 'true' },
    { method: 'briefing.export', trusted: true },
  ]
  for (const [id, call] of calls.entries()) {
    there.postMessage({ id, input: {}, ...call })
    await next()
  }
  expect(asked.map(({ trusted }) => trusted)).toEqual([true, false, false, false])
})

test('what windows asked is taken up before the server counts as drained', async () => {
  const { server, asked } = serverThatNotes()
  const [first, second] = [connectedPorts(), connectedPorts()]
  server.add(first.here)
  server.add(second.here)
  const [atFirst, atSecond] = [inbox(first.there), inbox(second.there)]
  let isDrained = false
  const drained = server.drained().then(() => {
    isDrained = true
  })
  const fence = await atFirst()
  expect(fence).toEqual({ fence: 1 })
  first.there.postMessage({ id: 1, method: 'setting.set', input: {} })
  first.there.postMessage(fence)
  await atFirst()
  expect(isDrained).toBe(false)
  second.there.postMessage({ id: 1, method: 'passage.create', input: {} })
  second.there.postMessage(await atSecond())
  await drained
  expect(asked.map(({ method }) => method)).toEqual(['setting.set', 'passage.create'])
})

test('a window that closes is drained of its last words, and one that has closed is not waited for', async () => {
  const { server, asked } = serverThatNotes()
  const [gone, closing] = [connectedPorts(), connectedPorts()]
  server.add(gone.here)
  server.add(closing.here)
  gone.close()
  const drained = server.drained()
  closing.there.postMessage({ id: 1, method: 'setting.set', input: {} })
  closing.end()
  await drained
  expect(asked.map(({ method }) => method)).toEqual(['setting.set'])
  await server.drained()
})

test('who asks is told when its window is closed, and no other', async () => {
  const gone: unknown[] = []
  const server = createPortServer(async (_method, input, _trusted, caller) => {
    caller.whenGone(() => gone.push(input))
    return ok(null)
  })
  const [first, second] = [connectedPorts(), connectedPorts()]
  server.add(first.here)
  server.add(second.here)
  for (const [name, { there }] of Object.entries({ first, second })) {
    const next = inbox(there)
    there.postMessage({ id: 1, method: 'alignment.get', input: name })
    await next()
  }
  second.end()
  await expect.poll(() => gone).toEqual(['second'])
})
