// The whole job on the sample articles, without a window: npm run demo [-- --out FOLDER]
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './lib/build.mjs'
import { inProject, main } from './lib/project.mjs'
import { run } from './lib/run.mjs'
import { setup } from './setup/run.mjs'

await main(async () => {
  const { values } = parseArgs({ options: { out: { type: 'string' } } })
  const ready = await setup({ display: 'none' })
  await ensureBuilt(ready, console.error)
  const from = process.env.INIT_CWD ?? process.cwd()
  const folder = values.out ? path.resolve(from, values.out) : fs.mkdtempSync(path.join(os.tmpdir(), 'collate-demo-'))
  const status = await run(ready.node, [inProject('out/main/cli.js'), 'demo', '--out', folder], { env: ready.env })
  if (status !== 0) return status
  const notes = fs.readdirSync(folder).filter((name) => name.endsWith('.md'))
  for (const note of notes) console.log(`\nThe note: ${path.join(folder, note)}`)
  return 0
})
