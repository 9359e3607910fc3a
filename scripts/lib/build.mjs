import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { withLock } from './lock.mjs'
import { inProject, Stop } from './project.mjs'
import { capture } from './run.mjs'

const sources = [
  'src-main',
  'src-renderer',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]
const stamp = inProject('out', 'sources.sha256')

/** A digest of names, sizes and times of everything that the build reads. A deleted file changes it too. */
function sourcesDigest() {
  const hash = createHash('sha256')
  /** @param {string} file */
  const add = (file) => {
    const stat = fs.statSync(file)
    if (stat.isDirectory()) for (const name of fs.readdirSync(file).sort()) add(path.join(file, name))
    else hash.update(`${file}\0${stat.size}\0${stat.mtimeMs}\n`)
  }
  for (const source of sources) add(inProject(source))
  return hash.digest('hex')
}

/** @param {string} digest */
const isBuiltFrom = (digest) => fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === digest

/** Lets the next build happen whatever the sources, after something else has written into out/. */
export const forgetBuild = () => fs.rmSync(stamp, { force: true })

/**
 * Builds the app into out/ unless what is there was built from the present sources.
 * @param {{ node: string, env: NodeJS.ProcessEnv }} ready
 * @param {(line: string) => void} log
 */
export async function ensureBuilt({ node, env }, log) {
  const digest = sourcesDigest()
  if (isBuiltFrom(digest)) return
  await withLock(inProject('node_modules', '.collate-build.lock'), async () => {
    if (isBuiltFrom(digest)) return
    log('building Collate')
    forgetBuild()
    const built = await capture(node, [inProject('node_modules/electron-vite/bin/electron-vite.js'), 'build'], { env })
    if (built.status !== 0) throw new Stop(`The build failed:\n${built.output.trim()}`)
    fs.writeFileSync(stamp, digest)
  })
}
