import { expect, test } from 'vitest'
import { fingerprint } from '../../src-main/analysis/fingerprint'
import { wordsOf } from '../../src-main/analysis/words'
import { generatedText, seeded } from '../support/generated'

/** Words that repeat rarely, as those of real texts do. */
const text = (seed: number, words: number) => {
  const random = seeded(seed)
  return Array.from({ length: words }, () => `w${Math.floor(random() * 5000)}`).join(' ')
}
const hashesOf = (of: string) => fingerprint(wordsOf(of))

test('an article of 800 words keeps some sixty hashes, the same ones each time', () => {
  const hashes = hashesOf(text(1, 800))
  expect(hashes.length).toBeGreaterThan(40)
  expect(hashes.length).toBeLessThan(80)
  expect(hashesOf(text(1, 800))).toEqual(hashes)
})

test('thirty words in a row are found wherever they stand', () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const shared = text(1000 + seed, 30)
    const one = new Set(hashesOf(`${text(seed, 200 + seed)} ${shared} ${text(seed + 100, 80)}`))
    const other = hashesOf(`${text(seed + 200, 90)} ${shared} ${text(seed + 300, 300)}`)
    expect(other.some((hash) => one.has(hash))).toBe(true)
  }
})

test('twenty-nine words in a row are found where one text begins and the other ends with them', () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const shared = text(1000 + seed, 29)
    const one = new Set(hashesOf(`${shared} ${text(seed, 100)}`))
    expect(hashesOf(`${text(seed + 200, 90)} ${shared}`).some((hash) => one.has(hash))).toBe(true)
  }
})

test('texts that share nothing have no hash in common', () => {
  const one = new Set(hashesOf(text(1, 2000)))
  expect(hashesOf(text(2, 2000)).filter((hash) => one.has(hash))).toEqual([])
})

test('a short text has one hash at least, one of a few words none', () => {
  expect(hashesOf(text(1, 8))).toHaveLength(1)
  expect(hashesOf(text(1, 3))).toEqual([])
  expect(hashesOf('')).toEqual([])
})

test('a text that repeats itself keeps few', () => {
  expect(hashesOf('ferry '.repeat(50_000))).toHaveLength(1)
  expect(hashesOf(generatedText(seeded(3), 20)).length).toBeGreaterThan(0)
})
