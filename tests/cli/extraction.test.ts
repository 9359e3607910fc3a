import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createExtraction, type ExtractionLimits, extractionLimits } from '../../src-main/cli/extraction'
import { temporaryFolder } from '../support/library'

/** An extraction process that does what the file's name says. */
const misbehaving = `
const grown = []
process.on('message', ({ id, file }) => {
  if (file.fileName === 'hang.txt') for (;;);
  if (file.fileName === 'die.txt') process.kill(process.pid, 'SIGSEGV')
  if (file.fileName === 'grow.txt') {
    setInterval(() => grown.push(Buffer.alloc(16 * 1024 * 1024, 1)), 5)
    return
  }
  process.send({ id, result: { ok: true, value: { pid: process.pid, bytes: file.bytes.length } } })
})
process.on('disconnect', () => process.exit())
process.send({ kind: 'ready' })
`

function extraction(limits: Partial<ExtractionLimits> = {}) {
  const entry = join(temporaryFolder(), 'entry.mjs')
  writeFileSync(entry, misbehaving)
  const started = createExtraction(entry, { ...extractionLimits, ...limits })
  onTestFinished(started.close)
  return (fileName: string) => started.extract({ bytes: new Uint8Array(3), fileName })
}

describe('extraction in a process of its own', () => {
  it('uses one process for many files', async () => {
    const extract = extraction()
    const results = await Promise.all(['a.txt', 'b.txt', 'c.txt'].map(extract))
    expect(results.every((result) => result.ok)).toBe(true)
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1)
  })

  it('stops a file that takes too long, and goes on with the next', async () => {
    const extract = extraction({ timeMs: 300 })
    const [stopped, next] = await Promise.all([extract('hang.txt'), extract('next.txt')])
    expect(stopped).toEqual({ ok: false, error: { code: 'import/time-limit', params: { seconds: 0.3 } } })
    expect(next).toMatchObject({ ok: true, value: { bytes: 3 } })
  })

  it.runIf(process.platform === 'linux')('stops a file that takes too much memory, and goes on', async () => {
    const extract = extraction({ memoryBytes: 128 * 1024 * 1024 })
    const [stopped, next] = await Promise.all([extract('grow.txt'), extract('next.txt')])
    expect(stopped).toEqual({ ok: false, error: { code: 'import/memory-limit', params: { megabytes: 128 } } })
    expect(next).toMatchObject({ ok: true })
  })

  it('says that a file can not be read on which its process dies, and goes on', async () => {
    const extract = extraction()
    const [died, next] = await Promise.all([extract('die.txt'), extract('next.txt')])
    expect(died).toEqual({ ok: false, error: { code: 'import/unreadable', params: { format: 'TXT' } } })
    expect(next).toMatchObject({ ok: true })
  })

  it('says so too where no process can be started', async () => {
    const started = createExtraction(join(temporaryFolder(), 'nothing.mjs'))
    onTestFinished(started.close)
    const result = await started.extract({ bytes: new Uint8Array(1), fileName: 'page.html' })
    expect(result).toEqual({ ok: false, error: { code: 'import/unreadable', params: { format: 'HTML' } } })
  })
})
