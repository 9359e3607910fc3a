import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where downloads and builds that outlive a checkout are kept. */
export const cacheFolder = process.env.COLLATE_CACHE || path.join(os.homedir(), '.cache', 'collate')

/** @param {string[]} parts */
export const inProject = (...parts) => path.join(root, ...parts)

/** A problem that the reader can do something about: its message is shown, without a stack. */
export class Stop extends Error {}

/** @param {string} file @returns {any} */
export const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'))

/** Runs a script's body; a `Stop` ends the process with status 1 and its message. @param {() => Promise<number>} body */
export async function main(body) {
  try {
    process.exitCode = await body()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

/** Whether a window can be shown: always true outside Linux. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** Whether this process is the system's administrator, whom Chromium refuses to sandbox. */
export const isRoot = () => process.getuid?.() === 0
