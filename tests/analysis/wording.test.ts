import { describe, expect, test } from 'vitest'
import { sharesWording } from '../../src-main/analysis/wording'

const copy = 'the ferry had been overloaded when it left the island port on Monday'

describe('wording is shared', () => {
  test('by eight words in a row, case and punctuation apart', () => {
    expect(
      sharesWording(`Officials said ${copy}.`, `${copy.replace('left', 'left,').toUpperCase()}, a report says.`),
    ).toBe(true)
  })

  test('by agency copy that carries a quotation', () => {
    const text = 'The harbour master said that “nobody was warned” before the ferry left.'
    expect(sharesWording(text, `Agencies: ${text}`)).toBe(true)
  })

  test('in Arabic', () => {
    const arabic = 'قالت السلطات إن العبارة كانت محملة فوق طاقتها عندما غادرت الميناء'
    expect(sharesWording(`${arabic} أمس.`, `في ماريس، ${arabic}`)).toBe(true)
  })
})

describe('wording is not shared', () => {
  test('by seven words in a row', () => {
    expect(sharesWording('A x the ferry left the port at dawn y', 'B z the ferry left the port at dawn w')).toBe(false)
  })

  test('by the same quotation, whoever introduces it', () => {
    const quote = '“we will not rest until every passenger of this ferry has been found and named”'
    expect(sharesWording(`${quote}, the mayor said.`, `In Maris, he told reporters: ${quote}.`)).toBe(false)
    expect(sharesWording(`${quote}, the mayor said.`, `${quote}, the mayor added.`)).toBe(false)
  })

  test('by a quotation that begins before the passage', () => {
    const end = 'will not rest until every passenger of this ferry has been found” he said'
    expect(sharesWording(end, `“We ${end}`)).toBe(false)
  })

  test('by short or empty passages', () => {
    expect(sharesWording('', '')).toBe(false)
    expect(sharesWording('The ferry sank.', 'The ferry sank.')).toBe(false)
  })
})

test('long texts of the same words are compared to the end', () => {
  expect(sharesWording('ferry '.repeat(3000), 'tanker '.repeat(3000))).toBe(false)
  expect(sharesWording(`“${'ferry '.repeat(3000)}”`, `“${'ferry '.repeat(3000)}”`)).toBe(false)
})

describe('five reports of one takeover', () => {
  const herald =
    'A day later, Osmeran border guards took control of the eastern gates of Velda Lock, and the council’s chairman raised the national flag over the control tower.'
  const post =
    'Osmeran border guards took control of the eastern gates of Velda Lock on March 11, stopping all barges bound for the Tamrian lowlands.'
  const observer = 'On the morning of 11 March, Osmeran border guards took control of the eastern gates of Velda Lock.'
  const wire =
    'Osmeran border guards took control of the eastern gates of Velda Lock on Tuesday, halting barge traffic on the lower Sarn for the first time since the lock was rebuilt in 2019, two shipping officials told Meridian Wire.'

  test('that name the same guards and gates were written apart', () => {
    expect(sharesWording(herald, post)).toBe(false)
    expect(sharesWording(herald, observer)).toBe(false)
    expect(sharesWording(post, observer)).toBe(false)
    expect(sharesWording(post, wire)).toBe(false)
  })

  test('that go on in the same words come from one', () => {
    expect(sharesWording(wire, wire.replace('two shipping officials told', 'officials said to'))).toBe(true)
  })
})

test('a short statement of names and common words is anybody’s', () => {
  const statement = 'Edda Lorne arrived in Kolvar on Tuesday for talks with Ivo Marek.'
  expect(sharesWording(statement, statement.replace('for talks', 'and had talks'))).toBe(false)
})
