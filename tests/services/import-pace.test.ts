import { expect, it } from 'vitest'
import { createPace } from '../../src-main/services/import-pace'

/** A clock that goes on by `seconds`, and a pace by it. */
function paced() {
  let now = 5000
  const pace = createPace(() => now)
  const after = (seconds: number, files = 1): void => {
    for (let file = 0; file < files; file += 1) {
      now += seconds * 1000
      pace.done()
    }
  }
  const wait = (seconds: number): void => {
    now += seconds * 1000
  }
  return { ...pace, after, wait }
}

it('how long reading goes on is told once a few files were read, by what these took', () => {
  const { after, msLeft } = paced()
  after(2, 2)
  expect(msLeft(10)).toBeNull()
  after(2)
  expect(msLeft(10)).toBe(20_000)
})

it('how long reading goes on follows the last files, not those long ago', () => {
  const { after, msLeft } = paced()
  after(60, 5)
  after(1, 40)
  expect(msLeft(10)).toBe(10_000)
})

it('how long reading goes on does not count the time in which it was stopped', () => {
  const { after, msLeft, restart, wait } = paced()
  after(1, 10)
  wait(600)
  restart()
  expect(msLeft(10)).toBeNull()
  after(1, 3)
  expect(msLeft(10)).toBe(10_000)
})
