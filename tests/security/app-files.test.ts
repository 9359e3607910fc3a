import { join, sep } from 'node:path'
import { expect, test } from 'vitest'
import { contentSecurityPolicy, fileOf } from '../../src-main/platform/app-files'

const folder = join(sep, 'opt', 'collate', 'renderer')

test.each([
  ['app://collate/', join(folder, 'index.html')],
  ['app://collate/index.html?x=1#y', join(folder, 'index.html')],
  ['app://collate/assets/index-B1x.js', join(folder, 'assets', 'index-B1x.js')],
])('%s is a file of the app', (address, path) => {
  expect(fileOf(address, folder)?.path).toBe(path)
})

test.each([
  'app://collate/..%2fmain%2findex.js',
  'app://collate/..%5cmain%5cindex.js',
  'app://collate/assets/..%2f..%2f..%2f..%2fetc%2fx.js',
  'app://collate/index.html%00.js',
  'app://collate/%E0%A4%A.js',
  'app://collate/package.json.node',
  'app://collate/assets',
  'app://elsewhere/index.html',
  'app://collate.example/index.html',
  'file:///etc/passwd.html',
])('%s is none', (address) => {
  expect(fileOf(address, folder)).toBeNull()
})

test.each([
  'app://collate/../main/index.js',
  'app://collate/%2e%2e/%2e%2e/main/index.js',
  'app://collate//etc/../../../../etc/x.js',
])('%s stays in the folder', (address) => {
  expect(fileOf(address, folder)?.path).toMatch(/^\/opt\/collate\/renderer\//)
})

test('the policy allows no inline script, no evaluation and no other place', () => {
  const policy = contentSecurityPolicy('abc')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("style-src 'self' 'nonce-abc'")
  expect(policy).not.toMatch(/unsafe|\*|https?:/)
})
