import fs from 'node:fs'
import path from 'node:path'
import { cacheFolder, inProject, readJson, Stop } from '../lib/project.mjs'
import { capture, environmentFor } from '../lib/run.mjs'
import { nodeHeaders } from './node.mjs'
import { npmScript } from './registry.mjs'
import { compilerNeed, satisfy } from './system.mjs'

const folder = inProject('node_modules', 'better-sqlite3')
/** better-sqlite3 prefers this file to the prebuilt ones that it carries. */
const built = path.join(folder, 'build', 'Release', 'better_sqlite3.node')
const check = `
const Database = require('better-sqlite3')
const version = new Database(':memory:').prepare('select sqlite_version()').pluck().get()
console.log(process.versions.electron ?? process.versions.node, 'with SQLite', version)`

/** The prebuilt binaries ask for Node-API 10, which Electron has from version 35 on. @param {string} electronVersion */
export const needsBuild = (electronVersion) => Number(electronVersion.split('.')[0]) < 35

export const sqliteIsBuilt = () => fs.existsSync(built)

/**
 * Puts a better-sqlite3 in place that also loads where Node-API is below 10: built from its own source, once; the cache keeps it.
 * @param {string} node
 * @param {(line: string) => void} log
 */
export async function provideSqlite(node, log) {
  const { version } = readJson(path.join(folder, 'package.json'))
  const kept = path.join(
    cacheFolder,
    `better-sqlite3-${version}-${process.platform}-${process.arch}-napi-experimental.node`,
  )
  if (!fs.existsSync(kept)) {
    await satisfy(compilerNeed(), log)
    log('building better-sqlite3 for this Electron (once, one to three minutes)')
    const begun = Date.now()
    const still = setInterval(
      () => log(`  still building, ${Math.round((Date.now() - begun) / 1000)} s so far`),
      30_000,
    )
    await build(node, log).finally(() => clearInterval(still))
    copy(built, kept)
    fs.rmSync(path.join(folder, 'build'), { recursive: true })
  }
  copy(kept, built)
}

/** Through a temporary name: a process that has the old file open keeps it, and no half file is ever loaded. @param {string} from @param {string} to */
function copy(from, to) {
  fs.mkdirSync(path.dirname(to), { recursive: true })
  fs.copyFileSync(from, `${to}.part`)
  fs.renameSync(`${to}.part`, to)
}

/** @param {string} node @param {(line: string) => void} log */
async function build(node, log) {
  const gyp = path.join(path.dirname(npmScript()), '..', 'node_modules', 'node-gyp', 'bin', 'node-gyp.js')
  const headers = await nodeHeaders(node, log)
  const options = ['--release', '--force_build=1', '-j', 'max', '--loglevel=warn']
  const made = await capture(node, [gyp, 'rebuild', ...options, ...(headers ? [`--nodedir=${headers}`] : [])], {
    cwd: folder,
    env: {
      ...environmentFor(node),
      CXXFLAGS: '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
    },
  })
  if (made.status !== 0) throw new Stop(`better-sqlite3 could not be built:\n${made.output.trim().slice(-4000)}`)
}

/**
 * Opens a database in the given runtime.
 * @param {string} executable Node, or Electron, which then runs as Node
 * @param {string} name the runtime's name for the message
 * @param {(line: string) => void} log
 */
export async function checkSqlite(executable, name, log) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const opened = await capture(executable, ['-e', check], { env })
  if (opened.status !== 0) throw new Stop(`better-sqlite3 does not work in ${name}:\n${opened.output.trim()}`)
  log(`${name} ${opened.output.trim()}`)
}
