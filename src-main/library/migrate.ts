import { applicationId, type Connection } from './connection'
import { createTriggers } from './journal-triggers'
import { firstMigration } from './migrations/0001-first'
import { collectMigration } from './migrations/0002-collect'
import { readingMigration } from './migrations/0003-reading'
import { timelineMigration } from './migrations/0004-timeline'

/** In order; the first leads to version 1. Shipped ones never change. */
const migrations: readonly string[] = [firstMigration, collectMigration, readingMigration, timelineMigration]

/** The `user_version` of a library that this program writes. */
export const schemaVersion = migrations.length

export const readVersion = (connection: Connection): number =>
  Number(connection.pragma('user_version', { simple: true }))

/**
 * Brings a library to {@link schemaVersion}, all or nothing: one transaction, the version last. The journal's triggers
 * are made anew from the schema that results.
 */
export function migrate(connection: Connection): void {
  const version = readVersion(connection)
  if (version >= schemaVersion) return
  connection.transaction(() => {
    for (const sql of migrations.slice(version)) connection.exec(sql)
    createTriggers(connection)
    connection.pragma(`application_id = ${applicationId}`)
    connection.pragma(`user_version = ${schemaVersion}`)
  })()
}
