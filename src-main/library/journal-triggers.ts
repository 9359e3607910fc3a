import type { Connection } from './connection'
import type { Reader } from './handle'

/** Tables without triggers, each with the reason. All others are journalled. */
export const exemptTables: Readonly<Record<string, string>> = {
  op: 'the journal itself',
  change: 'the journal itself',
  journal_state: 'the journal itself',
  original: 'insert-only: bytes as imported never change; its own triggers see to that',
  briefing_export: 'insert-only: files that were written outside the library, which undo does not take back',
  setting: 'state of the screen, not of the work',
  position: 'where reading stopped, not a change of the work',
  analysis: 'derived: which analyses are up to date',
  date_expression: 'derived from articles',
  fingerprint: 'derived from articles',
  relation: 'derived from articles',
  named_source: 'derived from articles',
  affair: 'derived from articles',
  affair_index: 'derived: articles by the words of affair',
  search_document: 'derived: the text that the full-text index covers',
  search_index: 'derived: the full-text index',
}

/** Tables that imports fill by the thousand: inside an import their new rows and the trash mark leave no images. */
const imageFree: readonly string[] = ['article', 'block']

export type TableShape = { name: string; columns: string[]; key: string[] }

type ColumnRow = { name: string; type: string; pk: number }

/** All tables of a library but SQLite's own and the shadow tables of virtual ones. */
export function allTables(reader: Reader): string[] {
  return reader
    .all<{ name: string }>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')
       AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .map((row) => row.name)
}

/** @throws Error where a table can't be journalled: it has no primary key, or bytes that JSON can't hold */
export function tableShape(reader: Reader, name: string): TableShape {
  const columns = reader.all<ColumnRow>('SELECT name, type, pk FROM pragma_table_info(@name)', { name })
  const key = columns.filter((c) => c.pk > 0).sort((a, b) => a.pk - b.pk)
  if (key.length === 0) throw new Error(`${name} has no primary key`)
  if (columns.some((c) => c.type === 'BLOB')) throw new Error(`${name} holds bytes`)
  return { name, columns: columns.map((c) => c.name), key: key.map((c) => c.name) }
}

/** The JSON image of a row; `row` is an alias such as `new`. */
export const imageExpression = (shape: TableShape, row: string): string =>
  `json_object(${shape.columns.map((c) => `'${c}', ${row}."${c}"`).join(', ')})`

const keyExpression = (shape: TableShape, row: string): string =>
  `json_array(${shape.key.map((c) => `${row}."${c}"`).join(', ')})`

/**
 * Makes the triggers that write a `change` for every row written. Outside an operation `journal_state.op` is null, so a
 * write that no operation carries fails on `change.op NOT NULL`.
 */
export function createTriggers(connection: Connection): void {
  const reader: Reader = {
    get: <Row>(sql: string, params = {}) => connection.prepare(sql).get(params) as Row | undefined,
    all: <Row>(sql: string, params = {}) => connection.prepare(sql).all(params) as Row[],
    iterate: <Row>(sql: string, params = {}) => connection.prepare(sql).iterate(params) as IterableIterator<Row>,
  }
  for (const table of allTables(reader)) {
    if (exemptTables[table] === undefined) connection.exec(triggersOf(tableShape(reader, table)))
  }
  connection.exec(neverChanges('original'))
  connection.exec(neverChanges('briefing_export'))
}

function triggersOf(shape: TableShape): string {
  const { name } = shape
  const images = imageFree.includes(name) ? ['(SELECT images FROM journal_state) = 1'] : []
  const differs = `(${shape.columns.map((c) => `old."${c}" IS NOT new."${c}"`).join(' OR ')})`
  const before = imageExpression(shape, 'old')
  const after = imageExpression(shape, 'new')
  const trigger = (verb: string, conditions: string[], values: string): string => `
    DROP TRIGGER IF EXISTS journal_${name}_${verb.toLowerCase()};
    CREATE TRIGGER journal_${name}_${verb.toLowerCase()} AFTER ${verb} ON "${name}"
    ${conditions.length > 0 ? `WHEN ${conditions.join(' AND ')}` : ''} BEGIN
      INSERT INTO change (op, table_name, key, before, after)
      VALUES ((SELECT op FROM journal_state), '${name}', ${values});
    END;`
  return [
    trigger('INSERT', images, `${keyExpression(shape, 'new')}, NULL, ${after}`),
    trigger('UPDATE', [...images, differs], `${keyExpression(shape, 'new')}, ${before}, ${after}`),
    trigger('DELETE', [], `${keyExpression(shape, 'old')}, ${before}, NULL`),
  ].join('\n')
}

const neverChanges = (name: string): string => `
  DROP TRIGGER IF EXISTS ${name}_never_updated;
  CREATE TRIGGER ${name}_never_updated BEFORE UPDATE ON ${name} BEGIN
    SELECT RAISE(ABORT, '${name} never changes');
  END;
  DROP TRIGGER IF EXISTS ${name}_never_deleted;
  CREATE TRIGGER ${name}_never_deleted BEFORE DELETE ON ${name} BEGIN
    SELECT RAISE(ABORT, '${name} never changes');
  END;`
