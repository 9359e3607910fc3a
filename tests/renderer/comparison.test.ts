import type { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { compareOthers, isStopped, stopComparing } from '../../src-renderer/data/comparison'
import { answerOptions, createQueryClient } from '../../src-renderer/data/queries'

const input = (...articleIds: number[]) => ({ articleIds })

describe('a comparison under way', () => {
  let stopped: unknown[] = []
  let client: QueryClient

  beforeEach(() => {
    stopped = []
    client = createQueryClient()
    // The library process: a comparison never ends here.
    const call = (method: string, asked: unknown): Promise<unknown> => {
      if (method === 'alignment.get') return new Promise(() => undefined)
      stopped = [...stopped, { method, asked }]
      return Promise.resolve({ ok: true, value: null })
    }
    vi.stubGlobal('window', { collate: { call } })
    void client.prefetchQuery(answerOptions('alignment.get', input(1, 2)))
  })
  afterEach(() => vi.unstubAllGlobals())

  it('ends when other articles are open, and may be begun again with these', () => {
    compareOthers(client, input(1, 2), input(1, 2))
    expect(stopped).toEqual([])
    compareOthers(client, input(1, 2), input(1, 2, 3))
    expect(stopped).toEqual([{ method: 'alignment.stop', asked: input(1, 2) }])
    expect(client.isFetching()).toBe(0)
    expect(isStopped(input(1, 2))).toBe(false)
  })

  it('is not begun anew once it was stopped, until others were open', () => {
    stopComparing(client, input(1, 2))
    expect(stopped).toHaveLength(1)
    expect(isStopped(input(1, 2))).toBe(true)
    expect(isStopped(input(1, 2, 3))).toBe(false)
    compareOthers(client, input(1, 2), input(1))
    expect(isStopped(input(1, 2))).toBe(false)
  })

  it('that nobody asked for is not stopped', () => {
    compareOthers(client, input(4, 5), input(4))
    expect(stopped).toEqual([])
  })
})
