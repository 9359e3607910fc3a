import { describe, expect, test } from 'vitest'
import { shingles, wordsOf } from '../../src-main/analysis/words'

const keys = (text: string) => wordsOf(text).map((word) => word.key)
const quoted = (text: string) =>
  wordsOf(text)
    .filter((word) => word.isQuoted)
    .map((word) => word.key)

describe('words', () => {
  test('are compared without case, accents and vowel points, and found by their offsets', () => {
    const text = 'The Café’s OWNER\nسَيطر'
    expect(keys(text)).toEqual(['the', "cafe's", 'owner', 'سيطر'])
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['The', 'Café’s', 'OWNER', 'سَيطر'])
  })

  test('are characters where a script puts no space between words', () => {
    expect(keys('渡轮沉没 2 艘')).toEqual(['渡', '轮', '沉', '没', '2', '艘'])
  })

  test('weigh little where whoever tells of an affair writes them', () => {
    const [the, ferry, sank, off, maris, on] = wordsOf('The ferry sank off Maris on 4 May').map((word) => word.weight)
    expect(ferry).toBe(sank)
    for (const light of [the, off, on, maris]) expect(light).toBeLessThan((ferry ?? 0) / 2)
  })
})

describe('words are quoted', () => {
  test.each([
    ['in English', 'He said: “nobody was warned” of it.'],
    ['in straight marks', 'He said: "nobody was warned" of it.'],
    ['in single marks', 'The owners’ man said: ‘nobody was warned’ of it.'],
    ['in straight single marks', "The owners' man said: 'nobody was warned' of it."],
    ['in German', 'Er sagte: „nobody was warned“ davon.'],
    ['in French', 'Il disait: « nobody was warned » hier.'],
    ['in Danish', 'Han sagde: »nobody was warned« i går.'],
    ['in Swedish', 'Han sade: ”nobody was warned” i dag.'],
    ['where the text begins inside the quotation', 'nobody was warned” of it.'],
    ['where the quotation goes on in the next paragraph', 'On Monday: “nobody was warned\nOf it.'],
  ])('%s', (_, text) => {
    expect(quoted(text)).toEqual(['nobody', 'was', 'warned'])
  })

  test('not by apostrophes, nor by the mark inside a Hebrew abbreviation', () => {
    expect(quoted("The ferry's crew and the owners' men, it’s said")).toEqual([])
    expect(quoted('דובר צה"ל מסר כי המעבורת טבעה')).toEqual([])
  })
})

test('equal runs have equal numbers wherever they stand, other runs other ones', () => {
  const run = 'the crew had left the burning ferry'
  const [first] = shingles(wordsOf(run))
  expect(shingles(wordsOf(`Early on Monday ${run.toUpperCase()}.`))).toContain(first)
  expect(shingles(wordsOf(run.replace('burning', 'sinking')))).not.toContain(first)
  expect(Number.isSafeInteger(first)).toBe(true)
  expect(shingles(wordsOf('too few words'))).toHaveLength(0)
})

test('long paragraphs of stray marks are read to the end', () => {
  for (const odd of ['word” ', "'word ", '“word ', 'word" ']) expect(wordsOf(odd.repeat(20_000))).toHaveLength(20_000)
})
