import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { formats } from '../../src-main/importing/sniff'
import { articleExtensions, mayHoldArticles } from '../../src-main/platform/article-files'
import { type FolderContent, watchFolder } from '../../src-main/platform/watched-folder'
import { childScript, runChild } from '../support/child'

const child = childScript('folder')

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'collate-watched-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function watched(folder: string) {
  const told: FolderContent[] = []
  onTestFinished(watchFolder(folder, (content) => told.push(content)))
  return async (content: FolderContent) =>
    vi.waitFor(() => expect(told.at(-1)).toEqual(content), { timeout: 10_000, interval: 50 })
}

test('what lies in the folder is told, and what comes and goes, without pictures, hidden files and circles', async () => {
  const folder = place()
  mkdirSync(join(folder, 'inner'))
  writeFileSync(join(folder, 'b.txt'), 'The second one.')
  writeFileSync(join(folder, 'inner/a.html'), '<p>The first one.</p>')
  writeFileSync(join(folder, 'photo.png'), 'no text')
  writeFileSync(join(folder, '.hidden.txt'), 'Nobody sees this.')
  symlinkSync(folder, join(folder, 'inner/circle'))
  mkdirSync(join(folder, '.old'))
  writeFileSync(join(folder, '.old/d.txt'), 'Nobody sees this either.')
  const tells = watched(folder)
  await tells({ missing: false, paths: [join(folder, 'b.txt'), join(folder, 'inner/a.html')] })
  writeFileSync(join(folder, 'c.md'), 'The third one.')
  rmSync(join(folder, 'b.txt'))
  await tells({ missing: false, paths: [join(folder, 'c.md'), join(folder, 'inner/a.html')] })
}, 30_000)

test('a folder that is not there is said to be missing', async () => {
  await watched(join(place(), 'gone'))({ missing: true, paths: [] })
})

test('a folder that was not there is looked for again', async () => {
  const folder = join(place(), 'drive')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const told: FolderContent[] = []
  onTestFinished(watchFolder(folder, (content) => told.push(content)))
  while (vi.getTimerCount() === 0) await setImmediate()
  expect(told).toEqual([{ missing: true, paths: [] }])
  mkdirSync(folder)
  writeFileSync(join(folder, 'a.txt'), 'The first one.')
  vi.runOnlyPendingTimers()
  vi.useRealTimers()
  await vi.waitFor(() => expect(told.at(-1)).toEqual({ missing: false, paths: [join(folder, 'a.txt')] }), {
    timeout: 10_000,
    interval: 50,
  })
}, 30_000)

test('a folder that goes away is said to be missing', async () => {
  const folder = join(place(), 'drive')
  mkdirSync(folder)
  writeFileSync(join(folder, 'a.txt'), 'The first one.')
  const tells = watched(folder)
  await tells({ missing: false, paths: [join(folder, 'a.txt')] })
  rmSync(folder, { recursive: true })
  await tells({ missing: true, paths: [] })
}, 30_000)

test.runIf(process.platform !== 'win32')(
  'a folder that may not be read is said to be missing, and is watched once it may',
  async () => {
    const outer = place()
    const folder = join(outer, 'drive')
    mkdirSync(folder)
    writeFileSync(join(folder, 'a.txt'), 'The first one.')
    chmodSync(outer, 0o755)
    chmodSync(folder, 0o000)
    const watching = runChild(child, ['watch', folder])
    expect(await watching.next()).toEqual({ missing: true, paths: [] })
    chmodSync(folder, 0o755)
    const found = { missing: false, paths: [join(folder, 'a.txt')] }
    while (JSON.stringify(await watching.next()) !== JSON.stringify(found)) expect(watching.process.exitCode).toBeNull()
    expect(watching.lines.at(-1)).toEqual(found)
  },
  30_000,
)

test('every format that is read is offered by dialogs and watched folders', () => {
  const read = Object.values(formats).flatMap(({ extensions }): readonly string[] => extensions)
  expect(articleExtensions).toEqual(expect.arrayContaining(read))
  expect(['a.TXT', 'crawl.warc.gz', 'page.html.part', '.txt', 'txt', 'a.collate'].map(mayHoldArticles)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})
