import { describe, expect, it } from 'vitest'
import { libraryMethods, trustedMethods } from '../../src-main/contract/methods'
import { allHandlers } from '../../src-main/services/handlers'
import { createRouter } from '../../src-main/services/router'
import { testServices } from '../support/services'

describe('router', () => {
  it('answers every method of the contract that the library process owes', () => {
    const { context } = testServices()
    expect(Object.keys(allHandlers(context)).sort()).toEqual(
      [...Object.keys(libraryMethods), ...Object.keys(trustedMethods)].sort(),
    )
  })

  it('answers with a value, or with the code of what users can cause', async () => {
    const route = createRouter(testServices().ask)
    expect(await route('tag.list', {}, false)).toEqual({ ok: true, value: [] })
    expect(await route('article.get', { id: 7 }, false)).toEqual({
      ok: false,
      error: { code: 'article/not-found', params: {} },
    })
  })

  it.each(['no.such', 'toString', '__proto__', 'constructor', 'shell.state'])('knows no method %s', async (method) => {
    const route = createRouter(testServices().ask)
    expect(await route(method, {}, true)).toEqual({
      ok: false,
      error: { code: 'call/unknown-method', params: { method } },
    })
  })

  it('refuses payloads of a wrong form, before any work', async () => {
    const { ask, library } = testServices()
    const route = createRouter(ask)
    for (const input of [null, {}, { name: 7 }, { name: 'x'.repeat(3000) }, { name: 'Aid', colour: 'red' }]) {
      expect(await route('tag.create', input, false)).toMatchObject({ error: { code: 'call/invalid' } })
    }
    expect(library.nextUndo()).toBeNull()
  })

  it('lets only trusted callers name paths', async () => {
    const route = createRouter(testServices().ask)
    expect(await route('import.stage', { paths: [] }, false)).toMatchObject({ error: { code: 'call/unknown-method' } })
    expect(await route('import.stage', { paths: [] }, true)).toMatchObject({ ok: true })
  })

  it('tells of a bug by the number under which it was written down', async () => {
    const written: string[] = []
    const { ask } = testServices()
    const broken = { ...ask, 'tag.list': () => Promise.reject(new TypeError('secret path')) }
    const route = createRouter(broken, (incident, method, error) => written.push(`${incident} ${method} ${error}`))
    const result = await route('tag.list', {}, false)
    expect(JSON.stringify(result)).not.toContain('secret')
    const incident = result.ok ? '' : String(result.error.params.incident)
    expect(result).toMatchObject({ error: { code: 'internal/bug' } })
    expect(written).toEqual([`${incident} tag.list TypeError: secret path`])
  })
})
