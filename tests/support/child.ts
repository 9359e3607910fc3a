import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { afterAll, beforeAll, onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '../..')

/**
 * Bundles a script of `tests/support/children` before the tests of a file, so that plain Node can run it.
 * @returns the path of the bundle, for use inside tests
 */
export function childScript(name: string): string {
  const outDir = join(root, 'node_modules/.cache/collate-tests')
  const entryFileNames = `${name}-${process.pid}.mjs`
  beforeAll(async () => {
    await build({
      configFile: false,
      logLevel: 'silent',
      root,
      build: {
        ssr: join(root, 'tests/support/children', `${name}.ts`),
        outDir,
        emptyOutDir: false,
        target: 'node20.18',
        rolldownOptions: { output: { entryFileNames } },
      },
    })
  })
  afterAll(() => rmSync(join(outDir, entryFileNames), { force: true }))
  return join(outDir, entryFileNames)
}

export type Child = {
  process: ChildProcessWithoutNullStreams
  /** Everything printed so far, line by line. */
  lines: unknown[]
  /** The next line that is printed; null when there are no more. */
  next: () => Promise<unknown>
  /** Resolves when the process has ended and all that it printed was read. */
  ended: Promise<void>
}

/** Runs a bundled script. A child that still runs when the test is over is killed. */
export function runChild(bundle: string, args: readonly string[], shell?: string): Child {
  const child = shell
    ? spawn('bash', ['-c', `${shell}; exec "$@"`, 'bash', process.execPath, bundle, ...args])
    : spawn(process.execPath, [bundle, ...args])
  child.stderr.pipe(process.stderr)
  onTestFinished(() => {
    if (child.exitCode === null) child.kill('SIGKILL')
  })
  const lines: unknown[] = []
  const reader = createInterface({ input: child.stdout })
  const iterator = reader[Symbol.asyncIterator]()
  const next = async () => {
    const { value, done } = await iterator.next()
    if (done) return null
    const line: unknown = JSON.parse(value)
    lines.push(line)
    return line
  }
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return { process: child, lines, next, ended }
}
