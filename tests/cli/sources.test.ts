import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/library'
import { collate, collateJson } from './collate'

const text = `A pilot told Lagoon News that the harbour of Velda stays closed.

According to the Maris Post, two tugs are damaged.`

async function imported(): Promise<string> {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'harbour.txt'), text)
  await collate(folder, ['import', 'harbour.txt', '--library', 'L.collate'])
  return folder
}

const ask = ['sources', '1', '--library', 'L.collate']

test('the sources that an article names are listed and corrected, and undo takes it back', async () => {
  const folder = await imported()
  const { documents } = await collateJson(folder, ask)
  expect(documents[0]).toMatchObject([
    { quote: 'Lagoon News', found: 'lagoon news', name: 'Lagoon News', edited: false },
    { quote: 'Maris Post', found: 'maris post', name: 'Maris Post', edited: false },
  ])
  const renamed = await collateJson(folder, [...ask, '--set', 'The Maris Post=Post of Maris'])
  expect(renamed.documents[0][1]).toMatchObject({ name: 'Post of Maris', edited: true })
  const none = await collateJson(folder, [...ask, '--none', 'lagoon news'])
  expect(none.documents[0][0]).toMatchObject({ name: null, edited: true })
  const { out } = await collate(folder, ['undo', '--library', 'L.collate'])
  expect(out).toContain('edit named source')
  const reset = await collateJson(folder, [...ask, '--reset', 'maris post'])
  expect(reset.documents[0].map(({ edited }: { edited: boolean }) => edited)).toEqual([false, false])
})

test.each([
  [['--set', 'maris post'], 2],
  [['--set', 'maris post=', '--json'], 2],
  [['--set', 'maris post=A', '--none', 'maris post'], 2],
  [['--none', 'afp'], 3],
])('%j is refused', async (more, status) => {
  const folder = await imported()
  expect((await collate(folder, [...ask, ...more])).status).toBe(status)
})

test('an article that names none says so', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'plain.txt'), 'The harbour stays closed.')
  await collate(folder, ['import', 'plain.txt', '--library', 'L.collate'])
  const { documents, notes } = await collateJson(folder, ask)
  expect(documents).toEqual([[]])
  expect(notes).toContain('names no source')
})
