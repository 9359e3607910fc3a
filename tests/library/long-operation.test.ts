import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Library, Writer } from '../../src-main/library/handle'
import { openLibrary } from '../../src-main/library/open'
import { fixedClock, temporaryLibrary } from '../support/library'

const createTag = (writer: Writer, name: string): number =>
  writer.run("INSERT INTO tag (name, colour, created_at) VALUES (@name, 'teal', @at)", { name, at: fixedClock() }).id

const tagNames = (library: Library): string[] =>
  library.reader.all<{ name: string }>('SELECT name FROM tag WHERE deleted_at IS NULL ORDER BY id').map((t) => t.name)

/** Longer than others may have to wait, so that each step is a transaction of its own. */
function dawdle(): void {
  const until = performance.now() + 70
  while (performance.now() < until);
}

const create = (library: Library, names: readonly string[]) =>
  library.longOperation('tag.create', names.join(), function* (writer) {
    for (const name of names) {
      createTag(writer, name)
      dawdle()
      yield
    }
    return names.length
  })

/** Begins an operation, and does something after its first step. */
async function afterFirst<T>(long: Promise<T>, work: () => void): Promise<T> {
  await setImmediate()
  work()
  return long
}

const reopened = (library: Library): Library => openLibrary(library.path, { clock: fixedClock })

it('an operation over several transactions lets others in between, and is one to undo and redo', async () => {
  const library = temporaryLibrary()
  const told: string[][] = []
  library.onChanged(({ tables }) => told.push(tables.filter((table) => table === 'tag')))
  let between: string[] = []
  const count = await afterFirst(create(library, ['Aid', 'Border']), () => {
    between = tagNames(library)
  })
  expect([count, between, told]).toEqual([2, ['Aid'], [['tag']]])
  expect(library.nextUndo()).toMatchObject({ label: 'tag.create', detail: 'Aid,Border' })
  library.undo(fixedClock())
  expect([tagNames(library), library.nextUndo()]).toEqual([[], null])
  library.redo(fixedClock())
  expect(tagNames(library)).toEqual(['Aid', 'Border'])
})

it('another operation in between keeps its place in the order of undo', async () => {
  const library = temporaryLibrary()
  await afterFirst(create(library, ['Aid', 'Border']), () =>
    library.operation('tag.create', 'Other', (writer) => createTag(writer, 'Other')),
  )
  expect(tagNames(library)).toEqual(['Aid', 'Other', 'Border'])
  library.undo(fixedClock())
  expect(tagNames(library)).toEqual(['Aid', 'Border'])
  library.undo(fixedClock())
  expect(tagNames(library)).toEqual([])
})

it('a second waits for the first', async () => {
  const library = temporaryLibrary()
  await Promise.all([create(library, ['Aid', 'Border']), create(library, ['Camp', 'Dock'])])
  expect(tagNames(library)).toEqual(['Aid', 'Border', 'Camp', 'Dock'])
  library.undo(fixedClock())
  expect(tagNames(library)).toEqual(['Aid', 'Border'])
})

it('undo takes back what is done so far and ends it for good', async () => {
  const library = temporaryLibrary()
  expect(await afterFirst(create(library, ['Aid', 'Border']), () => library.undo(fixedClock()))).toBeNull()
  expect([tagNames(library), library.nextUndo(), library.nextRedo()]).toEqual([[], null, null])
})

it('a step that fails takes all back, and the next operation goes its way', async () => {
  const library = temporaryLibrary()
  await expect(create(library, ['Aid', 'Border', 'aid'])).rejects.toThrow('UNIQUE')
  expect([tagNames(library), library.nextUndo(), library.nextRedo()]).toEqual([[], null, null])
  expect(await create(library, ['Camp'])).toBe(1)
})

it('one that changed nothing leaves nothing to undo, and what was taken back can still be done again', async () => {
  const library = temporaryLibrary()
  await create(library, ['Aid'])
  library.undo(fixedClock())
  await create(library, [])
  expect([library.nextUndo(), library.nextRedo()?.detail]).toEqual([null, 'Aid'])
})

it('one that was cut short is taken back when the library is opened, but not from under what rests on it', async () => {
  const first = temporaryLibrary()
  await expect(afterFirst(create(first, ['Aid', 'Border']), () => first.close())).rejects.toThrow()
  const second = reopened(first)
  expect([tagNames(second), second.nextUndo(), second.nextRedo()]).toEqual([[], null, null])
  const cut = afterFirst(create(second, ['Aid', 'Border']), () => {
    second.operation('tag.set', 'Aid', (writer) => writer.run("UPDATE tag SET name = 'Help' WHERE name = 'Aid'"))
    second.close()
  })
  await expect(cut).rejects.toThrow()
  const third = reopened(first)
  expect([tagNames(third), third.nextUndo()?.label]).toEqual([['Help'], 'tag.set'])
  third.undo(fixedClock())
  third.undo(fixedClock())
  expect(tagNames(third)).toEqual([])
  third.close()
})
