import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { type Connection, connect } from './connection'
import { syncFolder } from './file'

/**
 * Copies a library beside itself and proves the copy before it counts: it is opened anew, checked whole, and must hold as
 * many rows in every table.
 * @param label what the copy is kept for, part of its name: `NAME LABEL.collate`, with a number where that is taken
 * @returns the path of the copy
 * @throws what SQLite or the file system refuses, such as a full disk; no copy is left then
 */
export function backUp(connection: Connection, path: string, label: string): string {
  const target = freeName(path.replace(/\.collate$/i, ''), label)
  const unproven = `${target}-new`
  rmSync(unproven, { force: true })
  try {
    connection.prepare('VACUUM INTO ?').run(unproven)
    prove(connection, unproven)
    syncFile(unproven)
    renameSync(unproven, target)
    syncFolder(target)
    return target
  } catch (error) {
    rmSync(unproven, { force: true })
    throw error
  }
}

function freeName(base: string, label: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${base} ${label}${number === 1 ? '' : ` ${number}`}.collate`
    if (!existsSync(name)) return name
  }
}

/** @throws Error where the copy is not what it was copied from */
function prove(connection: Connection, copyPath: string): void {
  const copy = connect(copyPath, { readOnly: true })
  try {
    if (copy.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw new Error('the backup is damaged')
    const tables = connection
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
      .pluck()
      .all() as string[]
    const rows = (of: Connection, table: string) => of.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()
    const differing = tables.filter((table) => rows(connection, table) !== rows(copy, table))
    if (differing.length > 0) throw new Error(`the backup lacks rows of ${differing.join(', ')}`)
  } finally {
    copy.close()
  }
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
