/**
 * A process of its own that imports a folder into a library through a review, for tests of crashes in mid-import. Prints
 * a line for each transaction that was committed, and one with all articles at the end.
 *
 *   LIBRARY FOLDER
 */
import { writeSync } from 'node:fs'
import { noVectors } from '../../../src-main/analysis/alignment/vectors'
import { openLibrary } from '../../../src-main/library/open'
import { allHandlers } from '../../../src-main/services/handlers'
import { extractHere } from '../services'

const [path = '', folder = ''] = process.argv.slice(2)
const clock = () => '2024-06-01T12:00:00.000Z'
const print = (value: unknown) => writeSync(1, `${JSON.stringify(value)}\n`)

const library = openLibrary(path, { clock })
const ask = allHandlers({
  library,
  clock,
  extract: extractHere,
  wordVectors: () => noVectors,
  notify: (notification) => {
    if (notification.kind === 'import.adding') print({ done: notification.done })
  },
})
const { stageId } = await ask['import.stage']({ paths: [folder] })
for (let since = 0; ; ) {
  const { state, revision } = await ask['import.review']({ stageId, since })
  if (state === 'done') break
  since = revision
  await new Promise((resolve) => setTimeout(resolve, 10))
}
const stage = await ask['import.review']({ stageId })
const files = stage.files.map(({ index }) => ({ index }))
print({ ready: stage.files.filter(({ outcome }) => outcome.kind === 'ready').length })
const { articleIds } = await ask['import.add']({ stageId, files })
print({ articles: articleIds.length })
library.close()
