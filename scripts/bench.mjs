// Runs one measurement of tests/bench: npm run bench -- NAME [arguments]. Without a name it lists them.
import fs from 'node:fs'
import path from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { inProject, main, Stop } from './lib/project.mjs'
import { capture, run } from './lib/run.mjs'
import { setup } from './setup/run.mjs'

const folder = inProject('tests/bench')

const names = () =>
  fs.existsSync(folder)
    ? fs
        .readdirSync(folder)
        .filter((file) => file.endsWith('.ts'))
        .map((file) => path.basename(file, '.ts'))
        .sort()
    : []

/** @typedef {import('./setup/run.mjs').Ready} Ready */

/** Bundled as the app is, so that what is measured is what users run. @param {Ready} ready @param {string} name @returns {Promise<string>} */
async function bundle({ node, env }, name) {
  const vite = inProject('node_modules/vite/bin/vite.js')
  const options = ['--target', 'node20.18', '--outDir', 'out/bench', '--emptyOutDir', 'false']
  const built = await capture(node, [vite, 'build', '--ssr', `tests/bench/${name}.ts`, ...options], { env })
  if (built.status !== 0) throw new Stop(built.output.trim())
  return inProject('out/bench', `${name}.js`)
}

await main(async () => {
  const [name, ...args] = process.argv.slice(2)
  if (name === undefined || !names().includes(name)) {
    console.error(`Usage: npm run bench -- NAME\nNames: ${names().join(', ')}`)
    return 2
  }
  const ready = await setup({ display: 'none' })
  await ensureBuilt(ready, console.error)
  return await run(ready.node, ['--expose-gc', await bundle(ready, name), ...args], { env: ready.env })
})
