// Makes this machine ready to build, test and run Collate. Usage: node scripts/setup.mjs [--no-display]
// --no-display: what needs no window; Electron's runtime and the system's libraries for it are left out.
import { hasDisplay, main } from './lib/project.mjs'
import { setup } from './setup/run.mjs'

await main(async () => {
  const wanted = hasDisplay() ? 'window' : 'test'
  await setup({ display: process.argv.includes('--no-display') ? 'none' : wanted })
  return 0
})
