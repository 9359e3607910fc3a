import fs from 'node:fs'
import path from 'node:path'
import { inProject, readJson, Stop } from '../lib/project.mjs'
import { capture } from '../lib/run.mjs'
import { fallback, fallbackAllowed, fallbackNotice, provideFallback } from './fallback.mjs'

const downloadTimeoutMs = 10 * 60_000
const folder = inProject('node_modules', 'electron')
const distribution = path.join(folder, 'dist')
const executableName =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[/** @type {string} */ (process.platform)] ??
  'electron'

export const electronExecutable = path.join(distribution, executableName)
/** Chromium's set-uid helper, on Linux. */
export const chromeSandbox = path.join(distribution, 'chrome-sandbox')

/** The version that package.json names. @returns {string} */
export const wantedElectron = () => readJson(inProject('package.json')).devDependencies.electron

/** @typedef {'official' | 'fallback' | 'missing'} Runtime */

/** Which runtime an installed version is. @param {string | null} installed @param {string} wanted @returns {Runtime} */
export function runtimeOf(installed, wanted) {
  const version = installed?.trim().replace(/^v/, '')
  if (version === wanted) return 'official'
  return version === fallback.version ? 'fallback' : 'missing'
}

/** @returns {Runtime} */
export function installedRuntime() {
  const file = path.join(distribution, 'version')
  const complete = fs.existsSync(electronExecutable) && fs.existsSync(path.join(folder, 'path.txt'))
  return runtimeOf(complete && fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null, wantedElectron())
}

/** Whether there is nothing to do: a forbidden fallback counts as absent. */
export function electronIsReady() {
  const runtime = installedRuntime()
  return runtime === 'official' || (runtime === 'fallback' && fallbackAllowed(process.env))
}

/**
 * Electron's own download, and where that fails the fallback, unless it is forbidden or of another platform.
 * @param {string} node
 * @param {(line: string) => void} log
 */
export async function provideElectron(node, log) {
  const wanted = wantedElectron()
  fs.rmSync(distribution, { recursive: true, force: true })
  log(`downloading Electron ${wanted}`)
  const download = await capture(node, [path.join(folder, 'install.js')], { timeoutMs: downloadTimeoutMs })
  if (download.status === 0 && installedRuntime() === 'official') return
  const reason = download.output.trim().split('\n')[0] || 'no answer'
  if (!fallbackAllowed(process.env)) throw new Stop(downloadFailedMessage(wanted, reason, process.env))
  log(`Electron ${wanted} could not be downloaded (${reason})`)
  fs.symlinkSync(await provideFallback(node, log), distribution, 'dir')
  // What Electron's own installer writes; the electron package and electron-vite read it.
  fs.writeFileSync(path.join(folder, 'path.txt'), executableName)
}

/** @param {string} wanted @param {string} reason @param {NodeJS.ProcessEnv} env */
export const downloadFailedMessage = (wanted, reason, env) =>
  [
    `Electron ${wanted} could not be downloaded (${reason}).`,
    'Check the network, or name a mirror in ELECTRON_MIRROR (https://www.electronjs.org/docs/latest/tutorial/installation), and try again.',
    ...(env.ELECTRON_FALLBACK === '0' ? ['The fallback runtime is forbidden by ELECTRON_FALLBACK=0.'] : []),
  ].join('\n')

/** Says it where the fallback is in use. @param {(line: string) => void} log */
export function noticeFallback(log) {
  if (installedRuntime() === 'fallback') log(fallbackNotice(wantedElectron()))
}
