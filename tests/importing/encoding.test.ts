import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src-main/importing/decode'
import { decodeAs, guessEncodings } from '../../src-main/importing/encoding'
import { encoded, encodedTexts } from './encoding-texts'

/** Pieces of a length, in UTF-16 units, from several places of the halves of all texts. */
function pieces(half: 'dev' | 'check', length: number) {
  return encodedTexts.flatMap(({ language, labels, ...texts }) => {
    const long = `${texts[half]} `.repeat(Math.ceil(length / texts[half].length) + 1)
    return labels.flatMap((label) =>
      [0, 17, 40].map((start) => ({ language, label, bytes: encoded(long.slice(start, start + length), label) })),
    )
  })
}

describe('an encoding that nothing declares', () => {
  it.each([
    [50, 0.95, 0.8],
    [200, 0.98, 0.9],
    [1000, 0.98, 0.9],
  ])('is told from %i characters, whatever the language', (length, dev, check) => {
    for (const [half, least] of [
      ['dev', dev],
      ['check', check],
    ] as const) {
      const all = pieces(half, length).filter(({ bytes }) => bytes.some((byte) => byte > 127))
      const right = all.filter(
        ({ label, bytes }) => decodeAs(bytes, guessEncodings(bytes)[0]?.label ?? '') === decodeAs(bytes, label),
      )
      expect(right.length / all.length).toBeGreaterThanOrEqual(least)
    }
  })

  it('is called certain only where it is right', () => {
    for (const { label, bytes } of [...pieces('dev', 200), ...pieces('check', 200)]) {
      const [best] = guessEncodings(bytes)
      if (best?.certain) expect(decodeAs(bytes, best.label)).toBe(decodeAs(bytes, label))
    }
  })

  it('is said to be guessed where the text is short', () => {
    const bytes = encoded('Паром', 'windows-1251')
    expect(decodeText(bytes, null)).toEqual({ text: 'Паром', partial: 'encoding-guessed' })
  })
})

describe('a declared encoding', () => {
  const russian = encodedTexts[0]?.dev ?? ''

  it('holds where the text reads in it', () => {
    expect(decodeText(encoded(russian, 'koi8-r'), 'koi8-r').text).toBe(russian)
    expect(decodeText(encoded('Привет', 'windows-1251'), 'windows-1251').text).toBe('Привет')
  })

  it('gives way where the text clearly is in another', () => {
    expect(decodeText(encoded(russian, 'windows-1251'), 'iso-8859-1').text).toBe(russian)
  })

  it('that nobody knows is as none', () => {
    expect(decodeText(encoded(russian, 'windows-1251'), 'x-unheard-of').text).toBe(russian)
  })
  it('of Japanese mail, which looks like ASCII, is heeded', () => {
    const bytes = Uint8Array.from([0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42])
    expect(decodeText(bytes, 'iso-2022-jp').text).toBe('日本')
  })
})

describe('a byte order mark', () => {
  it.each([
    ['utf-16le', false],
    ['utf-16be', true],
  ])('says how the bytes are to be read: %s', (_, swapped) => {
    const bytes = Buffer.from('\ufeff渡船停运。', 'utf16le')
    expect(decodeText(swapped ? bytes.swap16() : bytes, 'windows-1251')).toEqual({ text: '渡船停运。', partial: null })
  })
  it('before bytes that are no text makes them none', () => {
    const text = `\ufeff${'The ferry lay in the harbour for a week. '.repeat(20)}\0`
    expect(() => decodeText(Buffer.from(text), null)).toThrow('import/binary')
  })
})
