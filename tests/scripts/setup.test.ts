import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isInstalled } from '../../scripts/setup/dependencies.mjs'
import { downloadFailedMessage, runtimeOf } from '../../scripts/setup/electron.mjs'
import { fallbackAllowed, fallbackNotice } from '../../scripts/setup/fallback.mjs'
import { isOlder, oldNodeMessage } from '../../scripts/setup/node.mjs'
import { checkIntegrity, integrityOf } from '../../scripts/setup/registry.mjs'
import { needsBuild } from '../../scripts/setup/sqlite.mjs'
import { missingLibraries, missingMessage } from '../../scripts/setup/system.mjs'

test.each([
  ['20.20.2', '22.14', true],
  ['22.9.0', '22.14', true],
  ['22.13.1', '22.14', true],
  ['22.14.0', '22.14', false],
  ['24.0.0', '22.14', false],
  ['v24.21.0', '22.14', false],
  ['100.1.0', '22.14', false],
])('Node %s is older than %s: %s', (version, minimum, expected) => {
  expect(isOlder(version, minimum)).toBe(expected)
})

test('an unsuitable Node is named with the one that is needed and where to get it', () => {
  const message = oldNodeMessage('18.20.0', '22.14', 'darwin-arm64')
  expect(message).toContain('needs Node 22.14 or newer')
  expect(message).toContain('this is Node 18.20.0 on darwin-arm64')
  expect(message).toContain('https://nodejs.org')
})

test('a package with other bytes than the pinned ones is refused', () => {
  const bytes = Buffer.from('the real archive')
  const pinned = { spec: 'some-package@1.0.0', integrity: integrityOf(bytes) }
  expect(() => checkIntegrity(pinned, bytes)).not.toThrow()
  expect(() => checkIntegrity(pinned, Buffer.from('the real archivf'))).toThrow(
    /some-package@1\.0\.0 is not the expected package and was not used/,
  )
})

test('the integrity string is the one that npm writes', () => {
  expect(integrityOf(new Uint8Array())).toBe(
    'sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==',
  )
})

test('packages are installed again when one is missing, of another version, or new', () => {
  const wanted = { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } }
  const a = { 'node_modules/a': { version: '1.0.0' } }
  expect(isInstalled(wanted, { ...a, 'node_modules/b': { version: '2.0.0' } })).toBe(true)
  expect(isInstalled(wanted, a)).toBe(false)
  expect(isInstalled(wanted, { ...a, 'node_modules/b': { version: '1.9.0' } })).toBe(false)
})

test("another platform's optional package may be absent, not one of another version", () => {
  const wanted = { 'node_modules/tool-win32': { version: '1.0.0', optional: true } }
  expect(isInstalled(wanted, {})).toBe(true)
  expect(isInstalled(wanted, { 'node_modules/tool-win32': { version: '0.9.0' } })).toBe(false)
})

test('the fallback runtime is told from the official one by its version', () => {
  expect(runtimeOf('v45.4.1\n', '45.4.1')).toBe('official')
  expect(runtimeOf('33.2.1', '45.4.1')).toBe('fallback')
  expect(runtimeOf('44.0.0', '45.4.1')).toBe('missing')
  expect(runtimeOf(null, '45.4.1')).toBe('missing')
})

test('the fallback runtime can be forbidden, and its notice says what it is and how', () => {
  expect(fallbackAllowed({ ELECTRON_FALLBACK: '0' })).toBe(false)
  const notice = fallbackNotice('45.4.1')
  expect(notice).toContain('Electron 45.4.1 could not be downloaded; Electron 33.2.1')
  expect(notice).toContain('never for a release')
  expect(notice).toContain('ELECTRON_FALLBACK=0')
})

test('a failed download is told with its reason, and with the ban where there is one', () => {
  const banned = downloadFailedMessage('45.4.1', 'TypeError: fetch failed', { ELECTRON_FALLBACK: '0' })
  expect(banned).toContain('Electron 45.4.1 could not be downloaded (TypeError: fetch failed)')
  expect(banned).toContain('forbidden by ELECTRON_FALLBACK=0')
  expect(downloadFailedMessage('45.4.1', 'no answer', {})).not.toContain('forbidden')
})

test('better-sqlite3 is built for runtimes whose Node-API is below 10', () => {
  expect(needsBuild('33.2.1')).toBe(true)
  expect(needsBuild('45.4.1')).toBe(false)
})

test('missing libraries are read from what ldd prints', () => {
  const report = [
    '\tlinux-vdso.so.1 (0x00007ffd)',
    '\tlibgtk-3.so.0 => not found',
    '\tlibnss3.so => /lib/x86_64-linux-gnu/libnss3.so (0x00007f01)',
    '\tlibasound.so.2 => not found',
  ].join('\n')
  expect(missingLibraries(report)).toEqual(['libgtk-3.so.0', 'libasound.so.2'])
})

test('who may not install system packages gets one command to run', () => {
  const need = { purpose: 'to show a window', missing: ['libgtk-3.so.0'], packages: [['libgtk-3-0t64', 'libgtk-3-0']] }
  const onDebian = missingMessage(need, ['libgtk-3-0'])
  expect(onDebian).toContain('Missing to show a window: libgtk-3.so.0.')
  expect(onDebian).toMatch(/sudo sh -c "apt-get update && apt-get install .* libgtk-3-0"/)
  expect(missingMessage(need, null)).toContain('in Debian they come with libgtk-3-0')
  expect(missingMessage(need, null)).not.toContain('apt-get')
})

test('every package that the lockfile asks for is in it, those of other platforms too', () => {
  type Entry = { dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> }
  const lock: { packages: Record<string, Entry> } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const present = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')))
  const asked = Object.values(lock.packages).flatMap((entry) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }),
  )
  expect(asked.filter((name) => !present.has(name))).toEqual([])
})
