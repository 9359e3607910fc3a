import { appendFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/library'
import { finished, type TestServices, testServices } from '../support/services'

const texts = ['The ferry lay in the harbour for a week.', 'The bridge was opened again on Tuesday.']

function write(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const tell = ({ ask }: TestServices, paths: string[]) =>
  ask['watch.files']({ folder: 'clippings', missing: false, paths })

async function addNew(services: TestServices, chosen: (index: number) => boolean = () => true) {
  const { stageId } = await services.ask['watch.review']({})
  const stage = await finished(services, stageId)
  const files = stage.files.filter(({ index }) => chosen(index)).map(({ index }) => ({ index }))
  return services.ask['import.add']({ stageId, files })
}

test('no folder is watched until one is chosen', async () => {
  expect(await testServices().ask['watch.state']({})).toEqual({ folder: null, missing: false, count: 0 })
})

test('new files are counted and told of, and nothing is imported without a review', async () => {
  const services = testServices()
  const folder = temporaryFolder()
  const paths = texts.map((text, at) => write(folder, `${at}.txt`, text))
  await tell(services, paths)
  expect(services.notifications).toEqual([{ kind: 'watch.found', folder: 'clippings', missing: false, count: 2 }])
  await tell(services, paths)
  expect(services.notifications).toHaveLength(1)
  expect(await services.ask['library.info']({})).toMatchObject({ articles: 0 })
  expect((await addNew(services)).articleIds).toHaveLength(2)
  expect(services.notifications.at(-1)).toMatchObject({ kind: 'watch.found', count: 0 })
})

test('what was imported, trashed or left out of a review is not offered again, also after a restart', async () => {
  const services = testServices()
  const folder = temporaryFolder()
  const archive = zipSync({ 'c.txt': new TextEncoder().encode('The lighthouse keeper retired in March.') })
  const paths = [...texts.map((text, at) => write(folder, `${at}.txt`, text)), write(folder, 'c.zip', archive)]
  await tell(services, paths)
  const { articleIds } = await addNew(services, (index) => index !== 1)
  await services.ask['article.trash']({ ids: articleIds })
  const restarted = testServices(services.library)
  await tell(restarted, [...paths, write(folder, 'new.txt', 'A fourth text came in later.')])
  expect(await restarted.ask['watch.state']({})).toMatchObject({ count: 1 })
})

test('files of a review that was given up are offered again', async () => {
  const services = testServices()
  await tell(services, [write(temporaryFolder(), 'a.txt', texts[0] ?? '')])
  const { stageId } = await services.ask['watch.review']({})
  await services.ask['import.discard']({ stageId })
  expect(await services.ask['watch.state']({})).toMatchObject({ count: 1 })
})

test('a review of which all was added before it closed counts as one that ended with adding', async () => {
  const services = testServices()
  const folder = temporaryFolder()
  await tell(services, [write(folder, 'a.txt', texts[0] ?? ''), write(folder, 'b.docx', 'no document')])
  const { stageId } = await services.ask['watch.review']({})
  const [first] = (await finished(services, stageId)).files
  await services.ask['import.add']({ stageId, files: [{ index: first?.index ?? -1 }], staysOpen: true })
  expect(await services.ask['watch.state']({})).toMatchObject({ count: 1 })
  await services.ask['import.discard']({ stageId })
  expect(await services.ask['watch.state']({})).toMatchObject({ count: 0 })
})

test('a folder that is missing, and one that is watched no more, are told of', async () => {
  const services = testServices()
  await tell(services, [write(temporaryFolder(), 'a.txt', texts[0] ?? '')])
  await services.ask['watch.files']({ folder: 'clippings', missing: true, paths: [] })
  expect(services.notifications.at(-1)).toEqual({ kind: 'watch.found', folder: 'clippings', missing: true, count: 0 })
  await services.ask['watch.files']({ folder: null, missing: false, paths: [] })
  expect(services.notifications.at(-1)).toEqual({ kind: 'watch.found', folder: null, missing: false, count: 0 })
})

const megabyte = 1024 * 1024

test('a file of hundreds of megabytes is looked at piece by piece', async () => {
  const services = testServices()
  const path = write(temporaryFolder(), 'large.txt', '')
  truncateSync(path, 160 * megabyte)
  const inMemory = () => process.memoryUsage().arrayBuffers
  const before = inMemory()
  let most = 0
  const watching = setInterval(() => {
    most = Math.max(most, inMemory() - before)
  }, 5)
  await tell(services, [path])
  clearInterval(watching)
  expect(await services.ask['watch.state']({})).toMatchObject({ count: 1 })
  expect(most).toBeGreaterThan(0)
  expect(most).toBeLessThan(100 * megabyte)
})

test('a file that grows while it is looked at is known by what it is in the end', async () => {
  const services = testServices()
  const folder = temporaryFolder()
  const [first = '', second = ''] = texts
  const whole = write(folder, 'whole.txt', `${first}${'\n'.repeat(megabyte)}${second}`)
  const { stageId } = await services.ask['import.stage']({ paths: [whole] })
  await services.ask['import.add']({ stageId, files: (await finished(services, stageId)).files })
  const growing = write(folder, 'growing.txt', `${first}${'\n'.repeat(megabyte)}`)
  const look = tell(services, [growing])
  await setImmediate()
  appendFileSync(growing, second.slice(0, 10))
  await look
  appendFileSync(growing, second.slice(10))
  await tell(services, [growing])
  expect(await services.ask['watch.state']({})).toMatchObject({ count: 0 })
})

test('a look that failed keeps no later one from being taken', async () => {
  const services = testServices()
  await tell(services, [write(temporaryFolder(), 'b.txt', texts[1] ?? '')])
  await addNew(services)
  const paths = [write(temporaryFolder(), 'a.txt', texts[0] ?? '')]
  const keep = (value: string) =>
    services.library.unjournalled((writer) =>
      writer.run('UPDATE setting SET value = @value WHERE key = @key', { key: 'watch.reviewed', value }),
    )
  keep('[')
  await expect(tell(services, paths)).rejects.toThrow()
  keep('[]')
  await tell(services, paths)
  expect(await services.ask['watch.state']({})).toMatchObject({ count: 1 })
})

test('a file that is gone before it is looked at, and one that may not be read, hide no other', async () => {
  const services = testServices()
  const folder = temporaryFolder()
  const paths = [join(folder, 'gone.txt'), folder, write(folder, 'b.txt', texts[1] ?? '')]
  await tell(services, paths)
  expect(await services.ask['watch.state']({})).toMatchObject({ count: 1 })
  write(folder, 'gone.txt', texts[0] ?? '')
  await tell(services, paths)
  expect(await services.ask['watch.state']({})).toMatchObject({ count: 2 })
})
