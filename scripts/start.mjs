// Builds Collate if need be and opens it. Arguments go to the app.
import { ensureBuilt } from './lib/build.mjs'
import { isHarmlessComplaint } from './lib/chromium.mjs'
import { hasDisplay, isRoot, main, root, Stop } from './lib/project.mjs'
import { run } from './lib/run.mjs'
import { chromeSandbox, electronExecutable } from './setup/electron.mjs'
import { setup } from './setup/run.mjs'
import { sandboxProblem } from './setup/system.mjs'

const noDisplay = `There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.

  npm run demo                  does the whole job on the sample articles without a window
  npm run --silent collate -- --help    the command line, on your own articles`

/** Chromium refuses to sandbox the administrator's processes. */
function switches() {
  if (process.platform !== 'linux' || !isRoot()) return []
  console.error('Running as root: starting with --no-sandbox, because Chromium cannot sandbox root.')
  return ['--no-sandbox']
}

await main(async () => {
  if (!hasDisplay()) throw new Stop(noDisplay)
  const ready = await setup({ display: 'window' })
  await ensureBuilt(ready, console.error)
  const problem = sandboxProblem(chromeSandbox)
  if (problem !== null) throw new Stop(problem)
  console.error('Opening Collate. It ends with its last window, or with Ctrl+C here.')
  const args = [...switches(), root, ...process.argv.slice(2)]
  return await run(electronExecutable, args, { env: ready.env, isNoise: isHarmlessComplaint })
})
