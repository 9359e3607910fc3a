// The quick part of the tests: types, lint, import rules, unit tests. Arguments go to Vitest.
import { ensureBuilt } from './lib/build.mjs'
import { main } from './lib/project.mjs'
import { closingLine, staticChecks, total, unitTests } from './lib/stages.mjs'
import { setup } from './setup/run.mjs'

await main(async () => {
  const ready = await setup({ display: 'none' })
  const checks = await staticChecks(ready)
  // Some unit tests start the built command line.
  await ensureBuilt(ready, console.error)
  const counts = total([checks, await unitTests(ready, process.argv.slice(2))])
  console.log(closingLine(counts))
  return counts.failed === 0 ? 0 : 1
})
