import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright'
import { withDisplay } from '../../scripts/lib/display.mjs'

/**
 * Cold start: from launching to the start screen with its buttons, against an Electron app that opens an empty window, in
 * the same runtime and the same run: `npm run bench -- start [RUNS]`. Budget: twice as long. Each start has new user data.
 */
const runs = Number(process.argv[2] ?? 7)
const budget = 2
const folder = mkdtempSync(join(tmpdir(), 'collate-bench-'))

const emptyApp = `
const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true } })
  void window.loadURL('data:text/html,<button>Empty</button>')
})
`

/** Starts the app in `cwd` on new user data. @returns milliseconds until a button can be seen */
async function start(cwd: string, env: NodeJS.ProcessEnv): Promise<number> {
  const data = mkdtempSync(join(folder, 'data-'))
  const begin = performance.now()
  const app = await _electron.launch({
    cwd,
    args: ['.', `--user-data-dir=${data}`],
    env: Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  })
  const page = await app.firstWindow()
  await page.locator('button').first().waitFor({ state: 'visible' })
  const elapsed = performance.now() - begin
  await app.close()
  return elapsed
}

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const empty = join(folder, 'empty')
mkdirSync(empty)
writeFileSync(join(empty, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.js' }))
writeFileSync(join(empty, 'main.js'), emptyApp)
const times = { empty: [] as number[], collate: [] as number[] }
try {
  await withDisplay(process.env, async (env) => {
    for (let i = 0; i < runs; i += 1) {
      times.empty.push(await start(empty, env))
      times.collate.push(await start(process.cwd(), env))
    }
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const ratio = median(times.collate) / median(times.empty)
console.log(`${runs} starts each, median: empty window ${median(times.empty).toFixed(0)} ms`)
console.log(
  `Collate's start screen ${median(times.collate).toFixed(0)} ms: ${ratio.toFixed(2)} times (budget ${budget})`,
)
process.exitCode = ratio <= budget ? 0 : 1
