import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openLibrary } from '../../src-main/library/open'
import { childScript, runChild } from '../support/child'
import { generatedText, seeded } from '../support/generated'
import { fixedClock, temporaryFolder, temporaryLibrary } from '../support/library'

const child = childScript('import')
const articles = 500

function texts(): string {
  const folder = join(temporaryFolder(), 'texts')
  mkdirSync(folder)
  const random = seeded(5)
  for (let at = 0; at < articles; at += 1) writeFileSync(join(folder, `${at}.txt`), generatedText(random, 3))
  return folder
}

/** Opens a library that nobody closed, and returns what it holds. */
function afterKill(path: string) {
  const library = openLibrary(path, { clock: fixedClock })
  const { reader } = library
  const count = (what: string) => reader.get<{ n: number }>(`SELECT count(*) AS n FROM ${what}`)?.n ?? 0
  const state = {
    live: count('article WHERE deleted_at IS NULL'),
    operations: count("op WHERE kind = 'import' AND state = 'done'"),
    unended: count('journal_state WHERE op IS NOT NULL'),
    incomplete: count(
      `article a WHERE NOT EXISTS (SELECT 1 FROM block WHERE article_id = a.id)
       OR (deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM search_document WHERE id = a.id * 4))`,
    ),
    lost: count('original o WHERE NOT EXISTS (SELECT 1 FROM article WHERE original_id = o.id)'),
    integrity: reader.get<{ integrity_check: string }>('PRAGMA integrity_check')?.integrity_check,
  }
  return { library, state }
}

it('an import that is killed leaves whole articles of one operation, and is completed when made again, 3 times', async () => {
  const folder = texts()
  const random = seeded(77)
  for (let kill = 0; kill < 3; kill += 1) {
    const { path, close } = temporaryLibrary()
    close()
    const worker = runChild(child, [path, folder])
    expect(await worker.next()).toEqual({ ready: articles })
    const first = (await worker.next()) as { done: number }
    const reading = (async () => {
      while ((await worker.next()) !== null);
    })()
    await setTimeout(random() * 150)
    worker.process.kill('SIGKILL')
    await Promise.all([worker.ended, reading])
    const told = Math.max(...(worker.lines as { done?: number }[]).map(({ done }) => done ?? 0))
    const { library, state } = afterKill(path)
    expect(state).toMatchObject({ operations: 1, unended: 0, incomplete: 0, lost: 0, integrity: 'ok' })
    expect(state.live).toBeGreaterThanOrEqual(Math.max(told, first.done))
    expect(state.live % 200 === 0 || state.live === articles).toBe(true)
    if (kill % 2 === 0) {
      library.undo(fixedClock())
      expect(library.nextUndo()).toBeNull()
    }
    library.close()
    const again = runChild(child, [path, folder])
    while ((await again.next()) !== null);
    await again.ended
    const after = afterKill(path)
    expect(after.state).toMatchObject({ live: articles, incomplete: 0, integrity: 'ok' })
    after.library.close()
  }
}, 120_000)
