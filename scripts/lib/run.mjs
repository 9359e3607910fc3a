import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { root } from './project.mjs'

/**
 * Starts a program and waits for it. Termination signals are passed on.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, isNoise?: (line: string) => boolean }} [options] isNoise: lines that it
 * writes to standard error and nobody is to read
 * @returns {Promise<number>} its exit status; 1 where a signal ended it
 */
export async function run(command, args, { env = process.env, cwd = root, isNoise } = {}) {
  const child = spawn(command, args, { env, cwd, stdio: ['inherit', 'inherit', isNoise ? 'pipe' : 'inherit'] })
  if (isNoise && child.stderr) passOnErrors(child.stderr, isNoise)
  /** @param {NodeJS.Signals} signal */
  const passOn = (signal) => child.kill(signal)
  process.on('SIGINT', passOn).on('SIGTERM', passOn)
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', reject).on('close', (status) => resolve(status ?? 1))
    })
  } finally {
    process.off('SIGINT', passOn).off('SIGTERM', passOn)
  }
}

/** @param {import('node:stream').Readable} errors @param {(line: string) => boolean} isNoise */
function passOnErrors(errors, isNoise) {
  createInterface({ input: errors }).on('line', (line) => {
    if (!isNoise(line)) process.stderr.write(`${line}\n`)
  })
}

/**
 * Starts a program, waits for it and keeps what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, timeoutMs?: number }} [options]
 * @returns {Promise<{ status: number, output: string }>} status 1 where it could not start or was ended; output: both streams
 */
export function capture(command, args, { env = process.env, cwd = root, timeoutMs = 0 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, cwd, timeout: timeoutMs, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      output += chunk.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => resolve({ status: 1, output: `${output}${error.message}` }))
    child.on('close', (status) => resolve({ status: status ?? 1, output }))
  })
}

/** The absolute path of a program in PATH, symbolic links resolved, or null. @param {string} name @param {NodeJS.ProcessEnv} [env] */
export function findProgram(name, env = process.env) {
  for (const folder of (env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, name)
    if (folder !== '' && fs.existsSync(file)) return fs.realpathSync(file)
  }
  return null
}

/** An environment in which `node` is the given executable. @param {string} node @returns {NodeJS.ProcessEnv} */
export function environmentFor(node) {
  const name = path.basename(node)
  if (findProgram(name) === node) return { ...process.env }
  return { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` }
}
