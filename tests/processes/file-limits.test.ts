import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { watchFile } from '../../src-main/platform/file-limits'

const megabyte = 1024 * 1024

/** A real process that runs a script; it says a word once it runs. */
async function running(script: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', `process.stdout.write('here');${script}`])
  onTestFinished(() => void child.kill('SIGKILL'))
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return child
}

const residentBytes = ({ pid }: ChildProcess): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024

/** Watches the child and kills it as main does. @returns what ended it */
const watched = (child: ChildProcess, limits: { timeMs: number; memoryBytes: number }): Promise<unknown> =>
  new Promise((resolve) => {
    const idle = residentBytes(child)
    watchFile(
      limits,
      () => residentBytes(child) - idle,
      (code) => {
        child.once('exit', (_status, signal) => resolve({ code, signal }))
        child.kill('SIGKILL')
      },
    )
  })

const onLinux = test.skipIf(process.platform !== 'linux')

onLinux('a process that never comes back is killed at its time, though it hears nothing', async () => {
  const child = await running(`process.on('SIGTERM', () => {});for (;;) {}`)
  const before = Date.now()
  expect(await watched(child, { timeMs: 600, memoryBytes: 4096 * megabyte })).toEqual({
    code: 'import/time-limit',
    signal: 'SIGKILL',
  })
  expect(Date.now() - before).toBeGreaterThanOrEqual(600)
})

onLinux('a process that takes too much memory is killed long before its time', async () => {
  const child = await running(`const kept = [];setInterval(() => kept.push(Buffer.alloc(${20 * megabyte}, 1)), 20)`)
  expect(await watched(child, { timeMs: 15_000, memoryBytes: 100 * megabyte })).toEqual({
    code: 'import/memory-limit',
    signal: 'SIGKILL',
  })
})

test('a file that comes back in time ends the watch', async () => {
  const exceeded: string[] = []
  const end = watchFile(
    { timeMs: 50, memoryBytes: 1 },
    () => 0,
    (code) => exceeded.push(code),
  )
  end()
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(exceeded).toEqual([])
})
