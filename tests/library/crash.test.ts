import { spawnSync } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../src-main/library/open'
import { addArticle } from '../support/articles'
import { childScript, runChild } from '../support/child'
import { seeded } from '../support/generated'
import { fixedClock, temporaryLibrary } from '../support/library'

const child = childScript('library')

type Line = { articles?: number[]; tag?: string; code?: string }

function acknowledged(lines: unknown[]): { articles: number[]; tags: string[] } {
  const printed = lines as Line[]
  return {
    articles: printed.flatMap((line) => line.articles ?? []),
    tags: printed.flatMap((line) => line.tag ?? []),
  }
}

/** Opens a library that nobody closed, and returns what it holds. */
function afterCrash(path: string) {
  const library = openLibrary(path, { clock: fixedClock })
  const { reader } = library
  const ids = reader.all<{ id: number }>('SELECT id FROM article ORDER BY id').map((row) => row.id)
  const state = {
    ids,
    tags: reader.all<{ name: string }>('SELECT name FROM tag ORDER BY id').map((row) => row.name),
    integrity: reader.get<{ integrity_check: string }>('PRAGMA integrity_check')?.integrity_check,
    foreignKeys: reader.all('PRAGMA foreign_key_check'),
    incomplete: reader.all(
      `SELECT id FROM article a WHERE NOT EXISTS (SELECT 1 FROM block WHERE article_id = a.id)
       OR NOT EXISTS (SELECT 1 FROM search_document WHERE id = a.id * 4)
       OR NOT EXISTS (SELECT 1 FROM original WHERE id = a.original_id)`,
    ),
    unended: reader.get('SELECT 1 FROM journal_state WHERE op IS NOT NULL'),
  }
  library.close()
  return state
}

describe('a killed process', () => {
  it('loses nothing that it acknowledged, and leaves nothing half-written, 30 times', async () => {
    const library = temporaryLibrary()
    const { path } = library
    library.close()
    const random = seeded(20_240_507)
    let before = afterCrash(path)
    for (let kill = 0; kill < 30; kill += 1) {
      const worker = runChild(child, ['work', path, String(kill)])
      const reading = (async () => {
        while ((await worker.next()) !== null);
      })()
      while (worker.lines.length === 0 && worker.process.exitCode === null) await setTimeout(1)
      await setTimeout(random() * 60)
      worker.process.kill('SIGKILL')
      await Promise.all([worker.ended, reading])
      const { articles, tags } = acknowledged(worker.lines)
      const after = afterCrash(path)
      expect(after.ids).toEqual(expect.arrayContaining([...before.ids, ...articles]))
      expect(after.tags).toEqual(expect.arrayContaining([...before.tags, ...tags]))
      expect(after).toMatchObject({ integrity: 'ok', foreignKeys: [], incomplete: [], unended: undefined })
      expect(articles.length).toBeGreaterThan(0)
      before = after
    }
  }, 60_000)

  it('completes an import that was killed, when it is made again', async () => {
    const library = temporaryLibrary()
    const { path } = library
    library.close()
    const counts: number[] = []
    for (const run of [1, 2]) {
      const worker = runChild(child, ['work', path, '7'])
      while ((await worker.next()) !== null && worker.lines.length < 12 * run);
      worker.process.kill('SIGKILL')
      await worker.ended
      const { ids } = afterCrash(path)
      counts.push(ids.length)
    }
    const [first = 0, second = 0] = counts
    expect(second).toBeGreaterThan(first)
    const reopened = openLibrary(path, { clock: fixedClock })
    const originals = reopened.reader.get<{ n: number }>('SELECT count(DISTINCT original_id) AS n FROM article')
    expect(originals?.n).toBe(second)
    reopened.close()
  })
})

describe('a full disk', () => {
  it.runIf(process.platform === 'linux')(
    'is told of, takes the change back whole, and work goes on with room',
    async () => {
      const library = temporaryLibrary()
      const { path } = library
      addArticle(library, { text: 'The bridge stays closed.' })
      library.close()
      // In blocks of 1024 bytes; the soft limit can be lifted while the process runs.
      const filler = runChild(child, ['fill', path], 'ulimit -S -f 3000')
      const full = (await filler.next()) as { articles: number; code: string }
      expect(full.code).toBe('library/disk-full')
      expect(full.articles).toBeGreaterThan(0)
      spawnSync('prlimit', ['--pid', String(filler.process.pid), '--fsize=unlimited'])
      filler.process.stdin.write('\n')
      expect(await filler.next()).toEqual({ articles: full.articles + 1 })
      await filler.ended
      const after = afterCrash(path)
      expect(after.ids).toHaveLength(full.articles + 2)
      expect(after).toMatchObject({ integrity: 'ok', incomplete: [] })
    },
  )
})

describe('two processes', () => {
  it('never have one library open for writing', async () => {
    const library = temporaryLibrary()
    const locked = runChild(child, ['open', library.path])
    expect(await locked.next()).toEqual({ code: 'library/locked' })
    const reader = runChild(child, ['open', library.path, '--read-only'])
    expect(await reader.next()).toEqual({ opened: true, readOnly: true, articles: 0 })
    library.close()
    const holder = runChild(child, ['open', library.path, '--hold'])
    expect(await holder.next()).toMatchObject({ opened: true, readOnly: false })
    expect(() => openLibrary(library.path, { clock: fixedClock })).toThrow('library/locked')
    // A lock goes with its process.
    holder.process.kill('SIGKILL')
    await holder.ended
    openLibrary(library.path, { clock: fixedClock }).close()
  })
})
