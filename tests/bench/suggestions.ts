import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { noVectors } from '../../src-main/analysis/alignment/vectors'
import type { Notification } from '../../src-main/contract/notifications'
import { createLibrary } from '../../src-main/library/open'
import { allHandlers } from '../../src-main/services/handlers'
import { addArticles } from '../../src-main/services/import-add'
import { extractedText } from '../support/generated'
import { corpus } from './corpus'

/**
 * What the timeline asks in a large library: `npm run bench -- suggestions [ARTICLES]`. Of each call its time and the
 * longest time in which nothing else was answered, in milliseconds. Budget of the latter: 200 ms.
 */
const count = Number(process.argv[2] ?? 20_000)
const folder = mkdtempSync(join(tmpdir(), 'collate-bench-'))
const clock = () => new Date().toISOString()
const extract = () => Promise.reject(new Error('not used'))
const listeners = new Set<(notification: Notification) => void>()
const notify = (notification: Notification) => {
  for (const listener of listeners) listener(notification)
}

/** The longest time between two turns of the event loop while `work` goes on. */
async function held<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now()
  let [last, longest, running] = [start, 0, true]
  const turn = () => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
    if (running) setImmediate(turn)
  }
  setImmediate(turn)
  await new Promise(setImmediate)
  const result = await work()
  running = false
  turn()
  const took = performance.now() - start
  const memory = process.memoryUsage().rss / 1e6
  console.log(
    `${name.padEnd(44)} ${took.toFixed(0).padStart(7)} ms  held ${longest.toFixed(0).padStart(5)} ms  ${memory.toFixed(0).padStart(5)} MB`,
  )
  return result
}

/** Waits for a notification. */
const told = (isIt: (notification: Notification) => boolean) =>
  new Promise<void>((resolve) => {
    const listener = (notification: Notification) => {
      if (!isIt(notification)) return
      listeners.delete(listener)
      resolve()
    }
    listeners.add(listener)
  })

const analysed = () => told((one) => one.kind === 'analysis.progress' && one.done === one.total)
const changed = () => told((one) => one.kind === 'library.changed' && one.nouns.join() === 'suggestion')

try {
  const library = createLibrary(join(folder, 'large.collate'), { clock })
  const items = corpus(count).texts.map(({ title, text, published }, index) => {
    const item = extractedText(text, title, `article-${index}.txt`)
    const date = { value: published, origin: 'file', confidence: 'certain', evidence: null } as const
    return { ...item, extracted: { ...item.extracted, metadata: { ...item.extracted.metadata, published: date } } }
  })
  for (let from = 0; from < count; from += 5000) {
    addArticles({ library, clock, extract, wordVectors: () => noVectors, notify }, items.slice(from, from + 5000))
  }
  const ask = allHandlers({ library, clock, extract, wordVectors: () => noVectors, notify })
  await held('suggestion.list, nothing analysed', () => ask['suggestion.list']({}))
  await held('analysis', analysed)
  await changed()
  await held('suggestion.list, analysed', () => ask['suggestion.list']({}))
  await held('grouping', changed)
  const list = await held('suggestion.list, grouped', () => ask['suggestion.list']({}))
  console.log(`${list.length} suggestions, ${list.filter((one) => one.items.length > 1).length} of several statements`)
  const [first, second] = list
  if (!first || !second) throw new Error('no suggestions')
  const ids = (one: typeof first) => one.items.map((item) => item.id)
  await held('suggestion.dismiss', () => ask['suggestion.dismiss']({ ids: ids(first) }))
  await held('suggestion.list after that', () => ask['suggestion.list']({}))
  await held('suggestion.accept', () => ask['suggestion.accept']({ ids: ids(second) }))
  await held('suggestion.list after that', () => ask['suggestion.list']({}))
  await held('library.undo', () => ask['library.undo']({}))
  await held('suggestion.list after that', () => ask['suggestion.list']({}))
  await held('article.set', () => ask['article.set']({ ids: [4], edits: { published: '1987-03-01' } }))
  await held('suggestion.list after that', () => ask['suggestion.list']({}))
  await held('suggestion.list of an article', () => ask['suggestion.list']({ articleIds: [4] }))
  await held('grouping', changed)
  for (const one of (await ask['suggestion.list']({})).slice(2)) {
    if (one.edtf !== null) await ask['suggestion.accept']({ ids: ids(one) })
  }
  await held('event.list of some hundred', () => ask['event.list']({}))
  await held('suggestion.list beside them', () => ask['suggestion.list']({}))
  await held('library.info', () => ask['library.info']({}))
  library.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
