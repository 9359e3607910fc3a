import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Stop } from '../lib/project.mjs'
import { capture, environmentFor, findProgram } from '../lib/run.mjs'

/** @typedef {{ spec: string, integrity: string }} Pinned a package of the registry and the SHA-512 of its archive */

/** npm's own script: the one that runs this script, else the one in PATH. @returns {string} an absolute path */
export function npmScript() {
  const given = process.env.npm_execpath
  if (given && path.basename(given) === 'npm-cli.js') return given
  const inPath = findProgram('npm')
  if (inPath?.endsWith('.js')) return inPath
  const besideNode = path.join(path.dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js')
  if (fs.existsSync(besideNode)) return besideNode
  throw new Stop('npm was not found. It comes with Node: https://nodejs.org')
}

/**
 * Runs npm under the given Node.
 * @param {string} node
 * @param {string[]} args
 */
export const npm = (node, args) => capture(node, [npmScript(), ...args], { env: environmentFor(node) })

/** The integrity string that npm's lockfiles use. @param {Uint8Array} bytes */
export const integrityOf = (bytes) => `sha512-${createHash('sha512').update(bytes).digest('base64')}`

/** Throws unless the bytes are the pinned ones. @param {Pinned} pinned @param {Uint8Array} bytes */
export function checkIntegrity({ spec, integrity }, bytes) {
  const found = integrityOf(bytes)
  if (found !== integrity) {
    throw new Stop(
      `${spec} is not the expected package and was not used.\n  expected ${integrity}\n  received ${found}`,
    )
  }
}

/**
 * Fetches a package through npm (so that the user's registry and proxy hold), checks it and unpacks it.
 * @param {Pinned} pinned
 * @param {string} folder an existing empty folder
 * @param {string} node the Node that runs npm
 * @returns {Promise<string>} the folder of the unpacked package
 */
export async function fetchPackage(pinned, folder, node) {
  const packed = await npm(node, ['pack', pinned.spec, '--pack-destination', folder, '--loglevel=error'])
  const archive = fs.readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (packed.status !== 0 || archive === undefined) {
    throw new Stop(`${pinned.spec} could not be fetched from the npm registry:\n${packed.output.trim()}`)
  }
  const file = path.join(folder, archive)
  checkIntegrity(pinned, fs.readFileSync(file))
  const unpacked = await capture('tar', ['xzf', file, '-C', folder])
  if (unpacked.status !== 0) throw new Stop(`${pinned.spec} could not be unpacked:\n${unpacked.output.trim()}`)
  fs.rmSync(file)
  return path.join(folder, 'package')
}

/**
 * Makes a folder of the cache: filled under a temporary name, then renamed, so that it is complete or absent.
 * @param {string} target
 * @param {(folder: string) => Promise<string>} fill gets a temporary folder, returns the folder within it to keep
 */
export async function makeFolder(target, fill) {
  fs.mkdirSync(path.dirname(target), { recursive: true })
  const temporary = fs.mkdtempSync(`${target}.part-`)
  try {
    const filled = await fill(temporary)
    fs.rmSync(target, { recursive: true, force: true })
    fs.renameSync(filled, target)
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true })
  }
}
