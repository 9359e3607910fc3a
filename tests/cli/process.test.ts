import { execFile, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

/** Runs until something stands on standard error, then does what Ctrl+C in a terminal does. */
function interrupted(cwd: string, args: readonly string[], first = ''): Promise<Ran> {
  const child = spawn(process.execPath, [join(folder, 'cli.js'), ...args], { cwd, detached: true })
  const ran = { out: '', err: '' }
  child.stdin.write(first)
  child.stdout.on('data', (text) => {
    ran.out += text
  })
  child.stderr.on('data', (text) => {
    if (ran.err === '' && child.pid) process.kill(-child.pid, 'SIGINT')
    ran.err += text
  })
  return new Promise((done) => child.on('close', (status) => done({ status: status ?? -1, ...ran })))
}

describe.runIf(process.platform !== 'win32')('an import that is stopped by Ctrl+C', () => {
  const library = ['--library', 'L.collate']

  it('adds what was read as one operation, says what was not, and closes the library', async () => {
    const cwd = temporaryFolder()
    mkdirSync(join(cwd, 'in'))
    for (let at = 0; at < 400; at += 1) writeFileSync(join(cwd, 'in', `${at}.txt`), `Pier ${at} of Sund was closed.\n`)
    const ran = await interrupted(cwd, ['import', 'in', ...library, '--json'])
    expect(ran.status).toBe(130)
    const { imported, refused, stopped, notRead } = JSON.parse(ran.out)
    expect(stopped).toBe(true)
    expect(refused).toEqual([])
    expect(imported.length).toBeGreaterThan(0)
    expect(imported.length + notRead).toBe(400)
    expect(ran.err).toContain(`${notRead} files not read`)
    expect(readdirSync(cwd).sort()).toEqual(['L.collate', 'in'])
    expect(JSON.parse((await run(cwd, ['undo', ...library, '--json'])).out)).toMatchObject({ label: 'import.add' })
    expect(JSON.parse((await run(cwd, ['search', 'pier', ...library, '--json'])).out)).toEqual([])
  })

  it('adds the records that came in', async () => {
    const cwd = temporaryFolder()
    const records = Array.from({ length: 500 }, (_, id) => JSON.stringify({ id, text: `Pier ${id} was closed.` }))
    const ran = await interrupted(cwd, ['import', '-', ...library, '--json'], `${records.join('\n')}\n`)
    expect(ran.status).toBe(130)
    const { imported, notRead } = JSON.parse(ran.out)
    expect(imported.length).toBeGreaterThan(400)
    expect(notRead).toBe(null)
    expect(readdirSync(cwd)).toEqual(['L.collate'])
  })
})
