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
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  try {
    return await action({ ...env, DISPLAY: `:${await displayNumber(server)}` })
  } finally {
    server.kill()
  }
}

/** The server writes its display's number once it accepts connections. @param {import('node:child_process').ChildProcess} server @returns {Promise<string>} */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    server.stdio[3]?.once('data', (bytes) => resolve(String(bytes).trim()))
    server.once('error', reject).once('exit', () => reject(new Stop('Xvfb, the virtual display, did not start.')))
  })
}
