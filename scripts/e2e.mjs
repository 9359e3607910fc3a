// The tests of the window, on a virtual display where there is no other. Arguments go to Playwright.
import { ensureBuilt } from './lib/build.mjs'
import { main } from './lib/project.mjs'
import { closingLine, windowTests } from './lib/stages.mjs'
import { setup } from './setup/run.mjs'

await main(async () => {
  const ready = await setup({ display: 'test' })
  await ensureBuilt(ready, console.error)
  const counts = await windowTests(ready, process.argv.slice(2))
  console.log(closingLine(counts))
  return counts.failed === 0 ? 0 : 1
})
