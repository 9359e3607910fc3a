import { describe, expect, it } from 'vitest'
import type { Library, Writer } from '../../src-main/library/handle'
import { allTables, exemptTables, tableShape } from '../../src-main/library/journal-triggers'
import { openLibrary } from '../../src-main/library/open'
import { addArticle } from '../support/articles'
import { fixedClock, temporaryLibrary } from '../support/library'

const createTag = (writer: Writer, name: string): number =>
  writer.run("INSERT INTO tag (name, colour, created_at) VALUES (@name, 'teal', @at)", { name, at: fixedClock() }).id

const tag = (library: Library, name: string): number =>
  library.operation('tag.create', name, (writer) => createTag(writer, name))

const tagNames = (library: Library): string[] =>
  library.reader.all<{ name: string }>('SELECT name FROM tag WHERE deleted_at IS NULL ORDER BY id').map((t) => t.name)

describe('journal', () => {
  it('covers every table by triggers, or names it with a reason', () => {
    const { reader } = temporaryLibrary()
    const triggers = new Map(
      reader
        .all<{ name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .map((t) => [t.name, t.sql]),
    )
    const tables = allTables(reader)
    for (const table of tables.filter((name) => exemptTables[name] === undefined)) {
      for (const verb of ['insert', 'update', 'delete']) {
        const sql = triggers.get(`journal_${table}_${verb}`) ?? ''
        for (const column of tableShape(reader, table).columns)
          expect(sql, `${table}.${column}`).toContain(`"${column}"`)
      }
    }
    expect(Object.keys(exemptTables).filter((name) => !tables.includes(name))).toEqual([])
    expect(Object.values(exemptTables).filter((reason) => reason.length < 10)).toEqual([])
  })

  it('takes back and does again, across closing and opening', () => {
    const first = temporaryLibrary()
    tag(first, 'Aid')
    tag(first, 'Border')
    first.close()
    const second = openLibrary(first.path, { clock: fixedClock })
    expect(second.undo(fixedClock())).toMatchObject({ label: 'tag.create', detail: 'Border' })
    expect(tagNames(second)).toEqual(['Aid'])
    second.close()
    const third = openLibrary(first.path, { clock: fixedClock })
    expect(third.nextRedo()?.detail).toBe('Border')
    third.redo(fixedClock())
    expect(tagNames(third)).toEqual(['Aid', 'Border'])
    expect(third.nextRedo()).toBeNull()
    third.close()
  })

  it('forgets what was taken back once work goes on', () => {
    const library = temporaryLibrary()
    tag(library, 'Aid')
    library.undo(fixedClock())
    tag(library, 'Border')
    expect(library.nextRedo()).toBeNull()
    expect(() => library.redo(fixedClock())).toThrow('redo/nothing')
    library.undo(fixedClock())
    expect(() => library.undo(fixedClock())).toThrow('undo/nothing')
  })

  it('keeps redo when a command changed nothing', () => {
    const library = temporaryLibrary()
    tag(library, 'Aid')
    library.undo(fixedClock())
    library.operation('tag.set', 'Aid', (writer) => writer.run("UPDATE tag SET colour = 'rust' WHERE id = 99"))
    expect(library.nextRedo()?.detail).toBe('Aid')
    expect(library.nextUndo()).toBeNull()
  })

  it('rolls a failing command back whole', () => {
    const library = temporaryLibrary()
    expect(() =>
      library.operation('tag.create', 'Aid', (writer) => {
        createTag(writer, 'Aid')
        createTag(writer, 'aid')
      }),
    ).toThrow()
    expect(tagNames(library)).toEqual([])
    expect(library.nextUndo()).toBeNull()
  })

  it('explains a conflict and changes nothing where a row is no longer as the operation left it', () => {
    const library = temporaryLibrary()
    const id = tag(library, 'Aid')
    // What no command does: a change that the journal attributes to nothing.
    library.unjournalled((writer) => {
      writer.run('UPDATE journal_state SET op = (SELECT max(id) FROM op)')
      writer.run("UPDATE tag SET name = 'Help' WHERE id = @id", { id })
      writer.run('DELETE FROM change WHERE before IS NOT NULL')
      writer.run('UPDATE journal_state SET op = NULL')
    })
    expect(() => library.undo(fixedClock())).toThrow('undo/conflict')
    expect(tagNames(library)).toEqual(['Help'])
    expect(library.nextUndo()?.detail).toBe('Aid')
  })

  it('refuses writes that no operation carries, and REPLACE', () => {
    const library = temporaryLibrary()
    expect(() => library.unjournalled((writer) => createTag(writer, 'Aid'))).toThrow('NOT NULL')
    expect(() =>
      library.operation('tag.create', 'Aid', (writer) =>
        writer.run("REPLACE INTO tag (id, name, colour, created_at) VALUES (1, 'Aid', 'teal', '')"),
      ),
    ).toThrow('REPLACE')
    expect(tagNames(library)).toEqual([])
  })

  it('moves the articles of an import to the trash and back', () => {
    const library = temporaryLibrary()
    const kept = addArticle(library, { text: 'The bridge stays closed.' })
    const taken = addArticle(library, { text: 'Two lorries waited.' })
    const live = () => library.reader.all<{ id: number }>('SELECT id FROM article WHERE deleted_at IS NULL ORDER BY id')
    library.undo(fixedClock())
    expect(live()).toEqual([{ id: kept }])
    library.redo(fixedClock())
    expect(live()).toEqual([{ id: kept }, { id: taken }])
    const images = library.reader.get<{ n: number }>('SELECT count(*) AS n FROM change')
    expect(images?.n).toBe(0)
  })

  it('never changes an original', () => {
    const library = temporaryLibrary()
    addArticle(library, { text: 'The bridge stays closed.' })
    expect(() =>
      library.operation('original.set', '', (writer) => writer.run("UPDATE original SET bytes = x'00'")),
    ).toThrow('never changes')
    expect(() => library.operation('original.delete', '', (writer) => writer.run('DELETE FROM original'))).toThrow()
  })

  it('tells listeners which tables changed, after the commit', () => {
    const library = temporaryLibrary()
    const heard: string[][] = []
    const stop = library.onChanged(({ tables, label }) => {
      heard.push([label, ...tables.filter((t) => exemptTables[t] === undefined), ...tagNames(library)])
    })
    tag(library, 'Aid')
    library.undo(fixedClock())
    stop()
    tag(library, 'Border')
    expect(heard).toEqual([
      ['tag.create', 'tag', 'Aid'],
      ['library.undo', 'tag'],
    ])
  })
})
