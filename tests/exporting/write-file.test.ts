import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeFileSafely } from '../../src-main/exporting/write-file'

const bytes = new TextEncoder().encode('A note.\n')

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'collate-export-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

test('writes the whole file and leaves nothing beside it', () => {
  const place = folder()
  writeFileSafely(join(place, 'note.md'), bytes, { replace: false })
  expect(readFileSync(join(place, 'note.md'), 'utf8')).toBe('A note.\n')
  expect(readdirSync(place)).toEqual(['note.md'])
})

test('never replaces a file unasked', () => {
  const path = join(folder(), 'note.md')
  writeFileSync(path, 'Mine.')
  expect(() => writeFileSafely(path, bytes, { replace: false })).toThrow(/export\/exists/)
  expect(readFileSync(path, 'utf8')).toBe('Mine.')
  writeFileSafely(path, bytes, { replace: true })
  expect(readFileSync(path, 'utf8')).toBe('A note.\n')
})

test('never writes over a folder', () => {
  const path = join(folder(), 'note.md')
  mkdirSync(path)
  expect(() => writeFileSafely(path, bytes, { replace: true })).toThrow(/export\/exists/)
})

test('says that a folder is missing', () => {
  const path = join(folder(), 'nowhere', 'note.md')
  expect(() => writeFileSafely(path, bytes, { replace: false })).toThrow(/export\/folder-missing/)
  expect(existsSync(path)).toBe(false)
})

// Root writes through permissions.
test.skipIf(process.getuid?.() === 0)('says that writing is not allowed', () => {
  const place = folder()
  chmodSync(place, 0o500)
  expect(() => writeFileSafely(join(place, 'note.md'), bytes, { replace: false })).toThrow(/export\/no-permission/)
})

test.runIf(existsSync('/dev/full'))('says that the name is taken where it is no file', () => {
  expect(() => writeFileSafely('/dev/full', bytes, { replace: true })).toThrow(/export\/exists/)
})
