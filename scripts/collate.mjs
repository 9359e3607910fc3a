// The command line: arguments, standard input and exit status are its own; nothing but its output goes to stdout.
import { ensureBuilt } from './lib/build.mjs'
import { inProject, main } from './lib/project.mjs'
import { run } from './lib/run.mjs'
import { setup } from './setup/run.mjs'

await main(async () => {
  const ready = await setup({ display: 'none' })
  await ensureBuilt(ready, console.error)
  // npm starts scripts in the project's folder; relative paths are meant from where the user stands.
  const cwd = (process.env.npm_lifecycle_event === 'collate' && process.env.INIT_CWD) || process.cwd()
  return await run(ready.node, [inProject('out/main/cli.js'), ...process.argv.slice(2)], { env: ready.env, cwd })
})
