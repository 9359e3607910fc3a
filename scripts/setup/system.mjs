import fs from 'node:fs'
import { hasDisplay, isRoot, Stop } from '../lib/project.mjs'
import { capture, findProgram } from '../lib/run.mjs'

/** @typedef {{ purpose: string, missing: string[], packages: string[][] }} Need
 * what is missing and for what; the Debian packages that bring it, each under its names from newest to oldest */

const windowPackages = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
]

/** The shared libraries that a program wants and the system lacks. @param {string} report what `ldd` prints */
export const missingLibraries = (report) =>
  report
    .split('\n')
    .filter((line) => line.endsWith('=> not found'))
    .map((line) => line.trim().split(' ')[0] ?? '')

/** What the window wants of the system, or null where nothing is missing. @param {string} executable @returns {Promise<Need | null>} */
export async function windowNeed(executable) {
  if (process.platform !== 'linux') return null
  const missing = missingLibraries((await capture('ldd', [executable])).output)
  return missing.length > 0 ? { purpose: 'to show a window', missing, packages: windowPackages } : null
}

/** @returns {Need | null} */
export function virtualDisplayNeed() {
  if (hasDisplay() || findProgram('Xvfb')) return null
  return { purpose: 'to test the window without a display', missing: ['Xvfb'], packages: [['xvfb']] }
}

/** @returns {Need | null} */
export function compilerNeed() {
  const missing = ['python3', 'make', 'g++'].filter((name) => !findProgram(name))
  return missing.length > 0
    ? { purpose: 'to build better-sqlite3', missing, packages: missing.map((name) => [name]) }
    : null
}

/**
 * Installs what is missing where this user may do that, else stops with the one command to run.
 * @param {Need | null} need
 * @param {(line: string) => void} log
 */
export async function satisfy(need, log) {
  if (need === null) return
  const names = fs.existsSync('/usr/bin/apt-get') ? await knownNames(need.packages) : null
  if (names === null || !isRoot()) throw new Stop(missingMessage(need, names))
  log(`installing ${need.missing.join(', ')} by apt-get, ${need.purpose}`)
  // A stale list of packages names files that the mirror no longer has. Where the update fails, the list at hand may still do.
  await capture('apt-get', ['update', '-qq'])
  const updated = await knownNames(need.packages)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const installed = await capture('apt-get', ['install', ...installOptions, ...updated], { env })
  if (installed.status !== 0) throw new Stop(`${missingMessage(need, updated)}\n\n${installed.output.trim()}`)
}

const installOptions = ['-y', '--no-install-recommends']

/** Of each package's names the first that this release of the system has. @param {string[][]} packages */
async function knownNames(packages) {
  const names = []
  for (const alternatives of packages) {
    let chosen = alternatives.at(-1)
    for (const name of alternatives.slice(0, -1).reverse()) {
      if ((await capture('apt-cache', ['show', name])).status === 0) chosen = name
    }
    if (chosen !== undefined) names.push(chosen)
  }
  return names
}

/**
 * What to install, for who may not do it from here.
 * @param {Need} need
 * @param {string[] | null} names the packages for apt-get; null on a system without it
 */
export const missingMessage = ({ purpose, missing, packages }, names) =>
  [
    `Missing ${purpose}: ${missing.join(', ')}.`,
    names === null
      ? `Install them with your system's package manager, then try again (in Debian they come with ${packages.map((known) => known.at(-1)).join(', ')}).`
      : `Run this, then try again:\n\n  sudo sh -c "apt-get update && apt-get install ${[...installOptions, ...names].join(' ')}"`,
  ].join('\n')

const userNamespacesOff = () =>
  [
    ['/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1'],
    ['/proc/sys/kernel/unprivileged_userns_clone', '0'],
  ].some(([file = '', off]) => fs.existsSync(file) && fs.readFileSync(file, 'utf8').trim() === off)

/**
 * What to run where the system lets Chromium make its sandbox only through its set-uid helper, and that helper is not set up.
 * @param {string} helper the path of chrome-sandbox
 * @returns {string | null} null where the sandbox works as it is
 */
export function sandboxProblem(helper) {
  if (process.platform !== 'linux' || isRoot() || !userNamespacesOff() || !fs.existsSync(helper)) return null
  const { uid, mode } = fs.statSync(helper)
  if (uid === 0 && (mode & 0o4000) !== 0) return null
  return `This system restricts the sandbox that Electron uses. Run this once, then try again:\n\n  sudo sh -c "chown root '${helper}' && chmod 4755 '${helper}'"`
}
