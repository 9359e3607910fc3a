/**
 * A process of its own over a folder, which runs as a user that has no rights of its own. Prints one JSON document a line.
 *
 *   watch PATH    tells what lies in the folder, at first and after each change; waits are short
 *   opened        makes a copy for another program, says where it lies, waits for a line of input, removes it, says so
 */
import { readSync, writeFileSync, writeSync } from 'node:fs'
import { createOpenedFiles } from '../../../src-main/platform/opened-files'
import { watchFolder } from '../../../src-main/platform/watched-folder'

const [command, path = ''] = process.argv.slice(2)

const print = (value: unknown) => writeSync(1, `${JSON.stringify(value)}\n`)

const longestWaitMs = 100

function hurry(): void {
  const wait = globalThis.setTimeout
  const hurried = (work: () => void, ms = 0) => wait(work, Math.min(ms, longestWaitMs))
  Object.assign(globalThis, { setTimeout: hurried })
}

const commands: Record<string, () => void> = {
  watch: () => {
    hurry()
    watchFolder(path, print)
  },
  opened: () => {
    const opened = createOpenedFiles()
    const copy = opened.place('page.html')
    writeFileSync(copy, 'text')
    opened.protect(copy)
    print({ copy })
    readSync(0, Buffer.alloc(1))
    opened.remove()
    print({ ended: true })
  },
}

if (process.geteuid?.() === 0) {
  process.setgid?.(65_534)
  process.setuid?.(65_534)
}
commands[command ?? '']?.()
