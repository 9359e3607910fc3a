import { setImmediate } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Library } from '../../src-main/library/handle'
import { createReviews } from '../../src-main/services/import'
import { discardStage, type ReviewStage, stopReading } from '../../src-main/services/import-stage'
import { refreshFingerprints } from '../../src-main/services/relation-work'
import { addArticle } from '../support/articles'
import { temporaryLibrary } from '../support/library'
import { testServices } from '../support/services'

/** A library of long texts whose fingerprints are missing: one takes as long as a transaction may. */
function withLongTexts(count: number): Library {
  const library = temporaryLibrary()
  for (let number = 0; number < count; number++) {
    const words = Array.from({ length: 30_000 }, (_item, at) => `word${number}x${at}`)
    addArticle(library, { text: words.join(' ') })
  }
  return library
}

const fingerprints = (library: Library): number =>
  library.reader.get<{ n: number }>("SELECT count(*) AS n FROM analysis WHERE kind = 'fingerprint'")?.n ?? 0

test('two that take the missing fingerprints at the same time take each once', async () => {
  const library = withLongTexts(6)
  const file = new Database(library.path)
  file.exec(
    `CREATE TRIGGER once BEFORE UPDATE ON analysis WHEN OLD.kind = 'fingerprint'
     BEGIN SELECT RAISE(ABORT, 'taken twice'); END`,
  )
  file.close()
  await Promise.all([refreshFingerprints(library), refreshFingerprints(library)])
  expect(fingerprints(library)).toBe(6)
})

test.each<[string, (stage: ReviewStage) => void]>([
  ['discarded', discardStage],
  ['stopped', stopReading],
])('a review that was %s waits for no fingerprints', async (_how, end) => {
  const library = withLongTexts(2)
  const reviews = createReviews({ ...testServices().context, library })
  const stage = reviews.begin(async () => [])
  end(stage)
  await setImmediate()
  expect(fingerprints(library)).toBe(0)
  discardStage(stage)
})
