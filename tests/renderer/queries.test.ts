import { describe, expect, it } from 'vitest'
import type { ErrorCode } from '../../src-main/domain/error'
import { CallFailed } from '../../src-renderer/data/client'
import { createQueryClient } from '../../src-renderer/data/queries'

/** Asks what fails so often before there is an answer. @returns the answer, or the code, and how often it was asked */
async function asked(code: ErrorCode, failures: number): Promise<{ answer: unknown; times: number }> {
  let times = 0
  const answer = await createQueryClient()
    .fetchQuery({
      queryKey: ['alignment.get', code],
      // A fetch by itself is asked once, unless it says otherwise: what watches an answer goes by the client's own rule.
      retry: createQueryClient().getDefaultOptions().queries?.retry ?? false,
      queryFn: () => {
        times += 1
        if (times <= failures) throw new CallFailed(code, {})
        return 'compared'
      },
    })
    .catch((error: unknown) => (error instanceof CallFailed ? error.code : error))
  return { answer, times }
}

describe('a question that newer ones pushed aside', () => {
  it('is asked again', async () => {
    expect(await asked('call/cancelled', 2)).toEqual({ answer: 'compared', times: 3 })
  })

  it('is given up after a few times', async () => {
    expect(await asked('call/cancelled', 99)).toEqual({ answer: 'call/cancelled', times: 4 })
  })
})

it('a question that fails is not asked again', async () => {
  expect(await asked('article/not-found', 1)).toEqual({ answer: 'article/not-found', times: 1 })
})
