import { type Zippable, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { harmlessPath } from '../../../src-main/importing/formats/zip-entries'
import { bytesOf, extract, page, refusalOf, refusedParts } from './support'

const zipped = (files: Zippable): Uint8Array => zipSync(files)
const names = async (files: Zippable) => (await extract(zipped(files), 'all.zip')).files.map(({ fileName }) => fileName)

const directoryEntry = Buffer.from([0x50, 0x4b, 1, 2])

/** Sets bytes of a ZIP's directory entry and own header, found by the entry's index. */
function patched(zip: Uint8Array, index: number, change: (directory: DataView, header: DataView) => void): Uint8Array {
  const bytes = Uint8Array.from(zip)
  let found = -1
  for (let nth = 0; nth <= index; nth += 1) found = Buffer.from(bytes.buffer).indexOf(directoryEntry, found + 1)
  const view = new DataView(bytes.buffer, found)
  change(view, new DataView(bytes.buffer, view.getUint32(42, true)))
  return bytes
}

describe('a ZIP', () => {
  it('holds its files, with the way to them; what systems add by themselves is no part of it', async () => {
    const extraction = await extract(
      zipped({
        'press/one.html': bytesOf(page('One')),
        'press/sub/two.txt': bytesOf('Two'),
        'заметка.txt': bytesOf('Three'),
        'table.xlsx': bytesOf('PK'),
        '__MACOSX/press/._one.html': bytesOf('x'),
        '.DS_Store': bytesOf('x'),
        'press/Thumbs.db': bytesOf('x'),
        'press/': new Uint8Array(),
      }),
      'all.zip',
    )
    expect(extraction.files.map(({ fileName }) => fileName).sort()).toEqual([
      'all.zip/press/one.html',
      'all.zip/press/sub/two.txt',
      'all.zip/table.xlsx',
      'all.zip/заметка.txt',
    ])
    expect(Buffer.from(extraction.files[0]?.bytes ?? []).toString()).toBe(page('One'))
    expect(extraction.refused).toEqual([])
  })

  it('tells pictures, styles and the frames of saved pages in one line', async () => {
    const x = bytesOf('x')
    const extraction = await extract(
      zipped({ 'a.html': x, 'a_files/frame.html': x, 'a_files/s.css': x, 'b/photo.JPG': x, 'b_files/kept.html': x }),
      'all.zip',
    )
    expect(extraction.files.map(({ fileName }) => fileName)).toEqual(['all.zip/a.html', 'all.zip/b_files/kept.html'])
    expect(refusedParts(extraction)).toEqual(['3 pictures, styles and the like: import/passed-over'])
  })

  it('has names that lead nowhere else, and no two alike', async () => {
    expect(
      await names({ '../../etc/passwd.txt': bytesOf('x'), 'C:\\Users\\a.txt': bytesOf('x'), '/abs.txt': bytesOf('x') }),
    ).toEqual(['all.zip/etc/passwd.txt', 'all.zip/Users/a.txt', 'all.zip/abs.txt'])
    expect(await names({ 'a.txt': bytesOf('x'), './a.txt': bytesOf('y'), '../a.txt': bytesOf('z') })).toEqual([
      'all.zip/a.txt',
      'all.zip/a (2).txt',
      'all.zip/a (3).txt',
    ])
    expect(harmlessPath('a\u202etxt.exe\0/..\\..//b\u2066.html')).toBe('atxt.exe/b.html')
    expect(harmlessPath(`${'n'.repeat(300)}.html`)).toMatch(/^n{160}n{35}\.html$/)
    expect(harmlessPath('../..')).toBe('')
  })

  it('with a password, a damaged or an unknown member gives the others', async () => {
    const two = zipped({ 'a.txt': bytesOf('first'), 'b.txt': bytesOf('second') })
    const encrypted = patched(two, 0, (directory) => directory.setUint16(8, 1, true))
    expect(refusedParts(await extract(encrypted, 'z.zip'))).toEqual(['a.txt: import/encrypted'])
    const damaged = patched(two, 1, (directory) => directory.setUint32(16, 1, true))
    expect(refusedParts(await extract(damaged, 'z.zip'))).toEqual(['b.txt: import/unreadable'])
    const unknown = patched(two, 1, (directory) => directory.setUint16(10, 99, true))
    const extraction = await extract(unknown, 'z.zip')
    expect(refusedParts(extraction)).toEqual(['b.txt: import/unreadable'])
    expect(extraction.files).toHaveLength(1)
    const locked = patched(zipped({ 'a.txt': bytesOf('x') }), 0, (directory) => directory.setUint16(8, 1, true))
    expect(await refusalOf(extract(locked, 'z.zip'))).toBe('import/encrypted')
  })

  it('that unpacks beyond measure is refused, whatever sizes it claims', async () => {
    const bomb = zipped({ 'a.txt': [new Uint8Array(40 * 1024 * 1024), { level: 9 }], 'b.txt': bytesOf('x') })
    expect(await refusalOf(extract(bomb, 'z.zip'))).toBe('import/archive-too-dense')
    const lying = patched(bomb, 0, (directory, header) => {
      directory.setUint32(24, 10, true)
      header.setUint32(22, 10, true)
    })
    expect(await refusalOf(extract(lying, 'z.zip'))).toBe('import/archive-too-dense')
    const many = Object.fromEntries(
      Array.from({ length: 20_001 }, (_item, index) => [`${index}.txt`, new Uint8Array()]),
    )
    expect(await refusalOf(extract(zipSync(many, { level: 0 }), 'z.zip'))).toBe('import/archive-too-many')
  })

  it('that has a file larger than any format allows names that file, and hands the others on', async () => {
    const megabytes = (claimed: number) => (directory: DataView) => directory.setUint32(24, claimed * 1024 * 1024, true)
    const files = { 'a.txt': bytesOf('first'), 'b.txt': bytesOf('second') }
    const beyond = await extract(patched(zipped(files), 0, megabytes(250)), 'z.zip')
    expect(beyond.refused).toEqual([{ part: 'a.txt', code: 'import/too-large', params: { limit: 200 } }])
    expect(beyond.files.map(({ fileName }) => fileName)).toEqual(['z.zip/b.txt'])
    const alone = await extract(patched(zipped({ 'a.txt': bytesOf('first') }), 0, megabytes(150)), 'z.zip')
    expect(alone.files.map(({ fileName }) => fileName)).toEqual(['z.zip/a.txt'])
  })

  it('whose members share bytes is refused', async () => {
    const overlapping = patched(zipped({ 'a.txt': bytesOf('first'), 'b.txt': bytesOf('second') }), 1, (directory) =>
      directory.setUint32(42, 0, true),
    )
    expect(await refusalOf(extract(overlapping, 'z.zip'))).toBe('import/unreadable')
  })

  it('that is empty, cut off or no ZIP at all is refused', async () => {
    const whole = zipped({ 'a.txt': bytesOf('first '.repeat(200)) })
    expect(await refusalOf(extract(zipped({}), 'z.zip'))).toBe('import/archive-empty')
    expect(await refusalOf(extract(zipped({ 'a.png': bytesOf('x') }), 'z.zip'))).toBe('import/archive-empty')
    expect(await refusalOf(extract(whole.subarray(0, 60), 'z.zip'))).toBe('import/unreadable')
    expect(await refusalOf(extract('no archive', 'z.zip'))).toBe('import/unreadable')
    expect(await refusalOf(extract(whole, 'sheet.xlsx'))).toBe('import/not-supported')
    expect(await refusalOf(extract(whole, 'text.txt'))).toBe('import/binary')
  })

  it('may have something before it and a comment behind it', async () => {
    const zip = zipped({ 'a.txt': bytesOf('first') })
    const commented = Buffer.concat([zip, Buffer.from('a comment')])
    commented.writeUInt16LE(9, zip.length - 2)
    expect((await extract(commented, 'z.zip')).files).toHaveLength(1)
  })

  it('of more than can be handed on at once comes in smaller archives, nothing lost', async () => {
    const block = (at: number) => Buffer.alloc(12 * 1024 * 1024, `page ${at} `)
    const all = Object.fromEntries(Array.from({ length: 10 }, (_item, at) => [`page ${at}.txt`, block(at)]))
    const packed = zipSync({ ...all, 'x.png': bytesOf('x') }, { level: 0 })
    const { files: parts, refused } = await extract(packed, 'z.zip')
    expect(parts.map(({ fileName }) => fileName)).toEqual(['z.zip', 'z.zip'])
    expect(refused).toHaveLength(1)
    const found = new Map<string, number>()
    for (const part of parts) {
      const inner = await extract(part.bytes, part.fileName)
      expect(inner.refused).toEqual([])
      for (const file of inner.files)
        found.set(file.fileName, Buffer.compare(file.bytes, all[file.fileName.slice(6)] ?? bytesOf('')))
    }
    expect([...found]).toEqual(Object.keys(all).map((name) => [`z.zip/${name}`, 0]))
  })
})
