import { existsSync, mkdtempSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withLock } from '../../scripts/lib/lock.mjs'
import { unzip } from '../../scripts/setup/zip.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'collate-setup-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Entry = { name: string; body: string; mode?: number; stored?: boolean }

/** A zip file as the format's APPNOTE describes it; the checksum is left at zero, which the reader does not use. */
function zip(entries: Entry[]): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, body, mode = 0o100644, stored = false } of entries) {
    const packed = stored ? Buffer.from(body) : deflateRawSync(body)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(name.length, 26)
    const record = Buffer.alloc(46)
    record.writeUInt32LE(0x02014b50, 0)
    record.writeUInt16LE(stored ? 0 : 8, 10)
    record.writeUInt32LE(packed.length, 20)
    record.writeUInt16LE(name.length, 28)
    record.writeUInt32LE((mode << 16) >>> 0, 38)
    record.writeUInt32LE(offset, 42)
    local.push(head, Buffer.from(name), packed)
    central.push(record, Buffer.from(name))
    offset += head.length + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, ...central, end])
}

function unzipped(entries: Entry[]): string {
  const file = join(folder, 'a.zip')
  const target = join(folder, 'out')
  writeFileSync(file, zip(entries))
  unzip(file, target, (name) => !name.startsWith('app/skip/'))
  return target
}

test('a zip is unpacked with its folders, permissions and links, without what is not wanted', () => {
  const target = unzipped([
    { name: 'app/run', body: '#!/bin/sh\n'.repeat(500), mode: 0o100755 },
    { name: 'app/lib/data.txt', body: 'stored as it is', stored: true },
    { name: 'app/link', body: 'run', mode: 0o120777, stored: true },
    { name: 'app/skip/unwanted', body: 'x' },
  ])
  expect(readFileSync(join(target, 'app/run'), 'utf8')).toBe('#!/bin/sh\n'.repeat(500))
  expect(statSync(join(target, 'app/run')).mode & 0o777).toBe(0o755)
  expect(readFileSync(join(target, 'app/lib/data.txt'), 'utf8')).toBe('stored as it is')
  expect(readlinkSync(join(target, 'app/link'))).toBe('run')
  expect(existsSync(join(target, 'app/skip'))).toBe(false)
})

test('a zip that would write outside of its folder is refused', () => {
  expect(() => unzipped([{ name: '../outside', body: 'x' }])).toThrow(/unsafe entry/)
  expect(existsSync(join(folder, 'outside'))).toBe(false)
})

test('two who want the same lock work one after the other', async () => {
  const order: string[] = []
  const work = (name: string) =>
    withLock(join(folder, 'lock'), async () => {
      order.push(`${name} begins`)
      await wait(20)
      order.push(`${name} ends`)
    })
  await Promise.all([work('first'), work('second')])
  expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
})

test('the lock of a process that died is taken over, and a failure frees it', async () => {
  const lock = join(folder, 'lock')
  // Above the largest process number that Linux gives.
  writeFileSync(lock, '4194305')
  await expect(withLock(lock, () => Promise.reject(new Error('failed inside')))).rejects.toThrow('failed inside')
  expect(await withLock(lock, async () => 'done')).toBe('done')
})
