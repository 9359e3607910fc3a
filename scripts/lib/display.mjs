import { spawn } from 'node:child_process'
import { hasDisplay, Stop } from './project.mjs'

/**
 * Does something with a display: the present one, else a virtual one that ends with it.
 * @template T
 * @param {NodeJS.ProcessEnv} env
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} action gets the environment that names the display
 * @returns {Promise<T>}
 */
export async function withDisplay(env, action) {
  if (hasDisplay()) return await action(env)
  return await withVirtualDisplays(1, ([display]) => action({ ...env, DISPLAY: display }))
}

/**
 * Does something with so many virtual displays, which end with it.
 * @template T
 * @param {number} count
 * @param {(displays: string[]) => Promise<T>} action gets their names
 * @returns {Promise<T>}
 */
export async function withVirtualDisplays(count, action) {
  /** @type {import('node:child_process').ChildProcess[]} */
  const servers = []
  try {
    const displays = []
    // One after the other: servers that look for a free number at once may take the same.
    while (servers.length < count) {
      const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      })
      servers.push(server)
      displays.push(`:${await displayNumber(server)}`)
    }
    return await action(displays)
  } finally {
    for (const server of servers) server.kill()
  }
}

/** The server writes its display's number once it accepts connections. @param {import('node:child_process').ChildProcess} server @returns {Promise<string>} */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    server.stdio[3]?.once('data', (bytes) => resolve(String(bytes).trim()))
    server.once('error', reject).once('exit', () => reject(new Stop('Xvfb, the virtual display, did not start.')))
  })
}
