// The app with Vite's server: changes of the window show at once. Arguments go to electron-vite.
import { forgetBuild } from './lib/build.mjs'
import { inProject, isRoot, main } from './lib/project.mjs'
import { run } from './lib/run.mjs'
import { setup } from './setup/run.mjs'

await main(async () => {
  const { node, env } = await setup({ display: 'window' })
  forgetBuild()
  const switches = process.platform === 'linux' && isRoot() ? ['--noSandbox'] : []
  const server = inProject('node_modules/electron-vite/bin/electron-vite.js')
  return await run(node, [server, 'dev', ...switches, ...process.argv.slice(2)], { env })
})
