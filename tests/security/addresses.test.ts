import { expect, test } from 'vitest'
import { isAppPage, isOwn, openableAddress } from '../../src-main/platform/addresses'

const vite = 'http://localhost:5173'

test.each([
  'app://collate/index.html',
  'data:image/png;base64,AA==',
  'blob:app://collate/1',
  'devtools://devtools/x.js',
])('a request for %s may go on', (address) => {
  expect(isOwn(address)).toBe(true)
})

test.each([
  'https://example.org/',
  'http://127.0.0.1:5173/',
  'http://localhost:5173/main.tsx',
  'ws://localhost:5173/',
  'ftp://example.org/',
  'file:///etc/passwd',
  'chrome-extension://abc/x.js',
  'not an address',
])('a request for %s is cancelled', (address) => {
  expect(isOwn(address)).toBe(false)
})

test('only in development may requests reach Vite, and no other port', () => {
  expect(isOwn('http://localhost:5173/main.tsx', vite)).toBe(true)
  expect(isOwn('ws://localhost:5173/', vite)).toBe(true)
  expect(isOwn('http://localhost:5174/', vite)).toBe(false)
})

test.each([
  ['app://collate/index.html', true],
  ['app://collate.example/index.html', false],
  ['app://other/', false],
  ['data:text/html,x', false],
  ['about:blank', false],
  ['https://collate/', false],
  ['', false],
])('a frame at %j may ask main: %s', (address, may) => {
  expect(isAppPage(address)).toBe(may)
})

test('addresses for the browser are https and mailto alone, with hosts as they are looked up', () => {
  expect(openableAddress('https://example.org/a?b=c#d')).toBe('https://example.org/a?b=c#d')
  expect(openableAddress('mailto:a@example.org')).toBe('mailto:a@example.org')
  // A Cyrillic "а" in place of the Latin one.
  expect(openableAddress('https://ex\u0430mple.org/')).toBe('https://xn--exmple-4nf.org/')
  for (const address of [
    'http://example.org/',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'file:///etc/passwd',
    'smb://server/share',
    'data:text/html,x',
    'vscode://open',
    '//example.org',
    '',
  ]) {
    expect(openableAddress(address), address).toBeNull()
  }
})
