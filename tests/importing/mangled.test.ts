import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hideReasons } from '../../src-main/domain/article'
import { body, extractArticle, extractPage, extractText, paragraphs, refusal } from './support'

const extractBytes = (bytes: Uint8Array | number[], fileName = 'article.txt') =>
  extractArticle({ bytes: Uint8Array.from(bytes), fileName })
const sentence = 'Der Bürgermeister sagte am Dienstag, die Hafenmauer müsse bald repariert werden – „sehr bald“.'
const arabic = 'قال رئيس البلدية يوم الثلاثاء إن جدار الميناء يحتاج إلى إصلاح عاجل قبل العاصفة المقبلة.'

function utf16(text: string, bigEndian: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

describe('files that are no articles', () => {
  it('are refused with the reason', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_item, at) => (at * 7919 + (at >> 3) * 31) % 256)
    const cases: [string, () => ReturnType<typeof extractText>][] = [
      ['import/empty-file', () => extractBytes([])],
      ['import/no-text', () => extractText(' \n\t\r\n\u00a0\u200b\n')],
      ['import/no-text', () => extractPage('<html><body><img src="a.png"><script>x()</script></body></html>')],
      ['import/binary', () => extractBytes(noise)],
      ['import/binary', () => extractBytes([0, 0, 0, 1, 2, 3, 0, 0])],
      ['import/binary', () => extractBytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0], 'picture.txt')],
      ['import/unreadable', () => extractBytes(Buffer.from('%PDF-1.7 ...'), 'paper.pdf')],
      ['import/not-supported', () => extractText('name;value', 'table.sylk')],
      ['import/not-supported', () => extractText('{\\rtf1\\ansi Hello there}', 'letter.txt')],
      ['import/too-large', () => extractBytes(new Uint8Array(51 * 1024 * 1024).fill(97))],
    ]
    for (const [code, extraction] of cases) expect(await refusal(extraction())).toBe(code)
  })
})

describe('encodings', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(sentence)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${sentence}`)],
    ['UTF-16 with its mark', utf16(`\ufeff${sentence}`, false)],
    ['UTF-16, big end first, with its mark', utf16(`\ufeff${sentence}`, true)],
    ['UTF-16 without mark', utf16(sentence, false)],
    ['UTF-16, big end first, without mark', utf16(sentence, true)],
    ['windows-1252', Buffer.from(sentence.replace('–', '\x96').replace('„', '\x84').replace('“', '\x93'), 'latin1')],
  ])('%s', async (_name, bytes) => {
    expect(body(await extractBytes(bytes))).toEqual([sentence])
  })

  it('UTF-16 of a script other than Latin', async () => {
    expect(body(await extractBytes(utf16(arabic, false)))).toEqual([arabic])
  })

  it('as a page declares it, unless it is UTF-8 all the same', async () => {
    const bytes = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])
    const html = (words: Uint8Array) =>
      Buffer.concat([
        Buffer.from('<html><head><meta charset="windows-1251"></head><body><p>'),
        words,
        Buffer.from('</p></body></html>'),
      ])
    expect(body(await extractBytes(html(bytes), 'a.html'))).toEqual(['Привет'])
    expect(body(await extractBytes(html(Buffer.from(arabic)), 'a.html'))).toEqual([arabic])
  })

  it('damaged UTF-8 stays readable and says so', async () => {
    const article = await extractBytes(Buffer.concat([Buffer.from(arabic), Buffer.from([0xd9])]))
    expect(article.partial).toBe('unreadable-characters')
    expect(body(article)[0]).toContain(arabic)
  })
})

describe('pages and texts beyond measure', () => {
  const depth = 100_000
  it.each<[string, string]>([
    ['nested div', `<p>${paragraphs(1)[0]}</p>${'<div>'.repeat(depth)}deep`],
    ['nested and closed', `${'<div>'.repeat(depth)}deep${'</div>'.repeat(depth)}<p>${paragraphs(1)[0]}</p>`],
    ['nested formatting', `<p>${paragraphs(1)[0]}</p>${'<b><i>'.repeat(depth / 2)}deep`],
    ['nested tables', `<p>${paragraphs(1)[0]}</p>${'<table><tr><td>'.repeat(depth / 4)}deep`],
  ])('%s, 100,000 tags', async (_name, html) => {
    const article = await extractPage(html)
    expect(article.partial).toBe('nesting')
    const words = article.blocks.map((block) => block.text).join(' ')
    expect(words).toContain('deep')
    expect(words).toContain(paragraphs(1)[0])
  })

  it('5 MB of text, in paragraphs and in one line', async () => {
    const line = `${paragraphs(1)[0]}\n\n`
    const many = Math.ceil(5_000_000 / line.length)
    expect(body(await extractText(line.repeat(many)))).toHaveLength(many)
    expect(body(await extractText('word '.repeat(1_000_000)))).toHaveLength(1)
  })

  it('long runs of one character', async () => {
    for (const run of [' ', '. ', '\t', '"', '-', '>', '(', '\u200f']) {
      const article = await extractText(`Word${run.repeat(300_000)}end`)
      expect(article.blocks.length).toBeGreaterThan(0)
    }
  })
})

describe('mangled files', () => {
  const folder = resolve(import.meta.dirname, '../../resources/sample')
  const sources = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))

  type Change = { at: number; remove: number; insert: Uint8Array }
  const inserts = fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc
      .constantFrom(
        '<',
        '</',
        '<!--',
        ']]>',
        '<p',
        '<table>',
        '<svg>',
        '<script>',
        '"',
        '&#0;',
        '&#xD800;',
        '---\n',
        '\0',
        '\u202e',
        '```',
        '<br>',
        '\n\n',
      )
      .map((text) => Buffer.from(text)),
  )
  const changes = fc.array(fc.record({ at: fc.nat(9999), remove: fc.nat(400), insert: inserts }), {
    minLength: 1,
    maxLength: 8,
  })

  function mangle(bytes: Buffer, list: readonly Change[]): Buffer {
    let mangled = bytes
    for (const { at, remove, insert } of list) {
      const from = Math.floor((at / 10_000) * mangled.length)
      mangled = Buffer.concat([mangled.subarray(0, from), insert, mangled.subarray(from + remove)])
    }
    return mangled
  }

  it('are read as far as they go, or refused with a reason; nothing else', async () => {
    const names = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.xhtml', 'a')
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sources), names, changes, async ({ bytes }, fileName, list) => {
        const extraction = extractArticle({ bytes: mangle(bytes, list), fileName })
        const code = await refusal(extraction)
        if (code !== null) {
          expect(code).toMatch(/^import\/(binary|no-text|empty-file|not-supported)$/)
          return
        }
        const { blocks } = await extraction
        expect(blocks.length).toBeGreaterThan(0)
        for (const block of blocks) {
          expect(block.text).toBe(block.text.trim())
          expect(block.text).toMatch(/\S/)
          expect(block.text).not.toMatch(/\p{Cs}/u)
          expect(block.hidden).toBe(block.reason !== null)
          if (block.reason) expect(hideReasons).toContain(block.reason)
        }
      }),
      { seed: 20_310_311, numRuns: 200 },
    )
  }, 60_000)
})
