import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * Does something while no other process of this user does it. A lock whose owner has died is taken over.
 * @template T
 * @param {string} file names the lock; its folder is made
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withLock(file, action) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  while (!take(file)) {
    if (!ownerLives(file)) fs.rmSync(file, { force: true })
    else await wait(200)
  }
  try {
    return await action()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

/** Creates the lock with its owner's process number in it, in one step, unless it exists. @param {string} file */
function take(file) {
  const mine = `${file}.${process.pid}`
  fs.writeFileSync(mine, String(process.pid))
  try {
    fs.linkSync(mine, file)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  } finally {
    fs.rmSync(mine)
  }
}

/** @param {string} file */
function ownerLives(file) {
  try {
    process.kill(Number(fs.readFileSync(file, 'utf8')), 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
