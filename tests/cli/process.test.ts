import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { temporaryFolder } from '../support/library'

const project = resolve(import.meta.dirname, '../..')
let folder = ''

// As deep in the project as the app's own build, so that packages and resources are found in the same places.
beforeAll(async () => {
  const sources = join(project, 'src-main')
  mkdirSync(join(project, 'out'), { recursive: true })
  folder = mkdtempSync(join(project, 'out', 'cli-'))
  await build({
    configFile: false,
    root: project,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: folder,
      rolldownOptions: {
        input: { cli: join(sources, 'cli.ts'), extraction: join(sources, 'processes/extraction.ts') },
      },
    },
  })
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Ran = { status: number; out: string; err: string }

function run(cwd: string, args: readonly string[], input = ''): Promise<Ran> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [join(folder, 'cli.js'), ...args], { cwd }, (error, out, err) =>
      done({ status: error ? Number(error.code) : 0, out, err }),
    )
    child.stdin?.end(input)
  })
}

it('imports in a real process: results on standard output, notes on standard error', async () => {
  const cwd = temporaryFolder()
  writeFileSync(join(cwd, 'a.md'), '# Bridge closed\n\nWorkers closed the swing bridge on 7 March 2023.\n')
  writeFileSync(join(cwd, 'b.html'), '<html><body><p>The mayor of Sund said nothing.</p></body></html>')
  writeFileSync(join(cwd, 'empty.txt'), '')
  const ran = await run(cwd, ['import', 'a.md', 'b.html', 'empty.txt', '--library', 'L.collate', '--json'])
  expect(ran.status).toBe(1)
  const lines = ran.out.trimEnd().split('\n')
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    imported: [{ file: 'a.md', title: 'Bridge closed' }, { file: 'b.html' }],
    refused: [{ file: 'empty.txt' }],
  })
  expect(ran.err).toContain('empty.txt')
  const timeline = await run(cwd, ['timeline', '--library', 'L.collate', '--accept', '0.1', '--json'])
  expect(JSON.parse(timeline.out)).toMatchObject([{ date: '2023-03-07' }])
})

it('reads standard input and tells of wrong use with its status', async () => {
  const cwd = temporaryFolder()
  const text = 'It closed on 7 March 2023.'
  const dates = await run(cwd, ['dates', '-', '--json'], `${JSON.stringify({ id: 1, text })}\n`)
  expect(JSON.parse(dates.out)).toMatchObject({ id: 1, dates: [{ edtf: '2023-03-07' }] })
  expect((await run(cwd, ['dates'])).status).toBe(2)
})

it('does the whole job on the sample', async () => {
  const cwd = temporaryFolder()
  const ran = await run(cwd, ['demo', '--out', 'demo', '--json'])
  expect(ran.status).toBe(0)
  const { files } = JSON.parse(ran.out)
  expect(readFileSync(files[1], 'utf8')).toContain('## Sources')
})
