import fs from 'node:fs'
import path from 'node:path'
import { withLock } from '../lib/lock.mjs'
import { cacheFolder } from '../lib/project.mjs'
import { environmentFor } from '../lib/run.mjs'
import { dependenciesAreCurrent, installDependencies } from './dependencies.mjs'
import { electronExecutable, electronIsReady, installedRuntime, noticeFallback, provideElectron } from './electron.mjs'
import { fallback } from './fallback.mjs'
import { chooseNode, fetchNode, linkNode } from './node.mjs'
import { checkSqlite, needsBuild, provideSqlite, sqliteIsBuilt } from './sqlite.mjs'
import { satisfy, virtualDisplayNeed, windowNeed } from './system.mjs'

/**
 * What is wanted of the machine: `none` for work in Node alone, `window` for the app on a display,
 * `test` for the app on a virtual display where there is no other.
 * @typedef {'none' | 'window' | 'test'} Display
 */

/** @typedef {{ node: string, env: NodeJS.ProcessEnv }} Ready the Node to start children with, and their environment */

/**
 * Makes the machine ready; quick where it is. Throws a `Stop` that says what the reader has to do.
 * @param {{ display: Display, log?: (line: string) => void }} options
 * @returns {Promise<Ready>}
 */
export async function setup({ display, log = (line) => console.error(line) }) {
  const startedAt = Date.now()
  /** @param {string} line */
  const say = (line) => log(`set-up ${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${line}`)
  let changed = false
  /** @param {() => boolean} isDone @param {() => Promise<void>} provide */
  const step = async (isDone, provide) => {
    if (isDone()) return
    // One at a time for the whole cache: several checkouts share it.
    await withLock(path.join(cacheFolder, 'setup.lock'), async () => {
      if (isDone()) return
      await provide()
      changed = true
    })
  }

  const node = chooseNode()
  await step(
    () => fs.existsSync(node),
    () => fetchNode(say),
  )
  await step(dependenciesAreCurrent, () => installDependencies(node, say))
  linkNode(node)
  if (display !== 'none') {
    await step(electronIsReady, () => provideElectron(node, say))
    await satisfy(await windowNeed(electronExecutable), say)
    if (display === 'test') await satisfy(virtualDisplayNeed(), say)
    const buildWanted = () => installedRuntime() === 'fallback' && needsBuild(fallback.version)
    await step(
      () => !buildWanted() || sqliteIsBuilt(),
      () => provideSqlite(node, say),
    )
    if (changed) await checkSqlite(electronExecutable, 'Electron', say)
    noticeFallback(log)
  }
  if (changed) await checkSqlite(node, 'Node', say)
  return { node, env: environmentFor(node) }
}
