import { QueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { createQueryClient } from '../../src-renderer/data/queries'
import { changeSetting } from '../../src-renderer/data/setting'

const query = { queryKey: ['setting.get', { key: 'reading' }] }
const add = (now: unknown): number => (typeof now === 'number' ? now : 0) + 1

/** A library that answers when it is told to, what is stored when it is asked. */
function slowLibrary() {
  let stored: number | null = null
  const answers: (() => void)[] = []
  return {
    queryFn: () => {
      const found = stored
      return new Promise<number | null>((resolve) => answers.push(() => resolve(found)))
    },
    keep: (value: number) => {
      stored = value
    },
    answer: async () => {
      for (const give of answers.splice(0)) give()
      await new Promise((done) => setTimeout(done, 5))
    },
  }
}

it('a setting that was changed is not put back by an answer that was asked for before', async () => {
  const client = createQueryClient()
  const library = slowLibrary()
  const stop = new QueryObserver(client, { ...query, queryFn: library.queryFn }).subscribe(() => {})
  changeSetting(client, 'reading', add, library.keep)
  await library.answer()
  expect(client.getQueryData(query.queryKey)).toBe(1)

  void client.invalidateQueries(query)
  changeSetting(client, 'reading', add, library.keep)
  changeSetting(client, 'reading', add, library.keep)
  await library.answer()
  expect(client.getQueryData(query.queryKey)).toBe(3)

  void client.invalidateQueries(query)
  await library.answer()
  expect(client.getQueryData(query.queryKey)).toBe(3)
  stop()
})
