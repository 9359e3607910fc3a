// Builds the app into out/, unless what is there was built from the present sources.
import { ensureBuilt } from './lib/build.mjs'
import { main } from './lib/project.mjs'
import { setup } from './setup/run.mjs'

await main(async () => {
  await ensureBuilt(await setup({ display: 'none' }), console.error)
  return 0
})
