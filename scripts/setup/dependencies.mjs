import fs from 'node:fs'
import { inProject, readJson, Stop } from '../lib/project.mjs'
import { npm } from './registry.mjs'

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} Locked */

/**
 * Whether what npm installed is what the lockfile asks for. Optional packages may be absent: most are for other platforms.
 * @param {Record<string, Locked>} wanted the lockfile's packages by path
 * @param {Record<string, Locked>} installed the packages in npm's own record of node_modules
 */
export function isInstalled(wanted, installed) {
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const present = installed[path]
    return present === undefined ? Boolean(entry.optional || entry.devOptional) : present.version === entry.version
  })
}

/** Whether node_modules holds what package-lock.json names. npm writes its record last, so an interrupted install is seen. */
export function dependenciesAreCurrent() {
  const record = inProject('node_modules', '.package-lock.json')
  if (!fs.existsSync(record)) return false
  return isInstalled(readJson(inProject('package-lock.json')).packages, readJson(record).packages)
}

/** @param {string} node @param {(line: string) => void} log */
export async function installDependencies(node, log) {
  log('installing packages (npm ci)')
  const installed = await npm(node, ['ci', '--include=dev', '--prefer-offline', '--loglevel=error'])
  if (installed.status !== 0) throw new Stop(`npm ci failed:\n${installed.output.trim()}`)
}
