import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createPreferences } from '../../src-main/platform/preferences'

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'collate-preferences-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'data', 'preferences.json')
}

test('libraries are remembered, the last one first and each once, over a restart', () => {
  const file = place()
  const before = createPreferences(file)
  for (const name of ['a', 'b', 'a']) before.remember(`/work/${name}.collate`)
  const after = createPreferences(file)
  expect(after.get().recent).toEqual(['/work/a.collate', '/work/b.collate'])
  after.forget(0)
  expect(createPreferences(file).get().recent).toEqual(['/work/b.collate'])
})

test('the list of libraries does not grow for ever', () => {
  const preferences = createPreferences(place())
  for (let n = 0; n < 40; n += 1) preferences.remember(`/work/${n}.collate`)
  expect(preferences.get().recent).toHaveLength(12)
  expect(preferences.get().recent[0]).toBe('/work/39.collate')
})

test('a change leaves no other file behind', () => {
  const file = place()
  createPreferences(file).change({ theme: 'dark' })
  expect(readdirSync(join(file, '..'))).toEqual(['preferences.json'])
})

test.each(['', '{"recent":', '[]', 'null', '{"recent":[1,"/a.collate",null],"theme":"pink","bounds":{"x":"1"}}'])(
  'a damaged file (%s) costs nothing but itself',
  (content) => {
    const file = place()
    createPreferences(file).change({ theme: 'light' })
    writeFileSync(file, content)
    const preferences = createPreferences(file)
    expect(preferences.get()).toEqual({
      recent: content.includes('/a.collate') ? ['/a.collate'] : [],
      theme: 'system',
      bounds: null,
      watched: {},
    })
    preferences.remember('/b.collate')
    expect(createPreferences(file).get().recent[0]).toBe('/b.collate')
  },
)
