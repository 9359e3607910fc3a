// Everything: types, lint, import rules, unit tests, build, tests of the window. Ends with one line of counts.
import { ensureBuilt } from './lib/build.mjs'
import { main, Stop } from './lib/project.mjs'
import { closingLine, staticChecks, total, unitTests, windowTests } from './lib/stages.mjs'
import { setup } from './setup/run.mjs'

const startedAt = Date.now()
/** @param {string} name */
const heading = (name) => console.log(`\n== ${name} (+${Math.round((Date.now() - startedAt) / 1000)} s)`)

/** @param {import('./setup/run.mjs').Ready} ready @returns {Promise<import('./lib/stages.mjs').Counts>} */
async function build(ready) {
  try {
    await ensureBuilt(ready, () => {})
    return { passed: 1, failed: 0, skipped: 0 }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    console.error(error.message)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

await main(async () => {
  heading('set-up')
  const ready = await setup({ display: 'test' })
  heading('types, lint, import rules')
  const checks = await staticChecks(ready)
  heading('build')
  const built = await build(ready)
  heading('unit tests')
  const unit = await unitTests(ready)
  const all = [checks, built, unit]
  if (built.failed === 0) {
    heading('window tests')
    all.push(await windowTests(ready))
  }
  const counts = total(all)
  heading('done')
  console.log(closingLine(counts))
  return counts.failed === 0 ? 0 : 1
})
