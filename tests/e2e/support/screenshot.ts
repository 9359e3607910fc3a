import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { _electron, type ElectronApplication, type Page } from 'playwright'

/**
 * Photographs the built app with the sample library, in both themes and both sizes that the design names.
 *
 *   node tests/e2e/support/screenshot.ts --out FOLDER [--library FILE] [--run ACTIONS.ts] [--theme dark] [--size 1024x700]
 *
 * ACTIONS.ts exports `run(page, shoot, app)`, where `shoot(name)` writes NAME-THEME-SIZE.png; without it, the start screen
 * and every workspace are shown. Needs a display: `xvfb-run -a -s '-screen 0 1600x1200x24' node …`.
 */

type Shoot = (name: string) => Promise<void>
type Run = (page: Page, shoot: Shoot, app: ElectronApplication) => Promise<void>

const workspaces = ['library', 'read', 'tags', 'timeline', 'briefing']

const everyWorkspace: Run = async (page, shoot) => {
  for (const [index, name] of workspaces.entries()) {
    await page.keyboard.press(`Control+${index + 1}`)
    await shoot(name)
  }
}

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'test-results/screens' },
    library: { type: 'string' },
    run: { type: 'string' },
    theme: { type: 'string', multiple: true, default: ['light', 'dark'] },
    size: { type: 'string', multiple: true, default: ['1440x900', '1024x700'] },
  },
})

async function photograph(theme: string, size: string, run: Run): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'collate-screens-'))
  const library = values.library ? [resolve(values.library)] : []
  const app = await _electron.launch({
    cwd: resolve(import.meta.dirname, '../../..'),
    args: ['.', `--user-data-dir=${data}`, ...library],
    // The invented articles are from a spring to come.
    env: { ...(process.env as Record<string, string>), COLLATE_TODAY: '2031-06-01' },
  })
  try {
    const page = await app.firstWindow()
    const [width = 1440, height = 900] = size.split('x').map(Number)
    await app.evaluate(
      ({ BrowserWindow }, wanted) => {
        const window = BrowserWindow.getAllWindows()[0]
        window?.setMinimumSize(0, 0)
        window?.setContentSize(wanted.width, wanted.height)
      },
      { width, height },
    )
    await page.waitForFunction(() => document.querySelector('#root')?.childElementCount)
    await page.waitForFunction(
      ([w, h]) => window.innerWidth === w && window.innerHeight === h && document.fonts.status === 'loaded',
      [width, height],
    )
    await page.evaluate(`window.collate.shell("shell.setTheme", { theme: "${theme}" })`)
    if (library.length === 0) {
      if (!values.run) await shoot(page, `start-${theme}-${size}`)
      await page.evaluate('window.collate.shell("shell.openSample", {})')
    }
    await run(page, (name) => shoot(page, `${name}-${theme}-${size}`), app)
  } finally {
    await app.close()
    rmSync(data, { recursive: true, force: true })
  }
}

/** Waits for two frames without a change of the page before the picture is taken. */
async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('load')
  await page.evaluate(
    () =>
      new Promise<void>((settled) => {
        let timer = setTimeout(settled, 400)
        new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(settled, 400)
        }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
      }),
  )
  const path = join(resolve(values.out), `${name}.png`)
  await page.screenshot({ path })
  console.log(path)
}

mkdirSync(resolve(values.out), { recursive: true })
const module = values.run ? ((await import(pathToFileURL(resolve(values.run)).href)) as { run: Run }) : null
for (const theme of values.theme)
  for (const size of values.size) await photograph(theme, size, module?.run ?? everyWorkspace)
