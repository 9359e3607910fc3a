import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { noVectors } from '../../src-main/analysis/alignment/vectors'
import { warmAlignment } from '../../src-main/services/alignment-warming'
import { wordVectors } from '../support/word-vectors'

it('lets other work be done between its slices, and reads the vectors', async () => {
  let asked = 0
  let isWarming = true
  const warming = warmAlignment(() => {
    asked += 1
    return wordVectors()
  }).then(() => {
    isWarming = false
  })
  let turns = 0
  while (isWarming) {
    await setImmediate()
    turns += 1
  }
  await warming
  expect(asked).toBeGreaterThan(0)
  expect(turns).toBeGreaterThan(2)
})

it('ends where there are no vectors', async () => {
  await expect(warmAlignment(() => noVectors)).resolves.toBeUndefined()
})
