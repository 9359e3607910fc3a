import { expect, it } from 'vitest'
import { temporaryLibrary } from '../support/library'

it('has the schema that was released: a change of it is a new migration', async () => {
  const { reader } = temporaryLibrary()
  const rows = reader.all<{ sql: string }>(
    `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search\\_index\\_%' ESCAPE '\\'
     AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'journal\\_%\\_%' ESCAPE '\\' ORDER BY type, name`,
  )
  const schema = rows.map(({ sql }) => `${sql.trim()};\n`).join('\n')
  await expect(schema).toMatchFileSnapshot('../fixtures/schema.sql')
})
