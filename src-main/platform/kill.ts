import type { UtilityProcess } from 'electron'

/** Ends a process that may be too busy to hear a polite request. One that is gone already is left alone. */
export function killProcess(child: UtilityProcess): void {
  if (child.pid === undefined) {
    child.kill()
    return
  }
  try {
    process.kill(child.pid, 'SIGKILL')
  } catch {
    // It ended between the question and the signal.
  }
}
